"""What flows say of indicators: a metric of a flow, or of some of its steps, in the unit of the indicator."""

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final, Literal

from sevenstep.analysis.choices import Method
from sevenstep.analysis.emissions import UNIT as KILOGRAMS
from sevenstep.analysis.missing import unknown_of_steps
from sevenstep.analysis.results import FlowMetrics, StageValue, StepMetrics, Value
from sevenstep.analysis.units import UnlikeUnits, convert, is_emissions, kind, measure, of_a_case
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.choices import Metric, Stage, Variant
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import OF_STEPS, Estimate, Flow

StepProbability = Callable[[Flow, Collection[str]], Value | None]
"""How likely a case passes any of some steps of a flow; None where that cannot be told."""

Counted = Literal["time", "share", "number", "money", "emissions"]

COUNTED: Final[Mapping[Metric, Counted]] = {
    Metric.LEAD_TIME: "time",
    Metric.PROCESSING_TIME: "time",
    Metric.WAITING_TIME: "time",
    Metric.WORK: "time",
    Metric.TOTAL_WAITING: "time",
    Metric.FLOW_EFFICIENCY: "share",
    Metric.REWORK_PROBABILITY: "share",
    Metric.MANUAL_SHARE: "share",
    Metric.PROBABILITY: "share",
    Metric.HANDOFFS: "number",
    Metric.SYSTEM_SWITCHES: "number",
    Metric.REENTRIES: "number",
    Metric.VISITS: "number",
    Metric.COST: "money",
    Metric.ACCURACY: "share",
    Metric.DAMAGE_RATE: "share",
    Metric.DISCREPANCY_RATE: "share",
    Metric.FIRST_PASS_YIELD: "share",
    Metric.ONLINE_RATE: "share",
    Metric.EMISSIONS: "emissions",
}
"""What kind of figure each metric is."""

PARTED: Final[frozenset[Metric]] = frozenset(
    {Metric.ACCURACY, Metric.DAMAGE_RATE, Metric.DISCREPANCY_RATE, Metric.ONLINE_RATE}
)
"""The shares that can be asked of some steps: they do not add up from step to step."""
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
        case "emissions":
            return is_emissions(of_a_case(unit))
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
        case "emissions":
            return convert(value, KILOGRAMS, wanted)
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
) -> StageValue | Text:
    """What the flow says of an indicator in `unit`, or why it does not tell. Raises UnlikeUnits."""
    value = _value(flow, asked, metrics, step_probability)
    if isinstance(value, Text):
        return value
    low, mean, high = (
        in_unit(number, asked.metric, metrics.currency, unit) for number in (value.low, value.mean, value.high)
    )
    return StageValue(mean, low, high, flow.id)


def _value(flow: Flow, asked: Estimate, metrics: FlowMetrics, step_probability: StepProbability) -> Value | Text:
    metric = asked.metric
    if not asked.of:
        return metrics.values.get(metric) or _why_not(flow, metric, metrics)
    if metric == Metric.PROBABILITY:
        return step_probability(flow, asked.of) or _why_not(flow, metric, metrics)
    if metric in metrics.reasons or metric not in OF_STEPS:
        return _why_not(flow, metric, metrics)
    if (reason := unknown_of_steps(metric, [flow.steps[name] for name in asked.of if name in flow.steps])) is not None:
        return reason
    if (metric, asked.of) in metrics.parts:
        return metrics.parts[metric, asked.of]
    if metric in PARTED:
        return _why_not(flow, metric, metrics)
    steps = [metrics.steps[name] for name in dict.fromkeys(asked.of) if name in metrics.steps]
    total = sum(_amount(metric, step) for step in steps)
    return Value(total, _way(metric, metrics), total, total) if steps else _why_not(flow, metric, metrics)


def _amount(metric: Metric, step: StepMetrics) -> float:
    match metric:
        case Metric.VISITS:
            return step.visits
        case Metric.PROCESSING_TIME | Metric.WORK:
            return step.processing
        case Metric.WAITING_TIME | Metric.TOTAL_WAITING:
            return step.waiting
        case Metric.EMISSIONS:
            return step.emissions
        case _:
            return step.cost


def _way(metric: Metric, metrics: FlowMetrics) -> Method:
    """Whether what is summed over visits is exact: as hand-overs are, which are counted by them too."""
    like = metrics.values.get(metric) or metrics.values.get(Metric.HANDOFFS)
    return like.method if like is not None else metrics.method


