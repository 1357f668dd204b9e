"""What is told on the tour: the story, and the details behind it."""

from sevenstep.publishing.context import make_context
from sevenstep.publishing.pages.tour_view import tour_view
from sevenstep.publishing.rendering import rendered
from sevenstep.publishing.views import Figure, Html

MODEL = """
narration: Welcome.
narrations: {step1: Mind the goals.}
goals: {G1: {title: Goal}}
actors: {A1: {title: Clerk, type: enterprise}}
flows:
  flow:
    title: Flow
    variant: as-is
    description: How it runs.
    steps:
      s: {title: s, type: start, actor: A1}
      a: {title: Fill in, narration: "Look **here**.", time: 2h, wait: 1d, mode: manual}
      g: {title: ok?, type: exclusive, next: {e: 50%, a: 50%}}
      e: {title: e, type: end, narration: All is done.}
"""
_NAMES = ("chain", "goal-tree", "flow/flow")
FIGURES = {name: Figure(name, name, Html('<svg viewBox="0 0 400 300"></svg>'), "") for name in _NAMES}


def tour(checked, model: str = MODEL, figures=FIGURES):
    return tour_view(make_context(checked(model), "en", figures))


def test_the_story_goes_first_and_every_box_stands_behind_it(checked):
    seen = tour(checked)
    names = [told.stop.name for told in seen.stops]
    assert names == ["opening", "goal", "today", "waiting", "obstacles", "questions"]
    titles = [station.title for station in seen.details]
    flow = titles.index("Flow")
    assert titles[flow : flow + 3] == ["Flow", "Fill in", "e"]  # gateways and events only where there are words
    assert titles.index("goal-tree") < flow


def test_a_picture_is_on_the_page_once(checked):
    """The story shows its own; the details bring the rest."""
    context = make_context(checked(MODEL), "en", FIGURES)
    seen = tour_view(context)
    shown = [told.figure.name for told in seen.stops if told.figure is not None]
    assert not {figure.name for figure in seen.figures} & set(shown)
    html = rendered(context, "tour", "Tour", "tour", view=seen).html
    for name in {station.figure for station in seen.details if station.figure} | set(shown):
        assert html.count(f'data-name="{name}"') == 1, name


def test_details_begin_where_the_story_stands(checked):
    seen = tour(checked)
    behind = {told.stop.name: seen.details[told.detail].title for told in seen.stops}
    assert behind["goal"] == "goal-tree"
    assert behind["today"] == "Flow"


def test_the_authors_words_come_first_then_descriptions(checked):
    said = {station.title: str(station.said) for station in tour(checked).details}
    assert "How it runs" in said["Flow"]
    assert "<strong>here</strong>" in said["Fill in"]
    told = {told.stop.name: "".join(str(piece.html) for piece in told.stop.said) for told in tour(checked).stops}
    assert "Welcome." in told["opening"]
    assert "Mind the goals." in told["goal"]


def test_a_box_is_pointed_at_by_the_address_of_its_link(checked):
    stop = next(station for station in tour(checked).details if station.title == "Fill in")
    assert stop.focus == "steps/flow/a.html"
    assert stop.facts == ("Clerk", "manual", "work 2 h", "wait 24 h")


def test_words_stand_beside_a_tall_picture_and_above_a_wide_one(checked):
    wide = {**FIGURES, "goal-tree": Figure("goal-tree", "G", Html('<svg viewBox="0 0 900 300"></svg>'), "")}
    assert [told.is_tall for told in tour(checked).stops if told.stop.name == "goal"] == [True]
    assert [told.is_tall for told in tour(checked, figures=wide).stops if told.stop.name == "goal"] == [False]
