"""The guided tour: the story stop by stop, and behind it every picture of the analysis, each flow box by box."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from sevenstep.chain.coverage import elements_by_step
from sevenstep.chain.pictures import own_picture, pictures_on
from sevenstep.language import Text
from sevenstep.method import STAGES, STEPS, Step, stage
from sevenstep.model.element import Element
from sevenstep.model.step7_flows import Activity, AnyNode, Event, Flow
from sevenstep.publishing.context import Context, prose
from sevenstep.publishing.pages.reason import reason
from sevenstep.publishing.pages.story.stop import Stop
from sevenstep.publishing.pages.story.story import story
from sevenstep.publishing.views import Figure, Html, Reason
from sevenstep.publishing.words.words import value_name

_VIEW_BOX: Final = re.compile(r'viewBox="[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)"')
_TALL: Final = 1.7
"""Of a screen, what the words above and below leave, is wider than this for its height."""
MOST_FLOWS: Final = 40
"""Flows that a tour goes through; nobody sits through more."""


@dataclass(frozen=True, slots=True)
class Station:
    """One stop among the details: what is said, the picture that is shown, and the address in it that is pointed at."""

    step: Step | None
    kicker: str
    title: str
    said: Html | None
    facts: tuple[str, ...]
    url: str
    figure: str = ""
    focus: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A stop of the story with its picture, `is_tall` for its width; the number, from 0, of the detail behind it; why
    the element is there that it is about."""

    stop: Stop
    figure: Figure | None
    detail: int
    is_tall: bool = False
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class TourView:
    """The stops of the story, the details behind them, and the pictures that only details show."""

    stops: tuple[Told, ...]
    details: tuple[Station, ...]
    figures: tuple[Figure, ...]


def tour_view(context: Context) -> TourView:
    """The story, and behind it every picture step by step and every flow box by box, in the order of the method."""
    details = tuple(_details(context))
    first: dict[str, int] = {}
    for at, station in enumerate(details):
        first.setdefault(station.figure, at)
        first.setdefault(str(station.step.number) if station.step is not None else "", at)
    about = {ref.url: ref.id for ref in context.refs.values()}
    stops = tuple(_told(context, stop, first, about.get(stop.url)) for stop in story(context))
    shown = {told.figure.name for told in stops if told.figure is not None}
    behind = dict.fromkeys(station.figure for station in details if station.figure and station.figure not in shown)
    return TourView(stops, details, context.figures_of(behind))


def _told(context: Context, stop: Stop, details: Mapping[str, int], about: str | None) -> Told:
    figure = context.figures[stop.figures[0]] if stop.figures else None
    at = details.get(figure.name if figure is not None else "-", details.get(str(stop.step), 0))
    framed = about is not None and stage(context.chain.elements[about].KIND.step).is_frame
    why = reason(context, about) if about is not None and not framed else None
    return Told(stop, figure, at, figure is not None and _is_tall(figure), why)


def _is_tall(figure: Figure) -> bool:
    """Whether words fit better beside the picture than above it."""
    box = _VIEW_BOX.search(figure.svg or "")
    return box is not None and float(box[1]) < _TALL * float(box[2])


def _details(context: Context) -> Iterator[Station]:
    """Each step of the method with its pictures, and each frame that has any, then each flow."""
    for step in STAGES:
        yield from _of_step(context, step)
    for flow in islice(context.chain.engagement.of(Flow), MOST_FLOWS):
        yield from _of_flow(context, flow)


def _prose(context: Context, narration: Text | None, description: Text | None) -> Html | None:
    return prose(context, narration or description)


def _of_step(context: Context, step: Step) -> Iterator[Station]:
    """A stop for each picture of the step; without any picture, one that says what the step asks."""
    names = [name for name in pictures_on(step.number) if name in context.figures]
    place = f"{step.number} / 7 " if not step.is_frame else ""
    kicker = f"{place}{context.said(step.title)}"
    question = Html(f"<p>{context.said(step.question)}</p>")
    told = next((said for name, said in context.header.narrations.items() if name == f"step{step.number}"), None)
    said = prose(context, told) if told is not None else question
    count = elements_by_step(context.chain)[step.number]
    facts = (f"{count} {context.words['elements']}",)
    if not names and count:
        yield Station(step, kicker, context.said(step.title), said, facts, f"{step.stem}.html")
    for number, name in enumerate(names):
        title = context.figures[name].title
        yield Station(step, kicker, title, said if not number else None, facts, f"{step.stem}.html", name)


def _of_flow(context: Context, flow: Flow) -> Iterator[Station]:
    name = own_picture(context.chain, flow)
    if name is None or name not in context.figures:
        return
    step = STEPS[6]
    title = context.refs[flow.id].title
    kicker = f"{context.refs[flow.id].kind_title} · {value_name(flow.variant, context.language)}"
    said = _prose(context, flow.narration, flow.description)
    yield Station(step, kicker, title, said, (), context.refs[flow.id].url, name)
    for key, node in flow.steps.items():
        if isinstance(node, Activity) or _has_words(node):
            ref = context.refs[node.id]
            facts = tuple(_facts(context, flow, key, node))
            yield Station(
                step, title, ref.title, _prose(context, node.narration, node.description), facts, ref.url, name, ref.url
            )


def _has_words(node: Element) -> bool:
    return node.narration is not None or node.description is not None


def _facts(context: Context, flow: Flow, key: str, node: AnyNode) -> Iterator[str]:
    """Who, where, how, how long, at what cost: as far as the model says."""
    named = [flow.lanes.get(key), node.system if isinstance(node, Activity) else None]
    yield from (ref.title for ref in context.refs_of(key for key in named if key is not None))
    if isinstance(node, Activity):
        if node.mode is not None:
            yield value_name(node.mode, context.language)
        if node.time is not None:
            yield f"{context.words['tour_time']} {node.time.shown(context.language)}"
        if node.cost is not None:
            yield node.cost.shown(context.language)
    if isinstance(node, Activity | Event) and node.wait is not None:
        yield f"{context.words['tour_wait']} {node.wait.shown(context.language)}"
