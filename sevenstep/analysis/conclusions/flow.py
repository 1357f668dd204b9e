"""What a flow comes to: how long it takes and how much of that is waiting, what it can be cut to and by what."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.conclusions.conclusion import Conclusion, Figure
from sevenstep.analysis.conclusions.effects import comparison_with, difference_of, helping
from sevenstep.analysis.conclusions.indicator import standing
from sevenstep.analysis.conclusions.long_waits import waits_most
from sevenstep.analysis.conclusions.wording import (
    figure_alone,
    figure_of,
    is_same,
    joint,
    named,
    part_of,
    said,
    sentence,
    spaced,
    titled,
)
from sevenstep.analysis.estimates import in_unit
from sevenstep.analysis.inputs import inputs
from sevenstep.analysis.results import Analysis, FlowMetrics, IndicatorState
from sevenstep.analysis.units import UnlikeUnits
from sevenstep.analysis.verdict_wording import both
from sevenstep.analysis.wording import shown_number, shown_share
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, joined
from sevenstep.model.choices import Metric, Stage, Variant
from sevenstep.model.step7_flows import Flow

_TILES: Final = (
    Metric.LEAD_TIME,
    Metric.WAITING_TIME,
    Metric.COST,
    Metric.REENTRIES,
    Metric.REWORK_PROBABILITY,
    Metric.HANDOFFS,
)
"""What is told first of a flow."""
_MOST_TILES: Final = 5
_ALL: Final = 0.005
"""The part of the time below which there is as good as no work, or no waiting."""
_HALF: Final = 0.5
_SELDOM: Final = 0.005
"""Chances of rework that are not worth a word."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The flow, and the flows of the other variant that show the same item."""

    flow: Flow
    others: tuple[Flow, ...]

    @property
    def other(self) -> Flow | None:
        """The one flow of the other variant; None where there are several or none."""
        return self.others[0] if len(self.others) == 1 else None


def sides(chain: Chain, flow: Flow) -> Sides:
    """The flow beside the other variants of it."""
    twins = chain.holders(flow.details, "details") if flow.details is not None else []
    return Sides(flow, tuple(twin for twin in twins if isinstance(twin, Flow) and twin.variant != flow.variant))


def flow_conclusion(chain: Chain, analysis: Analysis, flow: Flow) -> Conclusion:
    """The headline says what it takes as is, and what it can be cut to, or what it was cut from."""
    both_sides = sides(chain, flow)
    metrics = analysis.metrics.get(flow.id)
    lead = metrics.values.get(Metric.LEAD_TIME) if metrics is not None else None
    if metrics is None or lead is None:
        headline = _unknown(analysis, flow, metrics)
    elif flow.variant == Variant.TO_BE:
        headline = _to_be(analysis, both_sides, metrics)
    else:
        headline = _as_is(chain, analysis, both_sides, metrics)
    return Conclusion(
        headline,
        tuple(_lead(chain, analysis, both_sides, metrics)) if metrics is not None else (),
        tuple(_figures(chain, analysis, both_sides)),
    )


# -- the headline ---------------------------------------------------------------------------


def _unknown(analysis: Analysis, flow: Flow, metrics: FlowMetrics | None) -> Text:
    reason = next((gone.reason for gone in analysis.unanalysed if gone.flow == flow.id), None)
    if metrics is not None:
        reason = metrics.reasons.get(Metric.LEAD_TIME)
    if reason is None:
        return sentence("全程时间尚无法测算", "How long it takes cannot be told yet")
    return sentence(
        f"全程时间尚无法测算：{reason.for_language('zh')}",
        f"How long it takes cannot be told yet: {reason.for_language('en')}",
    )


def lead_time(metrics: FlowMetrics | None) -> float | None:
    """Hours from end to end."""
    known = metrics.values.get(Metric.LEAD_TIME) if metrics is not None else None
    return known.mean if known is not None else None


def _waiting(metrics: FlowMetrics, lead: float, *, before: float = 0.0, rest: bool = False) -> Text | None:
    """How much of the time is waiting."""
    known = metrics.values.get(Metric.WAITING_TIME)
    if known is None or Metric.WAITING_TIME in metrics.notes or not lead:
        return None
    told = said(Metric.WAITING_TIME, known.mean, beside=(lead, before))
    if known.mean <= _ALL * lead:
        return Text(zh="没有等待", en="none of it waiting")
    if known.mean >= (1 - _ALL) * lead:
        return Text(zh="全是等待", en="all of it waiting")
    if rest:
        return Text(zh=f"其中仍有 {spaced(told.zh)}在等待", en=f"{told.en} of it still waiting")
    if known.mean >= _HALF * lead:
        return Text(zh=f"其中 {spaced(told.zh)}在等待", en=f"{told.en} of it waiting")
    return Text(zh=f"其中等待 {told.zh}", en=f"{told.en} of it waiting")


