"""The flows of all items joined: which item hands over to which, by the data they write and read and by their scopes.

What an item reads, it has from the item before it (in the order of the items) that wrote it last, of its own group of
items if one did, never from another journey; where none before it writes it, from the next one behind it: a way back.
So each reader has one giver, and the picture stays readable; which flows touch some data at all is told by the lineage
of the data.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.item_order import item_groups, item_order
from sevenstep.language import Text
from sevenstep.memory import per_chain
from sevenstep.model.choices import Variant
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Activity, DataObject, Flow
from sevenstep.model.values import same_words


@dataclass(frozen=True, slots=True)
class Handover:
    """One item hands over to another: the data, and whether the one ends where the other starts.

    `is_back` says that the giver stands behind the taker in the order of the items.
    """

    giver: str
    taker: str
    data: tuple[str, ...]
    meets: bool
    is_back: bool


@dataclass(frozen=True, slots=True)
class JoinedFlows:
    """The items that have flows in one variant, in their order, each with its flows, and what they hand over."""

    variant: Variant
    flows: Mapping[str, tuple[str, ...]]
    handovers: tuple[Handover, ...]

    @property
    def islands(self) -> tuple[str, ...]:
        """The items that nobody hands anything to, and that hand nothing over."""
        tied = {end for handover in self.handovers for end in (handover.giver, handover.taker)}
        return tuple(item for item in self.flows if item not in tied)


@dataclass(slots=True)
class _Uses:
    """What one item does with data: what it takes from outside, what it writes, where it starts and ends."""

    takes: dict[str, None] = field(default_factory=dict)
    reads: dict[str, None] = field(default_factory=dict)
    writes: dict[str, None] = field(default_factory=dict)
    starts: dict[Hashable, None] = field(default_factory=dict)
    ends: dict[Hashable, None] = field(default_factory=dict)


@per_chain
def joined_flows(chain: Chain) -> Mapping[Variant, JoinedFlows]:
    """The joined flows of each variant that there are flows of. Time grows with what the activities read and write."""
    order = item_order(chain)
    found: dict[Variant, dict[str, list[Flow]]] = {variant: {} for variant in Variant}
    for item in sorted(chain.engagement.of(Item), key=lambda item: order[item.id]):
        for flow in chain.holders(item.id, "details"):
            if isinstance(flow, Flow):
                found[flow.variant].setdefault(item.id, []).append(flow)
    return {variant: _joined(chain, variant, flows) for variant, flows in found.items() if flows}


def _joined(chain: Chain, variant: Variant, flows: Mapping[str, list[Flow]]) -> JoinedFlows:
    uses = {item: _uses(chain, own) for item, own in flows.items()}
    ties: dict[tuple[str, str], tuple[dict[str, None], bool]] = {}
    order = item_order(chain)
    data = _Givers(chain, {item: tuple(use.writes) for item, use in uses.items()})
    cases = _Givers(chain, {item: tuple(use.ends) for item, use in uses.items()})
    for item, use in uses.items():
        for key in use.reads:
            giver = data.of(item, key, behind=key in use.takes)
            if giver is not None:
                ties.setdefault((giver, item), ({}, False))[0][key] = None
        for said in use.starts:
            giver = cases.of(item, said, behind=True)
            if giver is not None:
                ties[giver, item] = (ties.get((giver, item), ({}, False))[0], True)
    handovers = [
        Handover(giver, taker, tuple(keys), meets, order[giver] > order[taker])
        for (giver, taker), (keys, meets) in ties.items()
    ]
    handovers.sort(key=lambda handover: (order[handover.giver], order[handover.taker]))
    return JoinedFlows(variant, {item: tuple(flow.id for flow in own) for item, own in flows.items()}, tuple(handovers))


def _uses(chain: Chain, flows: Sequence[Flow]) -> _Uses:
    found = _Uses()
    for flow in flows:
        for node in flow.steps.values():
            if isinstance(node, Activity):
                for key in _known(chain, node.reads):
                    found.reads[key] = None
                    if key not in found.writes:
                        found.takes[key] = None
                found.writes.update(dict.fromkeys(_known(chain, node.writes)))
        if flow.scope is not None:
            found.starts.update(dict.fromkeys(_said(flow.scope.starts)))
            found.ends.update(dict.fromkeys(_said(flow.scope.ends)))
    return found


def _known(chain: Chain, keys: Sequence[str]) -> Iterator[str]:
    return (key for key in keys if isinstance(chain.elements.get(key), DataObject))


def _said(text: Text) -> Iterator[Hashable]:
    """The text in each language it is written in: two scopes meet where they say the same in one of them."""
    for language in ("zh", "en"):
        if not text.lacks(language):
            yield language, same_words(text.for_language(language))


class _Givers:
    """Who has what to give: found by binary search, so that many who give the same thing cost little."""

    def __init__(self, chain: Chain, gives: Mapping[str, Sequence[Hashable]]) -> None:
        self._order = item_order(chain)
        self._groups = item_groups(chain)
        self._journeys = {item.id: item.journey for item in chain.engagement.of(Item)}
        self._every: dict[Hashable, list[str]] = defaultdict(list)
        for item in sorted(gives, key=self._order.__getitem__):
            for thing in gives[item]:
                for circle in (("group", self._groups[item]), ("journey", self._journeys[item]), _ALL):
                    self._every[circle, thing].append(item)

    def of(self, item: str, thing: Hashable, *, behind: bool) -> str | None:
        """The nearest before the item that gives the thing, of its group if one does; else, if asked, behind it.

        An item on a journey takes nothing from another journey: nobody goes out with a case that came in.
        """
        journey = self._journeys[item]
        circles = [("journey", journey), ("journey", None)] if journey is not None else [_ALL]
        own = [self._every.get((("group", self._groups[item]), thing), [])]
        others = [self._every.get((circle, thing), []) for circle in circles]
        found = self._before(item, own) or self._before(item, others)
        if found is None and behind:
            found = self._behind(item, own) or self._behind(item, others)
        return found

    def _before(self, item: str, circles: Sequence[Sequence[str]]) -> str | None:
        cuts = ((givers, bisect_left(givers, self._order[item], key=self._order.__getitem__)) for givers in circles)
        return max((givers[at - 1] for givers, at in cuts if at), key=self._order.__getitem__, default=None)

    def _behind(self, item: str, circles: Sequence[Sequence[str]]) -> str | None:
        cuts = ((givers, bisect_left(givers, self._order[item] + 1, key=self._order.__getitem__)) for givers in circles)
        return min((givers[at] for givers, at in cuts if at < len(givers)), key=self._order.__getitem__, default=None)


_ALL: Final = ("all", None)
