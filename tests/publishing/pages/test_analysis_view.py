"""What pages say of the analysis."""

from sevenstep.diagrams.charts.catalogue import charts, of_comparison, of_element
from sevenstep.publishing.context import make_context
from sevenstep.publishing.navigation import pages
from sevenstep.publishing.pages.analysis_view import tables_of
from sevenstep.publishing.pages.indicator_tables import goals_table, indicators_table
from sevenstep.publishing.pages.tables import tables

MODEL = """
goals: {G1: {title: {zh: 快, en: Fast}}}
indicators:
  I1:
    title: Days
    measures: G1
    unit: d
    direction: decrease
    baseline: {value: 3, date: 2023}
    targets: {2027: 1}
  I2: {title: Cost, measures: G1, unit: CNY}
items: {it: {title: Booking}}
flows:
  asis:
    title: As is
    details: it
    variant: as-is
    estimates: {I1: lead_time}
    steps:
      s: {title: s, type: start}
      w: {title: Fill in, time: 2h, wait: 70h, cost: 30 CNY, mode: manual}
      e: {title: e, type: end}
  tobe:
    title: To be
    details: it
    variant: to-be
    estimates: {I1: lead_time}
    steps:
      s: {title: s, type: start}
      w: {title: Fill in, time: 1h, wait: 35h, cost: 10 CNY, mode: manual}
      e: {title: e, type: end}
measures:
  m: {title: Order once, shapes: tobe}
"""


def context(checked, language="en"):
    return make_context(checked(MODEL), language, {})


def cells(table) -> list[list[str]]:
    return [[cell.text or ", ".join(ref.title for ref in cell.refs) for cell in row.cells] for row in table.rows]


def test_a_flow_shows_its_metrics_and_both_variants_side_by_side(checked):
    given = context(checked)
    metrics, compared = tables_of(given, given.chain.elements["asis"])
    listed = {row[0]: row for row in cells(metrics)}
    assert listed["lead time"][1] == "3 days"
    assert listed["lead time"][-1] == "exact"
    changes = {row[0]: row for row in cells(compared)}
    assert changes["lead time"][1:4] == ["3 days", "1.5 days", "−50%"]
    assert changes["lead time"][4] == "Order once −1.5 days"


def test_an_indicator_shows_every_stage_and_the_verdict(checked):
    given = context(checked)
    (table,) = tables_of(given, given.chain.elements["I1"])
    assert [row[0] for row in cells(table)] == ["Baseline", "Estimated as is", "Estimated to be", "Target"]
    assert table.note == (
        "The target: missed by 0.5 days. Both values that the estimate is made of are assumed: “Fill in”."
    )
    assert cells(table)[2][-1] == "To be"


def test_goals_count_what_is_reached_and_unknown_says_why(checked):
    given = context(checked)
    assert cells(goals_table(given)) == [["Fast", "0", "1", "1"]]
    verdicts = {row[0]: row[1] for row in cells(indicators_table(given, ["I1", "I2"], "x"))}
    assert verdicts == {"Days": "missed by 0.5 days", "Cost": "unknown"}


def test_every_chart_has_a_page_that_asks_for_it(checked):
    given = context(checked)
    asked = {name for element in given.chain.elements.values() for name in of_element(given.chain, element)}
    asked |= set(of_comparison(None))
    drawn = {chart.name for chart in charts(given.chain, given.analysis, "en")}
    assert drawn
    assert drawn <= asked
    assert "chart/indicator/I1" in drawn
    assert "chart/measures/it-lead_time" in drawn


def test_pages_in_both_languages(checked):
    for language, said in (("zh", "目标可达性"), ("en", "Are the goals reached?")):
        made = {page.path: page for page in pages(context(checked, language))}
        assert said in made["outlook"].html
        assert "F101" in made["findings"].html


def test_a_model_without_flows_has_these_pages_too(checked):
    given = make_context(checked("goals: {G1: {title: Goal}}\n"), "en", {})
    made = {page.path: page for page in pages(given)}
    assert "Nothing was found" in made["findings"].html
    assert made["outlook"].html


PROMISED = """
goals: {G1: {title: Fast}}
indicators:
  I:
    title: On time
    measures: G1
    unit: "%"
    direction: increase
    baseline: {value: 60, date: 2023}
    targets: {2024: 70, 2099: 20..90}
    measurements: {2024: 68}
scenarios:
  A: {title: a, moves: {I: +10%}}
  B: {title: b, moves: {I: +5 points}}
"""


def test_an_indicator_shows_each_target_and_what_is_promised_in_points(checked):
    given = make_context(checked(PROMISED), "en", {})
    found = {table.anchor: table for table in tables_of(given, given.chain.elements["I"])}
    judged = found["targets-judged"]
    assert cells(judged) == [
        ["2024", "70%", "68%", "missed by 2 percentage points"],
        ["2099", "20–90%", "68%", "reached"],  # a range has no middle
    ]
    assert judged.rows[0].cells[2].note == "measured 2024"
    assert cells(found["promises"]) == [
        ["a", "+6 percentage points (+10% of the baseline)"],
        ["b", "+5 percentage points (+8.3% of the baseline)"],
        ["Together", "+11 percentage points (+18% of the baseline)"],
    ]


def test_a_move_of_a_share_is_never_taken_for_points(checked):
    given = make_context(checked(PROMISED), "en", {})
    scenario = given.chain.elements["A"]
    ((row,),) = [table.rows for table in tables(given, scenario) if table.anchor == "moves"]
    assert (row.cells[1].text, row.cells[1].note) == ("+10%", "+6 percentage points (+10% of the baseline)")