def _with_waiting(said_first: Text, waiting: Text | None) -> Text:
    if waiting is None:
        return said_first
    return Text(zh=f"{said_first.zh}，{waiting.zh}", en=f"{said_first.en}, {waiting.en}")


def _as_is(chain: Chain, analysis: Analysis, shown: Sides, metrics: FlowMetrics) -> Text:
    lead = metrics.values[Metric.LEAD_TIME].mean
    told = said(Metric.LEAD_TIME, lead)
    now = _with_waiting(Text(zh=f"全程 {told.zh}", en=f"It takes {told.en}"), _waiting(metrics, lead))
    told_all = joint(now, _then(chain, analysis, shown, lead))
    return sentence(told_all.for_language("zh"), told_all.for_language("en"))


def _then(chain: Chain, analysis: Analysis, shown: Sides, lead: float) -> Text:
    """What becomes of it."""
    times = [time for other in shown.others if (time := lead_time(analysis.metrics.get(other.id))) is not None]
    if not shown.others:
        return Text(zh="尚无目标流程", en="there is no to-be flow yet")
    if not times:
        return Text(zh="目标流程的全程时间尚无法测算", en="how long the to-be flow takes cannot be told yet")
    if shown.other is None:
        least, most = (said(Metric.LEAD_TIME, time, beside=(lead,)) for time in (min(times), max(times)))
        count = len(times)
        if least.zh == most.zh:
            return Text(zh=f"{count} 个目标流程都要 {least.zh}", en=f"each of the {count} to-be flows takes {least.en}")
        return Text(
            zh=f"{count} 个目标流程要 {spaced(least.zh)}至 {most.zh}",
            en=f"the {count} to-be flows take {least.en} to {most.en}",
        )
    after = said(Metric.LEAD_TIME, times[0], beside=(lead,))
    if is_same(lead, times[0]):
        return Text(zh="目标流程没有缩短", en="the to-be flow is no shorter")
    if times[0] > lead:
        return Text(zh=f"目标流程反而需要 {after.zh}", en=f"the to-be flow takes longer, {after.en}")
    by = _by(chain, analysis, shown)
    return Text(zh=f"{by.for_language('zh')}可缩到 {after.zh}", en=f"{by.for_language('en')} can cut it to {after.en}")


def _by(chain: Chain, analysis: Analysis, shown: Sides) -> Text:
    """What cuts it: the measures to which most of the difference is due, else the to-be flow."""
    difference = difference_of(comparison_with(analysis, shown.flow.id), Metric.LEAD_TIME)
    keys = [key for share in helping(difference) for key in share.measures] if difference is not None else []
    return named(chain, list(dict.fromkeys(keys)), 2) if keys else Text(zh="目标流程", en="the to-be flow")


def _to_be(analysis: Analysis, shown: Sides, metrics: FlowMetrics) -> Text:
    lead = metrics.values[Metric.LEAD_TIME].mean
    before = lead_time(analysis.metrics.get(shown.other.id)) if shown.other is not None else None
    if before is None:
        told = said(Metric.LEAD_TIME, lead)
        now = _with_waiting(
            Text(zh=f"按设计全程 {told.zh}", en=f"By design it takes {told.en}"), _waiting(metrics, lead)
        )
        told_all = joint(now, _no_before(shown))
        return sentence(told_all.for_language("zh"), told_all.for_language("en"))
    after, was = said(Metric.LEAD_TIME, lead, beside=(before,)), said(Metric.LEAD_TIME, before, beside=(lead,))
    if is_same(before, lead):
        moved = Text(zh=f"全程 {after.zh}，与现状持平", en=f"It takes {after.en}, as long as it does today")
    elif lead < before:
        part = part_of(before - lead, before)
        moved = Text(
            zh=f"全程由 {spaced(was.zh)}缩到 {after.zh}，缩短 {part}",
            en=f"It falls from {was.en} to {after.en}, by {part}",
        )
    else:
        moved = Text(zh=f"全程由 {spaced(was.zh)}增到 {after.zh}", en=f"It grows from {was.en} to {after.en}")
    waiting = _waiting(metrics, lead, before=before, rest=True)
    told_all = joint(moved, waiting)
    return sentence(told_all.for_language("zh"), told_all.for_language("en"))


