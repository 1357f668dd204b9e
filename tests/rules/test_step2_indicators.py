"""Edge cases of the rules of step 2: units, directions, dates, ranges, and figures that are missing."""

from textwrap import indent

import pytest

from sevenstep.rules.check import Checked


@pytest.fixture
def indicator(checked):
    """Checks one indicator `I` with these fields; the codes of step 2 that it breaches."""

    def check(fields: str) -> list[str]:
        text = "indicators:\n  I:\n    title: Clearance time\n" + indent(fields.strip(), "    ") + "\n"
        return codes(checked(text), "I")

    return check


def codes(found: Checked, element: str) -> list[str]:
    return [one.rule.code for one in found.found if one.element == element and one.rule.code.startswith("S2")]


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ("baseline: 36", True),
        ("baseline: 36 h", False),
        ("{baseline: 36 h, targets: {2027: 16}}", True),
        ('unit: ""\nbaseline: 36', False),
        ("direction: decrease", True),
        ('formula: "[J] * 2"', False),
        ('formula: "[J] * 2"\nbaseline: 3', True),
    ],
)
def test_a_unit_is_asked_for_where_nothing_says_it(indicator, fields, missing):
    fields = fields[1:-1].replace(", targets", "\ntargets") if fields.startswith("{") else fields
    assert ("S202" in indicator(fields)) is missing


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ("targets: {2027: 16}", ["S204", "S207"]),
        ("source: {dataset: customs statistics}", ["S204"]),
        ("targets: {2027: {value: 16, source: plan p. 3}}", ["S204", "S207"]),
        ("measurements: {2026: 30}", []),
        ("baseline: 36", []),
        ('formula: "[J] * 2"', []),
    ],
)
def test_what_is_not_known_is_asked_once(indicator, fields, asked):
    assert [code for code in indicator(fields) if code in {"S204", "S207"}] == asked


FLOW = """
indicators:
  I: {title: Clearance time}
flows:
  F: {title: Clearance today, details: T, estimates: {I: lead_time}WRONG}
"""


@pytest.mark.parametrize("wrong", ["", ", variannt: as-is"])
def test_an_indicator_that_a_flow_estimates_needs_no_baseline(checked, wrong):
    found = codes(checked(FLOW.replace("WRONG", ", variant: as-is" + wrong)), "I")
    assert "S204" not in found
    assert "S207" not in found


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ("direction: decrease\nbaseline: 36\ntargets: {2027: 48}", True),
        ("direction: increase\nbaseline: 36\ntargets: {2027: 30}", True),
        ("direction: decrease\nbaseline: 36\ntargets: {2027: 36}", False),
        ("direction: decrease\nbaseline: 36\ntargets: {2027: 30..40}", False),
        ("direction: decrease\nbaseline: 36\ntargets: {2027: 40..50}", True),
        ("direction: decrease\nbaseline: 36 h\ntargets: {2027: 48 d}", False),
        ("direction: decrease\nunit: h\nbaseline: 36\ntargets: {2027: 48小时}", True),
        ("direction: decrease\nbaseline: 36\ntargets: {2025: 48, 2027: 24}", False),
        ("direction: hold\nbaseline: 36\ntargets: {2027: 48..50}", False),
        ("baseline: 36\ntargets: {2027: 48}", False),
    ],
)
def test_the_last_target_is_held_against_the_baseline(indicator, fields, wrong):
    assert ("S209" in indicator(fields)) is wrong


def test_a_slip_in_the_last_target_is_said_once(indicator):
    found = indicator("direction: decrease\nunit: h\nbaseline: 36\ntargets: {2025: 24, 2027: 240}")
    assert found.count("S209") == 1
    assert "S210" not in found


def test_targets_are_compared_in_order_of_time_however_they_are_written(indicator):
    found = indicator("direction: decrease\nunit: h\ntargets: {2027: 16, 2025: 24}")
    assert "S210" not in found
    assert "S211" in found


@pytest.mark.parametrize(
    ("baseline", "target", "wrong"),
    [
        ("2025", "2025", True),
        ("2025", "2025Q4", True),
        ("2025-06", "2025", False),
        ("2025", "2026-01", False),
        ("2025Q2", "2025Q1", True),
    ],
)
def test_a_target_comes_after_the_baseline(indicator, baseline, target, wrong):
    found = indicator(f"unit: h\nbaseline: {{value: 36, date: {baseline}}}\ntargets: {{{target}: 16}}")
    assert ("S211" in found) is wrong


@pytest.mark.parametrize(
    ("targets", "wrong"), [("{2027: 900}", True), ("{2025: 900, 2027: 800..1000}", False), ("{}", False)]
)
def test_to_hold_takes_a_range(indicator, targets, wrong):
    assert ("S212" in indicator(f"direction: hold\ntargets: {targets}")) is wrong


@pytest.mark.parametrize(
    ("title", "fields", "wrong"),
    [
        ("Trains on time", 'unit: "%"\nbaseline: 120', True),
        ("Trains on time", "baseline: 120%", True),
        ("Trains on time", 'unit: "％"\nbaseline: -1', True),
        ("Trains on time", 'unit: "%"\nbaseline: 0\ntargets: {2027: 100}', False),
        ("Trains on time", "unit: h\nbaseline: 120", False),
        ("Growth of trade", 'unit: "%"\nbaseline: -3', False),
        ("贸易额同比", 'unit: "%"\nbaseline: 120', False),
        ("Trade", 'unit: "%"\nbaseline: 120\ndefinition: Yearly change', False),
        ("Exchange of data", 'unit: "%"\nbaseline: 120', True),
        ("增值税覆盖率", 'unit: "%"\nbaseline: 120', True),
    ],
)
def test_a_share_is_no_more_than_the_whole_but_growth_may_be(checked, title, fields, wrong):
    text = f"indicators:\n  I:\n    title: {title}\n" + indent(fields, "    ") + "\n"
    assert ("S213" in codes(checked(text), "I")) is wrong


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ("unit: h\nbaseline: 36 小时\ntargets: {2027: 16 Hours}", 0),
        ("unit: h\nbaseline: 1.5 d\ntargets: {2027: 16 h}", 1),
        ("unit: CNY / TEU\nbaseline: 7800 cny/teu", 0),
        ('unit: "%"\nbaseline: 70％', 0),
        ("baseline: 36 h\ntargets: {2025: 1 d, 2027: 16 h}", 1),
        ('unit: ""\nbaseline: 36 h', 1),
        ("unit: h\nbaseline: 36\ntargets: {2027: -30%}", 1),
    ],
)
def test_units_may_differ_in_spelling_only(indicator, fields, wrong):
    assert indicator(fields).count("S214") == wrong


def test_twins_are_named_once_with_the_plainest_likeness(checked):
    found = checked("""
        indicators:
          a: {title: {zh: 通关时间, en: Clearance time}, definition: From declaration to release}
          b: {title: {zh: 放行时间, en: clearance TIME}, definition: from declaration to  release}
          c: {title: Cost, formula: "[a] * 2"}
          d: {title: Charges, formula: "[a]  * 2"}
    """)
    twins = [(one.element, one.place.path[-1]) for one in found.found if one.rule.code == "S215"]
    assert twins == [("b", "title"), ("d", "formula")]
