"""Demands that cannot both be met: two regulations bind one element on one subject with figures that share no value."""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sevenstep.analysis.regulations.demands import Interval, allowed
from sevenstep.analysis.regulations.reach import bound_by
from sevenstep.chain.graph import Chain
from sevenstep.model.quantity import Quantity
from sevenstep.model.step3_regulations import Regulation


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two regulations on one subject, and the elements that both bind."""

    one: Regulation
    other: Regulation
    elements: tuple[str, ...]


def conflicts(chain: Chain) -> list[Conflict]:
    """For each element and subject one pair, the same pair once for all its elements; those that apply on one day."""
    bound = bound_by(chain)
    together: dict[tuple[str, str], list[Regulation]] = {}
    for regulation in chain.engagement.of(Regulation):
        if regulation.matter and isinstance(regulation.demands, Quantity):
            for element in bound[regulation.id]:
                together.setdefault((element, regulation.matter), []).append(regulation)
    found: dict[tuple[str, str], Conflict] = {}
    known: dict[tuple[str, ...], tuple[Regulation, Regulation] | None] = {}
    for (element, _), peers in together.items():
        if len(peers) < 2:
            continue
        ids = tuple(peer.id for peer in peers)
        if ids not in known:
            known[ids] = first_clash(peers)
        if (pair := known[ids]) is not None:
            one, other = pair
            before = found.get((one.id, other.id))
            found[one.id, other.id] = Conflict(one, other, (*(before.elements if before else ()), element))
    return list(found.values())


def first_clash(peers: Sequence[Regulation]) -> tuple[Regulation, Regulation] | None:
    """The first two, by the day on which they come to apply together, whose figures share no value.

    Walks through the days on which one begins; of those that apply, the one with the highest low end and the one with
    the lowest high end tell whether any of them clashes. Time grows with n log n.
    """
    applying = sorted(_told(peers), key=lambda entry: (entry[1], entry[0]))
    highest: list[tuple[float, bool, int, date, Interval]] = []
    lowest: list[tuple[float, bool, int, date, Interval]] = []
    for number, begins, ends, interval in applying:
        for heap in (highest, lowest):
            while heap and heap[0][3] < begins:
                heapq.heappop(heap)
            if heap and interval.is_disjoint_from(heap[0][4]):
                first, second = sorted((number, heap[0][2]))
                return peers[first], peers[second]
        heapq.heappush(highest, (-interval.low, not interval.low_open, number, ends, interval))
        heapq.heappush(lowest, (interval.high, not interval.high_open, number, ends, interval))
    return None


def _told(peers: Iterable[Regulation]) -> Iterator[tuple[int, date, date, Interval]]:
    """Each with its days and the values it allows, in the unit of the first; those in a unit that does not convert are
    left out."""
    unit: str | None = None
    for number, peer in enumerate(peers):
        if not isinstance(peer.demands, Quantity):
            continue
        unit = peer.demands.unit if unit is None else unit
        interval = allowed(peer.demands, unit)
        if interval is not None and peer.first_day <= peer.last_day:
            yield number, peer.first_day, peer.last_day, interval
