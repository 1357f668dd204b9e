"""The ground of a map: where places stand on the paper, and how they and the links between them are drawn there."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Final

from sevenstep.analysis.transport.compute import transport
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Box, Point, around
from sevenstep.diagrams.layout.placed_columns import PAGE
from sevenstep.diagrams.layout.point_labels import Name, name_places, spread
from sevenstep.diagrams.layout.schematic import schematic
from sevenstep.diagrams.layout.spline import bent, point_of, straight, tipped
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.looks.transport import UNOPENED, load_of, shape_of, style_of
from sevenstep.diagrams.scene import Curve, Entry, Heads, Label
from sevenstep.language import Text
from sevenstep.model.choices import Running
from sevenstep.model.step3_places import Traffic, TransportLink, TransportPlace

_DOT: Final = 18.0
_MAX_WIDTH: Final = 128.0
_SIDE: Final = 40.0
_SHARE: Final = Text(zh="负荷 {}%", en="load {}%")
_OPENS: Final = Text(zh="{}，{} 开通", en="{}, opens {}")
_LARGER: Final = (1.0, 1.25, 1.6, 2.0)
"""By how much the paper grows until every name has room."""


class Ground:
    """The paper of one map."""

    def __init__(
        self,
        canvas: Canvas,
        places: Iterable[TransportPlace],
        links: Iterable[TransportLink],
        says: Callable[[TransportLink], str] = lambda _link: "",
    ) -> None:
        """`says` is what is written on a link of which there is nothing more pressing to say."""
        self.canvas = canvas
        self._says = says
        self.places, self.links = list(places), list(links)
        self._lines = [_line_text(canvas, place) for place in self.places]
        self._shares = {key: load.share for key, load in transport(canvas.chain).loads.items()}
        keys = [place.id for place in self.places]
        joins = [link.ends for link in self.links]
        self._beside = _beside(joins)
        known = _known(self.places)
        for scale in _LARGER:
            self._plane = _plane(len(self.places), scale)
            found = schematic(known, keys, joins, _inside(self._plane))
            points = spread([found[key] for key in keys], _DOT, self._plane, ())
            self.at = dict(zip(keys, points, strict=True))
            self._curves = self._bend()
            self._captions = self._place_captions()
            self.names = self._name_places(points)
            if None not in self.names and None not in self._captions.values():
                break

    @property
    def foot(self) -> Point:
        """Below the map."""
        return self._plane.middle[0], self._plane.bottom + 30

    def _name_places(self, points: list[Point]) -> list[Name | None]:
        """Names cover no caption of a link, and no line as long as there is room beside it."""
        sizes = [card.name_size(lines) for lines in self._lines]
        taken = [box for box in self._captions.values() if box is not None]
        return name_places(points, _DOT, sizes, self._plane, taken, list(self._boxes()))

    def _place_captions(self) -> dict[str, Box | None]:
        """Where what is said of each link stands: on its line, or just above or below it; None without any room."""
        held = [around(point, _DOT, _DOT) for point in self.at.values()]
        found: dict[str, Box | None] = {}
        for link in self.links:
            label = self._caption(link)
            if label is None:
                continue
            box = next((box for box in _beside_line(self._curves[link.id], label) if not _meets(box, held)), None)
            found[link.id] = box
            if box is not None:
                held.append(box)
        return found

    def _caption(self, link: TransportLink) -> Label | None:
        said = self._said(link)
        return card.caption(said, 90) if said else None

    def _boxes(self) -> Iterator[Box]:
        """Small boxes along the lines."""
        for curve in self._curves.values():
            start, *_, end = curve.points
            steps = int(max(abs(end[0] - start[0]), abs(end[1] - start[1])) // 12)
            yield from (around(point_of(curve, at / steps), 8, 8) for at in range(1, steps))

    def _bend(self) -> dict[str, Curve]:
        """The line of each link: straight, or one of several between the same two places."""
        drawn: dict[frozenset[str], int] = {}
        found = {}
        for link in self.links:
            pair = frozenset(link.ends)
            number = drawn[pair] = drawn.get(pair, 0) + 1
            several = self._beside[pair]
            aside = (number - (several + 1) / 2) * 26 if several > 1 else 0.0
            start, end = (self.at[key] for key in link.ends)
            found[link.id] = bent(start, end, _DOT / 2 + 1, -aside if link.ends > link.ends[::-1] else aside)
        return found

    def draw_places(self) -> None:
        """The points, their shapes by type, and the names."""
        for place, lines, name in zip(self.places, self._lines, self.names, strict=True):
            self._draw_place(place)
            if name is not None:
                self._draw_name(place, lines, name)

    def _draw_place(self, place: TransportPlace) -> None:
        canvas, shape = self.canvas, shape_of(place.type)
        classes = f"step3 kind-place stop{self._state(place)}"
        says = place.type.label if place.type is not None else place.KIND.title
        canvas.explain(Entry("node", "step3 kind-place stop", says, shape, "filled"))
        label = Label((), _DOT, _DOT)
        canvas.node(place.id, label, classes, None, shape, "filled", self.at[place.id], canvas.address(place))

    def _draw_name(self, place: TransportPlace, lines: tuple[str, ...], name: Name) -> None:
        key = self.canvas.node(f"name {place.id}", card.name(lines, name.align), "dot-name", at=name.box.middle)
        if name.leader is not None:
            self.canvas.edge(place.id, key, "leader", heads=Heads.NONE, curve=straight(*name.leader))

    def _state(self, element: Traffic) -> str:
        """The classes of what is nearly full, or does not run; the legend says what they mean."""
        entry = UNOPENED if element.state is not Running.RUNNING else load_of(self._shares.get(element.id))
        if entry is None:
            return ""
        self.canvas.explain(entry)
        return f" {entry.classes}"

    def draw_link(self, link: TransportLink, way: Entry | None = None, heads: Heads = Heads.NONE) -> None:
        """A line from place to place, by its mode, or as part of a `way`; several between two stand side by side."""
        style = way.classes if way is not None else style_of(link.mode)
        if way is not None:
            self.canvas.explain(way)
        elif link.mode is not None:
            self.canvas.explain(Entry("line", style, link.mode.label))
        curve, box = self._curves[link.id], self._captions.get(link.id)
        self.canvas.edge(
            *link.ends,
            f"{style}{self._state(link)}",
            self._caption(link) if box is not None else None,
            heads=heads,
            curve=tipped(curve, first=heads is Heads.FIRST, last=heads is Heads.LAST),
            label_at=box.middle if box is not None else None,
        )

    def _said(self, link: TransportLink) -> str:
        """What is written on a link: that it does not run yet, or how full it is where there is little room."""
        if link.state is not Running.RUNNING:
            if link.opens is None:
                return self.canvas.said(link.state.label)
            return self.canvas.said(_OPENS).format(self.canvas.said(link.state.label), link.opens)
        share = self._shares.get(link.id)
        if share is not None and load_of(share):
            return self.canvas.said(_SHARE).format(round(share * 100))
        return self._says(link)


def _beside_line(curve: Curve, label: Label) -> Iterator[Box]:
    """Places for a caption, the best first."""
    for aside in (0.0, -label.height / 2 - 5, label.height / 2 + 5):
        for share in (0.5, 0.4, 0.6, 0.3, 0.7):
            across, down = point_of(curve, share)
            yield around((across, down + aside), label.width, label.height)


def _meets(box: Box, held: Collection[Box]) -> bool:
    return any(box.meets(other) for other in held)


def _line_text(canvas: Canvas, place: TransportPlace) -> tuple[str, ...]:
    """The name of a place, how full it is where there is little room, and the marks of what is found there."""
    lines = card.name_lines(canvas.said(place.title), _MAX_WIDTH)
    found = transport(canvas.chain).loads.get(place.id)
    load = (
        canvas.said(_SHARE).format(round((found.share or 0) * 100))
        if found is not None and load_of(found.share)
        else ""
    )
    told = "  ".join(part for part in (load, canvas.mark(place)) if part)
    return (*lines, told) if told else lines


def _known(places: Iterable[TransportPlace]) -> Mapping[str, Point]:
    """The points that are stated, y downwards: of coordinates and points of a drawing, whichever there are more of."""
    on_earth, drawn = {}, {}
    for place in places:
        if place.at is not None:
            on_earth[place.id] = (place.at[0], -place.at[1])
        elif place.position is not None:
            drawn[place.id] = (place.position[0], -place.position[1])
    return on_earth if len(on_earth) >= len(drawn) else drawn


def _plane(count: int, scale: float) -> Box:
    """More places need more paper, by the root of their number: as wide as a page, and as high as need be."""
    width = max(620.0, min(PAGE, 190 * count**0.5))
    size = max(620.0, min(1500.0, 190 * count**0.5)) * scale
    return Box(0, 0, width, size * size * 0.62 / width)


def _inside(plane: Box) -> Box:
    return Box(plane.left + 2 * _SIDE, plane.top + _SIDE, plane.right - 2 * _SIDE, plane.bottom - _SIDE)


def _beside(joins: Collection[tuple[str, str]]) -> dict[frozenset[str], int]:
    """How many links join the same two places."""
    count: dict[frozenset[str], int] = {}
    for ends in joins:
        count[frozenset(ends)] = count.get(frozenset(ends), 0) + 1
    return count
