"""The metrics of one flow: exact where its structure allows it, from simulated cases where not."""

import math
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

import numpy

from sevenstep.analysis.flow_metrics.blocks import Block, blocks
from sevenstep.analysis.flow_metrics.entries import hand_entries
from sevenstep.analysis.flow_metrics.lead_time import mean_way, span_of
from sevenstep.analysis.flow_metrics.linear import NeverEnds
from sevenstep.analysis.flow_metrics.passing import passing as chance_of_passing
from sevenstep.analysis.flow_metrics.plan import NotAnalysable, Plan, plan_of
from sevenstep.analysis.flow_metrics.visits import takeovers, visits
from sevenstep.analysis.results import FlowMetrics, StepMetrics, Unanalysed, Value
from sevenstep.analysis.simulation.cases import GOES_ROUND, MOST_TURNS, Cases, Counter, simulate
from sevenstep.model.step7_flows import Activity, Event, Flow, Metric

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.float64]

Z95: Final = 1.959963984540054
"""The 97.5 % point of the normal distribution: 95 % of a mean of many lies within so many standard errors."""
_MOST_PASSES: Final = 30_000_000
"""Steps that are simulated of one flow; with more a case, fewer cases are."""
_LEAST_CASES: Final = 100
_BARS: Final = 40


def metrics(flow: Flow, cases: int, seed: int) -> FlowMetrics | Unanalysed:
    """Every metric of the flow that its data allow, and why not where it cannot be computed at all.

    Means that the structure of the flow gives are exact; the others, and the percentiles, come from `cases` cases.
    """
    try:
        return _Analysed(plan_of(flow), cases, seed).metrics()
    except NotAnalysable as error:
        return Unanalysed(flow.id, error.reason)
    except NeverEnds as error:
        return Unanalysed(flow.id, error.reason)


def passing(flow: Flow, names: Collection[str], cases: int, seed: int) -> Value | None:
    """The probability that a case passes any of the named steps; None where the flow cannot be computed."""
    try:
        analysed = _Analysed(plan_of(flow), cases, seed)
        numbers = [number for number, node in enumerate(analysed.plan.nodes) if node.name in set(names)]
        return analysed.chance(Counter(frozenset(numbers)))
    except (NotAnalysable, NeverEnds):
        return None


