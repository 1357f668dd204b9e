"""When each item can be brought about: as bars in time, each behind all that it depends on."""

from dataclasses import dataclass
from typing import Final

from sevenstep.model.quantity import HOURS
from sevenstep.model.step6_items import Item
from sevenstep.publishing.context import Context
from sevenstep.publishing.views import Ref

_MOST: Final = 60
"""Items in one chart; a longer one is not read."""
_MONTH: Final = HOURS["mo"]
_STEPS: Final = (1, 2, 3, 6, 12, 24, 60, 120)
_MOST_TICKS: Final = 9


@dataclass(frozen=True, slots=True)
class Bar:
    """An item: where its bar begins and how long it is, in per cent; None where nobody says how long it takes. `after`
    are the items that have to be done before it."""

    ref: Ref
    begin: float
    width: float | None
    lasts: str
    after: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Gantt:
    """The bars in the order of the roadmap, the months under them as (place in per cent, months), and how many items
    have no time."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, int], ...]
    untimed: int
    whole: int


def gantt(context: Context) -> Gantt | None:
    """The items in time; None where no item says how long it takes."""
    items = {item.id: item for item in context.chain.engagement.of(Item)}
    order = [key for key in context.analysis.ranking.order if key in items][:_MOST]
    begins: dict[str, float] = {}
    ends: dict[str, float] = {}
    for key in order:
        before = [ends[needed.id] for needed in context.chain.targets(key, "depends-on") if needed.id in ends]
        begins[key] = max(before, default=0.0)
        ends[key] = begins[key] + (_hours(items[key]) or 0.0)
    whole = max(ends.values(), default=0.0)
    if not whole:
        return None
    bars = tuple(
        Bar(
            context.refs[key],
            round(100 * begins[key] / whole, 2),
            round(100 * hours / whole, 2) if (hours := _hours(items[key])) else None,
            _lasts(context, items[key]),
            context.refs_of(needed.id for needed in context.chain.targets(key, "depends-on")),
        )
        for key in order
    )
    return Gantt(bars, _ticks(whole), sum(bar.width is None for bar in bars), round(whole / _MONTH))


def _hours(item: Item) -> float | None:
    time = item.change.time if item.change is not None else None
    return time.mean_hours if time is not None else None


def _lasts(context: Context, item: Item) -> str:
    time = item.change.time if item.change is not None else None
    return time.shown(context.language) if time is not None else context.words["no_time_said"]


def _ticks(whole: float) -> tuple[tuple[float, int], ...]:
    """Where full months are written below: every one, or every third, as there is room."""
    months = whole / _MONTH
    step = next((step for step in _STEPS if months / step <= _MOST_TICKS), _STEPS[-1])
    return tuple((round(100 * at / months, 2), at) for at in range(0, int(months) + 1, step))
