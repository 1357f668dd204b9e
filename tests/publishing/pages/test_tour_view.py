"""What is told on the tour."""

from sevenstep.publishing.context import make_context
from sevenstep.publishing.pages.tour_view import tour_view
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


def tour(checked):
    figures = {name: Figure(name, name, Html("<svg></svg>"), "") for name in ("chain", "goal-tree", "flow/flow")}
    return tour_view(make_context(checked(MODEL), "en", figures))


def test_stops_in_the_order_of_the_method(checked):
    seen = tour(checked)
    titles = [station.title for station in seen.stations]
    assert titles[0] == "Sample"
    assert titles[-3:] == ["Flow", "Fill in", "e"]  # gateways and events only where somebody has words for them
    assert [title for title, _ in seen.parts][-1] == "Flow"
    for title, number in seen.parts:
        assert title in (seen.stations[number].title, seen.stations[number].kicker.replace(" / 7", ""))


def test_the_authors_words_come_first_then_descriptions(checked):
    said = {station.title: str(station.said) for station in tour(checked).stations}
    assert "Welcome" in said["Sample"]
    assert "Mind the goals" in said["goal-tree"]
    assert "How it runs" in said["Flow"]
    assert "<strong>here</strong>" in said["Fill in"]


def test_a_box_is_pointed_at_by_the_address_of_its_link(checked):
    stop = next(station for station in tour(checked).stations if station.title == "Fill in")
    assert stop.focus == "steps/flow/a.html"
    assert stop.facts == ("Clerk", "manual", "work 2 h", "wait 24 h")
