"""Lines of money as courses over the years: at least, likeliest, at most."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from sevenstep.analysis.appraisal.calendar_years import Span, first_day, last_day
from sevenstep.analysis.appraisal.currencies import Currencies
from sevenstep.analysis.appraisal.prices import inflated
from sevenstep.analysis.appraisal.results import Stream, Years, added
from sevenstep.analysis.choices import MoneyKind
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.choices import Prices
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.model.frames.appraisal_parts import MoneyLine
from sevenstep.model.frames.pools import Fund
from sevenstep.model.frames.project import Project
from sevenstep.model.quantity import Quantity
from sevenstep.model.quantity.yearly import a_year, has_no_unit, split
from sevenstep.model.source import Source
from sevenstep.model.step6_items import Item

Points = tuple[float, float, float]
"""At least, likeliest, at most."""
ENDS: Final = (0, 1, 2)
_KINDS: Final[Mapping[str, MoneyKind]] = {
    "outlay": MoneyKind.OUTLAY,
    "running": MoneyKind.RUNNING,
    "income": MoneyKind.INCOME,
    "grants": MoneyKind.GRANT,
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What all lines of an appraisal are told by."""

    chain: Chain
    appraisal: Appraisal
    span: Span
    currencies: Currencies

    @property
    def inflation(self) -> float:
        """What sums a year rise by."""
        if self.appraisal.prices is Prices.CONSTANT or self.appraisal.inflation is None:
            return 0.0
        return self.appraisal.inflation.middle / 100

    @property
    def second(self) -> date:
        """When it brings in anything, where nothing is said."""
        return date(self.span.first + 1, 1, 1)

    def is_assumed(self, source: Source | None) -> bool:
        """Whether nobody vouches for what has that source."""
        known = source or self.appraisal.source
        return known is None or known.is_assumption


def points(amount: Quantity) -> Points:
    """Both ends of an amount, and its likeliest value between."""
    return amount.low, amount.middle, amount.high


def lines(frame: Frame, left_out: list[Text]) -> Iterator[Stream]:
    """What the appraisal states, and what its projects or items are to cost."""
    yield from _of_projects(frame, left_out)
    for name, _, line in frame.appraisal.lines:
        kind = _KINDS[name]
        factors = {amount.unit: _factor(frame, amount) for amount in line.sums}
        if missing := next((unit for unit, factor in factors.items() if factor is None), None):
            left_out.append(_no_rate(line.title, missing))
            continue
        low, middle, high = (_course(frame, kind, line, factors, end) for end in ENDS)
        yield Stream(
            kind,
            line.title,
            low,
            middle,
            high,
            line.paid_by,
            line.goes_to,
            is_assumed=frame.is_assumed(line.source),
        )
    if (residual := frame.appraisal.residual) is not None:
        factor = _factor(frame, residual)
        if factor is None:
            left_out.append(_no_rate(MoneyKind.RESIDUAL.label, residual.unit))
            return
        before = [0.0] * (frame.span.count - 1)
        low, middle, high = ((*before, end * factor) for end in points(residual))
        title = MoneyKind.RESIDUAL.label
        yield Stream(MoneyKind.RESIDUAL, title, low, middle, high, is_assumed=frame.is_assumed(None))


def _factor(frame: Frame, amount: Quantity) -> float | None:
    return frame.currencies.factor(split(amount.unit)[0])


def _no_rate(title: Text, unit: str) -> Text:
    unit = split(unit)[0]
    if has_no_unit(unit):
        return Text(
            zh=f"“{title.for_language('zh')}”没有写币种，未计入",
            en=f"“{title.for_language('en')}” names no currency, and is left out",
        )
    return Text(
        zh=f"“{title.for_language('zh')}”的币种（{unit}）没有汇率，未计入",
        en=f"“{title.for_language('en')}” is in {unit}, for which there is no rate, and left out",
    )


