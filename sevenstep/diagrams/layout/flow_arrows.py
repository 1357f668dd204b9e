"""The arrows of a flow: what they say and the points they run through."""

from collections.abc import Mapping
from typing import Final

from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Point
from sevenstep.diagrams.layout.flow_grid import Grid
from sevenstep.diagrams.layout.flow_routes import Route, RouteShape
from sevenstep.diagrams.layout.flow_rows import Stretch
from sevenstep.diagrams.layout.flow_space import Extent, Space
from sevenstep.diagrams.layout.spline import rounded
from sevenstep.diagrams.looks import step_card
from sevenstep.diagrams.scene import Entry, Label
from sevenstep.language import Text

_REWORK: Final = Text(zh="返工回路", en="rework loop")
_REACH: Final = 7.0
"""How far an arrow from a node to itself leads out of its side."""
_RISE: Final = 11.0
"""How far over the node it comes back."""


def captions(canvas: Canvas, routes: list[Route]) -> dict[Route, Label]:
    """Chance and condition of each arrow that has any."""
    found = {}
    for route in routes:
        branch = route.transition.branch
        chance = branch.chance.shown(canvas.language) if branch.chance is not None else ""
        label = step_card.on_arrow(chance, canvas.said(branch.when) if branch.when else "")
        if label is not None:
            found[route] = label
    return found


def room_above(routes: list[Route], labels: Mapping[Route, Label]) -> dict[str, float]:
    """What the arrows from a node to itself, with what they say, need over it."""
    return {
        route.transition.source: _RISE + 2 + (labels[route].height + 4 if route in labels else 0.0)
        for route in routes
        if route.shape is RouteShape.SELF
    }


def draw(
    canvas: Canvas,
    flow: Stretch,
    grid: Grid,
    space: Space,
    extents: dict[str, Extent],
    route: Route,
    label: Label | None,
    more_classes: str = "",
    *,
    taken: set[Point],
) -> None:
    """One arrow on its route.

    `taken` are the places where words stand already, and this arrow's are added. Where a way of the design runs where
    one of today does, both would say theirs at one place: the first speaks, which is the design's.
    """
    points = _points(grid, space, extents, route)
    back = route.transition in flow.loops
    label_at = _label_at(grid, space, route, points, label) if label is not None else None
    if label is not None and label_at is not None:
        begin = (round(label_at[0] - label.width / 2), round(label_at[1]))
        if begin in taken:
            label = label_at = None
        taken.add(begin)
    transition = route.transition
    source, target = flow.steps[transition.source].id, flow.steps[transition.target].id
    if back:
        canvas.explain(Entry("edge", "rel-next back", _REWORK))
    css_classes = " ".join(part for part in ("rel-next", "back" if back else "", more_classes) if part)
    canvas.edge(source, target, css_classes, label, curve=rounded(points), label_at=label_at)


def _points(grid: Grid, space: Space, extents: dict[str, Extent], route: Route) -> list[Point]:
    source, target = route.transition.source, route.transition.target
    start_column, end_column = grid.column[source], grid.column[target]
    y, end_y = space.middle[grid.row[source]], space.middle[grid.row[target]]
    start = (space.centre[start_column] + extents[source].edge, y)
    end = (space.centre[end_column] - extents[target].edge, end_y)
    if route.shape is RouteShape.STRAIGHT:
        return [start, end]
    if route.shape is RouteShape.LATE:
        x = space.gap(end_column - 1, f"to {target}")
        return [start, (x, y), (x, end_y), end]
    if route.shape is RouteShape.BACK:
        return _back(grid, space, extents, route)
    if route.shape is RouteShape.SELF:
        return _to_itself(extents[source], space.centre[start_column], y)
    x = space.gap(start_column, f"from {source}")
    if route.shape is RouteShape.EARLY:
        return [start, (x, y), (x, end_y), end]
    channel_y = space.channel(route)
    last = space.gap(end_column - 1, f"to {target}")
    return [start, (x, y), (x, channel_y), (last, channel_y), (last, end_y), end]


def _back(grid: Grid, space: Space, extents: dict[str, Extent], route: Route) -> list[Point]:
    """From the top of the source, or from its side, through the channel and into the target from above or below."""
    source, target = route.transition.source, route.transition.target
    channel_y = space.channel(route)
    centre, y = space.centre[grid.column[source]], space.middle[grid.row[source]]
    if route.upright:
        start = [(centre, y - extents[source].up), (centre, channel_y)]
    else:
        x = space.gap(grid.column[source], f"back {source}")
        start = [(centre + extents[source].edge, y), (x, y), (x, channel_y)]
    middle, end_y = space.centre[grid.column[target]], space.middle[grid.row[target]]
    below = route.channel == grid.row[target] + 1
    rim = end_y + extents[target].down if below else end_y - extents[target].up
    return [*start, (middle, channel_y), (middle, rim)]


def _to_itself(extent: Extent, centre: float, middle: float) -> list[Point]:
    """Around the upper right corner of a box; of what has no corner, from the right to the top."""
    is_box = extent.edge > extent.up + 1
    start = (centre + extent.edge, middle - extent.up / 2 if is_box else middle)
    end = (centre + extent.edge / 2 if is_box else centre, middle - extent.up)
    out, over = start[0] + _REACH, end[1] - _RISE
    return [start, (out, start[1]), (out, over), (end[0], over), end]


def _label_at(grid: Grid, space: Space, route: Route, points: list[Point], label: Label) -> Point:
    """Labels stand on the first level stretch after the turn; on a way back, beside the turn."""
    column = grid.column[route.transition.source]
    if route.shape is RouteShape.SELF:
        (right, _), (_, over), (left, _) = points[1:4]
        return max((left + right) / 2, space.centre[column] + 6 + label.width / 2), over - 3 - label.height / 2
    if route.shape is RouteShape.BACK:
        turn = points[1 if route.upright else 2]
        return turn[0] - 12 - label.width / 2, turn[1]
    x = space.label(column) + label.width / 2
    return x, points[0 if route.shape in {RouteShape.STRAIGHT, RouteShape.LATE} else 2][1]
