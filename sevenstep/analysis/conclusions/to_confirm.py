"""Which assumptions the verdicts hang on most, so that these are asked first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.conclusions.key_figures import KeyFigure, judged_figures, key_figures
from sevenstep.analysis.estimates import in_unit
from sevenstep.analysis.inputs import Field, Input, inputs
from sevenstep.analysis.results import Analysis, FlowMetrics
from sevenstep.analysis.units import UnlikeUnits
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.choices import Direction, Metric
from sevenstep.model.quantity import Quantity
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import Activity, Estimate, Flow

MOST_TO_CONFIRM: Final = 3
_SAID: Final[dict[Field, Text]] = {
    "time": Text(zh="“{}”的办理时间", en="the time that “{}” takes"),
    "wait": Text(zh="“{}”的等待时间", en="the wait at “{}”"),
    "cost": Text(zh="“{}”的费用", en="the cost of “{}”"),
    "emissions": Text(zh="“{}”的碳排放", en="the emissions of “{}”"),
    "error": Text(zh="“{}”的差错率", en="the rate of errors at “{}”"),
    "damage": Text(zh="“{}”的货损率", en="the rate of damage at “{}”"),
    "discrepancy": Text(zh="“{}”的货差率", en="the rate of discrepancies at “{}”"),
    "chance": Text(zh="“{}”各走向的比例", en="the shares behind “{}”"),
}

_ASKED: Final[dict[Field, Text]] = {
    "time": Text(zh="“{}”要办多久？", en="How long does “{}” take?"),
    "wait": Text(zh="“{}”要等多久？", en="How long is the wait at “{}”?"),
    "cost": Text(zh="“{}”要花多少钱？", en="What does “{}” cost?"),
    "emissions": Text(zh="“{}”排放多少碳？", en="How much does “{}” emit?"),
    "error": Text(zh="“{}”的差错率是多少？", en="How often do errors occur at “{}”?"),
    "damage": Text(zh="“{}”的货损率是多少？", en="How often is cargo damaged at “{}”?"),
    "discrepancy": Text(zh="“{}”的货差率是多少？", en="How often do discrepancies occur at “{}”?"),
    "chance": Text(zh="“{}”各走向各占多少？", en="In what shares does “{}” turn out?"),
}


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """An assumption in the flow that gives an indicator its value by design.

    `typed` is how it was typed (None: a chance), `hours` by how much a wait or a time can grow, each time the step is
    done, before the target is no longer reached (None where that is not told). `weight` orders them: how much of it
    could be lost before the verdict turns, the least first.
    """

    flow: str
    step: str
    actor: str | None
    field: Field
    typed: Quantity | None
    indicator: str
    decides: bool
    hours: float | None
    weight: float


def to_confirm(chain: Chain, analysis: Analysis, most: int = MOST_TO_CONFIRM) -> tuple[ToConfirm, ...]:
    """The assumptions that decide most, one of each indicator and each step once, the most telling first; those behind
    the key figures before the others."""
    key = {figure.state.indicator for figure in key_figures(chain, analysis)}
    found: list[ToConfirm] = []
    for figure in judged_figures(analysis):
        asked = list(_assumed(chain, analysis, figure))
        if asked:
            found.append(min(asked, key=lambda one: one.weight))
    found.sort(key=lambda one: (one.indicator not in key, one.weight))
    seen: dict[str, ToConfirm] = {}
    for one in found:
        seen.setdefault(one.step, one)
    return tuple(seen.values())[:most]


def assumption_said(chain: Chain, assumption: ToConfirm) -> Text:
    """What is assumed, as part of a sentence."""
    return _of_step(chain, assumption, _SAID[assumption.field])


def question_said(chain: Chain, assumption: ToConfirm) -> Text:
    """The question whose answer settles it."""
    return _of_step(chain, assumption, _ASKED[assumption.field])


def _of_step(chain: Chain, assumption: ToConfirm, said: Text) -> Text:
    return chain.elements[assumption.step].title.inserted_into(zh=said.for_language("zh"), en=said.for_language("en"))


def _assumed(chain: Chain, analysis: Analysis, figure: KeyFigure) -> Iterator[ToConfirm]:
    indicator = chain.elements[figure.state.indicator]
    for name in figure.after.origin.split():
        flow, metrics = chain.elements.get(name), analysis.metrics.get(name)
        if not isinstance(flow, Flow) or metrics is None or indicator.id not in flow.estimates:
            continue
        for found in inputs(flow, flow.estimates[indicator.id]):
            if found.is_assumed and isinstance(indicator, Indicator):
                yield _weighed(flow, metrics, figure, indicator, found)


def _weighed(flow: Flow, metrics: FlowMetrics, figure: KeyFigure, indicator: Indicator, found: Input) -> ToConfirm:
    asked = flow.estimates[indicator.id]
    name = found.node.rpartition("/")[2]
    node = flow.steps.get(name)
    margin, part = _margin(figure, indicator), _contribution(asked, metrics, name, found, figure.state.unit)
    decides = figure.is_typed or (part is not None and margin is not None and part >= margin)
    visits = metrics.steps[name].visits if name in metrics.steps else 0.0
    hours = None
    if part and margin is not None and visits > 0 and found.field in {"wait", "time"} and not figure.state.gap:
        hours = margin / part * _hours(metrics, name, found) / visits
    return ToConfirm(
        flow=flow.id,
        step=found.node,
        actor=(node.actor if isinstance(node, Activity) else None) or flow.owner,
        field=found.field,
        typed=found.typed,
        indicator=indicator.id,
        decides=decides,
        hours=hours,
        weight=0.0 if figure.is_typed else (margin / part if part and margin is not None else float("inf")),
    )


def _margin(figure: KeyFigure, indicator: Indicator) -> float | None:
    """How far the value is from its target, in the unit of the indicator, where less is better."""
    if indicator.direction != Direction.DECREASE:
        return None
    return abs(figure.target.high - figure.after.value)


def _hours(metrics: FlowMetrics, name: str, found: Input) -> float:
    step = metrics.steps[name]
    return step.waiting if found.field == "wait" else step.processing


def _contribution(asked: Estimate, metrics: FlowMetrics, name: str, found: Input, unit: str) -> float | None:
    """What the input adds to the mean case, in the unit of the indicator: at most, where ways run side by side."""
    if name not in metrics.steps or found.field not in {"wait", "time", "cost"}:
        return None
    amount = metrics.steps[name].cost if found.field == "cost" else _hours(metrics, name, found)
    metric = Metric.COST if found.field == "cost" else Metric.LEAD_TIME
    if asked.metric == Metric.FLOW_EFFICIENCY:
        return None
    try:
        return in_unit(amount, metric, metrics.currency, unit)
    except UnlikeUnits:
        return None
