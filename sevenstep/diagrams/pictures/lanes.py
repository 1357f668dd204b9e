"""A process in swimlanes: a straight band for each actor, time from left to right, in as many rows as it takes.

Lanes, boxes and arrows are put in place here (`flow_grid`, `flow_routes`, `flow_space`) and only written by the engine,
so a box cannot leave its lane whatever the flow. What is told of a step is the business of a `Telling`.
"""

from typing import Final, NamedTuple

from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Box, Point
from sevenstep.diagrams.layout import flow_arrows
from sevenstep.diagrams.layout.flow_grid import Grid, grid
from sevenstep.diagrams.layout.flow_routes import Route, routes
from sevenstep.diagrams.layout.flow_rows import Connector, Size, Stretch, ends_of, in_rows
from sevenstep.diagrams.layout.flow_space import HEAD, Extent, Space, Tracks, tracks
from sevenstep.diagrams.looks import card, step_card
from sevenstep.diagrams.looks.shapes import SHAPES
from sevenstep.diagrams.pictures.telling import GONE, Telling
from sevenstep.diagrams.scene import NOWHERE, Entry, Label
from sevenstep.language import Text
from sevenstep.model.choices import EventType, GatewayType
from sevenstep.model.step7_flows import Activity, AnyNode, Gateway

WIDTH: Final = 1060.0
"""How wide a picture may be that is shown whole on a laptop; what is longer goes on in another row."""
_SIZES: Final[dict[EventType | GatewayType, float]] = {
    **dict.fromkeys(EventType, 24.0),
    **dict.fromkeys(GatewayType, 30.0),
}
_EDGE: Final = 30.0
_LEGEND: Final = 80.0
_BETWEEN_ROWS: Final = 24.0
_GOES_ON_WIDTH: Final = 62.0
_GOES_ON: Final = Text(zh="转到别的段", en="goes on elsewhere")


class _Layout(NamedTuple):
    raster: Grid
    labels: dict[str, tuple[Label, Label | None]]
    ways: list[Route]
    said: dict[Route, Label]
    extents: dict[str, Extent]
    used: Tracks
    space: Space


