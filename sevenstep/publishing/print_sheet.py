"""On which sheet a picture is printed, so that its smallest words can still be read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_MM: Final = 25.4 / 96
"""A pixel of CSS in millimetres."""
READABLE: Final = 0.81
"""How far a picture may be shrunk: its smallest words, 9 px, are then 5.5 points."""


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
    PageSize("", 182, 235),
    PageSize("wide", 269, 150),
    PageSize("large", 269, 360),
    PageSize("large-wide", 392, 240),
)
"""A4 upright and on its side, then A3, with margins of 14 mm and room for a heading and the caption."""


def room() -> tuple[float, float]:
    """The largest sheet that lies on its side, in pixels: how large a picture can be that is read on it."""
    sheet = SHEETS[-1]
    return sheet.width / _MM / READABLE, sheet.height / _MM / READABLE


def largest(sheets: Iterable[str]) -> str:
    """The largest of these sheets."""
    names = [sheet.name for sheet in SHEETS]
    return max(sheets, key=names.index)


def sheet_for(width: float, height: float) -> tuple[str, float]:
    """The smallest sheet on which a picture of that size in pixels can be read, or else the largest; its scale there.

    Beyond the smallest, sheets lie on the side on which the picture lies.
    """
    fitting = [sheet for sheet in SHEETS if sheet is SHEETS[0] or (sheet.width > sheet.height) is (width > height)]
    sheet = next((sheet for sheet in fitting if sheet.scale(width, height) >= READABLE), fitting[-1])
    return sheet.name, sheet.scale(width, height)
