"""Items and the whole engagement, as is against to be."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from sevenstep.analysis.choices import Method
from sevenstep.analysis.costs import cost_factor, unlike
from sevenstep.analysis.estimates import ADDED
from sevenstep.analysis.results import Comparison, Difference, FlowMetrics, Share, Value
from sevenstep.analysis.variants.reasons import is_counted_apart, notes_of_item, of_all, reasons_of_item
from sevenstep.analysis.variants.stages import Measured, Stage, stages
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.choices import Metric, Variant
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow, Measure

_NO_JOURNEY: Final = Text(zh="未写行程的事项", en="Items that name no journey")


def comparisons(chain: Chain, metrics: Mapping[str, FlowMetrics], measured: Measured) -> tuple[Comparison, ...]:
    """For each item with both variants, in the order of the model, then for all of a journey together (item None).

    Items of different journeys are never added up: nobody goes out and in with one case.
    `measured` finds the metrics of flows with the changes of measures in them. Time grows with the flows times the
    measures that change them.
    """
    compared = list(_compared(chain, metrics, measured))
    found = [
        Comparison(
            comparison.item,
            (comparison.before,),
            (comparison.after,),
            tuple(differences(comparison.before_values, comparison.steps)),
            comparison.currency,
            comparison.reasons,
            comparison.notes,
        )
        for comparison in compared
    ]
    return (*found, *_of_journeys(chain, compared))


def _of_journeys(chain: Chain, compared: Sequence["_Compared"]) -> Iterator[Comparison]:
    """All items of each journey together, where it has more than one; items that name none are on one journey."""
    journeys: dict[Text | None, list[_Compared]] = {}
    for comparison in compared:
        item = chain.elements[comparison.item]
        journeys.setdefault(item.journey if isinstance(item, Item) else None, []).append(comparison)
    for number, (journey, together) in enumerate(journeys.items(), 1):
        if len(together) > 1:
            whole = _of_all(chain, together)
            yield replace(whole, journey=journey or _NO_JOURNEY, number=number) if len(journeys) > 1 else whole


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

    @property
    def currency(self) -> str:
        """What all costs are told in."""
        return next((stage.metrics.currency for stage in self.stages if stage.metrics.currency), "")

    @property
    def reasons(self) -> dict[Metric, Text]:
        """Why metrics are not compared."""
        return reasons_of_item(self.stages[0].metrics, self.stages[-1].metrics)

    @property
    def notes(self) -> dict[Metric, Text]:
        """What the metrics that are compared leave out."""
        found = notes_of_item(self.stages[0].metrics, self.stages[-1].metrics)
        return {metric: note for metric, note in found.items() if metric not in self.reasons}

    @property
    def before_values(self) -> Mapping[Metric, Value]:
        return self._values(self.stages[0])

    @property
    def steps(self) -> list[_Step]:
        return [_Step(stage.measures, self._values(stage)) for stage in self.stages[1:]]

    def _values(self, stage: Stage) -> Mapping[Metric, Value]:
        """The values of a stage; its costs told as those of the first, where they are in one currency."""
        found = dict(stage.metrics.values)
        if "cost" in found:
            factor = cost_factor(stage.metrics.currency, self.currency)
            if factor is None:
                del found[Metric.COST]
            elif factor != 1:
                found[Metric.COST] = _scaled(found[Metric.COST], factor)
        if is_counted_apart(self.stages[0].metrics, self.stages[-1].metrics):
            found.pop(Metric.MANUAL_SHARE, None)
        return found


def _compared(chain: Chain, metrics: Mapping[str, FlowMetrics], measured: Measured) -> Iterator[_Compared]:
    for item in chain.engagement.of(Item):
        flows = [flow for flow in chain.holders(item.id, "details") if isinstance(flow, Flow) and flow.id in metrics]
        as_is = next((flow for flow in flows if flow.variant == Variant.AS_IS), None)
        to_be = next((flow for flow in flows if flow.variant == Variant.TO_BE), None)
        if as_is is not None and to_be is not None:
            found = stages(chain, as_is, to_be, metrics[as_is.id], metrics[to_be.id], measured)
            yield _Compared(item.id, as_is.id, to_be.id, found)


def differences(before: Mapping[Metric, Value], steps: Sequence[_Step]) -> Iterator[Difference]:
    """Each metric that is known before and after, with the parts of the difference that the steps account for."""
    after = steps[-1].values
    for metric in Metric:
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
        old, new = before[metric], after[metric]
        mean = new.mean - old.mean
        reach = math.hypot(_reach(old), _reach(new))
        rest = shares.pop((), 0.0)
        told = tuple(Share(measures, moved) for measures, moved in shares.items())
        yield Difference(metric, old, new, mean, mean - reach, mean + reach, told, rest)


def _reach(value: Value) -> float:
    """Half the width of the interval."""
    return (value.high - value.low) / 2


def _of_all(chain: Chain, compared: Sequence[_Compared]) -> Comparison:
    """One case that goes through these items, one after the other; each measure takes hold in all flows at once."""
    order = {measure.id: number for number, measure in enumerate(chain.engagement.of(Measure))}
    currency = next((comparison.currency for comparison in compared if comparison.currency), "")
    moves = [
        (
            number == len(comparison.steps),
            step.measures,
            comparison.item,
            _told_in(step.values, comparison.currency, currency),
        )
        for comparison in compared
        for number, step in enumerate(comparison.steps, 1)
    ]
    # what measures are known to change comes first: the last step of an item leads to its flow as it shall be
    moves.sort(key=lambda move: (move[0], max((order[key] for key in move[1]), default=len(order)), move[1]))
    reached = {
        comparison.item: _told_in(comparison.before_values, comparison.currency, currency) for comparison in compared
    }
    before = _through_all(list(reached.values()))
    steps = []
    for (_, measures), together in groupby(moves, key=lambda move: move[:2]):
        reached |= {item: values for _, _, item, values in together}
        steps.append(_Step(measures, _through_all(list(reached.values()))))
    return Comparison(
        None,
        tuple(comparison.before for comparison in compared),
        tuple(comparison.after for comparison in compared),
        tuple(differences(before, steps)),
        currency,
        _reasons_of_all(chain, compared, currency),
        of_all([(chain.elements[comparison.item].title, comparison.notes) for comparison in compared]),
    )


def _told_in(values: Mapping[Metric, Value], currency: str, wanted: str) -> Mapping[Metric, Value]:
    """The values with costs in another unit; without them where they are in another currency."""
    factor = cost_factor(currency, wanted)
    if "cost" not in values or factor == 1:
        return values
    told = dict(values)
    cost = told.pop(Metric.COST)
    if factor is not None:
        told[Metric.COST] = _scaled(cost, factor)
    return told


def _reasons_of_all(chain: Chain, compared: Sequence[_Compared], currency: str) -> dict[Metric, Text]:
    """Why metrics of all items are not added up."""
    items = []
    for comparison in compared:
        said = comparison.reasons
        if "cost" not in said and cost_factor(comparison.currency, currency) is None:
            said[Metric.COST] = unlike(currency, comparison.currency)
        if Metric.MANUAL_SHARE in comparison.notes:  # without times it has no weight beside the others
            said[Metric.MANUAL_SHARE] = comparison.notes[Metric.MANUAL_SHARE]
        items.append((chain.elements[comparison.item].title, said))
    return of_all(items)


def _through_all(flows: Sequence[Mapping[Metric, Value]]) -> dict[Metric, Value]:
    """The metrics of one case that goes through several flows, one after the other."""
    found: dict[Metric, Value] = {}
    for metric in Metric:
        if metric in ADDED and all(metric in values for values in flows):
            found[metric] = _sum([values[metric] for values in flows])
    if all(Metric.FLOW_EFFICIENCY in values for values in flows):
        found[Metric.FLOW_EFFICIENCY] = _scaled(found[Metric.PROCESSING_TIME], 1 / found[Metric.LEAD_TIME].mean)
    if all(Metric.REWORK_PROBABILITY in values for values in flows):
        never = math.prod(1 - values[Metric.REWORK_PROBABILITY].mean for values in flows)
        found[Metric.REWORK_PROBABILITY] = _known(1 - never, [values[Metric.REWORK_PROBABILITY] for values in flows])
    for metric in (Metric.ACCURACY, Metric.FIRST_PASS_YIELD):
        if all(metric in values for values in flows):
            found[metric] = _known(
                math.prod(values[metric].mean for values in flows), [values[metric] for values in flows]
            )
    for metric in (Metric.DAMAGE_RATE, Metric.DISCREPANCY_RATE):
        if all(metric in values for values in flows):
            never = math.prod(1 - values[metric].mean for values in flows)
            found[metric] = _known(1 - never, [values[metric] for values in flows])
    if Metric.WORK in found and all(Metric.MANUAL_SHARE in values for values in flows):
        by_hand = sum(values[Metric.MANUAL_SHARE].mean * values[Metric.WORK].mean for values in flows)
        share = by_hand / found[Metric.WORK].mean if found[Metric.WORK].mean else 0.0
        found[Metric.MANUAL_SHARE] = _known(share, [values[Metric.MANUAL_SHARE] for values in flows])
    return found


def _sum(values: Sequence[Value]) -> Value:
    mean = sum(value.mean for value in values)
    reach = math.hypot(*(_reach(value) for value in values))
    return Value(mean, _way(values), mean - reach, mean + reach)


def _scaled(value: Value, factor: float) -> Value:
    return Value(value.mean * factor, value.method, value.low * factor, value.high * factor)


def _known(mean: float, values: Sequence[Value]) -> Value:
    return Value(mean, _way(values), mean, mean)


def _way(values: Sequence[Value]) -> Method:
    return Method.EXACT if all(value.method == Method.EXACT for value in values) else Method.SIMULATED
