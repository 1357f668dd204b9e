"""A flow in swimlanes: a straight band for each actor, time from left to right.

Lanes, boxes and arrows are put in place here (`flow_grid`, `flow_routes`, `flow_space`) and only written by the engine,
so a box cannot leave its lane whatever the flow.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import FLOW
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Box, Point
from sevenstep.diagrams.layout import flow_arrows
from sevenstep.diagrams.layout.flow_grid import Grid, grid
from sevenstep.diagrams.layout.flow_routes import Route, routes
from sevenstep.diagrams.layout.flow_rows import Connector, Size, Stretch, in_rows, whole
from sevenstep.diagrams.layout.flow_space import HEAD, Extent, Space, tracks
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.looks.shapes import SHAPES
from sevenstep.diagrams.scene import NOWHERE, Entry, Label, Line, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.model.choices import EventType, GatewayType
from sevenstep.model.element import Element
from sevenstep.model.step7_flows import Activity, Event, Flow, Gateway, Node

_SIZES: dict[EventType | GatewayType, float] = {**dict.fromkeys(EventType, 28.0), **dict.fromkeys(GatewayType, 38.0)}
_MAX_WIDTH = 112.0
_EDGE, _LEGEND = 30.0, 80.0
_GOES_ON_WIDTH = 66.0
_GOES_ON = Text(zh="在别的段继续", en="goes on in another row")
_WAIT = Text(zh="等待时间", en="waiting time")
_REQUIRED = Text(zh="§ 只因法规标准而做", en="§ done only for a regulation")
_NOBODY = Text(zh="（未指定主体）", en="(no actor named)")


def draw(chain: Chain, flow: Flow, language: Language, link: Link) -> Scene:
    """The flow with its lanes in the order in which the actors first appear."""
    canvas = Canvas(chain, FLOW.name(flow), flow.title, language, link)
    if flow.steps:
        _draw(canvas, whole(flow))
    return canvas.scene()


def draw_rows(chain: Chain, flow: Flow, language: Language, link: Link, page: Size) -> list[Scene]:
    """The flow in rows, each as long as there is room (in pixels); none where it fits as a whole.

    The last one has the legend of all.
    """
    scratch = Canvas(chain, FLOW.name(flow), flow.title, language, link)

    def size(stretch: Stretch) -> Size:
        space = _lay_out(scratch, stretch).space
        return space.right + _EDGE, space.border[-1] + _EDGE + _LEGEND

    rows = in_rows(flow, size, page)
    canvases = []
    for at, stretch in enumerate(rows, 1):
        canvas = Canvas(chain, row_name(flow, at), flow.title, language, link)
        _draw(canvas, stretch)
        canvases.append(canvas)
    for canvas in canvases[:-1]:
        canvases[-1].explain_all_of(canvas)
    return [canvas.scene(has_legend=canvas is canvases[-1]) for canvas in canvases]


def row_name(flow: Flow, at: int) -> str:
    """The name of the picture of one row."""
    return f"{FLOW.name(flow)}/row/{at}"


class _Layout(NamedTuple):
    raster: Grid
    labels: dict[str, tuple[Label, Label | None]]
    ways: list[Route]
    said: dict[Route, Label]
    extents: dict[str, Extent]
    space: Space


def _lay_out(canvas: Canvas, flow: Stretch) -> _Layout:
    raster = grid(flow)
    labels = {key: _labels(canvas, node) for key, node in flow.steps.items()}
    ways = routes(raster, flow.sequence_flows, flow.back | flow.aside)
    said = flow_arrows.captions(canvas, ways)
    above = flow_arrows.room_above(ways, said)
    extents = {key: _extent(*both, above.get(key, 0.0)) for key, both in labels.items()}
    space = Space(raster, extents, tracks(raster, ways, {way: label.width for way, label in said.items()}))
    return _Layout(raster, labels, ways, said, extents, space)


def _draw(canvas: Canvas, flow: Stretch) -> None:
    raster, labels, ways, said, extents, space = _lay_out(canvas, flow)
    bands = _bands(canvas, raster, space)
    for key, node in flow.steps.items():
        at = (space.centre[raster.column[key]], space.middle[raster.row[key]])
        _node(canvas, node, labels[key], at, bands[flow.lanes[key]])
    for way in ways:
        flow_arrows.draw(canvas, flow, raster, space, extents, way, said.get(way))


def _bands(canvas: Canvas, raster: Grid, space: Space) -> dict[str | None, str]:
    """A frame for each lane, with its head at the left."""
    bands = {}
    for lane, (first, rows) in raster.lane_rows.items():
        top, bottom = space.border[first], space.border[first + rows]
        actor = canvas.chain.elements.get(lane or "")
        title = canvas.said(actor.title) if actor else (lane or canvas.said(_NOBODY))
        bands[lane] = canvas.frame(f"lane {lane}", Label(), "lane", box=Box(0, top, space.right, bottom))
        head = replace(card.card(title, lane or "", max_width=HEAD - 24, lines=3), width=HEAD, height=bottom - top)
        address = canvas.address(actor) if actor else NOWHERE
        at = (HEAD / 2, (top + bottom) / 2)
        canvas.node(f"head {lane}", head, "lane-head", bands[lane], "box", "filled", at, address)
    return bands


def _labels(canvas: Canvas, node: Node | Connector) -> tuple[Label, Label | None]:
    """What stands in the node's shape, and what stands below it."""
    if isinstance(node, Connector):
        return card.number(node.number), card.below(_goes_on(canvas, node), max_width=_GOES_ON_WIDTH)
    title = canvas.said(node.title)
    if isinstance(node, Activity):
        mark = canvas.mark(node)
        return card.card(title, "", mark, list(_small_lines(canvas, node)), _MAX_WIDTH), None
    form = node.type if isinstance(node, Event | Gateway) else EventType.EVENT
    mark = canvas.mark(node)
    notes = [*([Line(mark, "mark")] if mark else []), *_wait(canvas, node)]
    return card.symbol(form, _SIZES[form]), card.below(title, max_width=88.0, notes=notes)


