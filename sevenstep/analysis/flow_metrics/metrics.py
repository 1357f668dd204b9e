"""The metrics of one flow: exact where its structure allows it, from simulated cases where not."""

import math
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy

from sevenstep.analysis.chances_of_events import EVENTS, chance_of
from sevenstep.analysis.choices import Method
from sevenstep.analysis.costs import costs
from sevenstep.analysis.emissions import emissions
from sevenstep.analysis.flow_metrics.blocks import Block, blocks
from sevenstep.analysis.flow_metrics.entries import BY_HAND, entering, hand_entries
from sevenstep.analysis.flow_metrics.expected_visits import expected_visits, takeovers
from sevenstep.analysis.flow_metrics.flow_model import FlowModel, NotAnalysable, flow_model_of
from sevenstep.analysis.flow_metrics.lead_time import MeanWay, mean_way, span_of
from sevenstep.analysis.flow_metrics.linear import NeverEnds
from sevenstep.analysis.flow_metrics.means import exact, ratio, simulated
from sevenstep.analysis.flow_metrics.quality import Quality
from sevenstep.analysis.flow_metrics.tracks import follow
from sevenstep.analysis.flow_metrics.visit_probability import visit_probability
from sevenstep.analysis.missing import (
    BY_STEPS,
    NO_TIME_PASSES,
    notes_of_counts,
    notes_of_times,
    unknown_cost,
    unknown_share,
    unknown_times,
)
from sevenstep.analysis.online_steps import online_visits
from sevenstep.analysis.results import FlowMetrics, StepMetrics, Unanalysed, Value
from sevenstep.analysis.simulation.cases import GOES_ROUND, MOST_TURNS, Asked, Cases, Counter, simulate
from sevenstep.analysis.unstated import notes_of_quality, unstated
from sevenstep.language import Text
from sevenstep.model.choices import Metric, Mode
from sevenstep.model.step7_flows import Estimate, Flow

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.float64]

_MOST_PASSES: Final = 30_000_000
"""Steps that are simulated of one flow; with more a case, fewer cases are."""
_LEAST_CASES: Final = 100
_BARS: Final = 40
_LEAST_TIMES: Final = 1e-9


def metrics(flow: Flow, cases: int, seed: int) -> FlowMetrics | Unanalysed:
    """Every metric of the flow that its data allow, and why not where it cannot be computed at all.

    Means that the structure of the flow gives are exact; the others, and the percentiles, come from `cases` cases.
    """
    try:
        return _Analysed(flow_model_of(flow), cases, seed).metrics()
    except NotAnalysable as error:
        return Unanalysed(flow.id, error.reason)
    except NeverEnds as error:
        return Unanalysed(flow.id, error.reason)


def probability_of_steps(flow: Flow, names: Collection[str], cases: int, seed: int) -> Value | None:
    """The probability that a case passes any of the named steps; None where the flow cannot be computed."""
    try:
        analysed = _Analysed(flow_model_of(flow), cases, seed)
        numbers = [number for number, node in enumerate(analysed.model.nodes) if node.name in set(names)]
        return analysed.chance(Counter(frozenset(numbers)))
    except (NotAnalysable, NeverEnds):
        return None