def _no_before(shown: Sides) -> Text:
    if len(shown.others) > 1:
        return Text(zh=f"现状流程有 {len(shown.others)} 个", en=f"there are {len(shown.others)} flows of today")
    if shown.others:
        return Text(zh="现状流程的全程时间尚无法测算", en="how long it takes today cannot be told yet")
    return Text(zh="没有现状流程可比", en="there is no flow of today to compare it with")


# -- the lead -------------------------------------------------------------------------------


def _lead(chain: Chain, analysis: Analysis, shown: Sides, metrics: FlowMetrics) -> Iterator[Text]:
    yield from _queueing(chain, analysis, shown.flow)
    found = (
        _longest_wait(chain, shown.flow, metrics),
        _again(chain, metrics),
        *_targets(chain, analysis, shown),
        _untimed(metrics),
    )
    yield from (text for text in found if text is not None)


def _queueing(chain: Chain, analysis: Analysis, flow: Flow) -> Iterator[Text]:
    """That resources are asked for more than they can do, or how long it takes where cases queue for them."""
    queues = next((found for found in analysis.queues if found.variant == flow.variant), None)
    if queues is None:
        return
    needed = {resource.id for node in flow.steps.values() for resource in chain.targets(node.id, "needs-resource")}
    over = [load.resource for load in queues.loads if load.is_over_capacity and load.resource in needed]
    if over:
        what = named(chain, over)
        yield sentence(
            f"以上未计排队：{what.zh}的工作量超过能力，排队将持续增长",
            f"This leaves queueing out: {what.en} is asked for more than can be done, so the queue grows without end",
        )
        return
    queued, plain = queues.lead_times.get(flow.id), lead_time(analysis.metrics.get(flow.id))
    if queued is None or plain is None or queued.reason is not None or queued.mean <= plain * (1 + 10 * _ALL):
        return
    told = said(Metric.LEAD_TIME, queued.mean, beside=(plain,))
    yield sentence(f"计入排队的模拟结果：全程需 {told.zh}", f"Simulated with queueing it takes {told.en}")


def _longest_wait(chain: Chain, flow: Flow, metrics: FlowMetrics) -> Text | None:
    longest = waits_most(metrics)
    if longest is None:
        return None
    name, step = longest
    told = said(Metric.TOTAL_WAITING, step.waiting, beside=(lead_time(metrics) or 0.0,))
    where = titled(chain, f"{flow.id}/{name}")
    actor = chain.elements.get(flow.lanes.get(name) or "")
    zh, en = (
        (f"（{actor.title.for_language('zh')}）", f" ({actor.title.for_language('en')})")
        if actor is not None
        else ("", "")
    )
    return sentence(
        f"等待最久的一处是{where.zh}{zh}，平均 {told.zh}",
        f"The longest wait is at {where.en}{en}: {told.en} on average",
    )


def _again(chain: Chain, metrics: FlowMetrics) -> Text | None:
    """Rework, and data entered again."""
    parts = []
    rework = metrics.values.get(Metric.REWORK_PROBABILITY)
    if rework is not None and rework.mean > _SELDOM:
        share = shown_share(rework.mean)
        parts.append(Text(zh=f"至少返工一次的占 {share}", en=f"{share} are sent back at least once"))
    again = metrics.values.get(Metric.REENTRIES)
    if again is not None and again.mean > _SELDOM:
        count = both(lambda language: shown_number(again.mean, "", language))
        what = named(chain, sorted(metrics.again, key=lambda key: -metrics.again[key]), 2) if metrics.again else None
        parts.append(
            Text(
                zh=f"{what.zh if what else '同一数据'}平均重复录入 {count.zh} 次",
                en=f"{what.en if what else 'the same data'} {'are' if what is None else 'is'} entered again {count.en} "
                f"{'time' if count.en == '1' else 'times'} on average",
            )
        )
    if not parts:
        return None
    told = joined(parts, "，", ", and ")
    return sentence(told.for_language("zh"), told.for_language("en"))


def judged_by(analysis: Analysis, shown: Sides) -> list[IndicatorState]:
    """The indicators with a target that the flow, or its other variant, estimates."""
    keys = dict.fromkeys(key for flow in (shown.flow, *shown.others) for key in flow.estimates)
    known = analysis.goal_attainment.indicators
    return [known[key] for key in keys if key in known and known[key].targets]


def _targets(chain: Chain, analysis: Analysis, shown: Sides) -> Iterator[Text | None]:
    states = judged_by(analysis, shown)
    if len(states) == 1:
        yield _target(chain, states[0])
    elif states:
        yield _several(chain, states)
    for state in states:
        if state.verdict in {Verdict.REACHED, Verdict.UNSETTLED} and (
            resting := _resting(chain, analysis, state, shown)
        ):
            yield resting
            return


