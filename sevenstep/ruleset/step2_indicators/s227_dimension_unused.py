from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.dimensions import Dimension
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S227",
    "dimension-unused",
    Severity.HINT,
    title=Text(zh="维度要用上", en="A dimension is used"),
    reason=Text(
        zh="没有数值按它细分的维度，只占地方。",
        en="A dimension that no figure uses serves no purpose.",
    ),
)
def dimension_unused(chain: Chain) -> Iterator[Violation]:
    if not chain.engagement.complete or chain.engagement.broken:
        return
    for dimension in chain.engagement.of(Dimension):
        if not chain.holders(dimension.id, "by-dimension"):
            yield Violation(
                dimension.id,
                Text(
                    zh=f"没有数值按“{dimension.id}”细分",
                    en=f"No figure is told by “{dimension.id}”",
                ),
                Text(
                    zh=f"在指标的数值里写 by: {{{dimension.id}: …}}，或删掉它",
                    en=f"Tell a figure by it, by: {{{dimension.id}: …}}, or take it out",
                ),
            )
