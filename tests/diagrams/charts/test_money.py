"""Charts of appraisals: they are drawn where there is anything to show, and say it in words."""

import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.diagrams.charts import as_picture
from sevenstep.diagrams.charts.catalogue import charts, of_appraisal
from sevenstep.diagrams.charts.chart import Mark
from sevenstep.diagrams.output.picture import inline

LOAN = "loans: {title: L, amount: 60 CNY, rate: 5%, term: 3, coverage: 1.3}"
WHOLE = (
    "from: 2024, horizon: 4, discount_rate: 5%, outlay: {title: '<b>A</b> & B', amount: 80..120 CNY},"
    f" running: {{title: R, amount: 10 CNY/y}}, income: {{title: I, amount: 60 CNY/y}}, {LOAN}"
)


@pytest.fixture
def drawn(checked):
    def draw(appraisal: str, language: str = "en"):
        chain = checked(f"appraisals:\n  a: {{title: A, {appraisal}}}\n").chain
        return {chart.name: chart for chart in charts(chain, analyse(chain), language)}

    return draw


def bars(chart, css_classes: str) -> list[tuple[float, float]]:
    marks = [part for part in chart.parts if isinstance(part, Mark) and part.form == "bar"]
    ends = ("y", "y2") if "cash" in chart.name else ("x", "x2")
    return [tuple(row[end] for end in ends) for mark in marks if mark.css_classes == css_classes for row in mark.rows]


def test_all_four_are_drawn_and_say_it_in_words(drawn):
    found = drawn(WHOLE)
    assert tuple(found) == of_appraisal("a")
    cash, value, tornado, coverage = found.values()
    assert cash.says == "2024: −CNY 100; 2025: −CNY 50; 2026: CNY 0; 2027: CNY 50"
    assert value.says.startswith("Outlay −CNY 100; Running cost −CNY 27")
    assert tornado.says.startswith("<b>A</b> & B CNY 16 to CNY 56; I (±10%)")
    assert coverage.says == "2025 2.17; 2026 2.27; 2027 2.38"
    for one in found.values():
        assert "<b>" not in inline(as_picture.drawn(one))


def test_bars_are_the_sums(drawn):
    found = drawn(WHOLE)
    cash = found["chart/money/a-cash"]
    outgoing = [end for end in bars(cash, "money-out") if end[0] == 0]
    assert outgoing == [(0, -100), (0, -10), (0, -10), (0, -10)]
    assert [end for end in bars(cash, "money-in") if end[0] == 0] == [(0, 60)] * 3


def test_without_a_loan_there_is_no_coverage_and_without_money_nothing(drawn):
    assert "chart/money/a-coverage" not in drawn(WHOLE.replace(f", {LOAN}", ""))
    assert drawn("horizon: 3") == {}


def test_both_languages(drawn):
    assert drawn(WHOLE, "zh")["chart/money/a-cash"].title == "各年收支与累计净收益"


def test_what_is_spent_stands_in_the_bar_of_the_budget(checked):
    text = """
projects:
  a:
    title: A
    start: 2024
    end: 2025
    budget: [{year: 2024, amount: 100 CNY}, {year: 2025, amount: 50 CNY}]
    spent: [{date: 2024-03, amount: 40 CNY}, {date: 2025-03, amount: 60 CNY}]
"""
    chain = checked(text).chain
    found = {chart.name: chart for chart in charts(chain, analyse(chain), "en")}["chart/spent/programme"]
    assert found.says == "2024 budget CNY 100, spent CNY 40; 2025 budget CNY 50, spent CNY 60"
    marks = [part for part in found.parts if isinstance(part, Mark) and part.form == "bar" and "y2" in part.rows[0]]
    told = [(mark.css_classes, mark.rows[0]["y2"]) for mark in marks if mark.rows[0]["y"] == 0]
    assert told == [("money-out", 100), ("money-in", 40), ("money-out", 50), ("worse", 60)]


def test_nothing_is_drawn_of_money_that_nobody_spent(checked):
    chain = checked("projects: {a: {title: A, start: 2024, end: 2024, budget: {year: 2024, amount: 1 CNY}}}\n").chain
    assert not [chart for chart in charts(chain, analyse(chain), "en") if chart.name == "chart/spent/programme"]
