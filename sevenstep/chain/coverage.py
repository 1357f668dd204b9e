"""Justified and covered: whether each element serves the step before it, and is served by the step after it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sevenstep.chain.acceptance import acceptance
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain, per_process
from sevenstep.method import STEPS, Step
from sevenstep.model.element import Element
from sevenstep.model.evidence import Acceptance
from sevenstep.model.kind import Where
from sevenstep.model.kinds import KINDS
from sevenstep.model.links import covering, needs_justification, relations
from sevenstep.model.relation import Role

UNCOVERED: Final = ("S802", "uncovered")
"""Code and name of the rule whose acceptance closes a gap in the coverage."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one element stands in the chain; None where the question does not arise for its kind."""

    justified: bool | None
    covered: bool | None
    accepted: Acceptance | None = None
    """The author's reason where it is not covered and need not be."""


@dataclass(frozen=True, slots=True)
class StepCoverage:
    """One step in figures: of how many elements the question arises, and for how many the answer is yes.

    Of the elements that are `to_cover`, the next step carries on those that are `worked_out`; those `deferred` are
    accepted as open, with a reason; the rest is `open`. What is deferred never counts as worked out.
    """

    step: Step
    elements: int
    justified: int
    to_justify: int
    worked_out: int
    deferred: int
    to_cover: int

    @property
    def open(self) -> int:
        """How many nothing carries on although nobody has given a reason."""
        return self.to_cover - self.worked_out - self.deferred


@per_chain
def standings(chain: Chain) -> dict[str, Standing]:
    """How every element stands, by id."""
    covered = covered_elements(chain)
    return {key: _standing(chain, element, key in covered) for key, element in chain.elements.items()}


def _standing(chain: Chain, element: Element, is_covered: bool) -> Standing:
    kind = element.KIND.name
    justified = None
    if needs_justification(kind):
        justified = any(is_justified(chain, key) for key in (element.id, *same_at_other_times(chain, element.id)))
    if not covering(kind):
        return Standing(justified, None)
    match = None if is_covered else acceptance(chain, element.id, *UNCOVERED)
    return Standing(justified, is_covered, match.acceptance if match else None)


def is_justified(chain: Chain, element: str) -> bool:
    """Whether the element itself serves or improves something."""
    return any(link.relation.role in {Role.SERVES, Role.IMPROVES} for link in chain.outgoing.get(element, ()))


def same_at_other_times(chain: Chain, element: str) -> list[str]:
    """The elements that are the same thing at another time: what it changes, and what changes it."""
    links = (*chain.outgoing.get(element, ()), *chain.incoming.get(element, ()))
    return [link.other_end(element) for link in links if link.relation.shares]


@per_chain
def covered_elements(chain: Chain) -> set[str]:
    """The elements that something serves or answers; a parent whose parts are all covered is covered too, and so is
    what is the same thing at another time."""
    covered = {
        target
        for target, found in chain.incoming.items()
        if any(link.relation.role in {Role.SERVES, Role.ANSWERS} for link in found)
    }
    open_parts: dict[str, int] = {}
    for parent in chain.elements:
        parts = set(_parts(chain, parent))
        if parts:
            open_parts[parent] = len(parts)
    waiting = list(covered)
    while waiting:
        here = waiting.pop()
        for other in same_at_other_times(chain, here):
            if other not in covered:
                covered.add(other)
                waiting.append(other)
        for parent in _parents(chain, here):
            open_parts[parent] -= 1
            if open_parts[parent] == 0 and parent not in covered:
                covered.add(parent)
                waiting.append(parent)
    return covered


def _parts(chain: Chain, parent: str) -> Iterator[str]:
    """The elements of the same kind that stand inside `parent`."""
    kind = chain.elements[parent].KIND
    for link in chain.incoming.get(parent, ()):
        if link.relation.role is Role.PART_OF and chain.elements[link.source].KIND is kind:
            yield link.source


def _parents(chain: Chain, part: str) -> set[str]:
    kind = chain.elements[part].KIND
    return {
        link.target
        for link in chain.outgoing.get(part, ())
        if link.relation.role is Role.PART_OF and chain.elements[link.target].KIND is kind
    }


@per_process
def holders_of_cover(kind: str) -> frozenset[str]:
    """The kinds whose elements can cover an element of `kind`."""
    wanted = set(covering(kind))
    return frozenset(name for name in KINDS if wanted.intersection(relations(name)))


@per_chain
def coverage(chain: Chain) -> tuple[StepCoverage, ...]:
    """The seven steps in figures. Kinds that are not counted are left out, and so are the frames around the steps."""
    by_step: dict[int, list[Standing]] = {step.number: [] for step in STEPS}
    for key, standing in standings(chain).items():
        kind = chain.elements[key].KIND
        if kind.is_shown(Where.COUNT) and kind.step in by_step:
            by_step[kind.step].append(standing)
    return tuple(_of_step(step, by_step[step.number]) for step in STEPS)


@per_chain
def elements_by_step(chain: Chain) -> Counter[int]:
    """How many elements each step and frame has, by its number; kinds that are not counted are left out."""
    kinds = (element.KIND for element in chain.elements.values())
    return Counter(kind.step for kind in kinds if kind.is_shown(Where.COUNT))


def counted_elements(chain: Chain) -> int:
    """How many elements there are, as they are told to people: kinds that are not counted are left out."""
    return elements_by_step(chain).total()


def _of_step(step: Step, found: list[Standing]) -> StepCoverage:
    to_justify = [standing for standing in found if standing.justified is not None]
    to_cover = [standing for standing in found if standing.covered is not None]
    return StepCoverage(
        step=step,
        elements=len(found),
        justified=sum(standing.justified is True for standing in to_justify),
        to_justify=len(to_justify),
        worked_out=sum(standing.covered is True for standing in to_cover),
        deferred=sum(standing.covered is False and standing.accepted is not None for standing in to_cover),
        to_cover=len(to_cover),
    )
