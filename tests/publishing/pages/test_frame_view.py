"""Frames stand before and after the seven steps, for those of which the model says anything."""

from sevenstep.method import APPRAISAL, ASSESSMENT, DECISION
from sevenstep.publishing.context import make_context
from sevenstep.publishing.navigation import pages
from sevenstep.publishing.pages.frame_view import frame_view, frames_of
from sevenstep.publishing.pages.home_view import home_view
from sevenstep.publishing.pages.print_view import print_view
from sevenstep.publishing.views import Figure, Html

STEPS = """
goals: {G1: {title: Fast}}
"""
FRAMES = """
scales: {grade: {title: Grade, levels: {1: Low, 2: High}}}
phases: {first: {title: First phase, start: 2024-01, end: 2024-12}}
"""


def test_a_model_without_frames_has_no_page_and_no_word_of_them(checked):
    context = make_context(checked(STEPS), "en", {})
    assert not frames_of(context)
    assert not {"Before the steps", "After the steps"} & {page.group for page in pages(context)}
    assert all(not frames for _, frames in home_view(context).frames)


def test_frames_stand_around_the_steps_in_navigation_overview_and_print(checked):
    context = make_context(checked(STEPS + FRAMES), "en", {})
    groups = [page.group for page in pages(context) if page.listed and page.group]
    assert [group for at, group in enumerate(groups) if group not in groups[:at]][:3] == [
        "Before the steps",
        "The seven steps",
        "After the steps",
    ]
    told = [(heading, [frame.stem for frame in frames]) for heading, frames in home_view(context).frames]
    assert told == [("Before the steps", ["assessment"]), ("After the steps", ["programme"])]
    titles = [chapter.title for chapter in print_view(context).chapters]
    assert titles.index("Assess") == 0 and titles.index("Carry out") == 8


def test_the_page_of_a_frame_has_its_elements_but_the_chain_has_not(checked):
    context = make_context(checked(STEPS + FRAMES), "en", {})
    page = next(page for page in pages(context) if page.path == "programme")
    assert "First phase" in page.html and "After the steps" in page.html
    assert sum(step.elements for step in context.coverage) == 1
    assert home_view(context).elements == 3


ASSESSED = """
scales: {grade: {title: Grade, levels: {1: Low, 2: High}}}
assessments: {a: {title: A, peers: {p: {title: "<b>P</b>", date: 2023}}}}
factors:
  f: {title: "<i>F</i>", assessment: a, scale: grade, values: {2023: 1, 2024: 2}, peers: {p: 1}}
  g: {title: G, assessment: a, scale: grade, values: {2024: missing}}
decisions:
  d:
    title: D
    requirements: {run: "<u>run</u>"}
    criteria: {skill: {title: "<b>S</b>", weight: 100%}, policy: "<i>words</i>"}
    options:
      own: {title: "<b>own</b>", meets: {run: yes}, values: {skill: 4, policy: "<b>weak</b>"}}
      rent: {title: Rented, meets: {run: no}, values: {skill: 5}}
    choice: {option: own}
"""


def test_the_page_of_assessments_begins_with_the_answer_and_says_what_is_missing(checked):
    context = make_context(checked("date: 2024\n" + ASSESSED), "en", {})
    page = next(page for page in pages(context) if page.path == "assessment")
    assert "It stands at “High” (2 of 2), and ranks 1 of 2 with its peers." in page.html
    assert "not known" in page.html and "&lt;i&gt;F&lt;/i&gt;" in page.html
    assert "<b>P</b>" not in page.html
    first, dates, *_ = frame_view(context, ASSESSMENT).tables
    whole, one, missing = first.rows
    assert [row.cells[0].text for row in dates.rows] == ["2023", "2024"]
    assert (whole.cells[0].text, one.cells[0].refs[0].id) == ("The whole", "f")
    assert any(cell.text == "not known" for cell in missing.cells)


def test_the_page_of_decisions_puts_options_side_by_side_the_best_first(checked):
    context = make_context(checked(ASSESSED), "en", {})
    page = next(page for page in pages(context) if page.path == "decision")
    assert "is chosen; it ranks first of 1 option that can be chosen" in page.html
    assert "<b>own</b>" not in page.html and "<u>run</u>" not in page.html and "<b>weak</b>" not in page.html
    table, *_ = frame_view(context, DECISION).tables
    assert table.heads[2:] == ("<b>own</b>", "Rented")
    place, total, required, skill, policy = ([cell.text for cell in row.cells[2:]] for row in table.rows)
    assert place == ["1", "out"] and total == ["75", ""]
    assert required == ["√ met", "× not met"]
    assert skill == ["4", "5"] and policy == ["<b>weak</b>", ""]


PAYS = "title: W, from: 2024, outlay: {title: Build, amount: 100 CNY}, income: {title: Fees, amount: 60 CNY/y}"
LOAN = "loans: {title: L, amount: 50 CNY, rate: 0%, term: 1, coverage: 1.5}"


def test_appraisals_stand_side_by_side_with_the_first_chart_of_each(checked):
    model = f"appraisals:\n  a: {{{PAYS}}}\n  b: {{{PAYS.replace('60', '10')}, {LOAN}}}\n"
    names = ("chart/money/a-cash", "chart/money/a-value", "chart/money/b-cash")
    context = make_context(checked(model), "en", {name: Figure(name, name, Html("<svg/>"), "") for name in names})
    view = frame_view(context, APPRAISAL)
    assert [figure.title for figure in view.figures] == ["W · chart/money/a-cash", "W · chart/money/b-cash"]
    table = view.tables[0]
    assert [row.cells[0].refs[0].id for row in table.rows] == ["a", "b"]
    assert (table.heads[-1], [row.cells[-1].text for row in table.rows]) == ("Lowest coverage", ["", "0.2"])
    assert table.rows[1].cells[-1].style == "is-worse"


def test_the_page_of_a_single_appraisal_has_all_that_its_own_has(checked):
    context = make_context(checked(f"appraisals: {{a: {{{PAYS}}}}}"), "en", {})
    anchors = [table.anchor for table in frame_view(context, APPRAISAL).tables]
    assert anchors[:3] == ["money-results", "money-by-year", "money-lines"]
