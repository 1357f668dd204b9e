"""What an appraisal comes to: frozen results in plain numbers, in one currency, year by year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sevenstep.analysis.appraisal.loans import Instalment
from sevenstep.analysis.choices import MoneyKind
from sevenstep.language import Text
from sevenstep.model.choices import Prices

Years = tuple[float, ...]
"""A sum for each year that is looked at, the first year first."""
TESTED = 0.1
"""By which part a sum that is stated as one number is moved up and down to see what hangs on it."""


@dataclass(frozen=True, slots=True)
class SavingBasis:
    """What a saving is computed from: an item, its flows as is and to be, what a case saves at least, on the mean and
    at most, the cases of a year, and the element that tells how many these are (empty: the appraisal)."""

    item: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    per_case: tuple[float, float, float]
    cases: float
    told_by: str


@dataclass(frozen=True, slots=True)
class Stream:
    """One line of money: at least, likeliest, at most in each year, never negative but where a saving is none.

    `elements` are what it is computed from; none where the appraisal states it. `is_assumed` tells that nobody vouches
    for it.
    """

    kind: MoneyKind
    title: Text
    low: Years
    middle: Years
    high: Years
    paid_by: str | None = None
    goes_to: str | None = None
    elements: tuple[str, ...] = ()
    bases: tuple[SavingBasis, ...] = ()
    is_assumed: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it is known within a range only."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Worth:
    """What a course of net sums comes to. Present value at the rate of the appraisal; all internal rates of return;
    paybacks in years from the end of the first year, None where it never is."""

    net: Years
    present_value: float
    rates: tuple[float, ...]
    payback: float | None
    discounted_payback: float | None
    benefit_cost: float | None
    profitability: float | None


@dataclass(frozen=True, slots=True)
class Swing:
    """What the present value is where one thing is at its low and at its high end, all else in the middle.

    `tested` tells that no range was given, and that it was moved by a tenth. No `kind`: it is the discount rate.
    """

    title: Text
    kind: MoneyKind | None
    low: float
    high: float
    tested: bool

    @property
    def width(self) -> float:
        return abs(self.high - self.low)


@dataclass(frozen=True, slots=True)
class Turning:
    """How far one thing may change before the present value is nought, as a part of it (below nought: it has to change
    the other way), `slip` in years; None where that cannot be told."""

    benefits_fall: float | None
    outlay_rise: float | None
    running_rise: float | None
    slip: float | None


@dataclass(frozen=True, slots=True)
class LoanState:
    """One loan: drawn in a year (counted from 0), and what is due after; `limit` is the lender's least coverage.

    Interest of the first `building` years is not paid out of income: it is capitalised, or comes out of own money.
    """

    title: Text
    amount: float
    drawn: int
    plan: tuple[Instalment, ...]
    limit: float | None
    lender: str | None = None
    borrower: str | None = None
    is_repaid: bool = True
    building: int = 0

    @property
    def capitalised(self) -> float:
        """Interest while building that is added to what is owed."""
        return sum(instalment.added for instalment in self.plan[: self.building])

    @property
    def out_of_own_money(self) -> float:
        """Interest while building that the borrower pays without income."""
        return sum(instalment.due for instalment in self.plan[: self.building])


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether the borrower can pay: by year what there is to pay with, what is due, and the one for each unit of the
    other (None where nothing is due). `fall` is by which part what comes in may fall before the worst year is at the
    limit."""

    available: Years
    due: Years
    ratios: tuple[float | None, ...]
    lowest: float | None
    mean: float | None
    limit: float | None
    fall: float | None

    @property
    def worst_year(self) -> int | None:
        """Where the lowest stands, counted from 0."""
        return self.ratios.index(self.lowest) if self.lowest is not None else None

    @property
    def is_short(self) -> bool:
        """Whether it is below the lender's limit, or below 1, in any year."""
        return self.lowest is not None and self.lowest < (self.limit or 1.0) - 1e-9


@dataclass(frozen=True, slots=True)
class PartyState:
    """Who gains and who pays: present values, and sums by year; no `actor`: nobody is named."""

    actor: str | None
    gains: float
    pays: float
    net: Years

    @property
    def balance(self) -> float:
        return self.gains - self.pays


@dataclass(frozen=True, slots=True)
class AppraisalState:
    """An appraisal. `years` are those looked at (1, 2, 3 … where the first is not said); `rate` is the discount rate,
    None where nothing is discounted. `worst` and `best` take all ranges at their ends, None where there is no range.

    `own` is what is left to who borrows after drawing and paying back. `left_out` says what could not be counted.
    """

    appraisal: str
    currency: str
    years: tuple[int, ...]
    prices: Prices
    rate: float | None
    streams: tuple[Stream, ...]
    worth: Worth
    worst: Worth | None = None
    best: Worth | None = None
    swings: tuple[Swing, ...] = ()
    turning: Turning = Turning(None, None, None, None)
    loans: tuple[LoanState, ...] = ()
    coverage: Coverage | None = None
    own: Worth | None = None
    parties: tuple[PartyState, ...] = ()
    left_out: tuple[Text, ...] = field(default=())

    @property
    def discount(self) -> float:
        """The rate that was computed with."""
        return self.rate or 0.0

    @property
    def is_dated(self) -> bool:
        """Whether its years are those of a calendar."""
        return bool(self.years) and self.years[0] > len(self.years)

    def of(self, *kinds: MoneyKind) -> Years:
        """All lines of these kinds together, by year."""
        return added((stream.middle for stream in self.streams if stream.kind in kinds), len(self.years))


def added(courses: Iterable[Sequence[float]], count: int) -> Years:
    """Courses added up year by year."""
    total = [0.0] * count
    for course in courses:
        for year, amount in enumerate(course):
            total[year] += amount
    return tuple(total)
