"""The clock: cases of many flows on their way, in the order of time.

What a case does depends on others only where it asks for a resource. So only arrivals and requests stand in the order
of time; between them a case goes on at once, and a join is the latest of those that come to it. Why no library does it:
docs/decisions/0017-own-clock.md.
"""

from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import count
from typing import Final

from sevenstep.analysis.simulation.place import chosen
from sevenstep.analysis.simulation.way import ENDS, SEVERAL, Case, Stop, Way

_MOST_PASSES: Final = 20_000
"""Stops of one case, beyond which it is given up."""

_Entry = tuple[float, int, Way, int, Case | None, float]
"""When, a number that keeps the order of what is at the same time, which flow, at which node, the case (None: one
arrives) and how long it needs the resource that it asks for."""


class World:
    """The flows and the clock."""

    def __init__(self, ways: Sequence[Way]) -> None:
        self._ways = ways
        self._number = count().__next__
        self._heap: list[_Entry] = []
        self._now = self._until = 0.0
        self._left = 0
        for way in ways:
            heappush(self._heap, (way.next_arrival(), self._number(), way, 0, None, 0.0))

    def run(self, until: float) -> None:
        """Go on to that time."""
        self._until = until
        heap, step = self._heap, self._step
        while heap[0][0] <= until:
            step()

    def finish(self, most: int) -> bool:
        """Go on until all cases that have begun by now have ended, and tell whether they have; new ones keep coming.

        At most so many things happen.
        """
        self._left = sum(way.begun - way.ended for way in self._ways if not way.is_endless)
        while self._left > 0 and most > 0:
            self._step()
            most -= 1
        return self._left == 0

    def _step(self) -> None:
        self._now, _, way, node, case, work = heappop(self._heap)
        if case is None:
            heappush(self._heap, (way.next_arrival(), self._number(), way, 0, None, 0.0))
            way.begun += 1
            self._go(way, Case(self._now, way.has_joins), way.start(), self._now)
            return
        stop = way.stops[node]
        if (ends := self._served(stop, work)) is not None:
            if stop.next == ENDS:
                self._end(way, case, ends)
            elif stop.next == SEVERAL:
                self._leave(way, stop, case, ends)
            else:
                self._go(way, case, stop.next, ends)

    def _served(self, stop: Stop, work: float) -> float | None:
        """When one of the resources will have done the work asked for now; None where none of them ever does any."""
        now = self._now
        if len(stop.places) == 1:
            place = stop.places[0]
            begins = place.begins(now)
        else:
            place, begins = chosen(stop.places, now, work)
        return place.take(now, begins, work) if place.free else None

    def _leave(self, way: Way, stop: Stop, case: Case, time: float) -> None:
        targets = way.leaving(stop, case)
        case.tokens += len(targets) - 1
        for target in targets:
            if target == ENDS:
                self._end(way, case, time)
            else:
                self._go(way, case, target, time)

    def _go(self, way: Way, case: Case, node: int, time: float) -> None:
        """A token goes on from a node until it splits or ends, waits at a join for others, or asks for a resource."""
        while node >= 0:
            stop = way.stops[node]
            if stop.waits_for:
                case.latest[node] = time = max(time, case.latest.get(node, 0.0))
                case.come[node] = case.come.get(node, 0) + 1
                if case.come[node] < case.awaited.get(node, stop.waits_for):
                    case.tokens -= 1
                    return
                case.come[node] = 0
                case.latest[node] = 0.0
            case.passes += 1
            if case.passes > _MOST_PASSES:
                self._give_up(way, case)
                return
            if stop.wait is not None:
                time += stop.wait()
            if stop.work is not None:
                work = stop.work()
                if not stop.places:
                    time += work
                elif time > self._now:
                    heappush(self._heap, (time, self._number(), way, node, case, work))
                    return
                elif (ends := self._served(stop, work)) is None:
                    return
                else:
                    time = ends
            node = stop.next
        if node == SEVERAL:
            self._leave(way, stop, case, time)
        else:
            self._end(way, case, time)

    def _end(self, way: Way, case: Case, time: float) -> None:
        """One token has come to an end; with the last of them the case has."""
        case.tokens -= 1
        case.ended = max(case.ended, time)
        if case.tokens == 0:
            way.ended += 1
            if case.began <= self._until and not way.is_endless:
                self._left -= 1
            way.begins.append(case.began)
            way.lasted.append(case.ended - case.began)

    def _give_up(self, way: Way, case: Case) -> None:
        if case.tokens > 0:
            case.tokens = 0
            way.ended += 1
            if case.began <= self._until and not way.is_endless:
                self._left -= 1
