"""How full the descriptions are: of the fields that a reviewer expects of each kind, the share that is filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.method import STEPS
from sevenstep.model.element import Element

EXPECTED: Final[Mapping[str, tuple[str, ...]]] = {
    "challenge": ("description", "evidence", "felt_in", "source"),
    "goal": ("statement", "horizon", "answers", "owner"),
    "indicator": ("definition", "unit", "direction", "domain", "baseline", "targets", "owner", "frequency", "source"),
    "domain": ("description",),
    "function": ("description", "domain", "drives"),
    "actor": ("description", "domains"),
    "path": ("description", "connects", "exchanges"),
    "group": ("description",),
    "scenario": ("description", "group", "realizes", "moves"),
    "criterion": ("description", "axis"),
    "item": ("description", "operations", "resources", "scores", "owner"),
    "system": ("description", "owner"),
    "resource": ("actor", "calendar"),
    "data": ("fields", "owner", "classification", "system_of_record"),
    "flow": ("scope", "steps", "details"),
    "activity": ("actor", "mode", "time"),
    "finding": ("description", "touches", "evidence"),
    "measure": ("description", "answers", "owner", "cost"),
}
"""The fields, beside the title, that make an element of a kind complete. Where a field may rightly stay empty (the
answers of a sub-goal, say) it lowers the share: 100 % is possible, not compulsory."""


@dataclass(frozen=True, slots=True)
class Completeness:
    """Fields filled in, of so many expected."""

    filled: int
    expected: int


def completeness(chain: Chain) -> dict[int, Completeness]:
    """The seven steps by number."""
    counts = {step.number: [0, 0] for step in STEPS}
    for element in chain.elements.values():
        of_step = counts[element.KIND.step]
        for field in EXPECTED.get(element.KIND.name, ()):
            of_step[0] += _is_filled(element, field)
            of_step[1] += 1
    return {number: Completeness(filled, expected) for number, (filled, expected) in counts.items()}


def _is_filled(element: Element, field: str) -> bool:
    return bool(getattr(element, field))
