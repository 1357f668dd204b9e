"""How the business runs: today, where it waits, what is designed, and where that changes most."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sevenstep.analysis.conclusions.effects import Effect, difference_of, effects
from sevenstep.analysis.conclusions.measure import effect_said, first_effect
from sevenstep.analysis.conclusions.wording import is_same, part_of, said, sentence, sentence_of, spaced, titled
from sevenstep.analysis.results import Comparison, FlowMetrics
from sevenstep.chain.pictures import FLOW
from sevenstep.language import Text, many
from sevenstep.method import STEPS
from sevenstep.model.choices import Metric, StoryPart, Variant
from sevenstep.model.step7_flows import Flow, Measure
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell
from sevenstep.publishing.pages.story.aims import MOST_ROWS
from sevenstep.publishing.pages.story.bars import Bars, Waited, beside, in_turn
from sevenstep.publishing.pages.story.narration import narrated
from sevenstep.publishing.pages.story.stop import Stop
from sevenstep.publishing.views import Cell, Row, Table

MOST_BARS: Final = 14
"""Bars that fill a screen."""
_STEP: Final = 7
_URL: Final = f"{STEPS[_STEP - 1].stem}.html"
_NOTHING: Final = 1e-9


def journeys(context: Context) -> list[Comparison]:
    """The comparisons from end to end, the one of most flows first."""
    found = [comparison for comparison in context.analysis.comparisons if comparison.item is None]
    return sorted(found, key=lambda one: -len(one.before))


def _flows(context: Context, variant: Variant) -> list[Flow]:
    return [flow for flow in context.chain.engagement.of(Flow) if flow.variant == variant]


def today(context: Context) -> Stop | None:
    """How long it takes today, one part after the other, and how much of that is waiting."""
    flows = _flows(context, Variant.AS_IS)
    if not flows:
        return None
    wholes = journeys(context)
    whole = next(iter(wholes), None)
    lead = difference_of(whole, Metric.LEAD_TIME)
    waits = difference_of(whole, Metric.WAITING_TIME)
    longest = _longest(context, flows)
    if whole is not None and lead is not None:
        title = _from_end_to_end(whole, lead.before.mean, waits.before.mean if waits is not None else None)
    elif longest is not None:
        title = _of_one(context, *longest)
    else:
        title = sentence(f"现状：{len(flows)} 个流程", f"How it is done today: {many(len(flows), 'flow')}")
    told = next((text for name, text in context.header.narrations.items() if name == "step7"), None)
    bars = [in_turn(context, context.said(one.journey), one.before) for one in wholes]
    return Stop(
        StoryPart.TODAY,
        context.said(StoryPart.TODAY.label),
        title,
        _URL,
        _STEP,
        said=narrated(context, told),
        figures=(FLOW.name(longest[0] if longest is not None else flows[0]),),
        bars=tuple(_that_fit([one for one in bars if one is not None])),
    )


def _that_fit(bars: list[Bars]) -> Iterator[Bars]:
    """The bars of the longest journey, and of others as long as there is room."""
    rows = 0
    for one in bars:
        rows += len(one.bars) + 1
        if rows > MOST_BARS and rows > len(one.bars) + 1:
            return
        yield replace(one, bars=one.bars[:MOST_BARS])


def _from_end_to_end(whole: Comparison, lead: float, waits: float | None) -> Text:
    took, count = said(Metric.LEAD_TIME, lead), len(whole.before)
    zh = f"现状走完 {count} 个流程要 {took.zh}"
    en = f"Today {many(count, 'flow')} from end to end take {took.en}" if count > 1 else f"Today it takes {took.en}"
    if whole.journey is not None:
        zh = f"{whole.journey.for_language('zh')}：{zh}"
        en = f"{whole.journey.for_language('en')}: {en[:1].lower()}{en[1:]}"
    if waits is not None and waits > _NOTHING and lead > _NOTHING:
        zh, en = f"{zh}，其中 {part_of(waits, lead)} 在等待", f"{en}, {part_of(waits, lead)} of that waiting"
    return sentence(zh, en)


def _of_one(context: Context, flow: Flow, found: FlowMetrics) -> Text:
    lead, waits = found.values[Metric.LEAD_TIME].mean, found.values.get(Metric.WAITING_TIME)
    took, name = said(Metric.LEAD_TIME, lead), titled(context.chain, flow.id)
    zh, en = f"{name.zh}要 {took.zh}", f"{name.en} takes {took.en}"
    if waits is not None and waits.mean > _NOTHING and lead > _NOTHING:
        share = part_of(waits.mean, lead)
        zh, en = f"{zh}，其中 {share} 在等待", f"{en}, {share} of that waiting"
    return sentence(zh, en)


def _longest(context: Context, flows: list[Flow]) -> tuple[Flow, FlowMetrics] | None:
    """The flow that takes longest, of those of which that is known."""
    known = [(flow, context.analysis.metrics[flow.id]) for flow in flows if flow.id in context.analysis.metrics]
    timed = [(flow, found) for flow, found in known if Metric.LEAD_TIME in found.values]
    return max(timed, key=lambda one: one[1].values[Metric.LEAD_TIME].mean, default=None)


def waiting(context: Context) -> Stop | None:
    """Where cases wait today, most first, as bars on one scale."""
    found = sorted(_waits(context), key=lambda one: -one[1])
    total = sum(hours for _, hours, _ in found)
    if not found or total < _NOTHING:
        return None
    flow, most, _ = found[0]
    name = titled(context.chain, _subject(context, flow))
    long, share = said(Metric.WAITING_TIME, most), part_of(most, total)
    if len(found) > 1:
        title = sentence(
            f"等待最久的是{name.zh}：{long.zh}，占全部等待的 {share}",
            f"The longest wait is in {name.en}: {long.en}, {share} of all waiting",
        )
    else:
        title = sentence(f"{name.zh}中需等待 {long.zh}", f"In {name.en} one waits {long.en}")
    parts = [
        Waited(_subject(context, flow), hours, _works(metrics), _worst_step(flow, metrics))
        for flow, hours, metrics in found
    ]
    kicker = context.said(StoryPart.WAITING.label)
    bars = beside(context, parts[:MOST_BARS])
    return Stop(StoryPart.WAITING, kicker, title, "findings.html", _STEP, bars=(bars,))


def _works(metrics: FlowMetrics) -> float:
    value = metrics.values.get(Metric.PROCESSING_TIME)
    return value.mean if value is not None else 0.0


def _worst_step(flow: Flow, metrics: FlowMetrics) -> str:
    """The step before which one waits most; empty for none."""
    step = max(metrics.steps, key=lambda name: metrics.steps[name].waiting, default="")
    return f"{flow.id}/{step}" if step and metrics.steps[step].waiting > _NOTHING else ""


def _subject(context: Context, flow: Flow) -> str:
    """The item that the flow details, or the flow itself."""
    return flow.details if flow.details is not None and flow.details in context.refs else flow.id


def _waits(context: Context) -> Iterator[tuple[Flow, float, FlowMetrics]]:
    """The flows of the longest journey, or all where there is none."""
    whole = next(iter(journeys(context)), None)
    for flow in _flows(context, Variant.AS_IS):
        if whole is not None and flow.id not in whole.before:
            continue
        metrics = context.analysis.metrics.get(flow.id)
        value = metrics.values.get(Metric.WAITING_TIME) if metrics is not None else None
        if metrics is not None and value is not None:
            yield flow, value.mean, metrics


def design(context: Context) -> Stop | None:
    """What is to be done otherwise: how many measures change how many flows."""
    flows = _flows(context, Variant.TO_BE)
    measures = list(context.chain.engagement.of(Measure))
    if not flows and not measures:
        return None
    count, flow_count = len(measures), len(flows)
    if measures and flows:
        title = sentence(
            f"{count} 项举措，{flow_count} 个目标流程",
            f"{many(count, 'measure')} and {many(flow_count, 'flow')} as they shall be",
        )
    elif flows:
        title = sentence(f"设计了 {flow_count} 个目标流程", f"{many(flow_count, 'flow')} designed as they shall be")
    else:
        title = sentence(f"提出了 {count} 项举措", f"{many(count, 'measure')} proposed")
    known = {one.id: first_effect(effects(context.analysis, one.id)) for one in measures}
    order = sorted(measures, key=lambda one: _least(known[one.id]))
    rows = tuple(Row((refs_cell(context, [one.id]), _does(context, known[one.id]))) for one in order[:MOST_ROWS])
    heads = (context.said(Measure.KIND.title), context.words["story_does"])
    table = Table("", "measures", heads, rows) if rows else None
    kicker = context.said(StoryPart.DESIGN.label)
    longest = _longest(context, flows)
    shown = longest[0] if longest is not None else next(iter(flows), None)
    pictures = (FLOW.name(shown),) if shown is not None and not rows else ()
    return Stop(StoryPart.DESIGN, kicker, title, _URL, _STEP, figures=pictures, table=table)


def _least(effect: Effect | None) -> tuple[bool, bool, float]:
    """What saves most time first, what saves none behind it, what nobody knows last."""
    if effect is None:
        return True, True, 0.0
    return False, effect.metric != Metric.LEAD_TIME, effect.difference


def _does(context: Context, effect: Effect | None) -> Cell:
    if effect is None:
        return Cell(text=context.words["story_no_effect"], style="is-unknown")
    return Cell(text=context.said(sentence_of(effect_said(context.chain, effect))))


def close_up(context: Context) -> Stop | None:
    """The item whose time changes most, on the longest journey: how it is to run."""
    whole = next(iter(journeys(context)), None)
    told = whole.before if whole is not None else ()
    best: tuple[tuple[bool, float], Comparison] | None = None
    for comparison in context.analysis.comparisons:
        lead = difference_of(comparison, Metric.LEAD_TIME) if comparison.item is not None else None
        if lead is None or is_same(lead.before.mean, lead.after.mean):
            continue
        if not comparison.before or not comparison.after:
            continue
        rank = (comparison.before[0] not in told, lead.mean)
        if lead.mean < 0 and (best is None or rank < best[0]):
            best = rank, comparison
    if best is None or best[1].item is None:
        return None
    lead = difference_of(best[1], Metric.LEAD_TIME)
    flow = context.chain.elements.get(best[1].after[0])
    if lead is None or not isinstance(flow, Flow):
        return None
    beside = (lead.before.mean, lead.after.mean)
    name = titled(context.chain, best[1].item)
    before, after = (said(Metric.LEAD_TIME, hours, beside=beside) for hours in beside)
    title = sentence(
        f"变化最大的是{name.zh}：从 {spaced(before.zh)}缩短到 {after.zh}",
        f"{name.en} changes most: from {before.en} to {after.en}",
    )
    url = context.refs[flow.id].url
    kicker = context.said(StoryPart.CLOSE_UP.label)
    words = narrated(context, flow.narration)
    return Stop(StoryPart.CLOSE_UP, kicker, title, url, _STEP, said=words, figures=(FLOW.name(flow),))
