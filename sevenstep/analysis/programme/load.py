"""How much projects draw of pools each month, and how many of them a unit works for at once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sevenstep.analysis.programme.results import MonthOfLoad, Schedule, Scheduled, UnitLoad
from sevenstep.analysis.units import UnlikeUnits, convert
from sevenstep.chain.graph import Chain
from sevenstep.model.dates import days_of, end_of
from sevenstep.model.frames.pools import Pool
from sevenstep.model.frames.project import Project
from sevenstep.model.frames.project_parts import Draw
from sevenstep.model.quantity import Quantity

Month = tuple[int, int]
_MOST_MONTHS = 1200
"""A hundred years: a slip of a date is no reason to count for ever."""


def pool_loads(chain: Chain, found: Schedule) -> dict[str, tuple[MonthOfLoad, ...]]:
    """Every pool that anything draws on, month by month in which something does."""
    pools = {pool.id: pool for pool in chain.engagement.of(Pool)}
    drawn: dict[str, dict[Month, float]] = {}
    by: dict[str, dict[Month, dict[str, None]]] = {}
    for project in chain.engagement.of(Project):
        for draw in project.draws:
            pool = pools.get(draw.pool)
            if pool is None or (amount := _in_unit_of(pool, draw.amount)) is None:
                continue
            for month in _months_of(draw, found.projects.get(project.id)):
                of_pool = drawn.setdefault(pool.id, {})
                of_pool[month] = of_pool.get(month, 0.0) + amount
                by.setdefault(pool.id, {}).setdefault(month, {})[project.id] = None
    return {
        key: tuple(
            MonthOfLoad(*month, drawn[key][month], _capacity(pools[key], month), tuple(by[key][month]))
            for month in sorted(drawn[key])
        )
        for key in pools
        if key in drawn
    }


def unit_loads(chain: Chain, found: Schedule) -> tuple[UnitLoad, ...]:
    """Every unit that works for a project, the one with most at once first."""
    counts: dict[str, Counter[Month]] = {}
    works_for: dict[str, list[str]] = {}
    for project in chain.engagement.of(Project):
        for unit in project.units:
            works_for.setdefault(unit, []).append(project.id)
            if (one := found.projects.get(project.id)) is not None:
                counts.setdefault(unit, Counter()).update(months(one.begin, one.end))
    loads = []
    for unit, projects in works_for.items():
        most = max(counts.get(unit, Counter()).values(), default=0)
        first = min((month for month, count in counts.get(unit, Counter()).items() if count == most), default=(0, 0))
        loads.append(UnitLoad(unit, most, *first, tuple(projects)))
    return tuple(sorted(loads, key=lambda load: (-load.most, -len(load.projects))))


def months(begin: date, end: date) -> Iterator[Month]:
    """The months that a stretch of days touches."""
    first, last = begin.year * 12 + begin.month - 1, end.year * 12 + end.month - 1
    for number in range(first, min(last, first + _MOST_MONTHS) + 1):
        yield number // 12, number % 12 + 1


def _months_of(draw: Draw, project: Scheduled | None) -> Iterable[Month]:
    days = days_of(draw.time) if draw.time is not None else None
    if days is not None:
        return months(*days)
    return months(project.begin, project.end) if project is not None else ()


def _capacity(pool: Pool, month: Month) -> float | None:
    """What there is in a month: by the last change that has begun, else as it is stated."""
    begun: Mapping[str, Quantity] = {
        day: amount
        for day, amount in pool.changes.items()
        if (days := days_of(day)) is not None and (days[0].year, days[0].month) <= month
    }
    stated = begun[max(begun, key=end_of)] if begun else pool.capacity
    return None if stated is None else _in_unit_of(pool, stated)


def _in_unit_of(pool: Pool, amount: Quantity) -> float | None:
    """An amount in the unit of the pool; None where it is another sort of thing."""
    wanted = pool.capacity.unit if pool.capacity is not None else amount.unit
    middle = sum(amount.points) / len(amount.points)
    if wanted == amount.unit or not amount.unit:
        return middle
    try:
        return convert(middle, amount.unit, wanted)
    except UnlikeUnits:
        return None
