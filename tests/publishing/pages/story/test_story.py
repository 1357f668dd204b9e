"""The stops of the story: made of whatever a model has, in the order of the argument, or as the author wants them."""

from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.analysis.results import Analysis
from sevenstep.language import LANGUAGES
from sevenstep.model.choices import StoryPart
from sevenstep.publishing.context import make_context
from sevenstep.publishing.pages.story.bars import in_turn
from sevenstep.publishing.pages.story.story import story
from sevenstep.publishing.views import Figure, Html

MODELS = Path(__file__).parents[4] / "models"


def stops(checked, model: str, *names: str, language="en"):
    figures = {name: Figure(name, f"Picture {name}", Html("<svg></svg>"), "") for name in names}
    return story(make_context(checked(model), language, figures))


def said(stop) -> str:
    return "".join(str(piece.html or piece.words or piece.ref) for piece in stop.said)


def test_an_empty_model_has_an_opening(checked):
    for language in LANGUAGES:
        (stop,) = (one for one in stops(checked, "", language=language) if one.name == "opening")
        assert stop.title.for_language("en") == "Sample"


def test_a_model_without_flows_tells_goals_and_targets(checked):
    model = """
goals: {G: {title: Faster}, below: {title: Lower, parent: G}}
challenges: {C: {title: Slow, description: "It takes long.\\n\\nAnd longer."}}
indicators: {I: {title: Days, measures: G, unit: d, baseline: 9 d, targets: {2027: 3 d}}}
"""
    seen = {stop.name: stop for stop in stops(checked, model, "goal-tree")}
    assert list(seen)[:4] == ["opening", "goal", "pain", "targets"]
    assert seen["goal"].title.en == "The aim is “Faster”, measured by 1 indicator with a target."
    assert (seen["goal"].figures, seen["goal"].table) == (("goal-tree",), None)
    assert "It takes long." in str(seen["pain"].table.rows[0].cells[1].prose)
    assert "And longer" not in str(seen["pain"].table.rows[0].cells[1].prose)


def test_the_opening_says_what_it_comes_to(checked):
    model = "indicators: {I: {title: Days, unit: d, baseline: 9 d, targets: {2027: 3 d}}}"
    computed = stops(checked, model)[0]
    assert computed.title.for_language("en") != "Sample" and "Sample" in computed.kicker
    written = stops(checked, "conclusion: {says: It will do.}\ngoals: {G: {title: Faster}}")[0]
    assert (written.title.for_language("en"), written.kicker) == ("It will do.", "Sample")


def test_without_its_picture_a_stop_shows_a_table(checked):
    (goal,) = (stop for stop in stops(checked, "goals: {G: {title: Faster}}") if stop.name == "goal")
    assert goal.figures == () and goal.table is not None


def flow(key: str, item: str, variant: str, work: str, wait: str) -> str:
    steps = f"s: {{title: s, type: start}}, a: {{title: a, time: {work}, wait: {wait}}}, e: {{title: e, type: end}}"
    return f"  {key}: {{title: {key}, variant: {variant}, details: {item}, steps: {{{steps}}}}}\n"


FLOWS = (
    """
items:
  first: {title: First, journey: out, change: {money: 100000 CNY, time: 3mo}}
  last: {title: Last, journey: out, depends_on: first, change: {money: 200000..300000 CNY}}
flows:
"""
    + flow("last-now", "last", "as-is", "1h", "3h")
    + flow("first-now", "first", "as-is", "2h", "10h")
    + flow("last-then", "last", "to-be", "1h", "1h")
    + flow("first-then", "first", "to-be", "2h", "2h")
)


def test_today_is_one_part_after_the_other(checked):
    seen = {stop.name: stop for stop in stops(checked, FLOWS)}
    (bars,) = seen["today"].bars
    assert [bar.ref.title for bar in bars.bars] == ["First", "Last"]  # the order of the business
    places = [[(part.kind, part.left, part.width) for part in bar.lines[0]] for bar in bars.bars]
    assert places == [[("wait", 0, 62.5), ("work", 62.5, 12.5)], [("wait", 75, 18.75), ("work", 93.75, 6.25)]]
    assert "16 h" in seen["today"].title.en and "81%" in seen["today"].title.en
    assert seen["waiting"].title.en.startswith("The longest wait is in “First”: 10 h, 77% of all waiting")


