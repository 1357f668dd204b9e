from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.principle import Principle
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A414",
    "principle-unused",
    Severity.HINT,
    title=Text(zh="基本原则有人遵循", en="Somebody goes by every principle"),
    reason=Text(
        zh="没有一项决定、举措或项目遵循的原则，是一句空话。",
        en="A principle that nothing goes by is but words.",
    ),
)
def principle_unused(chain: Chain) -> Iterator[Violation]:
    for principle in chain.engagement.of(Principle):
        if not chain.holders(principle.id, "goes-by") and not chain.holders(principle.id, "departs-from"):
            yield Violation(
                principle.id,
                Text(zh=f"没有要素遵循原则“{principle.id}”", en=f"Nothing goes by principle “{principle.id}”"),
                Text(
                    zh="在举措或项目的 principles 里引用它，或去掉它",
                    en="Cite it in principles of a measure or project, or drop it",
                ),
            )
