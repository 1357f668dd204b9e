"""A chart before it is drawn."""

from dataclasses import dataclass
from typing import Literal

from sevenstep.language import Language

WIDTH = 760.0
"""How wide charts are, in pixels: what a page has room for."""

Anchor = Literal["start", "middle", "end"]
Shape = Literal["circle", "diamond", "square"]
Form = Literal["bar", "rule", "line", "area"] | Shape
Row = dict[str, float | str]
"""Where a mark is (``x`` and ``y``; ``x2`` and ``y2`` where it has another end), and what it ``says``."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Values between two ends, and the pixels that these stand at."""

    values: tuple[float, float]
    pixels: tuple[float, float]

    def pixel(self, value: float) -> float:
        """Where a value stands."""
        (low, high), (first, last) = self.values, self.pixels
        return first + (value - low) / (high - low) * (last - first) if high != low else (first + last) / 2


@dataclass(frozen=True, slots=True)
class Mark:
    """Marks of one look: their places are values where there is a scale `across` or `down`, else pixels."""

    form: Form
    css_classes: str
    rows: tuple[Row, ...]
    across: Scale | None = None
    down: Scale | None = None
    size: float = 0
    """Of points: the area of the square that holds each."""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text, its foot at a place in pixels."""

    ink: str
    says: str
    x: float
    y: float
    anchor: Anchor
    size: float


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart in one language: what it is called, what it says in words, and what it consists of, the lowest first.

    `name` is a path that is safe in addresses and file names. The same chart always gives the same bytes.
    """

    name: str
    title: str
    says: str
    language: Language
    width: float
    height: float
    parts: tuple[Mark | Words, ...]