def _target(chain: Chain, state: IndicatorState) -> Text:
    title, told = titled(chain, state.indicator), standing(state)
    return sentence(f"指标{title.zh}：{told.for_language('zh')}", f"Indicator {title.en}: {told.for_language('en')}")


def _several(chain: Chain, states: list[IndicatorState]) -> Text:
    """How the targets stand that it bears on, by verdict."""
    parts = []
    for verdict, zh, en in (
        (Verdict.REACHED, "可达标", "reached"),
        (Verdict.MISSED, "不能达标", "missed"),
        (Verdict.UNSETTLED, "尚存疑", "not settled"),
        (Verdict.UNKNOWN, "尚无法判断", "not to be judged yet"),
    ):
        if keys := [state.indicator for state in states if state.verdict == verdict]:
            what, verb = named(chain, keys), "is" if len(keys) == 1 else "are"
            parts.append(Text(zh=f"{what.zh}{zh}", en=f"{what.en} {verb} {en}"))
    told = joined(parts, "；", "; ")
    return sentence(
        f"关系到 {len(states)} 个目标值：{told.zh}", f"Of the {len(states)} targets that it bears on, {told.en}"
    )


def _resting(chain: Chain, analysis: Analysis, state: IndicatorState, shown: Sides) -> Text | None:
    """On what unverified assumption the verdict rests most: the longest of the assumed times of the to-be flow."""
    flow = shown.flow if shown.flow.variant == Variant.TO_BE else shown.other
    metrics = analysis.metrics.get(flow.id) if flow is not None else None
    asked = flow.estimates.get(state.indicator) if flow is not None else None
    if flow is None or metrics is None or asked is None:
        return None
    hours: dict[str, float] = {}
    for found in inputs(flow, asked):
        name = found.node.removeprefix(f"{flow.id}/")
        if found.is_assumed and found.field in {"time", "wait"} and name in metrics.steps:
            step = metrics.steps[name]
            hours[found.node] = step.processing + step.waiting
    if not hours:
        return None
    node = max(hours, key=lambda key: hours[key])
    told, where = said(Metric.LEAD_TIME, hours[node], beside=(lead_time(metrics) or 0.0,)), titled(chain, node)
    title = titled(chain, state.indicator)
    return sentence(
        f"{title.zh}的前提是{where.zh}平均 {spaced(told.zh)}办完，这一项尚未核实",
        f"{title.en} rests on {where.en} being done in {told.en} on average, which nobody has confirmed yet",
    )


def _untimed(metrics: FlowMetrics) -> Text | None:
    note = metrics.notes.get(Metric.LEAD_TIME)
    return sentence(note.for_language("zh"), note.for_language("en")) if note is not None else None


# -- the figures ----------------------------------------------------------------------------


def _figures(chain: Chain, analysis: Analysis, shown: Sides) -> Iterator[Figure]:
    """Those of the comparison where there is one, else those of the flow alone."""
    comparison = comparison_with(analysis, shown.flow.id) if shown.other is not None else None
    metrics = analysis.metrics.get(shown.flow.id)
    count = 0
    for metric in _TILES:
        difference = difference_of(comparison, metric)
        found: Figure | None = None
        if comparison is not None and difference is not None:
            if difference.before.mean or difference.after.mean:
                found = figure_of(metric, difference, comparison.currency, _aim(analysis, shown, metric))
        elif metrics is not None and (value := metrics.values.get(metric)) is not None and value.mean:
            target = _aim(analysis, shown, metric)
            to_be = shown.flow.variant == Variant.TO_BE
            found = figure_alone(metric, value, metrics.currency, target, to_be=to_be)
        if found is not None:
            yield found
            count += 1
        if count == _MOST_TILES:
            return


def _aim(analysis: Analysis, shown: Sides, metric: Metric) -> float | None:
    """The target of an indicator that is this very metric of this flow and of no other, in the unit of the metric."""
    for state in judged_by(analysis, shown):
        for flow in (shown.flow, *shown.others):
            asked = flow.estimates.get(state.indicator)
            staged = state.stage_values.get(Stage(flow.variant))
            if asked is None or asked.metric != metric or asked.of or staged is None or staged.origin != flow.id:
                continue
            metrics = analysis.metrics.get(flow.id)
            try:
                one = in_unit(1.0, metric, metrics.currency if metrics is not None else "", state.unit)
            except UnlikeUnits:
                continue
            if one:
                return state.targets[-1][1].value / one
    return None
