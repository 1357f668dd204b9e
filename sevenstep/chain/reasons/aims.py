"""What every element is there for: the whole chain gone through once, from the goals down, then what is beside it."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import sqrt
from typing import Final

from sevenstep.chain.graph import STEP_OF, Chain
from sevenstep.chain.reasons.claim import Aims, Claim, Ending, Hop
from sevenstep.chain.reasons.items import Items
from sevenstep.chain.reasons.promises import promises
from sevenstep.chain.reasons.upward import BESIDE, ESTIMATES, RANKS, STATED, Upward, is_in_chain, upward
from sevenstep.chain.reasons.weigh import Shares, weigh
from sevenstep.memory import per_chain
from sevenstep.model.links import Link
from sevenstep.model.relation import BECAUSE, Role
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Node

_NOTHING: Final[Shares] = {}


@per_chain
def aims(chain: Chain) -> Mapping[str, Aims]:
    """What each element is there for; those that lead to no goal are not in it, nor are the goals.

    Time grows with the links. The order in which elements are written only tells between ends that are as close.
    """
    return _Aims(chain).found


def above(chain: Chain, element: str, *, first: bool) -> Iterable[str]:
    """What an element may be there for, one hop up; what is beside the chain only from the `first` on."""
    yield from (one.to for one in upward(chain, element) if first or one.rank < BESIDE)
    for link in chain.incoming.get(element, ()):
        if link.relation.name == "details":
            closing = chain.outgoing.get(link.source, ())
            yield from (one.target for one in closing if one.relation.role is Role.CLOSES)


def weigh_of(chain: Chain, claims: Sequence[Claim]) -> Aims:
    """What other claims than those of the chain come to: those that are computed."""
    known = aims(chain)
    return weigh(claims, lambda key: known[key].passed_on if key in known else _NOTHING, _order(chain))


def _order(chain: Chain) -> Mapping[str, int]:
    """In which order ends that are as close are told: the goals that have no parts before the others."""
    goals = [goal.id for goal in chain.engagement.of(Goal)]
    wider = _wider(chain)
    narrow_first = sorted(goals, key=lambda goal: goal in wider)
    every = (*narrow_first, *(indicator.id for indicator in chain.engagement.of(Indicator)))
    return {key: number for number, key in enumerate(every)}


def _wider(chain: Chain) -> set[str]:
    """The goals that have parts."""
    return {link.target for link in chain.related("parent")}


class _Aims:
    """The walk: an element is settled once, when all that it may be there for is."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self.goals = [goal.id for goal in chain.engagement.of(Goal)]
        self.found: dict[str, Aims] = {}
        self._wider = _wider(chain)
        self._order = _order(chain)
        self._passed: dict[str, Shares] = {goal: {Ending("", goal): 1.0} for goal in self.goals}
        self._ends = Counter((link.relation.name, link.target) for link in chain.links())
        self._starts = Counter((link.relation.name, link.source) for link in chain.links())
        self._by_link: dict[str, Mapping[int, list[int]]] = {}
        self._up = {key: tuple(upward(chain, key)) for key in chain.elements}
        self._items = Items(chain)
        self._promises = promises(chain)
        self._settle_chain()
        for rank in range(BESIDE - 1, RANKS):
            self._settle_beside(rank)

    def _settle_chain(self) -> None:
        """All that leads up the chain, each behind all that is above it; circles from where they are entered."""
        above = {
            key: {one.to for one in self._up[key] if is_in_chain(one.rank)}
            | self._items.above(key)
            | {link.target for link in self._named(key)}
            for key in self.chain.elements
            if key not in self._passed
        }
        below: dict[str, list[str]] = defaultdict(list)
        for key, uppers in above.items():
            for upper in uppers:
                below[upper].append(key)
        distances = _distances(self.goals, below)
        missing = {key: sum(upper in distances for upper in above[key]) for key in distances if key in above}
        ready = deque(self.goals)
        circles = iter(sorted(missing, key=lambda key: distances[key]))
        while True:
            while ready:
                for lower in below[ready.popleft()]:
                    missing[lower] -= 1
                    if not missing[lower]:
                        self._settle([lower])
                        ready.append(lower)
            entered = next((key for key in circles if key not in self._passed), None)
            if entered is None:
                return
            batch = [key for key in missing if key not in self._passed and distances[key] == distances[entered]]
            self._settle(batch)
            for key in batch:
                missing[key] = -1
            ready.extend(batch)

    def _settle_beside(self, rank: int) -> None:
        """What is tied to the settled by links of that rank; then what those lead up from, or tie in turn."""
        found: Iterable[str] = self._tied_now(rank)
        while found:
            self._settle(found)
            waiting = [key for key in found if key in self._passed]
            found = list(dict.fromkeys(other for here in waiting for other in self._tied(here, rank)))

    def _tied_now(self, rank: int) -> list[str]:
        """What is not settled yet and goes by something settled: after the chain, few elements are left to be asked."""
        return [
            key
            for key in self.chain.elements
            if key not in self._passed
            and any(one.to in self._passed and (one.rank == rank or one.rank < BESIDE) for one in self._up[key])
        ]

    def _tied(self, here: str, rank: int) -> Iterator[str]:
        """What goes by `here`, by a link of that rank or one that leads up, and is not settled."""
        for link in (*self.chain.outgoing.get(here, ()), *self.chain.incoming.get(here, ())):
            other = link.other_end(here)
            if other not in self._passed and any(
                found == rank or found < BESIDE for found in self._ranks(other).get(id(link), ())
            ):
                yield other

    def _ranks(self, key: str) -> Mapping[int, list[int]]:
        """How telling the links up of an element are, by the link's identity, looked for once: many may tie the same
        element."""
        if key not in self._by_link:
            by_link: dict[int, list[int]] = defaultdict(list)
            for one in self._up[key]:
                by_link[id(one.link)].append(one.rank)
            self._by_link[key] = by_link
        return self._by_link[key]

    def _settle(self, batch: Iterable[str]) -> None:
        """Settle elements together: none of them goes by another one of them."""
        settled = {key: self._aims(key) for key in batch}
        for key, found in settled.items():
            if found.shares:
                passed_on, distance = self._renamed(key, found.passed_on), self._distance(found)
                self.found[key] = replace(found, passed_on=passed_on, distance=distance)
                self._passed[key] = self.found[key].passed_on

    def _distance(self, found: Aims) -> int:
        """The hops of the shortest way to a goal."""
        known = ((claim, self.found.get(claim.to)) for claim in found.claims)
        return min(len(claim.hops) + (upper.distance if upper is not None else 0) for claim, upper in known)

    def _renamed(self, key: str, shares: Shares) -> Shares:
        """What is there for an indicator ends with it."""
        if not isinstance(self.chain.elements[key], Indicator):
            return shares
        return {Ending(key, ending.goal): share for ending, share in shares.items()}

    def _aims(self, key: str) -> Aims:
        chosen = self._chosen(key)
        if chosen:
            return weigh(chosen, self._go_by, self._order, by_choice=True)
        claims = self._claims(key)
        if len(claims) == 1 and claims[0].to in self.found:
            return self._taken_over(claims[0])
        return weigh(claims, self._go_by, self._order, self._promises.get(key))

    def _taken_over(self, claim: Claim) -> Aims:
        """What is there for one thing alone is there for all that this is there for."""
        upper = self.found[claim.to]
        return Aims((claim,), self._renamed(claim.to, upper.shares), upper.undecided, False, upper.passed_on)

    def _go_by(self, key: str) -> Shares:
        return self._passed.get(key, _NOTHING)

    def _chosen(self, key: str) -> list[Claim]:
        known = [link for link in self._named(key) if link.target in self._passed]
        return [Claim((Hop((link,), link.target),), 4.0**-place, place) for place, link in enumerate(known)]

    def _named(self, key: str) -> Iterable[Link]:
        """The reasons that its author named."""
        return (link for link in self.chain.outgoing.get(key, ()) if link.relation == BECAUSE and link.target != key)

    def _claims(self, key: str) -> list[Claim]:
        """The claims of the most telling rank that there are; what an item is there for is told by more."""
        open_to = [one for one in self._up[key] if one.to in self._passed]
        if not open_to:
            return []
        rank = min(one.rank for one in open_to)
        claims = self._of_rank(key, [one for one in open_to if one.rank == rank])
        if rank == STATED:
            return self._supported(key, claims, open_to)
        if isinstance(self.chain.elements[key], Item):
            return self._items.claims(key, self._go_by) or claims
        return claims

    def _of_rank(self, key: str, links: list[Upward]) -> list[Claim]:
        """What is shared with fewer others tells more, and what is of one matter speaks with one voice."""
        narrow = [one for one in links if one.to not in self._wider] or links
        voices = Counter(self._items.matter(one.to) for one in narrow)
        places: Counter[str] = Counter()
        claims = []
        for one in narrow:
            outgoing = one.link.source == key
            others = (self._ends if outgoing else self._starts)[one.link.relation.name, one.to]
            weight = 1 / (others * sqrt(voices[self._items.matter(one.to)]))
            hop = self._past_steps(one)
            if outgoing and isinstance(self.chain.elements[one.to], Indicator | Goal):
                place = places[one.link.relation.name]
                places[one.link.relation.name] += 1
                claims.append(Claim((hop,), weight / (1 + place), place))
            else:
                claims.append(Claim((hop,), weight))
        return claims

    def _past_steps(self, one: Upward) -> Hop:
        """The hop, over a step of a flow to the flow: what is there for the step is there for it."""
        if not isinstance(self.chain.elements[one.to], Node):
            return Hop((one.link,), one.to)
        flow = next(link for link in self.chain.outgoing[one.to] if link.relation == STEP_OF)
        return Hop((one.link, flow), flow.target)

    def _supported(self, key: str, claims: list[Claim], open_to: list[Upward]) -> list[Claim]:
        """What it says that it shall move counts double where what it works on leads there too."""
        works_on = [one for one in open_to if STATED < one.rank < ESTIMATES]
        support: dict[str, float] = defaultdict(float)
        for one in works_on:
            for ending, share in self._go_by(one.to).items():
                support[ending.indicator] += share / len(works_on)
        most = max(support.values(), default=0.0) or 1.0
        return [Claim(claim.hops, claim.weight * (1 + support[claim.to] / most), claim.place) for claim in claims]


def _distances(starts: Iterable[str], below: Mapping[str, Iterable[str]]) -> dict[str, int]:
    distances = dict.fromkeys(starts, 0)
    waiting = deque(distances)
    while waiting:
        here = waiting.popleft()
        for lower in below.get(here, ()):
            if lower not in distances:
                distances[lower] = distances[here] + 1
                waiting.append(lower)
    return distances
