"""What came of a simulation: the load of each resource and the lead time of each flow."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy

from sevenstep.analysis.choices import Method
from sevenstep.analysis.results import TOO_SHORT, ResourceLoad, Value
from sevenstep.analysis.simulation.offered_load import Demand, Job
from sevenstep.analysis.simulation.place import Place
from sevenstep.analysis.simulation.spans import Spans, endless, estimate, unsettled
from sevenstep.analysis.simulation.way import Way
from sevenstep.model.calendar import WEEK

if TYPE_CHECKING:
    from array import array

    from numpy.typing import NDArray

_BUSY: Final = 0.95
"""How busy resources are whose queue grows; if less, too little comes through the queues before them."""
_FEW: Final = 0.01
"""How many cases wait on average, or how long against the work itself, where hardly anybody waits."""
_NOTHING: Final = Value(0.0, Method.SIMULATED, 0.0, 0.0)


class Answer:
    """Reads results off places and ways. `known` are the demands looked at for long enough to tell anything of."""

    def __init__(
        self,
        places: Mapping[str, Place],
        ways: Sequence[Way],
        demands: Sequence[Demand],
        known: Sequence[Demand],
        brought: Sequence[Job],
    ) -> None:
        self._places = places
        self._ways = ways
        self._demands = {resource: demand for demand in demands for resource in demand.group.resources}
        self._brought = brought
        self._unknown = frozenset(resource for resource, demand in self._demands.items() if demand not in known)

    def of(self, spans: Spans, is_whole: bool) -> tuple[tuple[ResourceLoad, ...], dict[str, Value], bool]:
        """The loads, the lead times, and whether all is told that can be. `is_whole` says that no case is on its way
        still whose lead time counts."""
        growing = self._growing(spans)
        loads = tuple(self._load(key, spans, growing) for key in self._places)
        grows = {job.flow for job in self._brought if job.team <= growing}
        unknown = {job.flow for job in self._brought if not job.team.isdisjoint(self._unknown)}
        leads = {
            way.model.flow.id: endless()
            if way.model.flow.id in grows
            else self._lead(way, spans, is_whole and way.model.flow.id not in unknown)
            for way in self._ways
        }
        open_ = [
            value
            for load in loads
            if load.resource not in self._unknown
            for value in (load.utilisation, load.queue, load.wait)
        ]
        open_ += [value for flow, value in leads.items() if flow not in unknown]
        return loads, leads, all(value.reason is not TOO_SHORT for value in open_)

    def _growing(self, spans: Spans) -> frozenset[str]:
        """The resources whose queue grows without end: asked for more than they can do, and busy all the time."""
        found: set[str] = set()
        for demand in {demand for demand in self._demands.values() if demand.is_too_much}:
            members = [self._places[resource] for resource in demand.group.resources]
            able = sum(_able(place, spans) for place in members)
            done = sum(float(_numbers(place.work)[spans.within(place.begun)].sum()) for place in members)
            if done >= _BUSY * able:
                found |= demand.group.resources
        return frozenset(found)

    def _load(self, key: str, spans: Spans, growing: frozenset[str]) -> ResourceLoad:
        group = self._demands[key].group
        together = (
            tuple(place for place in self._places if place in group.resources) if len(group.resources) > 1 else ()
        )
        utilisation, queue, wait = self._measured(self._places[key], spans)
        if not group.load:
            utilisation = queue = wait = _NOTHING
        elif key in growing:
            queue = wait = endless()
            utilisation = utilisation if self._places[key].free else _NOTHING
        elif key in self._unknown:
            utilisation, queue, wait = unsettled(utilisation.mean, 1.0), unsettled(queue.mean), unsettled(wait.mean)
        return ResourceLoad(key, group.load, utilisation, queue, wait, together)

    def _measured(self, place: Place, spans: Spans) -> tuple[Value, Value, Value]:
        """How busy it was, how many waited and how long, of what was asked or begun in the time that counts."""
        asked, begun = spans.within(place.asked), spans.within(place.begun)
        waits, times = _numbers(place.wait)[asked], _numbers(place.asked)[asked]
        works = spans.sums(_numbers(place.begun)[begun], _numbers(place.work)[begun])
        waited = spans.sums(times, waits)
        mean_work = float(works.sum()) / max(1, int(begun.sum()))
        same = numpy.full(spans.count, spans.length)
        able = numpy.full(spans.count, _able(place, spans) / max(1, spans.count))
        return (
            estimate(works, able, int(begun.sum()) * spans.tells, most=1.0),
            estimate(waited, same, len(waits) * spans.tells, nothing=_FEW),
            estimate(waited, spans.sums(times), len(waits) * spans.tells, waits, nothing=_FEW * mean_work),
        )

    def _lead(self, way: Way, spans: Spans, is_known: bool) -> Value:
        """How long the cases took that began in the time that counts."""
        counted = spans.within(way.begins)
        lasted, begins = _numbers(way.lasted)[counted], _numbers(way.begins)[counted]
        found = estimate(spans.sums(begins, lasted), spans.sums(begins), len(lasted) * spans.tells, lasted)
        return found if is_known else unsettled(found.mean)


def _able(place: Place, spans: Spans) -> float:
    """Hours of work that it can do in the time that counts, which is whole periods of its calendar."""
    share = place.calendar.weekly / WEEK if place.calendar is not None else 1.0
    return len(place.free) * spans.count * spans.length * share


def _numbers(kept: "array[float]") -> "NDArray[numpy.float64]":
    return numpy.frombuffer(kept) if kept else numpy.zeros(0)
