"""What flows say of indicators: a metric of a flow, or of some of its steps, in the unit of the indicator."""

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final, Literal

from sevenstep.analysis.results import FlowMetrics, Stage, Stand, Value
from sevenstep.analysis.units import UnlikeUnits, convert, kind, measure, of_a_case
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import Estimate, Flow, Metric

StepProbability = Callable[[Flow, Collection[str]], Value | None]
"""How likely a case passes any of some steps of a flow; None where that cannot be told."""

Counted = Literal["time", "share", "number", "money"]

COUNTED: Final[Mapping[Metric, Counted]] = {
    "lead_time": "time",
    "processing_time": "time",
    "waiting_time": "time",
    "work": "time",
    "flow_efficiency": "share",
    "rework_probability": "share",
    "manual_share": "share",
    "probability": "share",
    "handoffs": "number",
    "system_switches": "number",
    "reentries": "number",
    "visits": "number",
    "cost": "money",
}
"""What kind of figure each metric is."""

ADDED: Final[frozenset[Metric]] = frozenset(metric for metric, kind in COUNTED.items() if kind != "share")
"""The metrics that add up from flow to flow."""


def fits(unit: str, metric: Metric) -> bool:
    """Whether an indicator in `unit` can be estimated by the metric, which is that of one case."""
    found = kind(of_a_case(unit))
    match COUNTED[metric]:
        case "time":
            return found in {"time", "working time"}
        case "share":
            return found == "share" or not unit.strip()
        case "money":
            return found == "money" or (found == "thing" and bool(unit.strip()))
        case "number":
            return found in {"number", "thing"}


def in_unit(value: float, metric: Metric, currency: str, unit: str) -> float:
    """A metric (hours, a share, a count, the currency of the flow) in the unit of an indicator; raises UnlikeUnits."""
    wanted = of_a_case(unit)
    match COUNTED[metric]:
        case "time":
            return convert(value, "h", wanted)
        case "share":
            return convert(value, "", wanted)
        case "number" if kind(wanted) in {"number", "thing"}:
            return value / measure(wanted).factor
        case "money" if currency:
            return convert(value, of_a_case(currency), wanted)
        case "money" if fits(unit, metric):
            return value / measure(wanted).factor  # costs that name no currency are in that of the indicator
        case _:
            raise UnlikeUnits(currency, unit)


def estimate(
    flow: Flow, asked: Estimate, metrics: FlowMetrics, step_probability: StepProbability, unit: str
) -> Stand | None:
    """What the flow says of an indicator in `unit`; None where it does not tell. Raises UnlikeUnits."""
    value = _value(flow, asked, metrics, step_probability)
    if value is None:
        return None
    low, mean, high = (
        in_unit(one, asked.metric, metrics.currency, unit) for one in (value.low, value.mean, value.high)
    )
    return Stand(mean, low, high, flow.id)


def _value(flow: Flow, asked: Estimate, metrics: FlowMetrics, step_probability: StepProbability) -> Value | None:
    if not asked.of:
        return metrics.values.get(asked.metric)
    if asked.metric == "probability":
        return step_probability(flow, asked.of)
    steps = [metrics.steps[name] for name in dict.fromkeys(asked.of) if name in metrics.steps]
    match asked.metric:
        case "visits":
            total = sum(one.visits for one in steps)
        case "processing_time" | "work":
            total = sum(one.processing for one in steps)
        case "waiting_time":
            total = sum(one.waiting for one in steps)
        case "cost":
            total = sum(one.cost for one in steps)
        case _:
            return None
    return Value(total, metrics.way, total, total) if steps else None


def estimates(
    chain: Chain,
    metrics: Mapping[str, FlowMetrics],
    step_probability: StepProbability,
    units: Mapping[str, str | None],
) -> tuple[dict[str, dict[Stage, Stand]], dict[str, Text]]:
    """What flows say of indicators, by indicator and variant, and why some say nothing.

    Flows of different items add up where the metric does, as if one case went through all. Otherwise the first speaks.
    """
    found: dict[str, dict[Stage, Stand]] = {}
    reasons: dict[str, Text] = {}
    speakers: dict[tuple[str, str], list[Flow]] = {}
    for flow in chain.engagement.of(Flow):
        for key, asked in flow.estimates.items():
            if not isinstance(chain.elements.get(key), Indicator) or not _speaks(speakers, flow, key):
                continue
            if flow.id not in metrics:
                reasons[key] = Text(
                    zh=f"流程“{flow.id}”算不出度量", en=f"the metrics of flow “{flow.id}” could not be computed"
                )
                continue
            try:
                stand = estimate(flow, asked, metrics[flow.id], step_probability, units.get(key) or "")
            except UnlikeUnits as unlike:
                reasons[key] = unlike.message
                continue
            if stand is not None:
                of_indicator = found.setdefault(key, {})
                of_indicator[flow.variant] = _sum(of_indicator.get(flow.variant), stand)
            else:
                reasons[key] = Text(
                    zh=f"流程“{flow.id}”没有给出 {asked.metric}",
                    en=f"flow “{flow.id}” does not give its {asked.metric}",
                )
    return _without(found, reasons, speakers), reasons


def adds_up(flows: Sequence[Flow], indicator: str) -> bool:
    """Whether several flows of one variant give an indicator one value together: by one metric that adds up from flow
    to flow, each for an item of its own."""
    items = [flow.details for flow in flows]
    asked = {flow.estimates[indicator].metric for flow in flows}
    return None not in items and len(set(items)) == len(items) and len(asked) == 1 and asked <= ADDED


def _speaks(speakers: dict[tuple[str, str], list[Flow]], flow: Flow, key: str) -> bool:
    """Whether the flow's figure counts beside those of the flows before it."""
    known = speakers.setdefault((key, flow.variant), [])
    if known and not adds_up([*known, flow], key):
        return False
    known.append(flow)
    return True


def _sum(one: Stand | None, other: Stand) -> Stand:
    if one is None:
        return other
    reach = math.hypot(one.high - one.value, other.high - other.value)
    value = one.value + other.value
    return Stand(value, value - reach, value + reach, f"{one.origin} {other.origin}")


def _without(
    found: dict[str, dict[Stage, Stand]], reasons: Mapping[str, Text], speakers: Mapping[tuple[str, str], list[Flow]]
) -> dict[str, dict[Stage, Stand]]:
    """A sum in which a part is missing is none."""
    for (key, variant), flows in speakers.items():
        stand = found.get(key, {}).get("to-be" if variant == "to-be" else "as-is")
        if key in reasons and stand is not None and len(stand.origin.split()) < len(flows):
            del found[key]["to-be" if variant == "to-be" else "as-is"]
    return found
