"""The page of projects: places of bars, arrows between them, what is expected when targets are due, risks."""

import pytest

from sevenstep.method import PROGRAMME
from sevenstep.publishing.context import make_context
from sevenstep.publishing.pages.booking_view import booked_months
from sevenstep.publishing.pages.card_view import cards_of
from sevenstep.publishing.pages.frame_view import frame_view
from sevenstep.publishing.pages.places_view import rollout_of
from sevenstep.publishing.pages.programme_view import programme_view
from tests.analysis.course.test_course import FLOWS

PROJECTS = """
actors:
  office: {title: Office, type: government}
phases:
  first-phase: {title: Begin}
funds:
  own: {title: Own, by_year: {2024: 1 万元}}
pools:
  people: {title: People, capacity: 2 people}
projects:
  p:
    title: P <b>
    phase: first-phase
    start: 2024-01
    end: 2024-06
    lead: office
    delivers: first
    milestones: [{title: Trial, date: 2024-03}]
    budget: {year: 2024, amount: 20000 CNY, fund: own}
    draws: {pool: people, amount: 3 people}
    risks: [{title: Late, chance: severe, effect: severe}]
    judged_by: {time: 2024}
  q: {title: Q, start: 2024-07, end: 2024-12, delivers: second, after: p, lead: office}
  r: {title: R}
"""


@pytest.fixture
def context(checked):
    return make_context(checked(FLOWS.split("title: Sample\n", 1)[1] + PROJECTS), "en", {})


def test_bars_stand_where_their_dates_are(context):
    found = programme_view(context).roadmap
    first, other = found.lanes
    assert (first.title, other.title) == ("Begin", "In no phase")
    (p,), (q,) = first.bars, other.bars
    # 2024 has 366 days: January to June are 182 of them
    assert (p.begin, p.width, p.slack, p.is_critical) == (0, round(100 * 182 / 366, 2), 0, True)
    assert (q.begin, round(q.begin + q.width)) == (p.width, 100)
    assert [(mark.at, mark.title) for mark in p.marks] == [(round(100 * 91 / 366, 2), "March 2024 Trial")]
    assert [text for _, text, _ in found.ticks] == ["2024Q1", "2024Q2", "2024Q3", "2024Q4"]
    assert found.untimed == "R"


def test_arrows_count_the_rows_of_phases(context):
    found = programme_view(context).roadmap
    (arrow,) = found.arrows
    assert (arrow.row, arrow.to_row, found.rows, arrow.is_critical) == (1, 3, 4, True)


def test_without_phases_there_is_no_row_for_one(checked):
    text = "projects:\n  a: {title: A, start: 2024, end: 2024}\n  b: {title: B, start: 2025, end: 2030, after: a}\n"
    found = programme_view(make_context(checked(text), "en", {})).roadmap
    assert (found.lanes[0].title, found.rows, [(one.row, one.to_row) for one in found.arrows]) == ("", 2, [(0, 1)])
    assert [(text, begins) for _, text, begins in found.ticks][:2] == [("2024", True), ("2025", True)]


def test_a_row_tells_what_is_expected_when_a_target_is_due(context):
    courses = programme_view(context).courses
    told = [[cell.text or " ".join(ref.title for ref in cell.refs) for cell in row.cells] for row in courses.rows]
    assert told[0] == ["Time", "40 h", "35 h", "34 h", "reached", "July 2024", ""]
    assert told[2][4:] == ["missed", "not with what is planned", ""]


def test_money_and_pools_beyond_what_there_is_are_marked(context):
    found = programme_view(context)
    assert found.money.rows[0].cells[1].style == "is-worse"
    assert found.pools.rows[0].cells[2].style == "is-worse"


def test_the_worst_risk_stands_in_the_corner(context):
    rows = programme_view(context).risks
    assert [len(cell.risks) for row in rows for cell in row] == [0, 0, 1, 0, 0, 0, 0, 0, 0]
    assert rows[0][2].weight == 3


def test_the_tree_leads_from_goal_to_unit(context):
    (goal,) = programme_view(context).tree
    (indicator,) = goal.below
    (project,) = indicator.below
    assert (goal.ref.id, indicator.ref.id, project.ref.id, project.note) == ("G1", "time", "p", "2024 reached")
    assert [unit.ref.id for unit in project.below] == ["office"]


def told(cell) -> list[str]:
    """What a cell of the ledger says, line by line."""
    return [one.text or " ".join(ref.title for ref in one.refs) for one in cell.entries or (cell,)]


def test_the_ledger_says_who_when_for_what_and_what_comes_next(context):
    table = programme_view(context).ledger
    assert table.heads == (
        "Project", "Units", "From – to", "Budget", "State, next milestone", "Judged by", "Needs, resources, money"
    )  # fmt: skip
    first, second, last = table.rows
    project, units, time, _, state, _, draws = first.cells
    assert told(project) == ["P <b>", "Begin"]
    assert told(units) == ["Lead", "Office"]
    assert told(time) == ["January 2024 –", "June 2024", "0 days of slack"]
    assert told(state) == ["no record yet", "Trial"]
    assert told(draws) == ["People", "Own"]
    assert time.sort < second.cells[2].sort  # sorted by the day, not by its words
    assert told(last.cells[0]) == ["R"] and told(last.cells[2]) == [""]


