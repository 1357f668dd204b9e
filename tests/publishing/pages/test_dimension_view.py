"""What pages show of figures by dimension."""

import pytest

from sevenstep.diagrams.charts.catalogue import charts, of_element
from sevenstep.diagrams.charts.chart import Mark, Words
from sevenstep.publishing.context import make_context
from sevenstep.publishing.pages.element_view import element_view
from sevenstep.publishing.pages.tables import tables
from sevenstep.publishing.search import element_entries

MODEL = """
dimensions:
  province: {title: {zh: 省份, en: Province}, members: {cq: {zh: 重庆, en: Chongqing}, gx: Guangxi, yn: Yunnan}}
actors: {customs: {title: Customs, type: government}, port: {title: Port, type: operator}}
challenges:
  C:
    title: Slow
    evidence: [{what: They queue, figure: 30 h, by: {province: {cq: 30, gx: 20 h, yn: missing}}}]
indicators:
  I:
    title: Days
    unit: h
    direction: decrease
    roll_up: mean
    baseline: {date: 2023, by: {province: {cq: 30 h, gx: {value: 24 h, provisional: true}, yn: missing}}}
    measurements: {2024: {by: {province: {cq: 19 h, gx: 20 h, yn: missing}}}}
    targets: {2027: {by: {province: {cq: ≤20 h, gx: ≤18 h, yn: {missing: true, note: Not set yet}}}}}
  plain: {title: Plain, unit: h, baseline: 3 h}
"""


def context(checked, language="en"):
    return make_context(checked(MODEL), language, {})


def rows(table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_a_row_a_member_with_values_target_and_verdict(checked):
    given = context(checked)
    table = next(table for table in tables(given, given.chain.elements["I"]) if table.anchor == "by-province")
    assert table.heads[:5] == ("Province", "Baseline", "Today", "Target", "Verdict")
    assert [row[:5] for row in rows(table)] == [
        ["Chongqing", "30 h", "19 h (2024)", "≤20 h (2027)", "reached today"],
        ["Guangxi", "24 h", "20 h (2024)", "≤18 h (2027)", "missed by 2 h today"],
        ["Yunnan", "no figure", "no figure", "no figure", ""],
    ]
    assert "not reached" in table.rows[1].cells[4].also  # what the filter finds it by, whatever the cell says
    assert table.rows[1].cells[1].note == "provisional"
    assert "Baseline: by province it differs by 6 h: Guangxi is lowest (24 h), Chongqing highest (30 h)" in table.note


def test_the_spread_in_chinese(checked):
    given = context(checked, "zh")
    table = next(table for table in tables(given, given.chain.elements["I"]) if table.anchor == "by-province")
    assert "基线：各省份相差 6 小时：Guangxi最低（24 小时），重庆最高（30 小时），最高是最低的 1.3 倍" in table.note


def test_a_whole_that_was_rolled_up_is_shown_among_the_values(checked):
    given = context(checked)
    values = next(table for table in tables(given, given.chain.elements["I"]) if table.anchor == "values")
    said = {row[0]: row[2] for row in rows(values)}
    assert said == {"Baseline": "27 h", "Measured": "19.5 h", "Target": "≤19 h"}
    assert {row.cells[2].note for row in values.rows} == {"rolled up from members"}


def test_evidence_by_dimension_has_a_table(checked):
    given = context(checked)
    table = next(table for table in tables(given, given.chain.elements["C"]) if table.anchor.startswith("by-"))
    assert table.title == "They queue: By Province"
    assert [row[:2] for row in rows(table)] == [["Chongqing", "30 h"], ["Guangxi", "20 h"], ["Yunnan", "no figure"]]


def test_an_indicator_that_is_told_by_nothing_has_no_such_table(checked):
    given = context(checked)
    assert not [table for table in tables(given, given.chain.elements["plain"]) if table.anchor.startswith("by-")]


def words(chart):
    return [part for part in chart.parts if isinstance(part, Words)]


def marks(chart):
    return [part for part in chart.parts if isinstance(part, Mark)]


def test_the_chart_has_every_member_and_says_it_in_words(checked):
    given = context(checked)
    assert of_element(given.chain, given.chain.elements["I"])[1:] == ("chart/members/I-province",)
    chart = next(one for one in charts(given.chain, given.analysis, "en") if one.name == "chart/members/I-province")
    assert chart.title == "Days: by Province"
    assert "Chongqing: baseline 30 h, today 19 h, own target ≤20 h" in chart.says
    assert "Yunnan: baseline no figure, today no figure" in chart.says
    said = [*(word.says for word in words(chart)), *(row.get("says") for mark in marks(chart) for row in mark.rows)]
    assert {"Guangxi", "Chongqing today 19 h", "Chongqing own target ≤20 h"} <= set(said)


def test_the_words_of_a_bar_stand_behind_it_and_off_the_mark_of_the_target(checked):
    given = context(checked)
    chart = next(one for one in charts(given.chain, given.analysis, "en") if one.name == "chart/members/I-province")
    at = {word.says: word.x for word in words(chart) if word.says in {"30 h", "19 h", "20 h"}}
    hours = 760 - 110 - 130  # the widest bar, of 30 h
    ends = {says: 130 + hours * int(says[:2]) / 30 for says in at}
    assert at["30 h"] == pytest.approx(ends["30 h"] + 8, abs=0.5)
    assert at["20 h"] == pytest.approx(ends["20 h"] + 8, abs=0.5)
    assert at["19 h"] == pytest.approx(130 + hours * 20 / 30 + 8, abs=0.5)  # its target is 20 h


def test_an_indicator_is_found_by_its_members(checked):
    given = context(checked)
    entry = element_entries(given, element_view(given, given.chain.elements["I"], ()))[0]
    assert "Guangxi" in entry.more
