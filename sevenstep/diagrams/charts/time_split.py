"""Where the time of a flow goes: for each step its work and its waiting, the mean case."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sevenstep.diagrams.charts.plot import COLOURS, SIZE, Chart, axes, finished, grid, room_for
from sevenstep.diagrams.text import shortened
from sevenstep.language import Language, Text
from sevenstep.model.quantity import HOURS, plain_number, readable_unit, unit_shown

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST: Final = 16
"""Steps that are shown, those with most time."""
_ROW: Final = 22.0
_WIDE: Final = 720.0
_TITLE: Final = Text(zh="时间去了哪里", en="Where the time goes")
_WORK: Final = Text(zh="办理", en="work")
_WAIT: Final = Text(zh="等待", en="waiting")


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its title, and its hours of work and of waiting."""

    title: str
    processing: float
    waiting: float


def time_split(name: str, steps: Sequence[Step], language: Language) -> Chart | None:
    """A stacked bar for each step that takes any time, in the order of the flow; None where none does."""
    timed = [one for one in steps if one.processing + one.waiting > 0]
    if not timed:
        return None
    longest = sorted(timed, key=lambda one: -(one.processing + one.waiting))[:MOST]
    shown = [one for one in timed if one in longest]
    unit = readable_unit((max(one.processing + one.waiting for one in shown),))
    length = HOURS[unit]
    labels = [shortened(one.title, 190, SIZE) for one in shown]
    left = room_for(labels, 210)
    high = 46 + _ROW * len(shown)
    figure, made = axes(_WIDE, high, (left, 24, 60, 22))
    places = list(range(len(shown)))
    work = [one.processing / length for one in shown]
    wait = [one.waiting / length for one in shown]
    made.barh(places, work, color=COLOURS["step7"], height=0.62)
    made.barh(places, wait, left=work, color=COLOURS["wait"], alpha=0.55, height=0.62)
    made.set_yticks(places, labels)
    made.tick_params(axis="y", labelcolor=COLOURS["ink"])
    made.invert_yaxis()
    grid(made, "x")
    for place, one in zip(places, shown, strict=True):
        total = (one.processing + one.waiting) / length
        said = f"{plain_number(round(total, 2 if total < 10 else 1))}{unit_shown(unit, language)}"
        made.annotate(said, (total, place), (4, 0), textcoords="offset points", va="center", color=COLOURS["muted"])
    _legend(made, left, language)
    told = "; ".join(f"{one.title} {plain_number(round((one.processing + one.waiting) / length, 2))}" for one in shown)
    return finished(figure, name, _TITLE.in_(language), told + unit_shown(unit, language), language)


def _legend(made: "Axes", left: float, language: Language) -> None:
    at = 0.0
    for said, colour, alpha in ((_WORK, "step7", 1.0), (_WAIT, "wait", 0.55)):
        made.annotate("■", (0, 1), (at, 7), "axes fraction", "offset points", color=COLOURS[colour], alpha=alpha)
        made.annotate(
            said.in_(language), (0, 1), (at + 13, 7), "axes fraction", "offset points", color=COLOURS["muted"]
        )
        at += 80