def test_registers_below_the_ledger_are_folded(context):
    assert {table.anchor: table.folded for table in frame_view(context, PROGRAMME).tables}["phases"]


def test_the_page_begins_with_what_the_plan_comes_to(context):
    assert frame_view(context, PROGRAMME).conclusion.headline.startswith("3 projects from January 2024")


def test_nothing_is_shown_of_a_model_without_projects(checked):
    found = programme_view(make_context(checked(""), "zh", {}))
    assert (found.roadmap, found.courses, found.ledger, found.risks, found.tree) == (None, None, None, (), ())


BOOKED = """
actors:
  railway: {title: Railway, type: enterprise, capacity: 3 people}
projects:
  a: {title: A, start: 2024-01, end: 2024-12, efforts: {unit: railway, amount: 2 people}}
  b: {title: B, start: 2024-04, end: 2024-05, efforts: {unit: railway, amount: 2 people}}
"""


def test_months_in_which_a_unit_is_overbooked_stand_in_the_roadmap_and_on_its_page(checked):
    context = make_context(checked(BOOKED), "en", {})
    found = programme_view(context)
    # April is the 92nd to the 121st of 366 days, May the 31 days behind
    (over,) = found.roadmap.over
    assert over.ref.title == "Railway"
    assert [(begin, width) for begin, width, _ in over.stretches] == [
        (round(100 * 91 / 366, 2), round(100 * 30 / 366, 2)),
        (round(100 * 121 / 366, 2), round(100 * 31 / 366, 2)),
    ]
    assert [cell.text for cell in found.units.rows[0].cells][1:4] == ["April 2024", "4 people", "3 people"]
    months = booked_months(context, context.chain.elements["railway"])
    assert len(months.rows) == 12
    assert [row.cells[3].text for row in months.rows if row.cells[3].text] == ["1 person", "1 person"]


CARDS = """
kpicards:
  card: {title: Card, unit: office, period: 2024, weights: {time: 60%, double: 40%}}
"""


def test_a_card_is_scored_on_its_page_on_that_of_its_unit_and_beside_the_others(checked):
    text = FLOWS.split("title: Sample\n", 1)[1] + PROJECTS + CARDS
    context = make_context(checked(text), "en", {})
    (row,) = programme_view(context).cards.rows
    # time is reached (60 %), double has no target for 2024: of what is known all is reached
    assert [cell.text for cell in row.cells][2:] == ["2024", "cannot be scored yet", "100%"]
    assert row.cells[4].note == "known for 60% of the weights; the whole lies between 60% and 100%"
    elements = context.chain.elements
    (own,), (of_unit,) = cards_of(context, elements["card"]), cards_of(context, elements["office"])
    assert own.rows == of_unit.rows and of_unit.title == "Card · 2024"
    assert own.rows[1].cells[-1].entries[0].text == "no target for the period"
    assert cards_of(context, elements["time"]) == ()


SPENT = """
funds:
  own: {title: Own, amount: 5 万元}
projects:
  a:
    title: A
    start: 2024
    end: 2024
    budget: {year: 2024, amount: 10 万元, fund: own}
    spent: {date: 2024-05, amount: 12 万元, fund: own}
  b: {title: B, start: 2024, end: 2024, budget: {year: 2024, amount: 10 万元}}
"""


def test_what_was_spent_stands_beside_the_budget(checked):
    found = programme_view(make_context(checked(SPENT), "zh", {}))
    projects, years = found.spending
    told = [[cell.text for cell in row.cells][1:] for row in projects.rows]
    assert told == [
        ["10 万元", "12 万元", "120%", "−2 万元"],
        ["10 万元", "没有支出记录", "", ""],
        ["20 万元", "12 万元", "60%", "8 万元"],
    ]
    assert projects.rows[0].cells[2].note == "超出 2 万元"
    assert (years.rows[-1].cells[1].style, years.rows[-1].cells[1].note) == ("is-worse", "超出 7 万元")


PLACES = """
places:
  here: {title: Here, type: port}
  there: {title: There, type: port}
projects:
  p:
    title: P
    start: 2024-01
    end: 2024-06
    delivers: [first, second]
    rollout: [{date: 2024-03, places: here}, {date: 2024-06, places: there}]
"""


def test_a_table_tells_what_is_in_force_where_and_the_place_tells_it_too(checked):
    context = make_context(checked(FLOWS.split("title: Sample\n", 1)[1] + PLACES), "en", {})
    found = programme_view(context).places
    assert found.heads == ("Place or unit", "First", "Second")
    assert [[cell.text for cell in row.cells[1:]] for row in found.rows] == [["April 2024"] * 2, ["July 2024"] * 2]
    own = rollout_of(context, context.chain.elements["there"])
    assert [(row.cells[1].refs[0].title, row.cells[2].text) for row in own.rows] == [
        ("First", "July 2024"),
        ("Second", "July 2024"),
    ]
    assert len(rollout_of(context, context.chain.elements["first"]).rows) == 2
    assert not rollout_of(context, context.chain.elements["G"]).rows
