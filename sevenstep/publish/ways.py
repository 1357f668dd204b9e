"""Why each element exists: the shortest way up to a goal, for all elements in one walk over the chain."""

from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.trace import upper_end
from sevenstep.model.links import Link

Ways = dict[str, Link]
"""The link that each element takes to get one hop nearer to a goal."""


def ways_up(chain: Chain) -> Ways:
    """Walk from all goals at once down the chain. Time grows with the links, whatever the number of elements."""
    goals = [key for key, element in chain.elements.items() if element.KIND.name == "goal"]
    came_by: Ways = {}
    seen = set(goals)
    waiting = goals
    while waiting:
        following = []
        for here in waiting:
            for link, lower in _below(chain, here):
                if lower not in seen:
                    seen.add(lower)
                    came_by[lower] = link
                    following.append(lower)
        waiting = following
    for goal in goals:
        parent = next((link for link in chain.outgoing.get(goal, ()) if link.relation.name == "parent"), None)
        if parent is not None:
            came_by[goal] = parent
    return came_by


def _below(chain: Chain, here: str) -> Iterator[tuple[Link, str]]:
    for link in (*chain.incoming.get(here, ()), *chain.outgoing.get(here, ())):
        if upper_end(link) == here:
            yield link, link.source if link.target == here else link.target


def way_up(ways: Ways, chain: Chain, element: str) -> list[tuple[Link, str]]:
    """The hops from `element` up to the nearest goal, each with the element it leads to."""
    way: list[tuple[Link, str]] = []
    here = element
    while here in ways and len(way) < 20:
        link = ways[here]
        here = link.target if link.source == here else link.source
        way.append((link, here))
        if chain.elements[here].KIND.name == "goal":
            break
    return way
