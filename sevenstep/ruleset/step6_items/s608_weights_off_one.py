import math
from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import plain_number
from sevenstep.model.step6_items import Criterion
from sevenstep.ruleset.rule import Violation, rule

_TOLERANCE: Final = 0.005
"""How far weights may be off 1: what three thirds written as 33.3% lose is less."""


@rule(
    "S608",
    "weights-off-one",
    Severity.ERROR,
    title=Text(zh="各准则的权重合计 100%", en="The weights of the criteria add up to 100%"),
    reason=Text(
        zh="权重加不到一，总分就没有意义。",
        en="If weights do not add up to one, the weighted sum means nothing.",
    ),
)
def weights_off_one(chain: Chain) -> Iterator[Violation]:
    criteria = list(chain.engagement.of(Criterion))
    total = math.fsum(criterion.weight for criterion in criteria)
    if not criteria or abs(total - 1) <= _TOLERANCE or Criterion.KIND.name in chain.engagement.broken.values():
        return
    if not chain.engagement.complete:
        return
    *others, last = criteria
    shown = plain_number(round(total * 100, 2))
    yield Violation(
        last.id,
        Text(zh=f"各准则的权重合计 {shown}%", en=f"The weights of the criteria add up to {shown}%"),
        Text(zh="改到合计 100%", en="Make them add up to 100%"),
        ("weight",),
        also=tuple((criterion.id, ("weight",)) for criterion in others),
    )
