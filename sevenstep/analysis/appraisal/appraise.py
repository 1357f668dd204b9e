"""Every appraisal of an engagement, computed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sevenstep.analysis.appraisal.borrowing import covered, left_to_borrower, loans
from sevenstep.analysis.appraisal.calendar_years import Span
from sevenstep.analysis.appraisal.currencies import currencies_of
from sevenstep.analysis.appraisal.lines import Frame, lines
from sevenstep.analysis.appraisal.payback import discounted_payback, payback
from sevenstep.analysis.appraisal.present_value import benefit_cost_ratio, present_value, profitability
from sevenstep.analysis.appraisal.rate_of_return import internal_rates
from sevenstep.analysis.appraisal.results import (
    TESTED,
    AppraisalState,
    PartyState,
    Stream,
    Swing,
    Turning,
    Worth,
    Years,
    added,
)
from sevenstep.analysis.appraisal.savings import savings
from sevenstep.analysis.appraisal.switching import may_change, may_slip
from sevenstep.analysis.choices import MoneyKind
from sevenstep.analysis.results import Comparison
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.dates import days_of
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.model.frames.cash import LAST_FIRST_YEAR
from sevenstep.model.frames.project import Project
from sevenstep.model.step6_items import Item

_RATE = Text(zh="折现率", en="Discount rate")


def appraise(chain: Chain, comparisons: Sequence[Comparison]) -> tuple[AppraisalState, ...]:
    """All appraisals, in the order of the model. Time grows with their lines times the years looked at."""
    compared = {one.item: one for one in comparisons if one.item is not None}
    return tuple(appraised(chain, appraisal, compared) for appraisal in chain.engagement.of(Appraisal))


def appraised(chain: Chain, appraisal: Appraisal, compared: Mapping[str, Comparison]) -> AppraisalState:
    """One appraisal. What cannot be counted is told, and the rest is computed."""
    span = Span(min(first_year(chain, appraisal), LAST_FIRST_YEAR), max(1, appraisal.horizon))
    frame = Frame(chain, appraisal, span, currencies_of(appraisal, _elsewhere(chain, appraisal, compared)))
    left_out: list[Text] = []
    streams = (*lines(frame, left_out), *savings(frame, compared, left_out))
    stated = appraisal.discount_rate
    rate = stated.middle / 100 if stated is not None else 0.0
    worth = _worth(streams, span.count, rate, 1, 1)
    borrowed = loans(frame, left_out)
    is_range = any(stream.is_range for stream in streams) or (stated is not None and stated.low != stated.high)
    own = None
    if borrowed:
        own = _of_net(left_to_borrower(frame, worth.net, borrowed), _outlay(streams, span.count), (), rate)
    return AppraisalState(
        appraisal=appraisal.id,
        currency=frame.currencies.main,
        years=span.years,
        prices=appraisal.prices,
        rate=rate if stated is not None else None,
        streams=streams,
        worth=worth,
        worst=_worth(streams, span.count, stated.high / 100 if stated else 0.0, 0, 2) if is_range else None,
        best=_worth(streams, span.count, stated.low / 100 if stated else 0.0, 2, 0) if is_range else None,
        swings=tuple(_swings(appraisal, streams, worth, rate)),
        turning=_turning(streams, worth.net, span.count, rate),
        loans=borrowed,
        coverage=covered(frame, streams, borrowed),
        own=own,
        parties=tuple(_parties(streams, span.count, rate)),
        left_out=tuple(dict.fromkeys(left_out)),
    )


def first_year(chain: Chain, appraisal: Appraisal) -> int:
    """The year that it says, else the first that any sum is dated by; 1 where nothing is."""
    if appraisal.begins is not None and (days := days_of(appraisal.begins)) is not None:
        return days[0].year
    dated = [day for _, _, line in appraisal.lines for day in (line.begins, *line.by_year) if day is not None]
    dated += [loan.begins for loan in appraisal.loans if loan.begins is not None]
    projects = (chain.elements.get(key) for key in appraisal.appraises)
    dated += [line.year for project in projects if isinstance(project, Project) for line in project.budget]
    return min((days[0].year for day in dated if (days := days_of(day)) is not None), default=1)


def _elsewhere(chain: Chain, appraisal: Appraisal, compared: Mapping[str, Comparison]) -> Iterator[str]:
    """Units of sums that stand elsewhere in the model."""
    for key in appraisal.appraises:
        element = chain.elements.get(key)
        if isinstance(element, Project):
            yield from (line.amount.unit for line in element.budget)
        if isinstance(element, Item) and element.change is not None and element.change.money is not None:
            yield element.change.money.unit
    yield from (one.currency for one in compared.values() if one.currency)


def _end(stream: Stream, end: int) -> Years:
    return (stream.low, stream.middle, stream.high)[end]


def _worth(streams: Sequence[Stream], count: int, rate: float, benefit_end: int, cost_end: int) -> Worth:
    """With everything that comes in at one end of its range, and everything that goes out at another."""
    coming = added((_end(one, benefit_end) for one in streams if not one.kind.is_cost), count)
    going = added((_end(one, cost_end) for one in streams if one.kind.is_cost), count)
    net = added((coming, [-amount for amount in going]), count)
    outlay = added((_end(one, cost_end) for one in streams if one.kind is MoneyKind.OUTLAY), count)
    found = _of_net(net, outlay, going, rate)
    return replace(found, benefit_cost=benefit_cost_ratio(coming, going, rate))


def _of_net(net: Sequence[float], outlay: Sequence[float], costs: Sequence[float], rate: float) -> Worth:
    return Worth(
        tuple(net),
        present_value(net, rate),
        internal_rates(net),
        payback(net),
        discounted_payback(net, rate),
        None,
        profitability(net, outlay, rate) if costs else None,
    )


def _outlay(streams: Sequence[Stream], count: int) -> Years:
    return added((one.middle for one in streams if one.kind is MoneyKind.OUTLAY), count)


def _swings(appraisal: Appraisal, streams: Sequence[Stream], worth: Worth, rate: float) -> Iterator[Swing]:
    """Each line alone at its ends, those that move the present value most first."""
    base = worth.present_value
    found = []
    for stream in streams:
        sign = -1 if stream.kind.is_cost else 1
        middle = present_value(stream.middle, rate)
        if stream.is_range:
            low, high = (present_value(end, rate) for end in (stream.low, stream.high))
        else:
            low, high = middle * (1 - TESTED), middle * (1 + TESTED)
        if low != high:
            ends = base + sign * (low - middle), base + sign * (high - middle)
            found.append(Swing(stream.title, stream.kind, *ends, not stream.is_range))
    stated = appraisal.discount_rate
    if stated is not None and stated.low != stated.high:
        low, high = (present_value(worth.net, end / 100) for end in (stated.low, stated.high))
        found.append(Swing(_RATE, None, low, high, False))
    yield from sorted(found, key=lambda swing: -swing.width)


def _turning(streams: Sequence[Stream], net: Sequence[float], count: int, rate: float) -> Turning:
    def together(*kinds: MoneyKind) -> Years:
        return added((stream.middle for stream in streams if stream.kind in kinds), count)

    coming = together(MoneyKind.INCOME, MoneyKind.SAVING)
    running = together(MoneyKind.RUNNING)
    moved = added((coming, [-amount for amount in running]), count)
    fixed = added((net, [-amount for amount in moved]), count)
    return Turning(
        may_change(coming, net, rate),
        may_change(together(MoneyKind.OUTLAY), net, rate),
        may_change(running, net, rate),
        may_slip(moved, fixed, rate),
    )


def _parties(streams: Sequence[Stream], count: int, rate: float) -> Iterator[PartyState]:
    """Everybody who pays or gains, the one who gains most first; last what nobody is named for."""
    gains: dict[str | None, list[Years]] = {}
    pays: dict[str | None, list[Years]] = {}
    for stream in streams:
        if stream.goes_to is not None or not stream.kind.is_cost:
            gains.setdefault(stream.goes_to, []).append(stream.middle)
        if stream.paid_by is not None or stream.kind.is_cost:
            pays.setdefault(stream.paid_by, []).append(stream.middle)
    found = []
    for actor in dict.fromkeys((*gains, *pays)):
        coming, going = added(gains.get(actor, ()), count), added(pays.get(actor, ()), count)
        net = added((coming, [-amount for amount in going]), count)
        found.append(PartyState(actor, present_value(coming, rate), present_value(going, rate), net))
    yield from sorted(found, key=lambda party: (party.actor is None, -party.balance))
