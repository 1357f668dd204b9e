"""Values of appraisals that nothing can be computed from are refused where they stand, with what is allowed."""

import pytest

from sevenstep.checking.check import check
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read

APPRAISAL = """id: x
title: X
appraisals:
  a:
    title: A
    from: {begins}
    horizon: {horizon}
    discount_rate: {rate}
    residual: {residual}
    outlay: [{{title: O, amount: 100 CNY}}]
    loans: [{{title: L, amount: 50 CNY, rate: 4%, term: 5, coverage: {coverage}}}]
"""
GOOD = {"begins": "2024", "horizon": "10", "rate": "5%", "residual": "5 CNY", "coverage": "1.2"}


def said(**values: str) -> list[tuple[str, str, str]]:
    """What is wrong: the code, the field it stands in, and what is said."""
    checked = check([read(SourceFile("engagement.yaml", APPRAISAL.format(**{**GOOD, **values})))])
    found = [one for one in checked.found if one.rule.code in {"S008", "S811"}]
    return [(one.rule.code, str(one.place.path[-1]), one.message.for_language("en")) for one in found]


def test_what_can_be_computed_is_read():
    assert said() == []
    assert said(begins="9800", horizon="1", rate="0%", coverage="1.2倍") == []
    assert said(horizon="100", rate="-49..100%", coverage="100x") == []


@pytest.mark.parametrize("value", ["0", "-1", "1e300", "101", "1..2", "2 h"])
def test_coverage_is_so_many_times(value):
    ((code, field, _),) = said(coverage=value)
    assert (code, field) == ("S008", "coverage")


@pytest.mark.parametrize("value", ["0", "-5", "101", "100000", "2.5"])
def test_one_year_at_least_is_looked_at(value):
    ((code, field, message),) = said(horizon=value)
    assert (code, field) == ("S008", "horizon")
    assert message.endswith("is not a number of whole years from 1 to 100")


@pytest.mark.parametrize("value", ["9801", "9999-12"])
def test_no_appraisal_begins_where_the_calendar_ends(value):
    assert said(begins=value) == [("S008", "from", "No appraisal can begin after 9800")]


def test_a_sum_is_no_sum_a_year_and_not_below_nought():
    assert said(residual="5 CNY/y") == [
        ("S008", "residual", "“5 CNY/y” is for a stretch of time; one sum is needed here")
    ]
    assert said(residual="-5 CNY") == [("S008", "residual", "“-5 CNY” is below nought; a sum is needed here")]


def test_a_sum_without_a_currency_is_told():
    assert said(residual="5") == [("S811", "residual", "The amount 5 has no currency")]
