"""Figures that are read from afar: before and after with the target as a line, all on one scale."""

import math
import re
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.conclusions.key_figures import KeyFigure
from sevenstep.analysis.results import StageValue
from sevenstep.analysis.verdict_wording import stage_value_shown, verdict
from sevenstep.publishing.context import Context
from sevenstep.publishing.views import Ref

_BEHIND: Final = re.compile(r"^(?P<number>.*\d)(?P<unit>[^\d]*)$")
_SIGNS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ$€£¥ "
"""What stands before an amount of money; it is not written twice."""
_ROOM: Final = 0.94
"""The part of a tile's width that its longest bar takes."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure. `before` is empty where nobody knows; `unit` is that of all.

    `was`, `becomes` and `line` are the lengths of the two bars and the place of the target, in per cent of the width;
    None where they cannot be drawn on one scale. `said` is the verdict, `style` its word for the style sheet.
    """

    ref: Ref
    before: str
    after: str
    unit: str
    was: float | None
    becomes: float | None
    line: float | None
    said: str
    style: str
    target: str


def tile(context: Context, figure: KeyFigure) -> Tile:
    """The tile of an indicator."""
    state, unit = figure.state, figure.state.unit
    language = context.language

    def shown(value: StageValue) -> str:
        others = [other for other in figure.values if other is not value]
        return stage_value_shown(value, unit, language, others)

    after = shown(figure.after)
    before = shown(figure.before) if figure.before is not None else ""
    number, behind = _apart(after)
    before_number, before_behind = _apart(before)
    one_unit = not before or before_behind == behind
    sign = number[: len(number) - len(number.lstrip(_SIGNS))]
    shown_once = number.removeprefix(sign) if before_number.startswith(sign) else number
    was, becomes, line = _lengths(figure)
    return Tile(
        ref=context.refs[state.indicator],
        before=before_number if one_unit else before,
        after=shown_once if one_unit else after,
        unit=behind.strip() if one_unit else "",
        was=was,
        becomes=becomes,
        line=line,
        said=context.said(verdict(state)),
        style=str(state.verdict),
        target=context.words["tile_target"].format(value=shown(figure.target), date=figure.date),
    )


def _apart(shown: str) -> tuple[str, str]:
    """A written figure as its number and what stands behind it; per cent stays with the number."""
    match = _BEHIND.match(shown)
    if match is None:
        return shown, ""
    number, unit = match["number"], match["unit"]
    return (number + unit[:1], unit[1:]) if unit[:1] in {"%", "‰"} else (number, unit)


def _lengths(figure: KeyFigure) -> tuple[float | None, float | None, float | None]:
    ends = [value.value for value in figure.values]
    if not all(math.isfinite(end) and end >= 0 for end in ends) or not max(ends):
        return None, None, None
    scale = 100 * _ROOM / max(ends)
    before = figure.before.value * scale if figure.before is not None else None
    return before, figure.after.value * scale, figure.target.value * scale
