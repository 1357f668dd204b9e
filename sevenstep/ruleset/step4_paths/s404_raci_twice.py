from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.field import fields_of
from sevenstep.model.step4_paths import Path, Raci
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S404",
    "raci-twice",
    Severity.ERROR,
    title=Text(
        zh="同一主体不能既被咨询 (C) 又被知会 (I)，也不重复写",
        en="An actor is not consulted (C) and informed (I) at once, nor named twice",
    ),
    reason=Text(
        zh="事前问过的人不必事后再通知；写两遍说明职责还没有想清楚。",
        en="Who is asked before need not be told after; a name given twice shows a duty not thought through.",
    ),
)
def raci_twice(chain: Chain) -> Iterator[Violation]:
    for path in chain.engagement.of(Path):
        for function, raci in path.connects.items():
            letters = {field.key: getattr(raci, field.name) for field in fields_of(Raci)}
            twice = [
                (letter, actor)
                for letter, actors in letters.items()
                for actor in dict.fromkeys(actors)
                if actors.count(actor) > 1
            ]
            aside = [
                ("I", actor)
                for actor in raci.informed
                if actor in raci.consulted or actor in raci.responsible or actor in raci.accountable
            ]
            for letter, actor in dict.fromkeys([*twice, *aside]):
                last = len(letters[letter]) - 1 - letters[letter][::-1].index(actor)
                here = ("connects", function, letter, last)
                yield Violation(
                    path.id,
                    Text(
                        zh=f"环节“{function}”的 {letter} 里，“{actor}”已在别处写过",
                        en=f"Function “{function}”: “{actor}” under {letter} is named already",
                    ),
                    Text(zh="只留更重的一项", en="Keep the weightier of the two"),
                    here,
                    edits=((here if last else here[:-1], None),),
                )
