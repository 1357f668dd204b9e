"""Items and the whole engagement, as is against to be."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from sevenstep.analysis.results import Comparison, Difference, FlowMetrics, Share, Value, Way
from sevenstep.analysis.variants.stages import Measured, Stage, stages
from sevenstep.chain.graph import Chain
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import METRICS, Flow, Measure, Metric

ADDED: Final[frozenset[Metric]] = frozenset(
    {"lead_time", "processing_time", "waiting_time", "work", "cost", "handoffs", "system_switches", "reentries"}
)
"""The metrics that add up when one case goes through several flows, one after the other."""


def comparisons(chain: Chain, metrics: Mapping[str, FlowMetrics], measured: Measured) -> tuple[Comparison, ...]:
    """For each item with both variants, in the order of the model, and at last for all of them together (item None).

    `measured` finds the metrics of flows with the changes of measures in them. Time grows with the flows times the
    measures that change them.
    """
    compared = list(_compared(chain, metrics, measured))
    found = [
        Comparison(one.item, (one.before,), (one.after,), tuple(differences(one.before_values, one.steps)))
        for one in compared
    ]
    return (*found, _of_all(chain, compared)) if len(compared) > 1 else tuple(found)


@dataclass(frozen=True, slots=True)
class _Step:
    """What measures bring about: the values once they are applied."""

    measures: tuple[str, ...]
    values: Mapping[Metric, Value]


@dataclass(frozen=True, slots=True)
class _Compared:
    item: str
    before: str
    after: str
    stages: Sequence[Stage]
    currency: bool

    @property
    def before_values(self) -> Mapping[Metric, Value]:
        return self._values(self.stages[0])

    @property
    def steps(self) -> list[_Step]:
        return [_Step(stage.measures, self._values(stage)) for stage in self.stages[1:]]

    def _values(self, stage: Stage) -> Mapping[Metric, Value]:
        """The values of a stage; costs only where all stages count them in one currency."""
        return {key: value for key, value in stage.metrics.values.items() if key != "cost" or self.currency}


def _compared(chain: Chain, metrics: Mapping[str, FlowMetrics], measured: Measured) -> Iterator[_Compared]:
    for item in chain.engagement.of(Item):
        flows = [flow for flow in chain.holders(item.id, "details") if isinstance(flow, Flow) and flow.id in metrics]
        as_is = next((flow for flow in flows if flow.variant == "as-is"), None)
        to_be = next((flow for flow in flows if flow.variant == "to-be"), None)
        if as_is is not None and to_be is not None:
            found = stages(chain, as_is, to_be, metrics[as_is.id], metrics[to_be.id], measured)
            one_currency = len({stage.metrics.currency for stage in found if stage.metrics.currency}) == 1
            yield _Compared(item.id, as_is.id, to_be.id, found, one_currency)


def differences(before: Mapping[Metric, Value], steps: Sequence[_Step]) -> Iterator[Difference]:
    """Each metric that is known before and after, with the parts of the difference that the steps account for."""
    after = steps[-1].values
    for metric in METRICS:
        if metric not in before or metric not in after:
            continue
        shares: dict[tuple[str, ...], float] = {}
        reached = before[metric].mean
        for step in steps:
            if metric not in step.values:
                continue
            moved = step.values[metric].mean - reached
            reached = step.values[metric].mean
            shares[step.measures] = shares.get(step.measures, 0.0) + moved
        one, other = before[metric], after[metric]
        mean = other.mean - one.mean
        reach = math.hypot(_reach(one), _reach(other))
        rest = shares.pop((), 0.0)
        told = tuple(Share(measures, moved) for measures, moved in shares.items())
        yield Difference(metric, one, other, mean, mean - reach, mean + reach, told, rest)


def _reach(value: Value) -> float:
    """Half the width of the interval."""
    return (value.high - value.low) / 2


def _of_all(chain: Chain, compared: Sequence[_Compared]) -> Comparison:
    """One case that goes through all items, one after the other; each measure takes hold in all flows at once."""
    order = {measure.id: number for number, measure in enumerate(chain.engagement.of(Measure))}
    moves = [
        (number == len(one.steps), step.measures, one.item, step.values)
        for one in compared
        for number, step in enumerate(one.steps, 1)
    ]
    # what measures are known to change comes first: the last step of an item leads to its flow as it shall be
    moves.sort(key=lambda move: (move[0], max((order[key] for key in move[1]), default=len(order)), move[1]))
    reached = {one.item: one.before_values for one in compared}
    before = _through_all(list(reached.values()))
    steps = []
    for (_, measures), together in groupby(moves, key=lambda move: move[:2]):
        reached |= {item: values for _, _, item, values in together}
        steps.append(_Step(measures, _through_all(list(reached.values()))))
    return Comparison(
        None,
        tuple(one.before for one in compared),
        tuple(one.after for one in compared),
        tuple(differences(before, steps)),
    )


def _through_all(flows: Sequence[Mapping[Metric, Value]]) -> dict[Metric, Value]:
    """The metrics of one case that goes through several flows, one after the other."""
    found: dict[Metric, Value] = {}
    for metric in METRICS:
        if metric in ADDED and all(metric in values for values in flows):
            found[metric] = _sum([values[metric] for values in flows])
    if "lead_time" in found:
        found["flow_efficiency"] = _scaled(
            found["processing_time"], 1 / found["lead_time"].mean if found["lead_time"].mean else 0.0
        )
    if all("rework_probability" in values for values in flows):
        never = math.prod(1 - values["rework_probability"].mean for values in flows)
        found["rework_probability"] = _known(1 - never, [values["rework_probability"] for values in flows])
    if "work" in found and all("manual_share" in values for values in flows):
        by_hand = sum(values["manual_share"].mean * values["work"].mean for values in flows)
        share = by_hand / found["work"].mean if found["work"].mean else 0.0
        found["manual_share"] = _known(share, [values["manual_share"] for values in flows])
    return found


def _sum(values: Sequence[Value]) -> Value:
    mean = sum(value.mean for value in values)
    reach = math.hypot(*(_reach(value) for value in values))
    return Value(mean, _way(values), mean - reach, mean + reach)


def _scaled(value: Value, factor: float) -> Value:
    return Value(value.mean * factor, value.way, value.low * factor, value.high * factor)


def _known(mean: float, values: Sequence[Value]) -> Value:
    return Value(mean, _way(values), mean, mean)


def _way(values: Sequence[Value]) -> Way:
    return "exact" if all(value.way == "exact" for value in values) else "simulated"
