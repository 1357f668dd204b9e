"""How much projects take of pools and units each month, and how many of them a unit works for at once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sevenstep.analysis.programme.results import MonthOfLoad, Schedule, Scheduled, UnitLoad
from sevenstep.analysis.units import UnlikeUnits, convert
from sevenstep.chain.graph import Chain
from sevenstep.model.dates import days_of, end_of
from sevenstep.model.frames.pools import Pool
from sevenstep.model.frames.project import Project
from sevenstep.model.quantity import Quantity
from sevenstep.model.step4_paths import Actor

Month = tuple[int, int]
_MOST_MONTHS = 1200
"""A hundred years: a slip of a date is no reason to count for ever."""


@dataclass(frozen=True, slots=True)
class Unlike:
    """A project takes of a pool or a unit in a unit of measure that says nothing of what there is; `path` leads to it
    in the project."""

    project: str
    holder: str
    path: tuple[str | int, ...]
    taken: str
    there: str


@dataclass(frozen=True, slots=True)
class Overbooked:
    """In how many months more is taken than there is, and the month in which it is most."""

    months: int
    worst: MonthOfLoad


def overbooked(loads: Mapping[str, Iterable[MonthOfLoad]]) -> Iterator[tuple[str, Overbooked]]:
    """The pools or units of which more is taken than there is."""
    for key, months in loads.items():
        over = [month for month in months if month.is_over]
        if over:
            yield key, Overbooked(len(over), max(over, key=lambda month: month.over))


@dataclass(frozen=True, slots=True)
class _Holder:
    """What a pool or a unit has in a month, and from when on it has another amount."""

    capacity: Quantity | None
    changes: Mapping[str, Quantity]

    @property
    def measure(self) -> str | None:
        """The unit of measure of what it has; None where it does not say."""
        return next((one.unit for one in (self.capacity, *self.changes.values()) if one is not None), None)

    def has(self, month: Month, measure: str) -> float | None:
        """What there is in a month: by the last change that has begun, else as it is stated."""
        begun = {
            day: amount
            for day, amount in self.changes.items()
            if (days := days_of(day)) is not None and (days[0].year, days[0].month) <= month
        }
        stated = begun[max(begun, key=end_of)] if begun else self.capacity
        return None if stated is None else _in_measure(stated, measure)


@dataclass(frozen=True, slots=True)
class _Taken:
    """What a project takes of a pool or a unit, each month of a time."""

    project: str
    holder: str
    amount: Quantity
    time: str | None
    path: tuple[str | int, ...]


def pool_loads(chain: Chain, found: Schedule) -> dict[str, tuple[MonthOfLoad, ...]]:
    """Every pool that anything draws on, month by month in which something does."""
    return _loads(_pools(chain), _draws(chain), found)


def effort_loads(chain: Chain, found: Schedule) -> dict[str, tuple[MonthOfLoad, ...]]:
    """Every unit of which projects say what they take, month by month in which one does."""
    return _loads(_units(chain), _efforts(chain), found)


def unlike(chain: Chain) -> Iterator[Unlike]:
    """What is taken in another sort of unit than there is: it is not added up."""
    for holders, takings in ((_pools(chain), list(_draws(chain))), (_units(chain), list(_efforts(chain)))):
        measures = _measures(holders, takings)
        for taken in takings:
            measure = measures.get(taken.holder)
            if measure is not None and _in_measure(taken.amount, measure) is None:
                yield Unlike(taken.project, taken.holder, taken.path, taken.amount.unit, measure)


def _pools(chain: Chain) -> dict[str, _Holder]:
    return {pool.id: _Holder(pool.capacity, pool.changes) for pool in chain.engagement.of(Pool)}


def _units(chain: Chain) -> dict[str, _Holder]:
    return {actor.id: _Holder(actor.capacity, actor.capacity_changes) for actor in chain.engagement.of(Actor)}


def _draws(chain: Chain) -> Iterator[_Taken]:
    for project in chain.engagement.of(Project):
        for number, draw in enumerate(project.draws):
            yield _Taken(project.id, draw.pool, draw.amount, draw.time, ("draws", number, "amount"))


def _efforts(chain: Chain) -> Iterator[_Taken]:
    for project in chain.engagement.of(Project):
        for number, effort in enumerate(project.efforts):
            yield _Taken(project.id, effort.unit, effort.amount, effort.time, ("efforts", number, "amount"))


def _measures(holders: Mapping[str, _Holder], takings: Iterable[_Taken]) -> dict[str, str]:
    """The unit of measure in which each holder is told: its own, else that of the first that takes of it."""
    found: dict[str, str] = {}
    for taken in takings:
        if taken.holder in holders and taken.holder not in found:
            own = holders[taken.holder].measure
            found[taken.holder] = taken.amount.unit if own is None else own
    return found


def _loads(
    holders: Mapping[str, _Holder], takings: Iterable[_Taken], found: Schedule
) -> dict[str, tuple[MonthOfLoad, ...]]:
    told = list(takings)
    measures = _measures(holders, told)
    by: dict[str, dict[Month, dict[str, float]]] = {}
    for taken in told:
        measure = measures.get(taken.holder)
        if measure is None or (amount := _in_measure(taken.amount, measure)) is None:
            continue
        for month in _months_of(taken.time, found.projects.get(taken.project)):
            of_month = by.setdefault(taken.holder, {}).setdefault(month, {})
            of_month[taken.project] = of_month.get(taken.project, 0.0) + amount
    return {
        key: tuple(
            MonthOfLoad(*month, measures[key], holder.has(month, measures[key]), by[key][month])
            for month in sorted(by[key])
        )
        for key, holder in holders.items()
        if key in by
    }


def unit_loads(chain: Chain, found: Schedule) -> tuple[UnitLoad, ...]:
    """Every unit that works for a project, the one with most at once first."""
    counts: dict[str, Counter[Month]] = {}
    works_for: dict[str, list[str]] = {}
    for project in chain.engagement.of(Project):
        for unit in project.units:
            works_for.setdefault(unit, []).append(project.id)
            if (one := found.projects.get(project.id)) is not None:
                counts.setdefault(unit, Counter()).update(months_between(one.begin, one.end))
    loads = []
    for unit, projects in works_for.items():
        most = max(counts.get(unit, Counter()).values(), default=0)
        first = min((month for month, count in counts.get(unit, Counter()).items() if count == most), default=(0, 0))
        loads.append(UnitLoad(unit, most, *first, tuple(projects)))
    return tuple(sorted(loads, key=lambda load: (-load.most, -len(load.projects))))


def months_between(begin: date, end: date) -> Iterator[Month]:
    """The months that a stretch of days touches."""
    first, last = begin.year * 12 + begin.month - 1, end.year * 12 + end.month - 1
    for number in range(first, min(last, first + _MOST_MONTHS) + 1):
        yield number // 12, number % 12 + 1


def _months_of(time: str | None, project: Scheduled | None) -> Iterable[Month]:
    days = days_of(time) if time is not None else None
    if days is not None:
        return months_between(*days)
    return months_between(project.begin, project.end) if project is not None else ()


def _in_measure(amount: Quantity, wanted: str) -> float | None:
    """An amount in the unit of measure of what there is; None where it is another sort of thing."""
    middle = sum(amount.points) / len(amount.points)
    if wanted == amount.unit or not amount.unit:
        return middle
    try:
        return convert(middle, amount.unit, wanted)
    except UnlikeUnits:
        return None
