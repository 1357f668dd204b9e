"""What is computed of projects: frozen results, in days and plain numbers, for reports, pages and pictures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Scheduled:
    """When a project runs: never before those end that it begins after, else as planned.

    `begin` and `end` are its first and its last day, the earliest that can be; `latest_begin` and `latest_end` the
    latest that put no end of the programme off. `slack` is the days between them, never below nought; `pushed` the days
    that it begins later than planned.
    """

    project: str
    begin: date
    end: date
    latest_begin: date
    latest_end: date
    pushed: int = 0

    @property
    def slack(self) -> int:
        return (self.latest_begin - self.begin).days

    @property
    def is_critical(self) -> bool:
        """Whether a day lost here is a day lost for the programme."""
        return self.slack == 0

    @property
    def days(self) -> int:
        return (self.end - self.begin).days + 1


@dataclass(frozen=True, slots=True)
class Schedule:
    """The projects in time, in the order in which they begin; those without dates are `untimed`, those that wait for
    each other in `circles`, which are left out of account."""

    projects: Mapping[str, Scheduled] = field(default_factory=dict)
    untimed: tuple[str, ...] = ()
    circles: tuple[tuple[str, ...], ...] = ()

    @property
    def begin(self) -> date | None:
        return min((one.begin for one in self.projects.values()), default=None)

    @property
    def end(self) -> date | None:
        return max((one.end for one in self.projects.values()), default=None)

    @property
    def critical_path(self) -> tuple[str, ...]:
        """The projects that have no day to spare, in the order in which they begin."""
        return tuple(key for key, one in self.projects.items() if one.is_critical)


@dataclass(frozen=True, slots=True)
class YearOfMoney:
    """What is spent in a year, by source of money (empty: of which is not said), and what the sources give."""

    year: int
    by_fund: Mapping[str, float]
    limits: Mapping[str, float] = field(default_factory=dict)

    @property
    def total(self) -> float:
        return sum(self.by_fund.values())


@dataclass(frozen=True, slots=True)
class Budget:
    """The money of all projects, in `currency`: by year, by source, and by project. `left_out` are the projects of
    which some money is in another currency, which is not added up."""

    currency: str = ""
    years: tuple[YearOfMoney, ...] = ()
    by_project: Mapping[str, float] = field(default_factory=dict)
    by_fund: Mapping[str, float] = field(default_factory=dict)
    limits: Mapping[str, float] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    limits_of: Mapping[int, Mapping[str, float]] = field(default_factory=dict)
    """What the sources give in each year, also in those for which no project has a budget."""

    @property
    def total(self) -> float:
        return sum(self.by_project.values())


@dataclass(frozen=True, slots=True)
class Beyond:
    """More was spent than there is: by a project in all (no year) or up to the end of a year, or of a source of money
    in all or in a year."""

    element: str
    year: int | None
    spent: float
    limit: float

    @property
    def over(self) -> float:
        return self.spent - self.limit


@dataclass(frozen=True, slots=True)
class Spending:
    """What was spent, in the currency of the budget. `years` and `by_fund` are
    by source (empty: of which is not said); `left_out` are projects with sums in another currency."""

    currency: str = ""
    by_project: Mapping[str, float] = field(default_factory=dict)
    by_fund: Mapping[str, float] = field(default_factory=dict)
    years: Mapping[int, Mapping[str, float]] = field(default_factory=dict)
    beyond: tuple[Beyond, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def total(self) -> float:
        return sum(self.by_project.values())


@dataclass(frozen=True, slots=True)
class MonthOfLoad:
    """What is taken of a pool or a unit in a month, by project, and how much there is (None: nobody says), in one unit
    of measure."""

    year: int
    month: int
    unit: str
    capacity: float | None
    by: Mapping[str, float]

    @property
    def drawn(self) -> float:
        return sum(self.by.values())

    @property
    def projects(self) -> tuple[str, ...]:
        return tuple(self.by)

    @property
    def name(self) -> str:
        """The month as it is written: 2024-09."""
        return f"{self.year:04}-{self.month:02}"

    @property
    def over(self) -> float:
        """By how much more is taken than there is; nought where that is not so, or not known."""
        is_over = self.capacity is not None and self.drawn > self.capacity * (1 + 1e-9)
        return self.drawn - self.capacity if self.capacity is not None and is_over else 0.0

    @property
    def is_over(self) -> bool:
        return self.over > 0


@dataclass(frozen=True, slots=True)
class UnitLoad:
    """A unit in the months of the programme: how many projects it leads, is in charge of or takes part in at most at
    once, when first, and all that it ever works for."""

    unit: str
    most: int
    year: int
    month: int
    projects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything that is computed of the projects of an engagement."""

    schedule: Schedule = field(default_factory=Schedule)
    budget: Budget = field(default_factory=Budget)
    pools: Mapping[str, tuple[MonthOfLoad, ...]] = field(default_factory=dict)
    units: tuple[UnitLoad, ...] = ()
    efforts: Mapping[str, tuple[MonthOfLoad, ...]] = field(default_factory=dict)
    """What is taken of units each month, by unit."""
    spending: Spending = field(default_factory=Spending)