def _course(frame: Frame, kind: MoneyKind, line: MoneyLine, factors: Mapping[str, float | None], end: int) -> Years:
    span = frame.span
    found = [0.0] * span.count
    for day, amount in line.by_year.items():
        if (place := span.place(day)) is not None:
            found[place] += points(amount)[end] * (factors[amount.unit] or 0.0)
    if line.amount is None:
        return tuple(found)
    factor = factors[line.amount.unit] or 0.0
    begins = first_day(line.begins) if line.begins is not None else _begin(frame, kind)
    yearly = a_year(line.amount)
    if yearly is None:
        if (place := _place(span, begins)) is not None:
            found[place] += points(line.amount)[end] * factor
        return tuple(found)
    shares = span.shares(begins, last_day(line.until) if line.until is not None else None)
    growth = 1 + points(line.growth)[end] / 100 if line.growth is not None else 1.0
    whole = (
        points(yearly)[end] * factor * share * growth ** max(0, year - begins.year)
        for year, share in zip(span.years, shares, strict=True)
    )
    return tuple(inflated(list(whole), frame.inflation))


def _begin(frame: Frame, kind: MoneyKind) -> date:
    return date(frame.span.first, 1, 1) if kind in {MoneyKind.OUTLAY, MoneyKind.GRANT} else frame.second


def _place(span: Span, day: date) -> int | None:
    number = day.year - span.first
    return number if 0 <= number < span.count else None


# -- what stands in the model already ------------------------------------------------


def _of_projects(frame: Frame, left_out: list[Text]) -> Iterator[Stream]:
    """Budgets of projects, those of one payer together; without any project, what items cost to bring about."""
    elements = [frame.chain.elements.get(key) for key in frame.appraisal.appraises]
    projects = [element for element in elements if isinstance(element, Project)]
    for project in projects:
        by_payer: dict[str | None, list[tuple[str, Quantity]]] = {}
        for line in project.budget:
            by_payer.setdefault(_payer(frame.chain, project, line.fund), []).append((line.year, line.amount))
        for payer, sums in by_payer.items():
            title = _with_payer(frame.chain, project.title, payer) if len(by_payer) > 1 else project.title
            yield from _dated(frame, title, sums, payer, project, left_out)
    if projects:
        return
    for element in elements:
        if isinstance(element, Item) and element.change is not None and element.change.money is not None:
            sums = [(str(frame.span.first).zfill(4), element.change.money)]
            yield from _dated(frame, element.title, sums, None, element, left_out)


def _with_payer(chain: Chain, title: Text, payer: str | None) -> Text:
    """A title that tells the parts of one budget apart."""
    found = chain.elements.get(payer or "")
    who = found.title if found is not None else Text(zh="未写明由谁出", en="nobody named")
    return Text(
        zh=f"{title.for_language('zh')}（{who.for_language('zh')}）",
        en=f"{title.for_language('en')} ({who.for_language('en')})",
    )


def _payer(chain: Chain, project: Project, fund: str | None) -> str | None:
    source = chain.elements.get(fund or "")
    if isinstance(source, Fund) and source.given_by is not None:
        return source.given_by
    return project.investor[0] if project.investor else None


def _dated(
    frame: Frame,
    title: Text,
    sums: list[tuple[str, Quantity]],
    payer: str | None,
    element: Project | Item,
    left_out: list[Text],
) -> Iterator[Stream]:
    """Sums that stand at an element of the model, by year."""
    if missing := next((amount for _, amount in sums if _factor(frame, amount) is None), None):
        left_out.append(_no_rate(title, missing.unit))
        return
    courses: list[list[Years]] = [[], [], []]
    for day, amount in sums:
        place = frame.span.place(day)
        for end in ENDS if place is not None else ():
            one = [0.0] * frame.span.count
            one[place or 0] = points(amount)[end] * (_factor(frame, amount) or 0.0)
            courses[end].append(tuple(one))
    low, middle, high = (added(course, frame.span.count) for course in courses)
    is_assumed = element.source is None or element.source.is_assumption
    yield Stream(MoneyKind.OUTLAY, title, low, middle, high, payer, None, (element.id,), is_assumed=is_assumed)