def test_what_becomes_of_it_stands_on_one_scale(checked):
    seen = {stop.name: stop for stop in stops(checked, FLOWS)}
    (bars,) = seen["effect"].bars
    assert bars.compared
    widths = [[sum(part.width for part in line) for line in bar.lines] for bar in bars.bars]
    assert widths == [[100, pytest.approx(100 / 3)], [pytest.approx(100 / 3), pytest.approx(100 / 6)]]
    assert "from 16 h to 6 h" in seen["effect"].title.en
    assert "“First” changes most" in seen["close-up"].title.en


def test_money_adds_up_with_its_ranges(checked):
    (stop,) = (stop for stop in stops(checked, FLOWS) if stop.name == "money")
    assert "2 items" in stop.title.en
    assert "300" in stop.title.en and "400" in stop.title.en
    assert len(stop.table.rows) == 2


def test_what_is_not_known_makes_no_bars(checked):
    context = make_context(checked(FLOWS), "en", {})
    assert in_turn(context, "", ("first-now", "nowhere")) is None
    assert in_turn(context, "", ()) is None


def test_the_author_chooses_stops_words_and_order(checked):
    model = (
        FLOWS
        + """
goals: {G: {title: Faster}}
indicators: {I: {title: Days, measures: G, unit: d, baseline: 9 d, targets: {2027: 3 d}}}
story:
  - effect
  - {part: goal, title: What for, narration: "See [[G]], from {{value I baseline}} on."}
  - {element: first-now, narration: Look.}
  - {picture: goal-tree}
  - {page: outlook}
  - {title: Thank you}
"""
    )
    seen = stops(checked, model, "goal-tree", "flow/first-now")
    assert [stop.name for stop in seen] == ["effect", "goal", "", "", "targets", ""]
    assert seen[1].title.en or seen[1].title.plain == "What for"
    assert [piece.ref.id for piece in seen[1].said if piece.ref is not None] == ["G", "I"]
    assert [fact.cell.text for piece in seen[1].said for fact in piece.values] == ["9 days"]
    assert (seen[2].figures, said(seen[2])) == (("flow/first-now",), "<p>Look.</p>\n")
    assert seen[3].title.plain == "Picture goal-tree"
    assert seen[5].title.for_language("en") == "Thank you"


def test_a_stop_that_the_model_has_nothing_for_is_left_out_unless_there_are_words(checked):
    assert [stop.name for stop in stops(checked, "story: [money, opening, {part: effect, title: Later}]")] == [
        "opening",
        "effect",
    ]


def test_a_narration_in_the_other_language_says_so(checked):
    model = "story: [{part: opening, narration: {zh: 你好}}]"
    assert 'lang="zh"' in said(stops(checked, model)[0])
    assert "lang" not in said(stops(checked, model, language="zh")[0])


