"""The loans of an appraisal, what is left to who borrows, and whether it can pay."""

from collections.abc import Sequence
from dataclasses import replace

from sevenstep.analysis.appraisal.coverage import coverage, lowest, mean
from sevenstep.analysis.appraisal.lines import Frame
from sevenstep.analysis.appraisal.loans import schedule
from sevenstep.analysis.appraisal.prices import deflated
from sevenstep.analysis.appraisal.results import Coverage, LoanState, Stream, Years, added
from sevenstep.analysis.choices import MoneyKind
from sevenstep.language import Text
from sevenstep.model.choices import BuildingInterest, Prices, Repayment


def loans(frame: Frame, left_out: list[Text]) -> tuple[LoanState, ...]:
    """What each loan asks for, in current money. One without a term is never repaid: its interest goes on."""
    found = []
    for loan in frame.appraisal.loans:
        factor = frame.currencies.factor(loan.amount.unit)
        drawn = frame.span.place(loan.begins) if loan.begins is not None else 0
        if factor is None or drawn is None:
            left_out.append(
                Text(
                    zh=f"“{loan.title.for_language('zh')}”没有汇率，或不在测算的年份里提款，未计入",
                    en=f"“{loan.title.for_language('en')}” has no exchange rate or is drawn in none of the years, and "
                    "is left out",
                )
            )
            continue
        amount, rate = loan.amount.middle * factor, loan.rate.middle / 100
        capitalised = loan.building if loan.building_interest is BuildingInterest.CAPITALISED else 0
        if loan.term is not None and loan.is_repaid:
            plan = schedule(amount, rate, loan.term, loan.without_principal, loan.repayment, capitalised)
        else:
            count = frame.span.count
            plan = schedule(amount, rate, count, count, Repayment.AT_END, min(capitalised, count))
        state = LoanState(loan.title, amount, drawn, plan, loan.coverage, loan.lender, loan.borrower, loan.is_repaid)
        found.append(replace(state, building=loan.building))
    return tuple(found)


def service(loan: LoanState, count: int, of_income: bool = False) -> Years:
    """Interest and principal by year, as far as they are due within the years looked at; `of_income`: without what is
    due while building, which income does not have to pay."""
    found = [0.0] * count
    for number, instalment in enumerate(loan.plan):
        year = loan.drawn + 1 + number
        if year < count and not (of_income and number < loan.building):
            found[year] += instalment.due
    return tuple(found)


def owed_at_end(loan: LoanState, count: int) -> float:
    """What is still owed at the end of the last year looked at."""
    years = count - 1 - loan.drawn
    return loan.amount if years <= 0 else loan.plan[min(years, len(loan.plan)) - 1].owed


def left_to_borrower(frame: Frame, net: Sequence[float], states: Sequence[LoanState]) -> Years:
    """The net sums after drawing and paying back; what is still owed at the end is paid back then."""
    count = frame.span.count
    flows = []
    for loan in states:
        flow = [-due for due in service(loan, count)]
        flow[loan.drawn] += loan.amount
        flow[-1] -= owed_at_end(loan, count)
        flows.append(real(frame, flow))
    return added((net, *flows), count)


def covered(frame: Frame, streams: Sequence[Stream], states: Sequence[LoanState]) -> Coverage | None:
    """Whether what the borrowers take in pays what is due; None without loans."""
    count = frame.span.count
    if not states:
        return None
    borrowers = {loan.borrower for loan in states if loan.borrower is not None}
    inflow = added((one.middle for one in streams if _comes_in(one, borrowers)), count)
    outflow = added((one.middle for one in streams if _goes_out(one, borrowers)), count)
    available = tuple(one - other for one, other in zip(inflow, outflow, strict=True))
    due = real(frame, added((service(loan, count, of_income=True) for loan in states), count))
    ratios = tuple(coverage(available, due))
    limits = [loan.limit for loan in states if loan.limit is not None]
    limit = max(limits) if limits else None
    falls = [
        (have - (limit or 1.0) * owe) / earned
        for have, owe, earned in zip(available, due, inflow, strict=True)
        if owe > 0 and earned > 0
    ]
    return Coverage(available, due, ratios, lowest(ratios), mean(ratios), limit, min(falls) if falls else None)


def real(frame: Frame, sums: Sequence[float]) -> Years:
    """Current money in the prices of the appraisal."""
    inflation = frame.appraisal.inflation
    if frame.appraisal.prices is Prices.CURRENT or inflation is None:
        return tuple(sums)
    return tuple(deflated(sums, inflation.middle / 100))


def _comes_in(stream: Stream, borrowers: set[str]) -> bool:
    """Whether a borrower can pay with it: of savings only with those that go to it."""
    if stream.kind is MoneyKind.SAVING:
        return stream.goes_to in borrowers
    is_theirs = stream.goes_to is None or not borrowers or stream.goes_to in borrowers
    return is_theirs and stream.kind in {MoneyKind.INCOME, MoneyKind.GRANT}


def _goes_out(stream: Stream, borrowers: set[str]) -> bool:
    is_theirs = stream.paid_by is None or not borrowers or stream.paid_by in borrowers
    return is_theirs and stream.kind is MoneyKind.RUNNING
