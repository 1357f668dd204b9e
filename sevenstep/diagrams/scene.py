"""A picture before it is laid out: the one thing that stands between those who draw and the engine.

A scene says what there is, what it looks like (CSS classes, the engine's shapes) and, where a picture has places of its
own, where everything stands. It knows nothing of DOT or SVG: `output` writes it as the one and reads it back as the
other. Lengths are pixels, y grows downwards.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final, Literal, NamedTuple

from sevenstep.diagrams.geometry import Box, Point
from sevenstep.language import Language, Text
from sevenstep.model.element import Element
from sevenstep.model.kind import Kind

PageOf = Callable[[Element], str | None]
"""The address of an element's page, or None where it has none."""
ListOf = Callable[[Kind], str | None]
"""The address of the list of all elements of a kind, or None where there is none."""
Align = Literal["LEFT", "CENTER", "RIGHT"]

SMALL: Final = 11.5
_SIZES: Final = {"title": 13.0, "name": 12.0}


def font_size(text_style: str) -> float:
    """How large text of a style is."""
    return _SIZES.get(text_style, SMALL)


@dataclass(frozen=True, slots=True)
class Link:
    """For whom a picture is drawn: where its parts lead, and whether authors read the ids in its boxes."""

    page_of: PageOf
    ids: bool = False
    heat: str = ""
    """What elements are coloured by: the name of one heat, or `looks.heats.EVERY` for a page to switch."""
    list_of: ListOf = lambda _kind: None

    def __call__(self, element: Element) -> str | None:
        """The address of the element's page."""
        return self.page_of(element)


class Line(NamedTuple):
    """One line of text, in a style: the name of its CSS class."""

    text: str
    style: str = "note"


class Entry(NamedTuple):
    """One line of a legend: its form, CSS classes, and what it means.

    Forms are `node`, `cluster`, `edge` (an arrow), `line`, `clock` and `mark`.
    """

    form: str
    classes: str
    says: Text
    shape: str = "box"
    style: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a label: lines of text, or a symbol of that size (see `output/symbols`), or a swatch of the legend."""

    lines: tuple[Line, ...] = ()
    align: Align = "CENTER"
    span: int = 1
    width: float = 0
    height: float = 0
    symbol: str = ""
    swatch: Entry | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """What stands in a node, on an arrow or over a frame: rows of cells; and the size of the node around it.

    `table_width` is the least width of the rows; with `chip` they stand on a patch of the paper's colour.
    """

    rows: tuple[tuple[Cell, ...], ...] = ()
    width: float = 0
    height: float = 0
    table_width: float = 0
    padding: int = 1
    spacing: int = 0
    chip: bool = False


class Address(NamedTuple):
    """Where a part of the picture leads, and what is told beside the pointer."""

    url: str = ""
    tip: str = ""


NOWHERE: Final = Address()


class Heads(Enum):
    """At which ends of a line an arrow's head stands, as the engine calls it."""

    LAST = "forward"
    FIRST = "back"
    BOTH = "both"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Curve:
    """A line of cubic pieces; where a head stands, its tip lies beyond the line's end."""

    points: tuple[Point, ...]
    first_tip: Point | None = None
    last_tip: Point | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A shape with a label, its middle `at` a place where the picture has places of its own."""

    name: str
    label: Label
    classes: str
    shape: str = "none"
    style: str = ""
    at: Point | None = None
    address: Address = NOWHERE


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two nodes, by their names."""

    source: str
    target: str
    classes: str
    label: Label | None = None
    heads: Heads = Heads.LAST
    curve: Curve | None = None
    label_at: Point | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """An edge that is not seen: it only says that one node stands before another, the nearer the more it weighs."""

    source: str
    target: str
    weight: int | None = None


@dataclass(frozen=True, slots=True)
class SameRank:
    """Nodes that stand in one row (or column)."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the picture with a frame and a heading, and what stands in it."""

    name: str
    label: Label
    classes: str
    content: tuple["Part", ...]
    style: str = ""
    margin: int = 12
    box: Box | None = None
    address: Address = NOWHERE


Part = Node | Edge | Before | SameRank | Frame


@dataclass(frozen=True, slots=True)
class Ranks:
    """How the engine is to lay out a picture that has no places of its own; distances in inches, as it counts."""

    direction: Literal["LR", "TB"] = "TB"
    rank_distance: float = 0.5
    node_distance: float = 0.22
    new_rank: bool = False
    """Ranks go through the frames."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture in one language.

    `name` is a path that is safe in addresses and file names (``flow/booking-asis``); `elements` counts the elements
    that are shown as such, those folded into a number left out. Without `ranks`, every part brings its place, and the
    engine lays out nothing: it only writes.
    """

    name: str
    title: Text
    language: Language
    ranks: Ranks | None
    content: tuple[Part, ...]
    legend: Label
    elements: int
    nodes_first: bool = False
    """Lines are drawn over the nodes, not under them."""

    def parts(self) -> Iterator[Part]:
        """Every part, those inside of frames too."""
        waiting = list(reversed(self.content))
        while waiting:
            part = waiting.pop()
            yield part
            waiting.extend(reversed(part.content) if isinstance(part, Frame) else ())
