"""Why each element exists: the shortest way up to a goal, for all elements in one walk over the chain."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.trace import upper_end
from sevenstep.model.links import Link

Ways = dict[str, Link]
"""The link that each element takes to get one hop nearer to a goal."""

_BESIDE: Final = (
    "answers",
    "touches",
    "answers-finding",
    "group",
    "in-domain",
    "domain",
    "raci-A",
    "raci-R",
    "performed-by",
    "done-by",
    "hands-from",
    "hands-to",
    "raci-C",
    "raci-I",
    "shapes",
    "changes",
    "scored-on",
)
"""By what elements beside the chain (who acts, what hurts, what is done about it) are tied to it, the closest first."""


def ways_up(chain: Chain) -> Ways:
    """Walk from all goals at once down the chain. Time grows with the links, whatever the number of elements."""
    goals = _goals(chain)
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
    for relation in _BESIDE:
        for link in chain.related(relation):
            for here, other in ((link.source, link.target), (link.target, link.source)):
                if here not in seen and other in seen:
                    seen.add(here)
                    came_by[here] = link
    return came_by


def _goals(chain: Chain) -> list[str]:
    """The goals, those without parts first: of two ways of the same length the one to the narrower goal says more."""
    keys = [key for key, element in chain.elements.items() if element.KIND.name == "goal"]
    wider = {link.target for link in chain.related("parent")}
    return sorted(keys, key=lambda key: key in wider)


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
