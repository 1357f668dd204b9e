"""The links that lead from an element to what it may be there for, the more telling ones apart from the others."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from sevenstep.chain.graph import Chain
from sevenstep.memory import per_process
from sevenstep.model.kinds import KINDS
from sevenstep.model.links import Link, needs_justification, relations
from sevenstep.model.relation import Closeness, Relation, Role
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Node

STATED: Final = 0
"""The rank of what it says that it shall move."""
SERVES: Final = 1
IMPROVES: Final = 2
ESTIMATES: Final = 3
AT_WORK: Final = 4
"""The rank of what works with it: a step of a flow, or an item."""
ELSEWHERE_UP: Final = 5
"""The rank of all other links up the chain."""
SAME: Final = 6
"""The rank of what is the same thing at another time."""
BESIDE: Final = 7
"""From this rank on stands what is beside the chain, the closest relations first."""
RANKS: Final = BESIDE + len(Closeness)


class Upward(NamedTuple):
    """A link towards what an element may be there for: how telling it is, from 0, the link, and its other end."""

    rank: int
    link: Link
    to: str


def upward(chain: Chain, element: str) -> Iterator[Upward]:
    """Every link of an element that may lead to a reason, in no order.

    What has to serve something above it is not there for whom or what it works with: those are there for it.
    """
    found = chain.elements[element]
    is_own = isinstance(found, Node) or needs_justification(found.KIND.name)
    for link in chain.outgoing.get(element, ()):
        rank = _rank(link.relation)[0]
        if rank is not None and link.target != element and not (is_own and rank >= BESIDE):
            yield Upward(rank, link, link.target)
    for link in chain.incoming.get(element, ()):
        if (rank := _rank(link.relation)[1]) is not None and link.source != element:
            at_work = rank == ELSEWHERE_UP and isinstance(chain.elements[link.source], Node | Item)
            yield Upward(AT_WORK if at_work else rank, link, link.source)


def is_in_chain(rank: int) -> bool:
    """Whether the link leads up the chain: all that stands there is told before what is beside it."""
    return rank < SAME


@per_process
def _ranks() -> dict[Relation, tuple[int | None, int | None]]:
    every = {relation: None for kind in KINDS for relation in relations(kind)}
    return {relation: _ranked(relation) for relation in every}


def _rank(relation: Relation) -> tuple[int | None, int | None]:
    return _ranks().get(relation) or _ranked(relation)


def _ranked(relation: Relation) -> tuple[int | None, int | None]:
    """The rank of a relation, followed from its holder and from its target; none where it gives no reason that way."""
    beside = _beside(relation.closeness)
    if relation.shares:
        return SAME, SAME
    if relation.closeness is Closeness.MOVES:
        return STATED, None
    if relation.role is Role.CLOSES:
        return ESTIMATES, None
    if relation.up:
        return {Role.SERVES: SERVES, Role.IMPROVES: IMPROVES}.get(relation.role, ELSEWHERE_UP), beside
    if relation.down:
        return beside, ELSEWHERE_UP
    return beside, beside if relation.to else None  # what may point to anything says nothing of what it points to


def _beside(closeness: Closeness | None) -> int | None:
    return None if closeness in (None, Closeness.NONE, Closeness.MOVES) else BESIDE + closeness
