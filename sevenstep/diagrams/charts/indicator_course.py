"""An indicator over time: where it stood, what was measured, what the design gives, what is to be reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from sevenstep.diagrams.charts.plot import COLOURS, Chart, axes, finished, grid
from sevenstep.language import Language, Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Kind = Literal["baseline", "measured", "as-is", "to-be", "target"]

_LOOKS: Final[dict[Kind, tuple[str, str, Text]]] = {
    "baseline": ("o", "ink", Text(zh="基线", en="baseline")),
    "measured": ("o", "step2", Text(zh="实测", en="measured")),
    "as-is": ("s", "muted", Text(zh="现状流程估算", en="estimated as is")),
    "to-be": ("D", "step7", Text(zh="目标流程估算", en="estimated to be")),
    "target": ("_", "good", Text(zh="目标值", en="target")),
}
_WIDE, _HIGH = 720.0, 210.0


@dataclass(frozen=True, slots=True)
class Point:
    """A value at a time (in years), with the ends of its range and how it is said."""

    kind: Kind
    year: float
    value: float
    low: float
    high: float
    said: str


def indicator_course(name: str, title: str, points: Sequence[Point], language: Language) -> Chart | None:
    """The points by time; None where there are not two."""
    if len(points) < 2:
        return None
    figure, made = axes(_WIDE, _HIGH, (46, 34, 96, 26))
    grid(made, "y")
    line = sorted((one for one in points if one.kind in {"baseline", "measured"}), key=lambda one: one.year)
    made.plot([one.year for one in line], [one.value for one in line], color=COLOURS["ink"], linewidth=1.4)
    aims = sorted((one for one in points if one.kind == "target"), key=lambda one: one.year)
    made.plot(
        [one.year for one in aims], [one.value for one in aims], color=COLOURS["good"], linewidth=1.2, linestyle=":"
    )
    for one in points:
        marker, colour, _ = _LOOKS[one.kind]
        if one.high > one.low:
            made.plot([one.year, one.year], [one.low, one.high], color=COLOURS[colour], linewidth=4, alpha=0.35)
        size = 13 if marker == "_" else 7
        made.plot([one.year], [one.value], marker, color=COLOURS[colour], markersize=size, markeredgewidth=2.2)
        made.annotate(
            one.said,
            (one.year, one.value),
            (9, -11 if one.kind == "as-is" else 4),
            textcoords="offset points",
            color=COLOURS[colour],
            annotation_clip=False,
        )
    years = [one.year for one in points]
    spread = max(years) - min(years) or 1.0
    made.set_xlim(min(years) - 0.06 * spread, max(years) + 0.06 * spread)
    first, last = int(min(years)), int(max(years)) + 1
    step = max(1, (last - first) // 8)
    marks = [year for year in range(first, last + 1, step) if min(years) - 0.6 <= year <= max(years) + 0.6]
    made.set_xticks(marks, [str(year) for year in marks])
    _room(made, points)
    _legend(made, points, language)
    told = "; ".join(f"{_LOOKS[one.kind][2].in_(language)} {one.said}" for one in points)
    return finished(figure, name, title, told, language)


def _room(made: "Axes", points: Sequence[Point]) -> None:
    low, high = min(one.low for one in points), max(one.high for one in points)
    spread = high - low or abs(high) or 1.0
    made.set_ylim(low - 0.15 * spread, high + 0.2 * spread)


def _legend(made: "Axes", points: Sequence[Point], language: Language) -> None:
    at = 0.0
    for kind in dict.fromkeys(one.kind for one in sorted(points, key=lambda one: list(_LOOKS).index(one.kind))):
        marker, colour, said = _LOOKS[kind]
        sign = {"o": "●", "s": "■", "D": "◆", "_": "━"}[marker]
        made.annotate(sign, (0, 1), (at - 30, 16), "axes fraction", "offset points", color=COLOURS[colour])
        made.annotate(
            said.in_(language), (0, 1), (at - 16, 16), "axes fraction", "offset points", color=COLOURS["muted"]
        )
        at += 128 if language == "en" else 110