class _Analysed:
    """One flow under analysis."""

    def __init__(self, plan: Plan, cases: int, seed: int) -> None:
        self.plan = plan
        self.blocks: Sequence[Block] | None = blocks(plan)
        exact = visits(plan, self.blocks)
        self.entries = hand_entries(plan)
        self.seed = seed
        self.count = cases
        if exact is not None:
            most = int(_MOST_PASSES / max(1.0, float(exact.sum())))
            self.count = max(_LEAST_CASES, min(cases, most))
        self.is_exact = exact is not None
        self._simulated: Cases | None = None
        self._failed: NotAnalysable | None = None
        self.passes: Numbers = exact if exact is not None else self.simulated().passes

    def simulated(self) -> Cases:
        """The simulated cases; what is counted in them is only needed where blocks do not tell."""
        if self._failed is not None:
            raise self._failed
        if self._simulated is None and self._rounds() > MOST_TURNS:
            self._failed = NotAnalysable(GOES_ROUND)
            raise self._failed
        if self._simulated is None:
            counters = [] if self.blocks is not None else [self._rework, *map(Counter, self.entries.values())]
            try:
                self._simulated = simulate(self.plan, self.count, self.seed, counters)
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
        return Counter(arrows=self.plan.back)

    def metrics(self) -> FlowMetrics:
        plan = self.plan
        activities = [node for _, node in plan.activities()]
        costs = {activity.cost.unit for activity in activities if activity.cost is not None}
        values: dict[Metric, Value] = {}
        if any(isinstance(node, Activity | Event) and node.wait for node in plan.nodes) or any(
            activity.time for activity in activities
        ):
            values |= self._times()
        if len(costs) == 1:
            values["cost"] = self._cost()
        values |= self._counts()
        return FlowMetrics(
            flow=plan.flow.id,
            values=values,
            steps=self._steps(),
            cases=self.count if self._simulated is not None else 0,
            seed=self.seed,
            currency=costs.pop() if len(costs) == 1 else "",
            gaps=tuple(activity.id for activity in activities if activity.time is None),
            lead_times=self._bars() if "lead_time" in values else None,
        )

    # -- times and costs ------------------------------------------------------------

    def _times(self) -> dict[Metric, Value]:
        way = mean_way(self.plan, self.blocks) if self.blocks is not None else None
        found: dict[Metric, Value]
        if way is None:
            cases = self.simulated()
            lead = cases.lead_time
            found = {
                "lead_time": _simulated(lead),
                "processing_time": _simulated(cases.processing),
                "waiting_time": _simulated(cases.waiting),
                "flow_efficiency": _ratio(cases.processing, lead),
            }
        else:
            processing, waiting = way
            total = processing + waiting
            found = {
                "lead_time": _exact(total, self.column("lead_time")),
                "processing_time": _exact(processing, self.column("processing")),
                "waiting_time": _exact(waiting, self.column("waiting")),
                "flow_efficiency": _exact(processing / total if total else 1.0),
            }
        found["work"] = self._sum("processing", "work")
        return found

    def _cost(self) -> Value:
        return self._sum("cost", "cost")

    def _sum(self, field: str, column: str) -> Value:
        if not self.is_exact:
            return _simulated(getattr(self.simulated(), column))
        return _exact(sum(getattr(step, field) for step in self._steps().values()), self.column(column))

    def _steps(self) -> dict[str, StepMetrics]:
        passed: dict[str, float] = {}
        for number, node in enumerate(self.plan.nodes):
            passed[node.name] = passed.get(node.name, 0.0) + float(self.passes[number])
        found = {}
        for name, node in self.plan.flow.steps.items():
            span, passes = span_of(node), passed[name]
            cost = node.cost.mean if isinstance(node, Activity) and node.cost is not None else 0.0
            found[name] = StepMetrics(passes, passes * span.processing, passes * span.waiting, passes * cost)
        return found

    def _bars(self) -> tuple[tuple[float, ...], tuple[int, ...]] | None:
        lead = self.column("lead_time")
        if lead is None:
            return None
        counts, bounds = numpy.histogram(lead, bins=_BARS)
        return tuple(map(float, bounds)), tuple(map(int, counts))

    # -- counts and shares ----------------------------------------------------------

    def _counts(self) -> dict[Metric, Value]:
        plan = self.plan
        actors = {number: actor for number, node in plan.activities() if (actor := plan.flow.lanes[node.name])}
        systems = {number: node.system for number, node in plan.activities() if node.system}
        found: dict[Metric, Value] = {
            "handoffs": self._counted(takeovers(plan, self.passes, actors)),
            "system_switches": self._counted(takeovers(plan, self.passes, systems)),
            "rework_probability": self.chance(self._rework),
            "reentries": self._reentries(),
        }
        if (share := self._manual()) is not None:
            found["manual_share"] = self._counted(share)
        return found

    def _counted(self, mean: float) -> Value:
        return Value(mean, "exact" if self.is_exact else "simulated", mean, mean)

    def _manual(self) -> float | None:
        known = [(number, node) for number, node in self.plan.activities() if node.mode is not None]
        weights = [float(self.passes[number]) * span_of(node).processing for number, node in known]
        if not sum(weights):
            weights = [float(self.passes[number]) for number, _ in known]
        by_hand = [weight for weight, (_, node) in zip(weights, known, strict=True) if node.mode == "manual"]
        return sum(by_hand) / sum(weights) if sum(weights) else None

    def chance(self, counter: Counter) -> Value:
        """How likely a case passes any of the nodes or arrows."""
        if self.blocks is not None:
            return _exact(chance_of_passing(self.plan, self.blocks, counter.nodes, counter.arrows))
        if counter.arrows and not counter.nodes:
            counted = self.simulated().counts[0]
        else:
            counted = simulate(self.plan, self.count, self.seed, [counter]).counts[0]
        return _simulated((counted > 0).astype(numpy.float64), percentiles=False)

    def _reentries(self) -> Value:
        if self.blocks is None:
            counted = self.simulated().counts[1:]
            again = sum((numpy.maximum(one - 1, 0.0) for one in counted), start=numpy.zeros(self.count))
            return _simulated(again)
        again_mean = 0.0
        for steps in self.entries.values():
            times = sum(float(self.passes[step]) for step in steps)
            again_mean += times - chance_of_passing(self.plan, self.blocks, steps)
        return _exact(max(0.0, again_mean))


def _exact(mean: float, cases: "Numbers | None" = None) -> Value:
    if cases is None:
        return Value(mean, "exact", mean, mean)
    half, most = numpy.percentile(cases, [50, 90])
    return Value(mean, "exact", mean, mean, float(half), float(most))


def _simulated(cases: "Numbers", *, percentiles: bool = True) -> Value:
    mean, error = float(cases.mean()), _standard_error(cases)
    half, most = (float(one) for one in numpy.percentile(cases, [50, 90])) if percentiles else (None, None)
    return Value(mean, "simulated", mean - Z95 * error, mean + Z95 * error, half, most)


def _ratio(parts: "Numbers", wholes: "Numbers") -> Value:
    """The ratio of two means, with the interval of the ratio estimator (Cochran, Sampling Techniques, 1977, ch. 6)."""
    whole = float(wholes.mean())
    if whole == 0:
        return Value(1.0, "simulated", 1.0, 1.0)
    ratio = float(parts.mean()) / whole
    error = _standard_error(parts - ratio * wholes) / whole
    return Value(ratio, "simulated", max(0.0, ratio - Z95 * error), min(1.0, ratio + Z95 * error))


def _standard_error(cases: "Numbers") -> float:
    return float(cases.std(ddof=1)) / math.sqrt(len(cases)) if len(cases) > 1 else 0.0