@pytest.mark.parametrize("name", ["western-corridor", "compute-network", "regional-competitiveness"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_generated_story_is_a_dozen_stops_in_the_order_of_the_argument(name, language):
    checked = pipeline.check(MODELS / name)
    header = checked.chain.engagement.header.model_copy(update={"story": ()})
    object.__setattr__(checked.chain.engagement, "header", header)
    seen = story(make_context(checked, language, {}))
    order = list(StoryPart)
    places = [order.index(StoryPart(stop.name)) for stop in seen]
    assert places == sorted(places)
    assert 8 <= len(seen) <= 13
    for stop in seen:
        words = stop.title.for_language(language)
        assert words and len(words) < (320 if stop.name == StoryPart.OPENING else 160), words
        assert "None" not in words.removeprefix("None of ")
    assert isinstance(make_context(checked, language, {}).analysis, Analysis)


FRAMES = """
date: 2024-01
scales: {grade: {title: Grade, levels: {1: Low, 2: High}}}
assessments: {a: {title: A}}
factors: {f: {title: F, assessment: a, scale: grade, values: {2023: 1}}}
decisions:
  d: {title: D, criteria: {skill: {title: Skill, weight: 100%}}, choice: {option: own},
      options: {own: {title: Own, values: {skill: 4}}, rent: {title: Rented, values: {skill: 5}}}}
projects: {p: {title: P, start: 2024-01, end: 2024-06}}
appraisals:
  w: {title: W, outlay: {title: Build, amount: 100 CNY}, income: {title: Fees, amount: 60 CNY/y},
      loans: {title: L, amount: 50 CNY, rate: 5%, term: 3, building: 1}}
benefits:
  old: {title: Old promise, promised: 60%, by: 2022, reviews: [{date: 2023-01, measured: 20%, why: Nobody ran it}]}
  new: {title: New promise, promised: 90%, by: 2030}
"""


def test_what_frames_the_steps_has_stops_in_the_order_of_the_argument(checked):
    seen = {stop.name: stop for stop in stops(checked, FRAMES + "goals: {G: {title: Faster}}", "chart/money/w-cash")}
    turn = ["opening", "standing", "goal", "choice", "schedule", "worth", "outcomes", "questions"]
    assert [name for name in seen if name in turn] == turn
    assert seen["standing"].title.en.startswith("It stands at “Low”")
    assert "“Own” is chosen" in seen["choice"].title.en
    assert [cell.text for cell in seen["choice"].table.rows[0].cells[2:]] == ["1", "2"]
    assert (seen["worth"].figures, seen["worth"].tiles[0].what.en) == (("chart/money/w-cash",), "Net present value")
    assert seen["outcomes"].table.rows[0].cells[0].refs[0].title == "Old promise"
    assert seen["choice"].url == "decision.html"


def test_a_challenge_without_words_of_its_own_shows_what_was_seen(checked):
    model = "challenges: {C: {title: Slow, evidence: [{what: One of five}, {what: Nobody runs it}]}, D: {title: Dear}}"
    (stop,) = (one for one in stops(checked, model) if one.name == "pain")
    assert "Nobody runs it" in str(stop.table.rows[0].cells[1].prose)
    (bare,) = (one for one in stops(checked, "challenges: {D: {title: Dear}}") if one.name == "pain")
    assert len(bare.table.heads) == 1


def test_as_long_as_nothing_is_known_of_any_promise_there_is_no_stop_of_outcomes(checked):
    model = "date: 2024-01\nbenefits: {new: {title: New promise, promised: 90%, by: 2030}}"
    assert "outcomes" not in {stop.name for stop in stops(checked, model)}


def test_an_element_of_a_frame_is_seen_by_what_it_comes_to(checked):
    model = FRAMES + "story: [{element: d}, {element: w}, {element: old, title: It was not used}, {page: assessment}]"
    decision, worth, old, page = stops(checked, model)
    assert decision.table is not None and "“Own” is chosen" in decision.title.en
    assert worth.table is not None and worth.lead and worth.tiles
    assert old.title.for_language("en") == "It was not used"
    assert [row.cells[0].refs[0].title for row in old.table.rows] == ["Old promise"]
    assert page.url == "assessment.html"


def test_of_too_many_stops_details_give_way(checked):
    model = FLOWS.replace("items:", "items:\n  other: {title: Other, scores: {c: 4}}", 1) + FRAMES
    model += """
criteria: {c: {title: C, weight: 100%}}
goals: {G: {title: Faster}}
challenges: {C: {title: Slow, description: It takes long.}}
indicators: {I: {title: Days, measures: G, unit: d, baseline: 9 d, targets: {2027: 3 d}}}
findings: {find: {title: Found, type: blockage, touches: first-now}}
measures: {m: {title: M, answers: find, changes: {first-now/a: {wait: 2h}}, shapes: first-then}}
"""
    names = [stop.name for stop in stops(checked, model)]
    assert len(names) <= 13 and "money" not in names
    assert {"standing", "choice", "schedule", "worth", "outcomes", "questions"} <= set(names)
