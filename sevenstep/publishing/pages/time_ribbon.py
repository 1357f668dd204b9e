"""Where the time of an item goes: its flows as ribbons on one scale, a part a step, work and waiting."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.conclusions.flow import lead_time
from sevenstep.analysis.results import FlowMetrics
from sevenstep.analysis.wording import shown_hours
from sevenstep.model.choices import Variant
from sevenstep.model.element import Element
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow
from sevenstep.publishing.context import Context
from sevenstep.publishing.views import Ref

_MOST_ROWS: Final = 4
_MOST_PARTS: Final = 40
"""Steps that are shown one by one; the shorter others are added up."""
_SAME: Final = 0.01
_WIDE, _NARROW = 800, 280
"""How many pixels a ribbon has at least on a laptop, and on a phone."""
_CHARACTER: Final = 12.5
"""How many pixels a Chinese character takes; a Latin one about half of it."""
_LATIN: Final = 6.6
_AROUND: Final = 14


@dataclass(frozen=True, slots=True)
class RibbonPart:
    """One step: how wide, how much of that is waiting (both in per cent), and the sentence behind it.

    `fits` tells whether its title can stand in its longer half, work or waiting (`in_work`): ``always``, on a ``wide``
    screen, or not at all (empty).
    """

    title: str
    url: str
    width: float
    waiting: float
    says: str
    fits: str
    in_work: bool


@dataclass(frozen=True, slots=True)
class RibbonRow:
    """One flow: its variant, its time from end to end, and the same in words."""

    label: str
    ref: Ref
    total: str
    says: str
    parts: tuple[RibbonPart, ...]


@dataclass(frozen=True, slots=True)
class TimeRibbon:
    """The rows, and what is to be known of them."""

    rows: tuple[RibbonRow, ...]
    notes: tuple[str, ...]


def time_ribbon(context: Context, element: Element) -> TimeRibbon | None:
    """The ribbon of a flow beside its other variants, or of the flows of an item; None where no time passes."""
    flows = [flow for flow in _flows(context, element) if flow.id in context.analysis.metrics][:_MOST_ROWS]
    sums = [_sum(context.analysis.metrics[flow.id]) for flow in flows]
    longest = max(sums, default=0.0)
    if not longest or not math.isfinite(longest):
        return None
    beside = [time for flow in flows if (time := lead_time(context.analysis.metrics[flow.id])) is not None]
    rows = tuple(_row(context, flow, longest, beside, several=_several(flows, flow)) for flow in flows)
    return TimeRibbon(rows, tuple(_parallel(context, flows, sums, beside)))


def _flows(context: Context, element: Element) -> list[Flow]:
    """The flow and its other variants, or the flows of an item; those of today first."""
    if isinstance(element, Flow) and element.details is None:
        return [element]
    key = element.details if isinstance(element, Flow) else element.id if isinstance(element, Item) else None
    found = [flow for flow in context.chain.holders(key, "details") if isinstance(flow, Flow)] if key else []
    return sorted(found, key=lambda flow: flow.variant != Variant.AS_IS)


def _several(flows: Sequence[Flow], flow: Flow) -> bool:
    """Whether there is another flow of its variant, so that its title is needed."""
    return sum(other.variant == flow.variant for other in flows) > 1


def _sum(metrics: FlowMetrics) -> float:
    return sum(step.processing + step.waiting for step in metrics.steps.values())


def _row(context: Context, flow: Flow, longest: float, beside: Sequence[float], *, several: bool) -> RibbonRow:
    metrics, language = context.analysis.metrics[flow.id], context.language
    time = lead_time(metrics)
    label = context.refs[flow.id].title if several else context.said(flow.variant.label)
    work = sum(step.processing for step in metrics.steps.values())
    wait = sum(step.waiting for step in metrics.steps.values())
    says = context.words["ribbon_row"].format(
        context.refs[flow.id].title, shown_hours(work, language), shown_hours(wait, language)
    )
    total = shown_hours(time, language, beside) if time is not None else ""
    return RibbonRow(label, context.refs[flow.id], total, says, tuple(_parts(context, flow, metrics, longest)))


def _parts(context: Context, flow: Flow, metrics: FlowMetrics, longest: float) -> Iterator[RibbonPart]:
    taking = {name: step for name, step in metrics.steps.items() if step.processing + step.waiting > 0}
    most = set(sorted(taking, key=lambda name: -(taking[name].processing + taking[name].waiting))[:_MOST_PARTS])
    for name, step in taking.items():
        ref = context.refs.get(f"{flow.id}/{name}")
        if name in most:
            title = ref.title if ref is not None else name
            yield _part(context, title, ref.url if ref is not None else "", step.processing, step.waiting, longest)
    if others := [step for name, step in taking.items() if name not in most]:
        title = context.words["ribbon_others"].format(len(others))
        work, wait = sum(step.processing for step in others), sum(step.waiting for step in others)
        yield _part(context, title, "", work, wait, longest)


def _part(context: Context, title: str, url: str, work: float, wait: float, longest: float) -> RibbonPart:
    width, language = 100 * (work + wait) / longest, context.language
    says = context.words["ribbon_step"].format(title, shown_hours(work, language), shown_hours(wait, language))
    needed = sum(_LATIN if letter.isascii() else _CHARACTER for letter in title) + _AROUND
    room = width / 100 * max(work, wait) / (work + wait)
    fits = "always" if needed <= _NARROW * room else "wide" if needed <= _WIDE * room else ""
    return RibbonPart(title, url, round(width, 2), round(100 * wait / (work + wait), 1), says, fits, work > wait)


def _parallel(context: Context, flows: Sequence[Flow], sums: Sequence[float], beside: Sequence[float]) -> Iterator[str]:
    """Of which flows the steps add up to more than the time from end to end."""
    for flow, total in zip(flows, sums, strict=True):
        time = lead_time(context.analysis.metrics[flow.id])
        if time is not None and total > time * (1 + _SAME):
            both = (shown_hours(total, context.language, beside), shown_hours(time, context.language, beside))
            yield context.words["ribbon_parallel"].format(context.said(flow.variant.label), *both)
