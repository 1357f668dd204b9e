"""From today to the design: what each measure adds or takes away."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sevenstep.diagrams.charts.plot import COLOURS, SIZE, Chart, axes, finished, grid, room_for
from sevenstep.diagrams.text import shortened
from sevenstep.language import Language, Text

_ROW: Final = 24.0
_WIDE: Final = 720.0
_BEFORE: Final = Text(zh="现状", en="as is")
_AFTER: Final = Text(zh="目标", en="to be")


@dataclass(frozen=True, slots=True)
class Move:
    """What a measure does: its title, the difference, and the difference in words."""

    title: str
    difference: float
    said: str


def waterfall(
    name: str,
    title: str,
    before: tuple[float, str],
    after: tuple[float, str],
    moves: Sequence[Move],
    language: Language,
    *,
    less_is_better: bool = True,
) -> Chart:
    """A bar for today, one for each move, one for the design; `before` and `after` are values and their words."""
    rows = [(_BEFORE.in_(language), 0.0, before[0], before[1], "line")]
    reached = before[0]
    for move in moves:
        better = (move.difference < 0) is less_is_better
        rows.append((move.title, reached, move.difference, move.said, "good" if better else "finding"))
        reached += move.difference
    rows.append((_AFTER.in_(language), 0.0, after[0], after[1], "step7"))
    labels = [shortened(row[0], 230, SIZE) for row in rows]
    left = room_for(labels, 250)
    figure, made = axes(_WIDE, 34 + _ROW * len(rows), (left, 8, 90, 22))
    places = range(len(rows))
    for place, (_, start, wide, said, colour) in zip(places, rows, strict=True):
        made.barh(place, wide, left=start, color=COLOURS[colour], alpha=0.8, height=0.6)
        end = max(start, start + wide)
        made.annotate(said, (end, place), (5, 0), textcoords="offset points", va="center", color=COLOURS["muted"])
    made.set_yticks(list(places), labels)
    made.tick_params(axis="y", labelcolor=COLOURS["ink"])
    made.invert_yaxis()
    low = min(0.0, *(min(start, start + wide) for _, start, wide, _, _ in rows))
    made.set_xlim(left=low)
    grid(made, "x")
    told = "; ".join(f"{row[0]} {row[3]}" for row in rows)
    return finished(figure, name, title, told, language)
