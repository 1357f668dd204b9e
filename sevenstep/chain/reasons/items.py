"""What an item is there for, of all that its scenario is: told by what its flows estimate and by whom and what it uses.

A scenario holds several matters and leads to many goals; each of them has a part of it. Which part, nobody writes down
twice: the flows of the item say which indicators they give a value, and its units, systems and data are those of some
functions on the scenario's paths and not of others.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sevenstep.chain.graph import Chain
from sevenstep.chain.reasons.claim import UNPLACED, Claim, Hop
from sevenstep.chain.reasons.weigh import Shares
from sevenstep.model.links import Link
from sevenstep.model.relation import OWNED_BY, Role
from sevenstep.model.step4_paths import Path
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow, Node

_ON_THE_PATH = 0.5
"""What is used on a path somewhere tells half as much of its functions as what is said of one of them."""
_MANY = 40
"""What more ways than this use tells nothing of any, and the work grows with the links."""
_IMPROVED = 1.5
"""A function that the scenario improves is meant rather than one that its paths only pass."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A function that a scenario leads to: over which links, and what is used there, with how much that tells."""

    hops: tuple[Hop, ...]
    uses: Mapping[str, float]
    improved: bool

    @property
    def function(self) -> str:
        return self.hops[-1].to


class Items:
    """The items of a chain and what ties each to functions and indicators."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._flows: dict[str, list[Link]] = defaultdict(list)
        for link in chain.related("details"):
            self._flows[link.target].append(link)
        self._of_flow = {link.source: link.target for link in chain.related("details")}
        self._estimates: dict[str, list[tuple[Link, Link]]] = defaultdict(list)
        for item, flows in self._flows.items():
            for details in flows:
                closing = (link for link in chain.outgoing.get(details.source, ()) if link.relation.role is Role.CLOSES)
                self._estimates[item].extend((details, link) for link in closing)
        self._estimated = Counter(
            indicator for links in self._estimates.values() for indicator in {link.target for _, link in links}
        )
        self._ways: dict[str, list[_Way]] = {}
        self._by_thing: dict[str, Mapping[str, list[int]]] = {}

    def above(self, key: str) -> set[str]:
        """The indicators that the flows of an item estimate: they are settled before it."""
        return {link.target for _, link in self._estimates.get(key, ())}

    def matter(self, key: str) -> str:
        """The item that something belongs to, where it does; else itself."""
        if isinstance(self._chain.elements[key], Node):
            key = key.rpartition("/")[0]
        return self._of_flow.get(key, key)

    def claims(self, item: str, go_by: Callable[[str], Shares]) -> list[Claim]:
        """What is told by its flows and by what it uses; empty where neither tells anything."""
        return [*self._by_estimates(item, go_by), *self._by_uses(item, go_by)]

    def _by_estimates(self, item: str, go_by: Callable[[str], Shares]) -> Iterator[Claim]:
        """An indicator to which fewer items give a value tells more of each of them."""
        first: dict[str, tuple[int, tuple[Link, Link]]] = {}
        places: Counter[str] = Counter()
        for details, link in self._estimates.get(item, ()):
            place = places[details.source]
            places[details.source] += 1
            if go_by(link.target) and (link.target not in first or place < first[link.target][0]):
                first[link.target] = place, (details, link)
        for indicator, (place, links) in first.items():
            yield Claim((Hop(links, indicator),), 1 / (self._estimated[indicator] * (1 + place)), place)

    def _by_uses(self, item: str, go_by: Callable[[str], Shares]) -> Iterator[Claim]:
        for link in self._chain.outgoing.get(item, ()):
            if link.relation.name != "belongs-to":
                continue
            told = self._told(self._uses(item), link.target)
            told = {
                number: weight for number, weight in told.items() if go_by(self._ways[link.target][number].function)
            }
            total = sum(told.values())
            for number, weight in told.items():
                hops = self._ways[link.target][number].hops
                yield Claim((Hop((link,), link.target), *hops), weight / total, UNPLACED)

    def _told(self, uses: set[str], scenario: str) -> dict[int, float]:
        """How much what is used tells of each way: what few of them use tells much, what many do nothing."""
        told: dict[int, float] = defaultdict(float)
        ways, by_thing = self._ways_of(scenario)
        for thing in sorted(uses & by_thing.keys()):  # sums of floats depend on their order
            found = by_thing[thing]
            if len(found) <= _MANY:
                total = sum(ways[number].uses[thing] for number in found) * len(found)
                for number in found:
                    told[number] += ways[number].uses[thing] / total
        return {
            number: (weight * (_IMPROVED if ways[number].improved else 1)) ** 2
            for number, weight in sorted(told.items())
        }

    def _uses(self, item: str) -> set[str]:
        flows = [link.source for link in self._flows.get(item, ())]
        nodes = (node.id for flow in flows for node in self._nodes(flow))
        lanes = {actor for flow in flows for actor in self._lanes(flow) if actor in self._chain.elements}
        return lanes.union(*(_used(self._chain, key) for key in (item, *flows, *nodes)))

    def _nodes(self, flow: str) -> Iterable[Node]:
        found = self._chain.elements[flow]
        return found.steps.values() if isinstance(found, Flow) else ()

    def _lanes(self, flow: str) -> set[str]:
        found = self._chain.elements[flow]
        return {actor for actor in found.lanes.values() if actor} if isinstance(found, Flow) else set()

    def _ways_of(self, scenario: str) -> tuple[list[_Way], Mapping[str, list[int]]]:
        """The functions that a scenario leads to, and by thing used there which of them use it."""
        if scenario not in self._ways:
            self._ways[scenario] = list(_ways(self._chain, scenario))
            by_thing: dict[str, list[int]] = defaultdict(list)
            for number, way in enumerate(self._ways[scenario]):
                for thing in way.uses:
                    by_thing[thing].append(number)
            self._by_thing[scenario] = by_thing
        return self._ways[scenario], self._by_thing[scenario]


def _ways(chain: Chain, scenario: str) -> Iterator[_Way]:
    """The functions that a scenario leads to: those that it improves over one link, the others over its paths."""
    improved = {link.target: link for link in chain.outgoing.get(scenario, ()) if link.relation.role is Role.IMPROVES}
    for realizes in chain.outgoing.get(scenario, ()):
        if realizes.relation.name != "realizes":
            continue
        path = chain.elements[realizes.target]
        on_path = dict.fromkeys(_used(chain, path.id), _ON_THE_PATH)
        for connects in chain.outgoing.get(path.id, ()):
            if connects.relation.name != "connects":
                continue
            function = connects.target
            raci = path.connects.get(function) if isinstance(path, Path) else None
            own = dict.fromkeys((*(raci.everybody if raci is not None else ()), *_used(chain, function)), 1.0)
            hops = (Hop((realizes,), path.id), Hop((connects,), function))
            yield _Way(hops, on_path | own, function in improved)
    passed = {
        target.id for path in chain.targets(scenario, "realizes") for target in chain.targets(path.id, "connects")
    }
    for function, link in improved.items():
        if function not in passed:
            yield _Way((Hop((link,), function),), dict.fromkeys(_used(chain, function), 1.0), True)


def _used(chain: Chain, key: str) -> set[str]:
    """The actors, systems, data and places that an element names: what stands beside it or below."""
    return {
        link.target
        for link in chain.outgoing.get(key, ())
        if link.relation.role is Role.USES
        and link.relation != OWNED_BY
        and link.upper_end != link.target
        and not isinstance(chain.elements[link.target], Item | Node)
    }
