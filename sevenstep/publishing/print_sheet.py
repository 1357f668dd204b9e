"""On which sheet a picture is printed, so that its smallest words can still be read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_MM: Final = 25.4 / 96
"""A pixel of CSS in millimetres."""
READABLE: Final = 0.64
"""How far a picture may be shrunk: its smallest words, 11.5 px, are then 5.5 points."""
NEARLY: Final = 0.97
"""So little smaller is better than rows, or a sheet on its side that leaves the one before it half empty."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """A sheet by the name of its rule in the style sheet, and the room for a picture on it, in millimetres."""

    name: str
    width: float
    height: float

    def scale(self, width: float, height: float) -> float:
        """How large a picture of that size (in pixels) can be shown, 1 at most."""
        return min(1.0, self.width / (width * _MM), self.height / (height * _MM))


SHEETS: Final = (
    PageSize("", 182, 225),
    PageSize("wide", 269, 150),
)
"""A4 upright and on its side, with room for margins, a heading and the caption: whoever prints has no other paper."""


def room() -> tuple[float, float]:
    """How large, in pixels, a picture can be that is read on a sheet upright; longer ones are broken into rows."""
    sheet = SHEETS[0]
    least = READABLE * NEARLY
    return sheet.width / _MM / least, sheet.height / _MM / least


def largest(sheets: Iterable[str]) -> str:
    """The largest of these sheets."""
    names = [sheet.name for sheet in SHEETS]
    return max(sheets, key=names.index)


def sheet_for(width: float, height: float) -> tuple[str, float]:
    """The sheet on which a picture of that size in pixels is printed, and its scale there: upright, unless it can only
    be read, or is clearly larger, on the side."""
    upright, side = SHEETS
    scale = upright.scale(width, height)
    if scale >= READABLE * NEARLY or side.scale(width, height) < 1.2 * scale:
        return upright.name, scale
    return side.name, side.scale(width, height)
