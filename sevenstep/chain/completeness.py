"""How full the descriptions are: of the fields that a reviewer expects of each kind, the share that is filled in.

Where an expected field may rightly stay empty (the answers of a sub-goal, say) it lowers the share: 100 % is possible,
not compulsory.
"""

from dataclasses import dataclass

from sevenstep.chain.graph import Chain
from sevenstep.method import STAGES
from sevenstep.model.field import fields_of


@dataclass(frozen=True, slots=True)
class Completeness:
    """Fields filled in, of so many expected."""

    filled: int
    expected: int


def completeness(chain: Chain) -> dict[int, Completeness]:
    """The steps, and the frames around them, by number."""
    counts = {step.number: [0, 0] for step in STAGES}
    for element in chain.elements.values():
        expected = [field.name for field in fields_of(type(element)) if field.declared.expected]
        of_step = counts[element.KIND.step]
        of_step[0] += sum(bool(getattr(element, name)) for name in expected)
        of_step[1] += len(expected)
    return {number: Completeness(filled, expected) for number, (filled, expected) in counts.items()}