class Lanes:
    """Draws stretches of a flow as a `telling` tells its steps; labels are made once, however often it is laid out."""

    def __init__(self, canvas: Canvas, telling: Telling) -> None:
        self._canvas = canvas
        self._telling = telling
        self._labels: dict[str, tuple[Label, Label | None]] = {}
        self._laid: dict[int, tuple[Stretch, _Layout]] = {}
        """By the identity of a stretch, which is held for that long."""

    def draw(self, flow: Stretch) -> None:
        """The whole flow, in rows where it is too long."""
        self._telling.explain(node for node in flow.steps.values() if not isinstance(node, Connector))
        rows = self.rows(flow, (WIDTH, float("inf")))
        tops, right = [0.0], 0.0
        for row in rows:
            space = self._lay_out(row).space
            tops.append(tops[-1] + space.border[-1] + _BETWEEN_ROWS)
            right = max(right, space.right)
        for number, row in enumerate(rows):
            self.draw_row(row, tops[number], right, number)

    def rows(self, flow: Stretch, page: Size) -> list[Stretch]:
        """The flow in rows, each no larger than the page."""
        return in_rows(flow, self._size, page) or [flow]

    def size(self, flow: Stretch) -> Size:
        """How large the picture of the whole flow is."""
        sizes = [self._lay_out(row).space for row in self.rows(flow, (WIDTH, float("inf")))]
        height = sum(space.border[-1] + _BETWEEN_ROWS for space in sizes)
        return max(space.right for space in sizes) + _EDGE, height + _EDGE + _LEGEND

    def draw_row(self, row: Stretch, top: float = 0.0, right: float = 0.0, number: int = 0) -> None:
        """One row, below `top`; its bands are as wide as `right` says."""
        layout = self._lay_out(row, top)
        bands = self._bands(layout, max(right, layout.space.right), number)
        for key, node in row.steps.items():
            at = (layout.space.centre[layout.raster.column[key]], layout.space.middle[layout.raster.row[key]])
            self._node(node, layout.labels[key], at, bands[row.lanes[key]])
        taken: set[Point] = set()
        told = [(way, self._telling.arrow_classes(ends_of(row, way.transition))) for way in layout.ways]
        for way, classes in sorted(told, key=lambda each: each[1] == GONE):
            said, space = layout.said.get(way), layout.space
            flow_arrows.draw(self._canvas, row, layout.raster, space, layout.extents, way, said, classes, taken=taken)

    def _size(self, row: Stretch) -> Size:
        space = self._lay_out(row).space
        return space.right, space.border[-1] + _EDGE + _LEGEND

    def _lay_out(self, row: Stretch, top: float = 0.0) -> _Layout:
        if id(row) not in self._laid:
            self._laid[id(row)] = row, self._laid_out(row)
        layout = self._laid[id(row)][1]
        return layout._replace(space=Space(layout.raster, layout.extents, layout.used, top)) if top else layout

    def _laid_out(self, row: Stretch) -> _Layout:
        raster = grid(row)
        labels = {key: self._label(key, node) for key, node in row.steps.items()}
        ways = routes(raster, row.sequence_flows, row.back | row.aside)
        said = flow_arrows.captions(self._canvas, ways)
        above = flow_arrows.room_above(ways, said)
        extents = {key: _extent(*both, above.get(key, 0.0)) for key, both in labels.items()}
        used = tracks(raster, ways, {way: label.width for way, label in said.items()})
        return _Layout(raster, labels, ways, said, extents, used, Space(raster, extents, used))

    def _bands(self, layout: _Layout, right: float, number: int) -> dict[str | None, str]:
        """A frame for each lane, with its head at the left."""
        bands: dict[str | None, str] = {}
        canvas, space = self._canvas, layout.space
        for lane, (first, rows) in layout.raster.lane_rows.items():
            top, bottom = space.border[first], space.border[first + rows]
            actor = canvas.chain.elements.get(lane or "")
            title = canvas.said(actor.title) if actor else (lane or self._telling.nobody())
            odd = " odd" if len(bands) % 2 else ""
            key = f"lane {number} {lane}"
            bands[lane] = canvas.frame(key, Label(), f"lane{odd}", box=Box(0, top, right, bottom))
            head = step_card.head(title, canvas.key_of(actor), HEAD, bottom - top)
            address = canvas.address(actor) if actor else NOWHERE
            at = (HEAD / 2, (top + bottom) / 2)
            canvas.node(f"head {number} {lane}", head, f"lane-head{odd}", bands[lane], "box", "filled", at, address)
        return bands

    def _label(self, key: str, node: AnyNode | Connector) -> tuple[Label, Label | None]:
        """What stands in the node's shape, and what stands below it."""
        if isinstance(node, Connector):
            said = step_card.below(self._goes_on(node), max_width=_GOES_ON_WIDTH)
            return card.number(node.number), said
        if key not in self._labels:
            self._labels[key] = self._made(node)
        return self._labels[key]

    def _made(self, node: AnyNode) -> tuple[Label, Label | None]:
        telling = self._telling
        if isinstance(node, Activity):
            return step_card.step(telling.title(node), telling.icon(node), telling.notes(node)), None
        title = "" if isinstance(node, Gateway) and len(node.next or ()) < 2 else telling.title(node)
        return card.symbol(node.type, _SIZES[node.type]), step_card.below(title, telling.notes(node))

    def _goes_on(self, connector: Connector) -> str:
        """Where the arrow goes on, or comes from."""
        rows = [str(row) for row in connector.rows]
        if self._canvas.language == "zh":
            return f"转第 {rows[0]} 段" if connector.leaves else f"接第 {'、'.join(rows)} 段"
        return f"to row {rows[0]}" if connector.leaves else f"from row {', '.join(rows)}"

    def _node(self, node: AnyNode | Connector, labels: tuple[Label, Label | None], at: Point, band: str) -> None:
        if isinstance(node, Connector):
            self._connector(node, labels, at, band)
            return
        canvas, kind = self._canvas, self._telling.kind(node)
        shape, style = SHAPES[kind]
        css_classes = " ".join(("work", f"kind-{kind}", *self._telling.classes(node)))
        label, below = labels
        element = self._telling.leads_to(node)
        address = canvas.address(element, self._telling.facts(node))
        if below is None:
            canvas.node(node.id, label, css_classes, band, shape, style, at, address)
        else:
            canvas.node(node.id, label, f"{css_classes} {node.type}", band, at=at, address=address)
            self._below(node.id, label, below, at, band)
        if marks := canvas.mark(element, self._telling.signs(node)):
            badge = step_card.badge(marks)
            corner = (at[0] - label.width / 2 + badge.width / 2 + 6, at[1] - label.height / 2)
            canvas.node(f"{node.id} badge", badge, "caption badge", band, at=corner)

    def _below(self, key: str, label: Label, below: Label, at: Point, band: str) -> None:
        """What stands below a node with that label."""
        if any(line.text for row in below.rows for cell in row for line in cell.lines):
            under = at[1] + label.height / 2 + below.height / 2
            self._canvas.node(f"{key} caption", below, "caption", band, at=(at[0], under))

    def _connector(self, connector: Connector, labels: tuple[Label, Label | None], at: Point, band: str) -> None:
        """A circle with a number, which leads to the node that the arrow leads to."""
        canvas = self._canvas
        label, below = labels
        canvas.explain(Entry("node", "connector", _GOES_ON, "circle", "filled"))
        address = canvas.address(self._telling.leads_to(connector.target))
        canvas.node(connector.id, label, "connector", band, "circle", "filled", at, address)
        if below is not None:
            self._below(connector.id, label, below, at, band)


def _extent(label: Label, below: Label | None, above: float) -> Extent:
    side, down = label.width / 2, label.height / 2
    if below is None:
        return Extent(side, down, down, side, above)
    return Extent(max(side, below.width / 2), down, down + below.height, side, above)
