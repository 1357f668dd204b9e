"""A resource in the simulation: when it can begin what, and what it has done."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from heapq import heapreplace
from math import inf

from sevenstep.model.calendar import WEEK, Calendar
from sevenstep.model.step7_flows import Resource


class Place:
    """A resource: each of its desks is taken until a known time, since what it is to do is drawn when it is asked for.

    So all that wait stand in one line, first come first served. What was asked for is kept in four columns: when, how
    long it waited, when it began and how long the work took.
    """

    __slots__ = ("asked", "begun", "calendar", "closes", "free", "key", "opens", "wait", "work")

    def __init__(self, resource: Resource, calendar: Calendar | None) -> None:
        self.key = resource.id
        self.calendar = calendar
        self.free = [0.0] * resource.capacity
        self.opens, self.closes = (0.0, inf) if calendar is None else (0.0, 0.0)
        self.asked, self.wait, self.begun, self.work = (array("d") for _ in range(4))

    def begins(self, now: float) -> float:
        """When something that comes now could begin: as soon as a desk is free and it is open."""
        if not self.free:
            return inf
        begins = self.free[0] if self.free[0] > now else now
        if self.calendar is None or self.opens <= begins < self.closes:
            return begins
        begins = self.calendar.start(begins)
        weeks, rest = divmod(begins, WEEK)
        span = self.calendar.spans[max(0, bisect_right(self.calendar.spans, (rest, inf)) - 1)]
        self.opens, self.closes = WEEK * weeks + span[0], WEEK * weeks + span[1]
        return begins

    def ends(self, begins: float, work: float) -> float:
        """When work that begins then would be done: it stops at closing and goes on at opening."""
        if self.calendar is None or (self.opens <= begins and begins + work <= self.closes):
            return begins + work
        return self.calendar.after(begins, work)

    def take(self, now: float, begins: float, work: float) -> float:
        """Do the work; tells when it is done."""
        ends = self.ends(begins, work)
        heapreplace(self.free, ends)
        self.asked.append(now)
        self.wait.append(begins - now)
        self.begun.append(begins)
        self.work.append(work)
        return ends


def chosen(able: Sequence[Place], now: float, work: float) -> tuple[Place, float]:
    """The one of several that can begin first, and when: of those, the one that ends first, then that idle longest."""
    best, first = able[0], able[0].begins(now)
    if len(able) == 1:
        return best, first
    ends = best.ends(first, work) if first < inf else inf
    for place in able[1:]:
        begins = place.begins(now)
        if begins > first or begins == inf:
            continue
        done = place.ends(begins, work)
        if (begins, done, place.free[0]) < (first, ends, best.free[0] if best.free else inf):
            best, first, ends = place, begins, done
    return best, first
