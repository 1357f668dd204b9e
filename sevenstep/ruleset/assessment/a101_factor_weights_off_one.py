import math
from collections.abc import Iterator, Sequence
from typing import Final

from sevenstep.analysis.assessment.factor_tree import below, tops
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text, many
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.factor import Factor
from sevenstep.model.quantity import plain_number
from sevenstep.ruleset.rule import Violation, rule

_TOLERANCE: Final = 0.005
"""How far weights may be off 1: what three thirds written as 33.3% lose is less."""


@rule(
    "A101",
    "factor-weights-off-one",
    Severity.ERROR,
    title=Text(zh="并列因素的权重合计 100%", en="The weights of factors beside one another add up to 100%"),
    reason=Text(
        zh="权重加不到一，或者全是零，得出的总分就不是原来想要的。",
        en="If weights do not add up to one, or to nothing at all, the whole is not what was meant.",
    ),
)
def factor_weights_off_one(chain: Chain) -> Iterator[Violation]:
    for assessment in chain.engagement.of(Assessment):
        yield from _beside(tops(chain, assessment))
    for factor in chain.engagement.of(Factor):
        yield from _beside(below(chain, factor))


def _beside(factors: Sequence[Factor]) -> Iterator[Violation]:
    stated = [factor for factor in factors if factor.weight is not None]
    total = math.fsum(factor.weight or 0.0 for factor in stated)
    is_off = abs(total - 1) > _TOLERANCE if len(stated) == len(factors) else total > 1 + _TOLERANCE
    if not stated or not is_off:
        return
    *others, last = stated
    shown = plain_number(round(total * 100, 2))
    yield Violation(
        last.id,
        Text(
            zh=f"并列的 {len(factors)} 个因素权重合计 {shown}%",
            en=f"The weights of {many(len(factors), 'factor')} beside one another add up to {shown}%",
        ),
        Text(
            zh="改到合计 100%；都一样重要的，全部不写",
            en="Make them add up to 100%; where all weigh the same, leave all of them out",
        ),
        ("weight",),
        also=tuple((factor.id, ("weight",)) for factor in others),
    )
