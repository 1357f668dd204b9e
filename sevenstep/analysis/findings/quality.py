"""Where things go wrong and where emissions arise: steps that most of it hangs on, and cases that seldom go right."""

from collections.abc import Iterator, Mapping
from typing import Final

from sevenstep.analysis.chances_of_events import EVENTS, known_metrics
from sevenstep.analysis.choices import Weight
from sevenstep.analysis.emissions import UNIT
from sevenstep.analysis.findings.blockages import measured, share
from sevenstep.analysis.findings.rule import FindingContext, FindingRule, Match, finding
from sevenstep.analysis.findings.thresholds import EVENT_SHARE, FIRST_PASS
from sevenstep.analysis.results import Fact, FlowMetrics
from sevenstep.analysis.wording import shown_number, shown_share
from sevenstep.language import Text
from sevenstep.model.choices import FindingType, Metric
from sevenstep.model.step7_flows import Flow

_LEAST_STEPS: Final = 3
"""Steps that state it, with fewer of which it says nothing that one has most."""
_LEAST_RATE: Final = 0.01
"""Cases with such an event, with fewer of which the step is not named."""
_MOST_NAMED: Final = 3
_WHAT: Final[Mapping[Metric, Text]] = {
    Metric.ACCURACY: Text(zh="差错", en="errors"),
    Metric.DAMAGE_RATE: Text(zh="货损", en="damage"),
    Metric.DISCREPANCY_RATE: Text(zh="货差", en="discrepancies"),
}


@finding(
    "F421",
    "goes-wrong-at-one-step",
    FindingType.BREAK,
    Weight.NOTABLE,
    EVENT_SHARE,
    title=Text(zh="差错、货损或货差集中在一步", en="Most errors, damage or discrepancies arise at one step"),
    meaning=Text(
        zh="其他步骤再谨慎，也抵不过这一步的问题。",
        en="However careful the other steps are, this one decides how much goes right.",
    ),
    advice=Text(
        zh="先改这一步：录入的改成共用数据或即时校验，装卸的看方法、设备和包装。",
        en="Begin there: share data or check them as they are typed, look at methods, gear and packing where goods are "
        "handled.",
    ),
)
def goes_wrong_at_one_step(context: FindingContext) -> Iterator[Match]:
    limit = context.threshold(EVENT_SHARE)
    for flow, found in measured(context):
        for metric in EVENTS:
            if metric not in found.values or _rate(metric, found) < _LEAST_RATE:
                continue
            events = {name: step.events[metric] for name, step in found.steps.items() if metric in step.events}
            yield from _most_at_one(flow, events, limit, _WHAT[metric], Fact(metric.label, share(_mean(found, metric))))


@finding(
    "F422",
    "emissions-at-one-step",
    FindingType.BLOCKAGE,
    Weight.MINOR,
    EVENT_SHARE,
    title=Text(zh="碳排放集中在一步", en="Most emissions arise at one step"),
    meaning=Text(
        zh="减排的关键在这一步：其他步骤减得再多，总量也难以下降。",
        en="Cutting emissions depends on this step: savings elsewhere hardly lower the total.",
    ),
    advice=Text(
        zh="先看这一步能否更换能源、改变运输方式、减少空驶，或予以取消。",
        en="Look first whether this step can use other energy or another mode, run empty less often, or be dropped.",
    ),
)
def emissions_at_one_step(context: FindingContext) -> Iterator[Match]:
    limit = context.threshold(EVENT_SHARE)
    for flow, found in measured(context):
        if Metric.EMISSIONS in found.values:
            emitted = {name: step.emissions for name, step in found.steps.items() if step.emissions > 0}
            mean = _mean(found, Metric.EMISSIONS)
            told = Text(zh=shown_number(mean, UNIT, "zh"), en=shown_number(mean, UNIT, "en"))
            what = Text(zh="碳排放", en="emissions")
            yield from _most_at_one(flow, emitted, limit, what, Fact(Metric.EMISSIONS.label, told))


@finding(
    "F423",
    "seldom-right-the-first-time",
    FindingType.BREAK,
    Weight.SERIOUS,
    FIRST_PASS,
    title=Text(zh="一次通过的业务太少", en="Too few cases go right the first time"),
    meaning=Text(
        zh="出现差错、货损、货差或退回的业务，后续都要追查、更正或赔付。",
        en="Whatever goes wrong or is sent back has to be traced, corrected or paid for later.",
    ),
    advice=Text(
        zh="从列出的几步改起；退回多的，把检查提前到提交之前。",
        en="Begin with the steps that are named; where much is sent back, check before it is handed in.",
    ),
)
def seldom_right_the_first_time(context: FindingContext) -> Iterator[Match]:
    limit = context.threshold(FIRST_PASS)
    for flow, found in measured(context):
        if Metric.FIRST_PASS_YIELD not in known_metrics(flow) or Metric.FIRST_PASS_YIELD not in found.values:
            continue
        right = _mean(found, Metric.FIRST_PASS_YIELD)
        if right >= limit:
            continue
        events = {name: sum(step.events.values()) for name, step in found.steps.items() if step.events}
        named = sorted(events, key=lambda name: (-events[name], name))[:_MOST_NAMED]
        yield Match(
            (flow.id, *(f"{flow.id}/{name}" for name in named)),
            Text(
                zh=f"只有 {shown_share(right)} 的业务一次通过，没有差错、货损、货差，也没有退回",
                en=f"Only {shown_share(right)} of the cases go through without an error, damage, discrepancy or rework",
            ),
            (
                Fact(Metric.FIRST_PASS_YIELD.label, share(right)),
                Fact(Metric.REWORK_PROBABILITY.label, share(_mean(found, Metric.REWORK_PROBABILITY))),
                *(Fact(flow.steps[name].title, _times(events[name])) for name in named),
            ),
        )


def _most_at_one(flow: Flow, sums: Mapping[str, float], limit: float, what: Text, of_flow: Fact) -> Iterator[Match]:
    """The step that has more than `limit` of all that the steps of the flow have."""
    whole = sum(sums.values())
    if len(sums) < _LEAST_STEPS or not whole:
        return
    name = max(sums, key=lambda step: (sums[step], step))
    part = sums[name] / whole
    if part <= limit:
        return
    title = flow.steps[name].title
    yield Match(
        (f"{flow.id}/{name}", flow.id),
        Text(
            zh=f"{shown_share(part)} 的{what.zh}出在“{title.for_language('zh')}”",
            en=f"{shown_share(part)} of the {what.en} arise at “{title.for_language('en')}”",
        ),
        (of_flow, Fact(title, share(part))),
    )


def _mean(found: FlowMetrics, metric: Metric) -> float:
    return found.values[metric].mean


def _rate(metric: Metric, found: FlowMetrics) -> float:
    """The share of cases in which it happens."""
    mean = _mean(found, metric)
    return 1 - mean if metric == Metric.ACCURACY else mean


def _times(events: float) -> Text:
    return Text(zh=f"每百件 {events * 100:.3g} 次", en=f"{events * 100:.3g} times in a hundred cases")


RULES: Final[tuple[FindingRule, ...]] = (
    goes_wrong_at_one_step,
    emissions_at_one_step,
    seldom_right_the_first_time,
)
