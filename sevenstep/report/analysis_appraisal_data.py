"""Appraisals in plain data, for JSON and tables."""

from collections.abc import Iterator
from typing import Any

from sevenstep.analysis.appraisal.results import AppraisalState, Coverage, LoanState, PartyState, Stream, Swing, Worth
from sevenstep.language import Language
from sevenstep.report.analysis_numbers import exchanged


def as_data(state: AppraisalState, language: Language) -> dict[str, Any]:
    """One object; docs/analysis.schema.json tells its fields."""
    turning = state.turning
    return {
        "id": state.appraisal,
        "currency": state.currency,
        "years": list(state.years),
        "prices": state.prices,
        "discount_rate": exchanged(state.rate),
        "lines": [_line(stream, language) for stream in state.streams],
        "worth": _worth(state.worth),
        "worst": _worth(state.worst),
        "best": _worth(state.best),
        "borrower": _worth(state.own),
        "swings": [_swing(swing, language) for swing in state.swings],
        "turning": {
            "benefits_fall": exchanged(turning.benefits_fall),
            "outlay_rise": exchanged(turning.outlay_rise),
            "running_rise": exchanged(turning.running_rise),
            "slip_years": exchanged(turning.slip),
        },
        "loans": [_loan(loan, language) for loan in state.loans],
        "coverage": _coverage(state.coverage),
        "parties": [_party(party) for party in state.parties],
        "left_out": [text.for_language(language) for text in state.left_out],
    }


def _numbers(numbers: tuple[float, ...]) -> list[float | None]:
    return [exchanged(number) for number in numbers]


def _line(stream: Stream, language: Language) -> dict[str, Any]:
    return {
        "kind": stream.kind,
        "title": stream.title.for_language(language),
        "low": _numbers(stream.low),
        "middle": _numbers(stream.middle),
        "high": _numbers(stream.high),
        "paid_by": stream.paid_by,
        "goes_to": stream.goes_to,
        "elements": list(stream.elements),
        "assumed": stream.is_assumed,
        "savings": [
            {
                "item": basis.item,
                "before": list(basis.before),
                "after": list(basis.after),
                "per_case": exchanged(basis.per_case[1]),
                "cases": exchanged(basis.cases),
                "told_by": basis.told_by,
            }
            for basis in stream.bases
        ],
    }


def _worth(worth: Worth | None) -> dict[str, Any] | None:
    if worth is None:
        return None
    return {
        "net": _numbers(worth.net),
        "present_value": exchanged(worth.present_value),
        "rates_of_return": _numbers(worth.rates),
        "payback_years": exchanged(worth.payback),
        "discounted_payback_years": exchanged(worth.discounted_payback),
        "benefit_cost_ratio": exchanged(worth.benefit_cost),
        "profitability": exchanged(worth.profitability),
    }


def _swing(swing: Swing, language: Language) -> dict[str, Any]:
    return {
        "title": swing.title.for_language(language),
        "kind": swing.kind,
        "low": exchanged(swing.low),
        "high": exchanged(swing.high),
        "tested": swing.tested,
    }


def _loan(loan: LoanState, language: Language) -> dict[str, Any]:
    return {
        "title": loan.title.for_language(language),
        "amount": exchanged(loan.amount),
        "drawn": loan.drawn,
        "building": loan.building,
        "repaid": loan.is_repaid,
        "limit": exchanged(loan.limit),
        "lender": loan.lender,
        "borrower": loan.borrower,
        "plan": [
            {
                "interest": exchanged(year.interest),
                "principal": exchanged(year.principal),
                "owed": exchanged(year.owed),
                "added": exchanged(year.added),
            }
            for year in loan.plan
        ],
    }


def _coverage(found: Coverage | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "available": _numbers(found.available),
        "due": _numbers(found.due),
        "ratios": [exchanged(ratio) for ratio in found.ratios],
        "lowest": exchanged(found.lowest),
        "mean": exchanged(found.mean),
        "limit": exchanged(found.limit),
        "benefits_fall": exchanged(found.fall),
    }


def _party(party: PartyState) -> dict[str, Any]:
    return {
        "actor": party.actor,
        "gains": exchanged(party.gains),
        "pays": exchanged(party.pays),
        "net": _numbers(party.net),
    }


Figure = tuple[str, str, str, float, str, float | None, float | None]
"""The appraisal, what it is, of which year or case, the value, its unit, and the ends of its range."""


def figures(state: AppraisalState) -> Iterator[Figure]:
    """Every value as a row of a table."""
    key, currency = state.appraisal, state.currency
    low = state.worst.present_value if state.worst is not None else None
    high = state.best.present_value if state.best is not None else None
    yield key, "net_present_value", "", state.worth.present_value, currency, low, high
    for rate in state.worth.rates:
        yield key, "internal_rate_of_return", "", rate, "", None, None
    for name, number, unit in (
        ("payback", state.worth.payback, "y"),
        ("discounted_payback", state.worth.discounted_payback, "y"),
        ("benefit_cost_ratio", state.worth.benefit_cost, ""),
        ("profitability", state.worth.profitability, ""),
    ):
        if number is not None:
            yield key, name, "", number, unit, None, None
    for place, year in enumerate(state.years):
        for kind in dict.fromkeys(stream.kind for stream in state.streams):
            yield key, kind, str(year), state.of(kind)[place], currency, None, None
        yield key, "net", str(year), state.worth.net[place], currency, None, None
        found = state.coverage
        if found is not None:
            yield key, "due", str(year), found.due[place], currency, None, None
            ratio = found.ratios[place]
            if ratio is not None:
                yield key, "coverage", str(year), ratio, "", None, None
