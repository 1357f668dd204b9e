import math
from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.decision import Decision
from sevenstep.model.quantity import plain_number
from sevenstep.ruleset.rule import Violation, rule

_TOLERANCE: Final = 0.005
"""How far weights may be off 1: what three thirds written as 33.3% lose is less."""


@rule(
    "A206",
    "decision-weights-off-one",
    Severity.ERROR,
    title=Text(zh="比选准则的权重合计 100%", en="The weights of a decision add up to 100%"),
    reason=Text(
        zh="权重加不到一，或者全是零，总分就没有意义。",
        en="If weights do not add up to one, or to nothing at all, the sum means nothing.",
    ),
)
def decision_weights_off_one(chain: Chain) -> Iterator[Violation]:
    for decision in chain.engagement.of(Decision):
        stated = {name: one.weight for name, one in decision.criteria.items() if one.weight is not None}
        total = math.fsum(stated.values())
        if not stated or abs(total - 1) <= _TOLERANCE:
            continue
        *others, last = stated
        shown = plain_number(round(total * 100, 2))
        yield Violation(
            decision.id,
            Text(zh=f"各准则的权重合计 {shown}%", en=f"The weights of the criteria add up to {shown}%"),
            Text(zh="改到合计 100%", en="Make them add up to 100%"),
            ("criteria", last, "weight"),
            also=tuple((decision.id, ("criteria", name, "weight")) for name in others),
        )
