"""Why each element is there: its ways up to a goal. Whoever tells of it, on pages or at a terminal, asks here.

The most specific way is told, not the first or the shortest: what an element shares with few others tells more than
what it shares with many (`sevenstep.chain.reasons`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.reasons.aims import above, aims
from sevenstep.chain.reasons.claim import Aims, Claim, Ending, Hop
from sevenstep.memory import per_chain
from sevenstep.model.choices import ContextType
from sevenstep.model.links import Link
from sevenstep.model.step1_context import StrategicContext
from sevenstep.model.step1_goals import Goal

MOST_HOPS: Final = 20
"""Hops that are told of one way; a longer one breaks off."""
_HOLDS: Final = 0.2
"""A way is told beside the first from this part of what speaks for that one on."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way up to a goal: hop by hop, and where it ends. The ends of two ways of one element are never the same."""

    hops: tuple[Hop, ...]
    ending: Ending


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an element is there: all ways that hold, the one that is told first.

    `undecided` are the goals that are as close as the first, that one included: nothing in the model tells them apart.
    `by_choice`: its author named it.
    """

    ways: tuple[Way, ...] = ()
    undecided: tuple[str, ...] = ()
    by_choice: bool = False

    @property
    def hops(self) -> tuple[Hop, ...]:
        """The way that is told."""
        return self.ways[0].hops if self.ways else ()


def path_to_goal(chain: Chain, element: str) -> tuple[Hop, ...]:
    """The hops of the way that is told of `element`. Empty where nothing leads to a goal.

    From a goal they climb over those above it to what these go by, a plan for instance; where they go by nothing, they
    end at the goal above.
    """
    if isinstance(chain.elements.get(element), Goal):
        return _climb(chain, element)
    found = aims(chain).get(element)
    return _way(chain, found.claims, next(iter(found.shares))) if found is not None else ()


def undecided(chain: Chain, element: str) -> tuple[str, ...]:
    """The goals that are as close to an element as the best one, where nothing tells them apart."""
    found = aims(chain).get(element)
    return found.undecided if found is not None else ()


def reason_of(chain: Chain, element: str) -> Reason:
    """Why `element` is there, by what the model says."""
    if isinstance(chain.elements.get(element), Goal):
        hops = _climb(chain, element)
        return Reason((Way(hops, Ending("", hops[-1].to)),)) if hops else Reason()
    found = aims(chain).get(element)
    return reason_by(chain, found) if found is not None else Reason()


def reason_by(chain: Chain, found: Aims) -> Reason:
    """The ways that what an element is there for comes to."""
    named = {claim.to for claim in found.claims}
    least = _HOLDS * max(found.shares.values(), default=0.0)
    holding = (ending for ending, share in found.shares.items() if share >= least or ending.indicator in named)
    ways = (Way(_way(chain, found.claims, ending), ending) for ending in holding)
    return Reason(tuple(way for way in ways if way.hops), found.undecided, found.by_choice)


def may_be_there_for(chain: Chain, element: str, other: str) -> bool:
    """Whether the links of the model lead from `element` to `other`, or to a goal that is part of it."""
    seen = {element}
    waiting = [element]
    while waiting:
        here = waiting.pop()
        if here == other:
            return True
        for to in above(chain, here, first=here == element):
            if to not in seen:
                seen.add(to)
                waiting.append(to)
    return False


def _way(chain: Chain, claims: Sequence[Claim], ending: Ending) -> tuple[Hop, ...]:
    """From claim to claim, always the one that most speaks for that ending."""
    known, taken = aims(chain), _taken(chain)
    hops: list[Hop] = []
    claim = _claim(known, claims, ending)
    while claim is not None and len(hops) < MOST_HOPS:
        hops.extend(claim.hops)
        here = claim.to
        if here == ending.goal:
            return tuple(hops)
        if (here, ending) not in taken:
            taken[here, ending] = _claim(known, known[here].claims, ending)
        claim = taken[here, ending]
    return tuple(hops) if claim is not None else ()


@per_chain
def _taken(_: Chain) -> dict[tuple[str, Ending], Claim | None]:
    """Which claim of an element is taken towards an ending, as far as anybody asked: many ways go on alike."""
    return {}


def _claim(known: Mapping[str, Aims], claims: Sequence[Claim], ending: Ending) -> Claim | None:
    """The claim that most speaks for an ending, the nearer the more; one that names it goes first."""

    def speaks(claim: Claim) -> tuple[bool, float]:
        if claim.to == ending.goal:
            return True, claim.weight
        if claim.to not in known:
            return False, 0.0
        passed_on = known[claim.to].passed_on.get(ending, 0.0)
        return claim.to == ending.indicator and passed_on > 0, claim.weight * passed_on / (1 + known[claim.to].distance)

    best = max(claims, key=speaks, default=None)
    return best if best is not None and speaks(best)[1] > 0 else None


def _climb(chain: Chain, goal: str) -> tuple[Hop, ...]:
    path: list[Hop] = []
    here = goal
    while (link := _from_goal(chain, here)) is not None and len(path) < MOST_HOPS:
        here = link.other_end(here)
        path.append(Hop((link,), here))
        if not isinstance(chain.elements[here], Goal):
            return tuple(path)
    return tuple(path[:1])


def _from_goal(chain: Chain, goal: str) -> Link | None:
    """What a goal is there for: the goal above it, or else what it goes by; what is asked of it goes before a trend."""
    links = chain.outgoing.get(goal, ())
    parent = next((link for link in links if link.relation.name == "parent"), None)
    aligned = [link for link in links if link.relation.name == "aligns-with"]
    asking = [link for link in aligned if not _is_trend(chain, link.target)]
    positions = [link for link in links if link.relation.name == "takes-up"]
    return parent or next(iter((*asking, *positions, *aligned)), None)


def _is_trend(chain: Chain, context: str) -> bool:
    found = chain.elements[context]
    return isinstance(found, StrategicContext) and found.type == ContextType.TREND
