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

TO_BE = """
  faster:
    title: Faster
    variant: to-be
    steps:
      s: {title: s, type: start, actor: A1}
      a: {title: Fill in, time: 1h, mode: automatic}
      e: {title: e, type: end}
"""
_NAMES = ("chain", "goal-tree", "flow/flow", "flow/faster")
FIGURES = {name: Figure(name, name, Html("<svg></svg>"), "") for name in _NAMES}


def tour(checked):
    return tour_view(make_context(checked(MODEL), "en", FIGURES))


def test_stops_in_the_order_of_the_method(checked):
    seen = tour(checked)
    titles = [station.title for station in seen.stations]
    assert titles[0] == "Sample"
    today = titles.index("Flow")
    assert titles[today : today + 3] == ["Flow", "Fill in", "e"]  # gateways and events only where there are words
    assert today < titles.index("goal-tree")  # what is comes first, then the strategy
    for part in seen.parts:
        station = seen.stations[part.first]
        assert part.title in (station.title, station.kicker, station.kicker.replace(" / 7", ""))


def test_the_three_moves_order_the_tour(checked):
    """Today's flows stand with what is, those to be behind the architecture that they belong to."""
    model = MODEL.replace("goals:", "challenges: {C1: {title: Slow <now>}}\ngoals:") + TO_BE
    seen = tour_view(make_context(checked(model), "en", FIGURES))
    parts = [(part.move, part.title) for part in seen.parts]
    assert parts == [
        ("", "Sample"),
        ("See where things stand", "See where things stand"),
        ("See where things stand", "Flow"),
        ("Build the strategy", "1 Goals and position"),
        ("Build the architecture", "4 Collaboration paths"),
        ("Build the architecture", "7 Process and data flows"),
        ("Build the architecture", "Faster"),
    ]
    assert "<li>Slow &lt;now&gt;</li>" in seen.stations[1].said


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
