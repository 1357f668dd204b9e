from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.model.values import same_words
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S502",
    "scenario-twice",
    Severity.WARNING,
    literal=True,
    title=Text(zh="场景不重名", en="No two scenarios have the same title"),
    reason=Text(
        zh="同名的场景会被当成一个，工作也会做两遍。",
        en="Scenarios of one title are taken for one, and their work is done twice.",
    ),
)
def scenario_twice(chain: Chain) -> Iterator[Violation]:
    first: dict[str, str] = {}
    for scenario in chain.engagement.of(Scenario):
        twins = {first.setdefault(same_words(said), scenario.id) for said in scenario.title.wordings()} - {scenario.id}
        for twin in sorted(twins):
            yield Violation(
                scenario.id,
                Text(
                    zh=f"场景“{scenario.id}”和“{twin}”同名",
                    en=f"Scenarios “{scenario.id}” and “{twin}” have the same title",
                ),
                Text(zh="合并，或换一个名称", en="Merge the two, or give one of them another title"),
                ("title",),
                also=((twin, ("title",)),),
            )
