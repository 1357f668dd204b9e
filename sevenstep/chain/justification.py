"""Why each element is there: its path up to a goal. Whoever tells of it, on pages or at a terminal, asks here."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.memory import per_chain, per_process
from sevenstep.model.choices import ContextType
from sevenstep.model.kinds import KINDS
from sevenstep.model.links import Link, relations
from sevenstep.model.relation import Closeness, Role
from sevenstep.model.step1_context import StrategicContext
from sevenstep.model.step1_goals import Goal

MOST_HOPS: Final = 20
"""Hops that are told of one path; a longer one breaks off."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One hop of a path: the link that is followed, and the element that it leads to."""

    link: Link
    to: str

    @property
    def verb(self) -> Text:
        """What the link is called within a sentence, in the direction of the hop."""
        return self.link.relation.verb(forward=self.link.target == self.to)


def path_to_goal(chain: Chain, element: str) -> tuple[Hop, ...]:
    """The hops from `element` up to the nearest goal: why it is there. Empty where nothing leads to one.

    From a goal they climb over those above it to what these go by, a plan for instance; where they go by nothing, they
    end at the goal above.
    """
    links = links_to_goals(chain)
    climbs = isinstance(chain.elements.get(element), Goal)
    path: list[Hop] = []
    here = element
    while here in links and len(path) < MOST_HOPS:
        link = links[here]
        here = link.other_end(here)
        path.append(Hop(link, here))
        if isinstance(chain.elements[here], Goal) != climbs:
            return tuple(path)
    return tuple(path[:1] if climbs else path)


@per_chain
def links_to_goals(chain: Chain) -> Mapping[str, Link]:
    """The link that each element takes to get one hop nearer to a goal.

    A walk from all goals at once down the chain, step by step; then by what makes better what stands further up, for
    those that nothing else leads up from; then what stands beside the chain, the closest relations first. Time grows
    with the links, whatever the number of elements.
    """
    goals = _goals(chain)
    found: dict[str, Link] = {}
    reached = dict.fromkeys(goals)
    for skipping in (True, False):
        _walk(chain, reached, found, skipping=skipping)
    for goal in goals:
        if (upwards := _from_goal(chain, goal)) is not None:
            found[goal] = upwards
    for relation in _beside():
        for link in chain.related(relation):
            for here, other in ((link.source, link.target), (link.target, link.source)):
                if here not in reached and other in reached:
                    reached[here] = None
                    found[here] = link
    return found


def _walk(chain: Chain, reached: dict[str, None], found: dict[str, Link], *, skipping: bool) -> None:
    """Go down from all that is reached, and keep the link that each new element is reached by.

    Of links that are as near to a goal, the one to the narrower goal is kept, then the one that the element names
    first: its author has put first what it is there for.
    """
    wider, places = _wider(chain), _places(chain)
    leads_to_wider = {here: here in wider for here in reached}
    waiting = list(reached)
    while waiting:
        best: dict[str, tuple[bool, int]] = {}
        for here in waiting:
            for link, lower in _below(chain, here):
                if lower in reached or (skipping and link.relation.role is Role.IMPROVES):
                    continue
                says_less = leads_to_wider.get(here, False), places[link] if link.source == lower else 0
                if lower not in best or says_less < best[lower]:
                    best[lower] = says_less
                    found[lower] = link
        reached.update(dict.fromkeys(best))
        leads_to_wider.update({lower: says_less[0] for lower, says_less in best.items()})
        waiting = list(best)


def _places(chain: Chain) -> Mapping[Link, int]:
    """Where in its list an element names each other one, from 0."""
    found: dict[Link, int] = {}
    for links in chain.outgoing.values():
        named: Counter[str] = Counter()
        for link in links:
            found[link] = named[link.relation.name]
            named[link.relation.name] += 1
    return found


@per_process
def _beside() -> tuple[str, ...]:
    """The relations that tie to the chain what stands beside it, the closest first; of two alike in the order of the
    method."""
    every = [(relation.closeness or Closeness.NONE, relation.name) for kind in KINDS for relation in relations(kind)]
    closest = sorted(every, key=lambda relation: relation[0])
    return tuple(dict.fromkeys(name for closeness, name in closest if closeness is not Closeness.NONE))


def _goals(chain: Chain) -> list[str]:
    """The goals, those without parts first: of two paths as long the one to the narrower goal says more."""
    wider = _wider(chain)
    return sorted((goal.id for goal in chain.engagement.of(Goal)), key=lambda goal: goal in wider)


def _wider(chain: Chain) -> set[str]:
    """The goals that have parts."""
    return {link.target for link in chain.related("parent")}


def _from_goal(chain: Chain, goal: str) -> Link | None:
    """What a goal is there for: the goal above it, or else what it goes by; what is asked of it goes before a trend."""
    links = chain.outgoing.get(goal, ())
    parent = next((link for link in links if link.relation.name == "parent"), None)
    aligned = [link for link in links if link.relation.name == "aligns-with"]
    asking = [link for link in aligned if not _is_trend(chain, link.target)]
    positions = [link for link in links if link.relation.name == "takes-up"]
    return parent or next(iter((*asking, *positions, *aligned)), None)


def _below(chain: Chain, here: str) -> Iterator[tuple[Link, str]]:
    for link in (*chain.incoming.get(here, ()), *chain.outgoing.get(here, ())):
        if link.upper_end == here:
            yield link, link.other_end(here)


def _is_trend(chain: Chain, context: str) -> bool:
    found = chain.elements[context]
    return isinstance(found, StrategicContext) and found.type == ContextType.TREND
