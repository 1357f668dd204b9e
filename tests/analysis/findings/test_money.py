"""Findings of money: what does not pay, and what cannot be paid back."""

import pytest

from sevenstep.analysis.analyse import analyse

PAYS = "from: 2024, horizon: 3, outlay: {title: A, amount: 100 CNY}, income: {title: I, amount: 60 CNY/y}"


@pytest.fixture
def found(checked):
    def find(appraisal: str) -> dict[str, str]:
        chain = checked(f"appraisals:\n  a: {{title: A, {appraisal}}}\n").chain
        return {one.code: one.message.en for one in analyse(chain).findings}

    return find


def test_what_pays_is_no_finding(found):
    assert not found(PAYS).keys() & {"F501", "F502"}


def test_what_costs_more_than_it_is_worth(found):
    assert found(PAYS.replace("60", "40"))["F501"] == "The present value of “A” is −CNY 20"


@pytest.mark.parametrize(("limit", "short"), [("", False), (", coverage: 1.5", True)])
def test_coverage_against_the_lenders_limit(found, limit, short):
    loan = f", loans: {{title: L, amount: 90 CNY, rate: 0%, term: 2{limit}}}"
    assert (found(PAYS + loan).get("F502") is not None) == short


def test_without_a_limit_it_has_to_be_enough(found):
    loan = ", loans: {title: L, amount: 150 CNY, rate: 0%, term: 2}"
    assert found(PAYS + loan)["F502"] == "Coverage of “A” is 0.8 in 2025, and should be 1 at least"
