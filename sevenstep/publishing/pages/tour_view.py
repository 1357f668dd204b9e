"""The guided tour: the analysis told picture by picture, each flow box by box."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

from sevenstep.chain.pictures import CHAIN, own_picture, pictures_on
from sevenstep.language import Text
from sevenstep.method import MOVES, STEPS, Move, Step
from sevenstep.model.choices import Variant
from sevenstep.model.element import Element
from sevenstep.model.step1_goals import Challenge
from sevenstep.model.step7_flows import Activity, AnyNode, Event, Flow
from sevenstep.publishing.context import Context, prose
from sevenstep.publishing.views import Figure, Html
from sevenstep.publishing.words.words import value_name

MOST_FLOWS: Final = 40
"""Flows that a tour goes through; nobody sits through more."""
_CHALLENGES: Final = f"{STEPS[0].stem}.html#{Challenge.KIND.section}"


@dataclass(frozen=True, slots=True)
class Station:
    """One stop of the tour: what is said, the picture that is shown, and the address in it that is pointed at."""

    step: Step | None
    kicker: str
    title: str
    said: Html | None
    facts: tuple[str, ...]
    url: str
    figure: str = ""
    focus: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Stops that belong together: the title, the number of the first, and the move of the method they belong to."""

    title: str
    first: int
    move: str = ""


@dataclass(frozen=True, slots=True)
class TourView:
    """The stops in their order, their parts, and the pictures they show."""

    stations: tuple[Station, ...]
    parts: tuple[Part, ...]
    figures: tuple[Figure, ...]


def tour_view(context: Context) -> TourView:
    """The tour of the whole engagement in the three moves: what is, the strategy, the architecture with what is to be.

    A flow belongs to the first where it is as is, to the last where it is to be.
    """
    stations: list[Station] = [_opening(context)]
    parts = [Part(context.said(context.header.title), 0)]
    for move in MOVES:
        for title, found in _of_move(context, move):
            if found:
                parts.append(Part(title, len(stations), context.said(move.title)))
                stations += found
    shown = dict.fromkeys(station.figure for station in stations if station.figure)
    return TourView(tuple(stations), tuple(parts), context.figures_of(shown))


def _of_move(context: Context, move: Move) -> Iterator[tuple[str, list[Station]]]:
    """The parts of one move, each with its stops."""
    is_today = move is MOVES[0]
    if is_today:
        yield context.said(move.title), list(_standing(context, move))
    for step in (STEPS[number - 1] for number in move.steps):
        yield f"{step.number} {context.said(step.title)}", list(_of_step(context, step))
    if is_today or move is MOVES[-1]:
        variant = Variant.AS_IS if is_today else Variant.TO_BE
        flows = [flow for flow in context.chain.engagement.of(Flow) if flow.variant == variant]
        for flow in flows[: MOST_FLOWS // 2]:
            yield context.refs[flow.id].title, list(_of_flow(context, flow))


def _standing(context: Context, move: Move) -> Iterator[Station]:
    """What hurts today: the challenges, and how many findings there are."""
    challenges = [challenge.id for challenge in context.chain.engagement.of(Challenge)]
    if not challenges:
        return
    listed = "".join(f"<li>{escape(ref.title)}</li>" for ref in context.refs_of(challenges))
    said = Html(f"<p>{escape(context.said(move.does))}</p><ul>{listed}</ul>")
    facts = (f"{len(challenges)} {context.said(Challenge.KIND.titles).lower()}",)
    yield Station(STEPS[0], context.said(move.title), context.said(Challenge.KIND.titles), said, facts, _CHALLENGES)


def _opening(context: Context) -> Station:
    header = context.header
    facts = tuple(fact for fact in (context.said(header.client), header.date or "", header.version or "") if fact)
    said = _told(context, header.narration, header.description)
    figure = CHAIN.name if CHAIN.name in context.figures else ""
    return Station(None, "", context.said(header.title), said, facts, "index.html", figure)


def _told(context: Context, narration: Text | None, description: Text | None) -> Html | None:
    return prose(context, narration or description)


def _of_step(context: Context, step: Step) -> Iterator[Station]:
    """A stop for each picture of the step; without any picture, one that says what the step asks."""
    names = [name for name in pictures_on(step.number) if name in context.figures]
    kicker = f"{step.number} / 7 {context.said(step.title)}"
    question = Html(f"<p>{context.said(step.question)}</p>")
    told = next((said for name, said in context.header.narrations.items() if name == f"step{step.number}"), None)
    said = prose(context, told) if told is not None else question
    count = context.coverage[step.number - 1].elements
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
    said = _told(context, flow.narration, flow.description)
    yield Station(step, kicker, title, said, (), context.refs[flow.id].url, name)
    for key, node in flow.steps.items():
        if isinstance(node, Activity) or _has_words(node):
            ref = context.refs[node.id]
            facts = tuple(_facts(context, flow, key, node))
            yield Station(
                step, title, ref.title, _told(context, node.narration, node.description), facts, ref.url, name, ref.url
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
