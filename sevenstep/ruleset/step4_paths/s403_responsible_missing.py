from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step4_paths import Path
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S403",
    "responsible-missing",
    Severity.ERROR,
    title=Text(
        zh="路径上每个环节至少有一个执行者 (R)",
        en="Each function on a path has at least one responsible actor (R)",
    ),
    reason=Text(
        zh="没有人执行的环节不会发生。",
        en="A function that nobody does is not done.",
    ),
)
def responsible_missing(chain: Chain) -> Iterator[Violation]:
    for path in chain.engagement.of(Path):
        for function, raci in path.connects.items():
            if not raci.responsible:
                yield Violation(
                    path.id,
                    Text(
                        zh=f"环节“{function}”没有执行者 (R)",
                        en=f"Function “{function}” has no responsible actor (R)",
                    ),
                    Text(zh="写上至少一个 R", en="Name at least one actor under R"),
                    ("connects", function),
                    on_key=True,
                )
