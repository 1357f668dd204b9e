"""Items and flows in the order of the business: what is done first stands first, whatever the files are called.

An item stands behind every item that it depends on. Items of one journey (where there is none: of one scenario) stand
together. Among those that may come next, an item waits for the one that hands over to it: that ends where it starts, or
alone writes what it reads. What is left is the author's order: within a file as written, the files by what is in them.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from heapq import heapify, heappop, heappush
from typing import Final, Literal

from sevenstep.language import Text
from sevenstep.model.choices import Variant
from sevenstep.model.element import Element
from sevenstep.model.engagement import Engagement
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Activity, Flow
from sevenstep.model.values import same_words

_Rank = tuple[int, int]
"""Where an item would like to stand: its strand, then where it is written."""
_VARIANTS: Final = {variant: number for number, variant in enumerate(Variant)}


def in_business_order(engagement: Engagement) -> Engagement:
    """The engagement with its items and flows in the order of the business; all else stands where it stood."""
    items = ordered_items(engagement)
    place = {item.id: number for number, item in enumerate(items)}
    written = list(engagement.of(Flow))
    flows = sorted(written, key=lambda flow: (place.get(flow.details or "", len(items)), _VARIANTS[flow.variant]))
    if items == list(engagement.of(Item)) and flows == written:
        return engagement
    return replace(engagement, elements=dict(_placed(engagement, iter(items), iter(flows))))


def _placed(engagement: Engagement, items: Iterator[Item], flows: Iterator[Flow]) -> Iterator[tuple[str, Element]]:
    """Every element: each place of an item with the item that belongs there, a flow with its nodes."""
    nodes = {node.id for flow in engagement.of(Flow) for node in flow.steps.values()}
    for key, element in engagement.elements.items():
        if isinstance(element, Item):
            item = next(items)
            yield item.id, item
        elif isinstance(element, Flow):
            flow = next(flows)
            yield flow.id, flow
            known = (node for node in flow.steps.values() if node.id in engagement.elements)
            yield from ((node.id, node) for node in known)
        elif key not in nodes:
            yield key, element


def ordered_items(engagement: Engagement) -> list[Item]:
    """The items in their order; those that depend on each other in a circle, and what waits for them, stand at the end.

    Time grows with what the items depend on and with what their flows read and write.
    """
    items = {item.id: item for item in engagement.of(Item)}
    rank = _ranks(engagement, items)
    wishes = _Wishes(_handovers(engagement, items, _before(items)), rank)
    order: dict[str, Item] = {}
    for key in _in_turn(items, rank, wishes):
        order[key] = items[key]
    return [*order.values(), *(items[key] for key in sorted(items, key=rank.__getitem__) if key not in order)]


def _in_turn(items: Mapping[str, Item], rank: Mapping[str, _Rank], wishes: "_Wishes") -> Iterator[str]:
    """The items, each behind those that it depends on. Of those that may come, one that takes over from none goes
    first; where everybody of a strand waits for another of it, the first in rank."""
    after, needed = _needs(items)
    may = [(rank[key], key) for key in items if not needed[key]]
    heapify(may)
    for _at, key in may:
        wishes.may(key)
    placed: set[str] = set()
    while may:
        at, here = may[0]
        if here in placed:
            heappop(may)
            continue
        here = wishes.first(at[0], placed) or here
        placed.add(here)
        yield here
        wishes.done(here)
        for later in after[here]:
            needed[later] -= 1
            if not needed[later]:
                heappush(may, (rank[later], later))
                wishes.may(later)


class _Wishes:
    """Which of the items that may come take over from nobody who is still to come."""

    def __init__(self, handed: Mapping[str, Sequence[str]], rank: Mapping[str, _Rank]) -> None:
        self._handed = handed
        self._rank = rank
        self._open = Counter(taker for takers in handed.values() for taker in takers)
        self._allowed: set[str] = set()
        self._free: list[tuple[_Rank, str]] = []

    def may(self, item: str) -> None:
        """Nothing that it depends on is still to come."""
        self._allowed.add(item)
        if not self._open[item]:
            heappush(self._free, (self._rank[item], item))

    def done(self, item: str) -> None:
        """It stands in the order now."""
        for taker in self._handed.get(item, ()):
            self._open[taker] -= 1
            if not self._open[taker] and taker in self._allowed:
                heappush(self._free, (self._rank[taker], taker))

    def first(self, strand: int, placed: Set[str]) -> str | None:
        """The first of the strand that takes over from nobody, if there is one."""
        while self._free and self._free[0][1] in placed:
            heappop(self._free)
        return self._free[0][1] if self._free and self._free[0][0][0] == strand else None


def _needs(items: Mapping[str, Item]) -> tuple[Mapping[str, list[str]], dict[str, int]]:
    """What depends on each item, and on how many each item depends."""
    after: dict[str, list[str]] = defaultdict(list)
    needed = dict.fromkeys(items, 0)
    for item in items.values():
        for first in dict.fromkeys(item.depends_on):
            if first in items:
                after[first].append(item.id)
                needed[item.id] += 1
    return after, needed


def _before(items: Mapping[str, Item]) -> Mapping[str, int]:
    """All that an item depends on, over however many others: a bit for each item, in the order they are written."""
    after, needed = _needs(items)
    bits = {key: 1 << number for number, key in enumerate(items)}
    before = dict.fromkeys(items, 0)
    ready = [key for key in items if not needed[key]]
    while ready:
        here = ready.pop()
        for later in after[here]:
            before[later] |= before[here] | bits[here]
            needed[later] -= 1
            if not needed[later]:
                ready.append(later)
    return before


def _ranks(engagement: Engagement, items: Mapping[str, Item]) -> dict[str, _Rank]:
    """Items of a strand stand together, where the author put the first of them.

    Of two files the one goes first that has a journey, then the one whose items serve the earlier scenario.
    """
    scenarios = {scenario.id: number for number, scenario in enumerate(engagement.of(Scenario))}
    own = {
        key: (item.journey is None, scenarios.get(item.scenario or "", len(scenarios))) for key, item in items.items()
    }
    files = {key: engagement.places[key].file for key in items}
    first: dict[str, tuple[bool, int]] = {}
    for key, file in files.items():
        first[file] = min(first.get(file, own[key]), own[key])
    written = {key: number for number, key in enumerate(sorted(items, key=lambda key: first[files[key]]))}
    strands: dict[Hashable, int] = {}
    for key, item in items.items():
        strand = strand_of(item)
        strands[strand] = min(strands.get(strand, written[key]), written[key])
    return {key: (strands[strand_of(item)], written[key]) for key, item in items.items()}


def strand_of(item: Item) -> Hashable:
    """What the item belongs to from end to end: its journey, else its scenario, else nothing but itself."""
    return item.journey or (item.scenario and ("scenario", item.scenario)) or ("item", item.id)


def _handovers(
    engagement: Engagement, items: Mapping[str, Item], before: Mapping[str, int]
) -> dict[str, tuple[str, ...]]:
    """Which items of the same strand take over from each item, unless it depends on them itself: a way back."""
    gives: dict[Hashable, dict[str, None]] = defaultdict(dict)
    takes: dict[Hashable, dict[str, None]] = defaultdict(dict)
    for flow in engagement.of(Flow):
        item = items.get(flow.details or "")
        if item is None:
            continue
        strand = strand_of(item)
        for thing in _ends(flow):
            gives[strand, flow.variant, thing][item.id] = None
        for thing in _starts(flow):
            takes[strand, flow.variant, thing][item.id] = None
    place = {key: number for number, key in enumerate(items)}
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for thing, givers in gives.items():
        if len(givers) != 1:  # who of several hands it over cannot be told
            continue
        (giver,) = givers
        takers = (taker for taker in takes.get(thing, ()) if taker != giver)
        found[giver].update(dict.fromkeys(taker for taker in takers if not before[giver] >> place[taker] & 1))
    return {giver: tuple(takers) for giver, takers in found.items()}


def _ends(flow: Flow) -> Iterator[Hashable]:
    if flow.scope is not None:
        yield from _said(flow.scope.ends)
    yield from (("data", key) for key in _data(flow, "writes"))


def _starts(flow: Flow) -> Iterator[Hashable]:
    """What the flow needs from outside: what it reads without having written it."""
    if flow.scope is not None:
        yield from _said(flow.scope.starts)
    written = set(_data(flow, "writes"))
    yield from (("data", key) for key in _data(flow, "reads") if key not in written)


def _said(text: Text) -> Iterator[Hashable]:
    """The text in each language it is written in: two scopes meet where they say the same in one of them."""
    for language in ("zh", "en"):
        if not text.lacks(language):
            yield language, same_words(text.for_language(language))


def _data(flow: Flow, field: Literal["reads", "writes"]) -> Iterator[str]:
    for node in flow.steps.values():
        if isinstance(node, Activity):
            yield from node.reads if field == "reads" else node.writes