def _why_not(flow: Flow, metric: Metric, metrics: FlowMetrics) -> Text:
    reason = metrics.reasons.get(metric) or metrics.unstated.get(metric)
    name = metric.label
    if reason is None:
        return flow.title.inserted_into(
            zh=f"流程“{{}}”没有给出{name.zh}", en=f"flow “{{}}” does not give its {name.en}"
        )
    said = reason.inserted_into(zh=f"的{name.zh}无法计算：{{}}", en=f": its {name.en} cannot be computed: {{}}")
    return Text(
        zh=f"流程“{flow.title.for_language('zh')}”{said.for_language('zh')}",
        en=f"flow “{flow.title.for_language('en')}”{said.for_language('en')}",
    )


def estimates(
    chain: Chain,
    metrics: Mapping[str, FlowMetrics],
    step_probability: StepProbability,
    units: Mapping[str, str | None],
    unanalysed: Mapping[str, Text],
) -> tuple[dict[str, dict[Stage, StageValue]], dict[str, Text]]:
    """What flows say of indicators, by indicator and variant, and why some say nothing.

    Flows of different items add up where the metric does, as if one case went through all. Otherwise the first speaks.
    `unanalysed` says why flows have no metrics.
    """
    found: dict[str, dict[Stage, StageValue]] = {}
    reasons: dict[str, Text] = {}
    speakers: dict[tuple[str, Variant], list[Flow]] = {}
    for flow in chain.engagement.of(Flow):
        for key, asked in flow.estimates.items():
            if not isinstance(chain.elements.get(key), Indicator) or not _speaks(speakers, flow, key):
                continue
            if flow.id not in metrics:
                reasons[key] = _not_computed(flow, unanalysed.get(flow.id))
                continue
            try:
                stage_value = estimate(flow, asked, metrics[flow.id], step_probability, units.get(key) or "")
            except UnlikeUnits as unlike:
                reasons[key] = unlike.message
                continue
            if isinstance(stage_value, Text):
                reasons[key] = stage_value
            else:
                of_indicator = found.setdefault(key, {})
                stage = Stage(flow.variant)
                of_indicator[stage] = _sum(of_indicator.get(stage), stage_value)
    return _without(found, reasons, speakers), reasons


def speakers(chain: Chain) -> dict[tuple[str, Variant], list[Flow]]:
    """The flows whose figures count, by indicator and variant."""
    found: dict[tuple[str, Variant], list[Flow]] = {}
    for flow in chain.engagement.of(Flow):
        for key in flow.estimates:
            if isinstance(chain.elements.get(key), Indicator):
                _speaks(found, flow, key)
    return found


def _not_computed(flow: Flow, reason: Text | None) -> Text:
    """That a flow has no metrics at all, and why."""
    title = flow.title.inserted_into(zh="流程“{}”的度量无法计算", en="the metrics of flow “{}” could not be computed")
    if reason is None:
        return title
    return Text(
        zh=f"{title.for_language('zh')}：{reason.for_language('zh')}",
        en=f"{title.for_language('en')}: {reason.for_language('en')}",
    )


def adds_up(flows: Sequence[Flow], indicator: str) -> bool:
    """Whether several flows of one variant give an indicator one value together: by one metric that adds up from flow
    to flow, each for an item of its own."""
    items = [flow.details for flow in flows]
    asked = {flow.estimates[indicator].metric for flow in flows}
    return None not in items and len(set(items)) == len(items) and len(asked) == 1 and asked <= ADDED


def _speaks(speakers: dict[tuple[str, Variant], list[Flow]], flow: Flow, key: str) -> bool:
    """Whether the flow's figure counts beside those of the flows before it."""
    known = speakers.setdefault((key, flow.variant), [])
    if known and not adds_up([*known, flow], key):
        return False
    known.append(flow)
    return True


def _sum(stage_value: StageValue | None, other: StageValue) -> StageValue:
    if stage_value is None:
        return other
    reach = math.hypot(stage_value.high - stage_value.value, other.high - other.value)
    value = stage_value.value + other.value
    return StageValue(value, value - reach, value + reach, f"{stage_value.origin} {other.origin}")


def _without(
    found: dict[str, dict[Stage, StageValue]],
    reasons: Mapping[str, Text],
    speakers: Mapping[tuple[str, Variant], list[Flow]],
) -> dict[str, dict[Stage, StageValue]]:
    """A sum in which a part is missing is none."""
    for (key, variant), flows in speakers.items():
        stage_value = found.get(key, {}).get(Stage(variant))
        if key in reasons and stage_value is not None and len(stage_value.origin.split()) < len(flows):
            del found[key][Stage(variant)]
    return found