def _goes_on(canvas: Canvas, connector: Connector) -> str:
    """Where the arrow goes on, or comes from."""
    rows = [str(row) for row in connector.rows]
    if canvas.language == "zh":
        return f"转第 {rows[0]} 段" if connector.leaves else f"接第 {'、'.join(rows)} 段"
    return f"to row {rows[0]}" if connector.leaves else f"from row {', '.join(rows)}"


def _extent(label: Label, below: Label | None, above: float) -> Extent:
    side, down = label.width / 2, label.height / 2
    if below is None:
        return Extent(side, down, down, side, above)
    return Extent(max(side, below.width / 2), down, down + below.height, side, above)


def _node(canvas: Canvas, node: Node | Connector, labels: tuple[Label, Label | None], at: Point, band: str) -> None:
    if isinstance(node, Connector):
        _connector(canvas, node, labels, at, band)
        return
    kind = node.KIND
    shape, style = SHAPES[kind.name]
    css_classes = f"step7 kind-{kind.name}"
    if required := bool(_required_by(canvas, node)):
        css_classes += " by-regulation"
    canvas.explain(Entry("node", css_classes, _REQUIRED if required else kind.title, shape, style))
    label, below = labels
    address = canvas.address(node)
    if below is None:
        canvas.node(node.id, label, css_classes, band, shape, style, at, address)
        return
    css_classes = f"{css_classes} {getattr(node, 'type', 'event')}"
    canvas.node(node.id, label, css_classes, band, at=at, address=address)
    _below(canvas, node.id, label, below, at, band)


def _below(canvas: Canvas, key: str, label: Label, below: Label, at: Point, band: str) -> None:
    """What stands below a node with that label."""
    under = at[1] + label.height / 2 + below.height / 2
    canvas.node(f"{key} caption", below, "caption", band, at=(at[0], under))


def _connector(canvas: Canvas, connector: Connector, labels: tuple[Label, Label | None], at: Point, band: str) -> None:
    """A circle with a number, which leads to the node that the arrow leads to."""
    label, below = labels
    canvas.explain(Entry("node", "connector", _GOES_ON, "circle", "filled"))
    address = canvas.address(connector.target)
    canvas.node(connector.id, label, "connector", band, "circle", "filled", at, address)
    if below is not None:
        _below(canvas, connector.id, label, below, at, band)


def _required_by(canvas: Canvas, node: Node) -> list[Element]:
    """The regulations that the node is done for and nothing else."""
    return canvas.chain.targets(node.id, "required-by") if isinstance(node, Activity) and node.required_by else []


def _small_lines(canvas: Canvas, node: Activity) -> Iterator[Line]:
    if required := _required_by(canvas, node):
        more = f" +{len(required) - 1}" if len(required) > 1 else ""
        yield Line(f"§ {canvas.said(required[0].title)}{more}")
    system = canvas.chain.elements.get(node.system or "")
    if system:
        yield Line(canvas.said(system.title))
    said = [
        canvas.said(node.mode.label) if node.mode else "",
        node.time.shown(canvas.language) if node.time else "",
    ]
    if any(said):
        yield Line(" · ".join(part for part in said if part))
    yield from _wait(canvas, node)


def _wait(canvas: Canvas, node: Node) -> Iterator[Line]:
    wait = node.wait if isinstance(node, Activity | Event) else None
    if wait is not None:
        canvas.explain(Entry("clock", "wait", _WAIT))
        yield Line(wait.shown(canvas.language), "wait")
