"""The stops of an engagement: the author's own list, or those that its model has anything to say for."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from sevenstep.chain.pictures import own_picture, picture_meant, pictures_on
from sevenstep.language import Text
from sevenstep.method import STEPS
from sevenstep.model.choices import StoryPage, StoryPart
from sevenstep.model.story import StoryStop
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.story import aims, frames, outcome, running, work
from sevenstep.publishing.pages.story.narration import narrated
from sevenstep.publishing.pages.story.obstacles import obstacles
from sevenstep.publishing.pages.story.stop import Stop

_MADE: Final[Mapping[StoryPart, Callable[[Context], Stop | None]]] = StoryPart.each(
    {
        StoryPart.OPENING: aims.opening,
        StoryPart.STANDING: frames.standing,
        StoryPart.GOAL: aims.goal,
        StoryPart.PAIN: aims.pain,
        StoryPart.TODAY: running.today,
        StoryPart.WAITING: running.waiting,
        StoryPart.OBSTACLES: obstacles,
        StoryPart.DESIGN: running.design,
        StoryPart.CLOSE_UP: running.close_up,
        StoryPart.EFFECT: outcome.effect,
        StoryPart.TARGETS: outcome.targets,
        StoryPart.ORDER: work.order,
        StoryPart.CHOICE: frames.choice,
        StoryPart.SCHEDULE: frames.schedule,
        StoryPart.MONEY: work.money,
        StoryPart.WORTH: frames.worth,
        StoryPart.OUTCOMES: frames.kept,
        StoryPart.QUESTIONS: work.questions,
    }
)
_MOST_STOPS: Final = 13
"""Generated stops; an author's own list may have more."""
_GIVE_WAY: Final = (
    StoryPart.MONEY,
    StoryPart.CLOSE_UP,
    StoryPart.WAITING,
    StoryPart.ORDER,
    StoryPart.EFFECT,
)
"""What is left out first where there are too many: other stops tell the same, or it is a detail."""


def story(context: Context) -> tuple[Stop, ...]:
    """The stops in their order; there is always one."""
    written = context.header.story
    found = (_written(context, stop) for stop in written) if written else _generated(context)
    stops = tuple(stop for stop in found if stop is not None)
    return tuple(_with_what_there_is(context, stop) for stop in stops or _first(context))


def _generated(context: Context) -> list[Stop]:
    """All that the model has something to say for, about a dozen."""
    stops = [stop for make in _MADE.values() if (stop := make(context)) is not None]
    for part in _GIVE_WAY:
        if len(stops) > _MOST_STOPS:
            stops = [stop for stop in stops if stop.name != part]
    return stops


def _first(context: Context) -> Iterator[Stop]:
    if (stop := aims.opening(context)) is not None:
        yield stop


def _with_what_there_is(context: Context, stop: Stop) -> Stop:
    """The stop with one thing to see: its bars, else the first of its pictures that was drawn, else its table."""
    drawn = [name for name in stop.figures if name in context.figures and context.figures[name].svg is not None]
    if stop.bars:
        return replace(stop, figures=(), table=None)
    return replace(stop, figures=tuple(drawn[:1]), table=None if drawn else stop.table)


def _written(context: Context, wanted: StoryStop) -> Stop | None:
    """The stop as its author wants it; None where the model has nothing for it and the author no words."""
    stop = _seen(context, wanted)
    if stop is None and wanted.title is None and wanted.narration is None:
        return None
    if stop is None:
        stop = Stop(wanted.part or "", context.said(wanted.part.label) if wanted.part else "", Text(plain=""), "")
    said = narrated(context, wanted.narration)
    if said:
        stop = replace(stop, said=said, lead=())
    return replace(stop, title=wanted.title) if wanted.title is not None else stop


def _seen(context: Context, wanted: StoryStop) -> Stop | None:
    if wanted.part is not None:
        return _MADE[wanted.part](context)
    if wanted.element is not None:
        return _element(context, wanted.element)
    if wanted.picture is not None:
        name = picture_meant(context.chain, wanted.picture)
        figure = context.figures.get(name) if name is not None else None
        return Stop("", "", Text(plain=figure.title), "", figures=(figure.name,)) if figure is not None else None
    return _page(context, wanted.page) if wanted.page is not None else None


def _element(context: Context, key: str) -> Stop | None:
    """An element by its own picture, or by what is said of it; what frames the steps by what it comes to."""
    element = context.chain.elements.get(key)
    if element is None:
        return None
    if (stop := frames.seen(context, element)) is not None:
        return stop
    ref = context.refs[key]
    name = own_picture(context.chain, element)
    told = narrated(context, element.narration or element.description)
    return Stop("", ref.kind_title, element.title, ref.url, ref.step, said=told, figures=(name,) if name else ())


def _page(context: Context, page: StoryPage) -> Stop:
    """A page by its first picture or by what the generated stop of it shows."""
    parts = {
        StoryPage.OUTLOOK: outcome.targets,
        StoryPage.FINDINGS: obstacles,
        StoryPage.EVALUATION: work.order,
        StoryPage.QUESTIONS: work.questions,
        StoryPage.ASSESSMENT: frames.standing,
        StoryPage.DECISION: frames.choice,
        StoryPage.BLUEPRINT: frames.blueprint,
        StoryPage.PROGRAMME: frames.schedule,
        StoryPage.APPRAISAL: frames.worth,
        StoryPage.OUTCOMES: frames.kept,
    }
    if page in parts:
        return parts[page](context) or Stop("", "", page.label, f"{page}.html")
    step = STEPS[int(page.removeprefix("step")) - 1]
    return Stop(
        "", context.said(step.title), step.question, f"{step.stem}.html", step.number, figures=pictures_on(step.number)
    )