class _Analysed:
    """One flow under analysis."""

    def __init__(self, model: FlowModel, cases: int, seed: int) -> None:
        self.model = model
        self.blocks: Sequence[Block] | None = blocks(model)
        passes = expected_visits(model, self.blocks)
        self.entries = {data: entering(model, data) for data in hand_entries(model)}
        self.ways = [
            estimate
            for estimate in model.flow.estimates.values()
            if estimate.of and estimate.metric in {Metric.PROCESSING_TIME, Metric.WAITING_TIME}
        ]
        self.quality = Quality(model)
        self.seed = seed
        self.count = cases
        if passes is not None:
            most = int(_MOST_PASSES / max(1.0, float(passes.sum())))
            self.count = max(_LEAST_CASES, min(cases, most))
        self.is_exact = passes is not None
        self._simulated: Cases | None = None
        self._failed: NotAnalysable | None = None
        self.passes: Numbers = passes if passes is not None else self.simulated().passes

    def simulated(self) -> Cases:
        """The simulated cases; what is counted and followed in them is only needed where blocks do not tell."""
        if self._failed is not None:
            raise self._failed
        if self._simulated is None and self._rounds() > MOST_TURNS:
            self._failed = NotAnalysable(GOES_ROUND)
            raise self._failed
        if self._simulated is None:
            counters = [] if self.blocks is not None else [self._rework, *self._alone, *self.quality.counters()]
            asked = Asked(
                tracks=[]
                if self.blocks is not None
                else [track for own in self.entries.values() for track in own.tracks],
                work_at=[self._nodes(way) for way in self.ways if way.metric == Metric.PROCESSING_TIME],
                waiting_at=[self._nodes(way) for way in self.ways if way.metric == Metric.WAITING_TIME],
            )
            try:
                self._simulated = simulate(self.model, self.count, self.seed, counters, asked)
            except NotAnalysable as error:
                self._failed = error
                raise
        return self._simulated

    def _rounds(self) -> float:
        """How many steps of loops the longest of all simulated cases can be expected to take."""
        if not self.is_exact:
            return 0.0
        return float(self.passes[self.passes > 1].sum()) * math.log(1 + self.count)

    def column(self, name: str) -> "Numbers | None":
        """A column of the simulated cases for the percentiles of an exact mean; None where they cannot be simulated."""
        try:
            found: Numbers = getattr(self.simulated(), name)
        except NotAnalysable:
            return None
        return found

    @property
    def _rework(self) -> Counter:
        return Counter(arrows=self.model.back)

    def _nodes(self, asked: Estimate) -> frozenset[int]:
        return frozenset(number for number, node in enumerate(self.model.nodes) if node.name in asked.of)

    @property
    def _alone(self) -> list[Counter]:
        return [Counter(frozenset(entry.alone)) for entry in self.entries.values()]

    def metrics(self) -> FlowMetrics:
        model = self.model
        activities = [node for _, node in model.activities()]
        passed = {node.id: node for number, node in enumerate(model.nodes) if self.passes[number] > 0}.values()
        unknown: dict[Metric, Text] = unknown_times(passed)
        values: dict[Metric, Value] = {}
        parts: dict[tuple[Metric, tuple[str, ...]], Value] = {}
        if Metric.LEAD_TIME not in unknown:
            times, parts = self._times()
            values |= times
            if not values[Metric.LEAD_TIME].mean:
                unknown[Metric.FLOW_EFFICIENCY] = NO_TIME_PASSES
        if (reason := unknown_cost(activities)) is not None:
            unknown[Metric.COST] = reason
        else:
            values[Metric.COST] = self._cost()
        counts, again_by_data = self._counts()
        values |= counts
        steps = self._steps()
        for (metric, of), value in (*self._quality().items(), *self._online(steps).items()):
            if of:
                parts[metric, of] = value
            else:
                values[metric] = value
        lacking = unstated(model.flow)
        if Metric.EMISSIONS not in lacking:
            values[Metric.EMISSIONS] = self._emissions(steps)
        asked_for = {estimate.metric for estimate in model.flow.estimates.values()}
        unknown |= {metric: reason for metric, reason in lacking.items() if metric in asked_for}
        if (reason := unknown_share(passed)) is not None:
            unknown[Metric.MANUAL_SHARE] = reason
        notes = {**notes_of_times(passed), **notes_of_counts(model.flow), **notes_of_quality(model.flow)}
        if not self._hours_of_known():
            notes[Metric.MANUAL_SHARE] = BY_STEPS
        values = {metric: value for metric, value in values.items() if metric not in unknown}
        return FlowMetrics(
            flow=model.flow.id,
            values=values,
            steps=steps,
            cases=self.count if self._simulated is not None else 0,
            seed=self.seed,
            currency=costs(model.flow).currency,
            gaps=tuple(activity.id for activity in activities if activity.time is None),
            lead_times=self._bars() if Metric.LEAD_TIME in values else None,
            parts=parts,
            again=again_by_data,
            reasons=unknown,
            notes={metric: note for metric, note in notes.items() if metric in values},
            unstated=lacking,
        )

    # -- times and costs ------------------------------------------------------------

    def _times(self) -> tuple[dict[Metric, Value], dict[tuple[Metric, tuple[str, ...]], Value]]:
        """The metrics of time, and those that are asked of some steps on the way that decides."""
        way = mean_way(self.model, self.blocks) if self.blocks is not None else None
        found: dict[Metric, Value]
        if way is None:
            cases = self.simulated()
            lead = cases.lead_time
            found = {
                Metric.LEAD_TIME: simulated(lead),
                Metric.PROCESSING_TIME: simulated(cases.processing),
                Metric.WAITING_TIME: simulated(cases.waiting),
                Metric.FLOW_EFFICIENCY: ratio(cases.processing, lead),
            }
        else:
            processing, waiting = way.processing, way.waiting
            total = processing + waiting
            found = {
                Metric.LEAD_TIME: exact(total, self.column(Metric.LEAD_TIME)),
                Metric.PROCESSING_TIME: exact(processing, self.column("processing")),
                Metric.WAITING_TIME: exact(waiting, self.column("waiting")),
                Metric.FLOW_EFFICIENCY: exact(processing / total if total else 1.0),
            }
        found[Metric.WORK] = self._sum("processing", Metric.WORK)
        total_waiting = sum(step.waiting for step in self._steps().values())
        found[Metric.TOTAL_WAITING] = self._counted(total_waiting)
        return found, {(estimate.metric, estimate.of): self._part(estimate, way) for estimate in self.ways}

    def _part(self, asked: Estimate, way: MeanWay | None) -> Value:
        """Work or waiting at some steps, as far as they lie on the way that decides."""
        is_work = asked.metric == Metric.PROCESSING_TIME
        if way is None:
            same = [estimate for estimate in self.ways if estimate.metric == asked.metric]
            columns = self.simulated().work_at if is_work else self.simulated().waiting_at
            return simulated(columns[same.index(asked)])
        spans = ((number, span_of(self.model.nodes[number])) for number in sorted(self._nodes(asked) - way.beside))
        return exact(
            sum(float(self.passes[number]) * (span.processing if is_work else span.waiting) for number, span in spans)
        )

    def _cost(self) -> Value:
        return self._sum("cost", "cost")

    def _sum(self, field: str, column: str) -> Value:
        if not self.is_exact:
            return simulated(getattr(self.simulated(), column))
        return exact(sum(getattr(step, field) for step in self._steps().values()), self.column(column))

    def _steps(self) -> dict[str, StepMetrics]:
        passed: dict[str, float] = {}
        for number, node in enumerate(self.model.nodes):
            passed[node.name] = passed.get(node.name, 0.0) + float(self.passes[number])
        found = {}
        known, emitted = costs(self.model.flow).of, emissions(self.model.flow)
        for name, node in self.model.flow.steps.items():
            span, passes = span_of(node), passed[name]
            cost = known[node.id].mean if node.id in known else 0.0
            found[name] = StepMetrics(
                passes,
                passes * span.processing,
                passes * span.waiting,
                passes * cost,
                passes * emitted[node.id].mean if node.id in emitted else 0.0,
                {metric: passes * chance for metric in EVENTS if (chance := chance_of(node, metric))},
            )
        return found

    # -- quality, emissions, online ---------------------------------------------------

    def _quality(self) -> dict[tuple[Metric, tuple[str, ...]], Value]:
        if not self.quality.asked:
            return {}
        if self.blocks is not None:
            return self.quality.exact(self.blocks)
        counts = self.simulated().counts
        return self.quality.simulated(counts[1 + len(self.entries) :], counts[0])

    def _emissions(self, steps: Mapping[str, StepMetrics]) -> Value:
        if self.is_exact:
            return exact(sum(step.emissions for step in steps.values()), self.column("emissions"))
        cases = self.simulated().emissions
        return simulated(cases) if cases is not None else exact(0.0)

    def _online(self, steps: Mapping[str, StepMetrics]) -> dict[tuple[Metric, tuple[str, ...]], Value]:
        """The online rate of the flow, and of the steps that indicators ask for."""
        flow = self.model.flow
        parts = [estimate.of for estimate in flow.estimates.values() if estimate.metric == Metric.ONLINE_RATE]
        found = {}
        for of in dict.fromkeys([(), *parts]):
            online, known = online_visits(flow, steps, of)
            if known:
                found[Metric.ONLINE_RATE, of] = self._counted(online / known)
        return found

    def _bars(self) -> tuple[tuple[float, ...], tuple[int, ...]] | None:
        lead = self.column("lead_time")
        if lead is None:
            return None
        counts, bounds = numpy.histogram(lead, bins=_BARS)
        return tuple(map(float, bounds)), tuple(map(int, counts))

    # -- counts and shares ----------------------------------------------------------

    def _counts(self) -> tuple[dict[Metric, Value], dict[str, float]]:
        """The counts, and how often each data object is entered again."""
        model = self.model
        actors = {number: actor for number, node in model.activities() if (actor := model.flow.lanes[node.name])}
        systems = {number: node.system for number, node in model.activities() if node.system}
        reentries, by_data = self._reentries()
        found: dict[Metric, Value] = {
            Metric.HANDOFFS: self._counted(takeovers(model, self.passes, actors)),
            Metric.SYSTEM_SWITCHES: self._counted(takeovers(model, self.passes, systems)),
            Metric.REWORK_PROBABILITY: self.chance(self._rework),
            Metric.REENTRIES: reentries,
        }
        if (share := self._manual()) is not None:
            found[Metric.MANUAL_SHARE] = self._counted(share)
        return found, by_data

    def _counted(self, mean: float) -> Value:
        return Value(mean, Method.EXACT if self.is_exact else Method.SIMULATED, mean, mean)

    def _manual(self) -> float | None:
        known = [(number, node) for number, node in self.model.activities() if node.mode is not None]
        weights = self._hours_of_known() or [float(self.passes[number]) for number, _ in known]
        by_hand = [weight for weight, (_, node) in zip(weights, known, strict=True) if node.mode == Mode.MANUAL]
        return sum(by_hand) / sum(weights) if sum(weights) else None

    def _hours_of_known(self) -> list[float]:
        """The hours of work at each activity of which one knows whether it is by hand; nothing where there are none."""
        known = [(number, node) for number, node in self.model.activities() if node.mode is not None]
        hours = [float(self.passes[number]) * span_of(node).processing for number, node in known]
        return hours if sum(hours) else []

    def chance(self, counter: Counter) -> Value:
        """How likely a case passes any of the nodes or arrows."""
        if self.blocks is not None:
            return exact(visit_probability(self.model, self.blocks, counter.nodes, counter.arrows))
        if counter.arrows and not counter.nodes:
            counted = self.simulated().counts[0]
        else:
            counted = simulate(self.model, self.count, self.seed, [counter]).counts[0]
        return simulated((counted > 0).astype(numpy.float64), percentiles=False)

    def _reentries(self) -> tuple[Value, dict[str, float]]:
        """How often data are entered again by hand in another place: of all of them, and of each.

        Each place counts once, for what is written there later is an update; the first place is no repetition.
        """
        if self.blocks is not None:
            known = {}
            for data, entry in self.entries.items():
                anywhere, *places = (follow(self.model, self.blocks, track).ending(BY_HAND) for track in entry.tracks)
                passed = sum(min(1.0, float(self.passes[step])) for step in entry.alone)
                known[data] = max(0.0, passed + sum(places) - anywhere)
            return exact(sum(known.values(), start=0.0)), _some(known)
        states = iter(self.simulated().states)
        counts = iter(self.simulated().counts[1:])
        total = numpy.zeros(self.count)
        found = {}
        for data, entry in self.entries.items():
            entered = [next(states).astype(numpy.int64) & BY_HAND for _ in entry.tracks]
            cases = sum(entered[1:], start=next(counts)) - entered[0]
            total += cases
            found[data] = float(cases.mean())
        return simulated(total), _some(found)


def _some(again_by_data: dict[str, float]) -> dict[str, float]:
    """Those that are entered again at all, beyond what rounding makes."""
    return {data: times for data, times in again_by_data.items() if times > _LEAST_TIMES}
