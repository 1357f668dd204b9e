from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step4_paths import Path
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.titles import unquoted


@rule(
    "S402",
    "accountable-not-one",
    Severity.ERROR,
    title=Text(
        zh="路径上每个环节恰有一个问责者 (A)",
        en="Each function on a path has exactly one accountable actor (A)",
    ),
    reason=Text(
        zh="没有人可问责，或几家都要问责，出了事就找不到人。",
        en="Where nobody or everybody answers for the work, nobody can be asked when it fails.",
    ),
)
def accountable_not_one(chain: Chain) -> Iterator[Violation]:
    for path in chain.engagement.of(Path):
        for function, raci in path.connects.items():
            count = len(raci.accountable)
            if count == 1:
                continue
            who = [unquoted(actor) for actor in raci.accountable]
            yield Violation(
                path.id,
                Text(
                    zh=f"环节“{function}”有 {count} 个问责者 (A)：{'、'.join(who)}",
                    en=f"Function “{function}” has {count} accountable actors (A): {', '.join(who)}",
                )
                if count
                else Text(
                    zh=f"环节“{function}”没有问责者 (A)",
                    en=f"Function “{function}” has no accountable actor (A)",
                ),
                Text(
                    zh="只留一个 A，其余改为 R、C 或 I" if count else "写上一个 A",
                    en="Keep one A; make the others R, C or I" if count else "Name one actor under A",
                ),
                ("connects", function, "A") if count else ("connects", function),
                on_key=not count,
            )
