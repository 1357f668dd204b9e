"""From grid to pixels: how wide the columns, how high the rows, and the tracks between them that arrows run on."""

from dataclasses import dataclass, field
from typing import Final

from sevenstep.diagrams.layout.flow_grid import Grid
from sevenstep.diagrams.layout.flow_routes import Route, RouteShape

HEAD: Final = 98.0
"""Width of the head of a lane."""
_TRACK: Final = 9.0
_PAD: Final = 13.0
_ARROW: Final = 15.0
_OVER_CORNER: Final = 0.4
"""How much of what stands over a corner reaches beyond the box."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a node reaches from its middle: to both sides, up and down; arrows touch its sides `edge` from there.

    `above` is the room that it needs over it for an arrow that leads back to itself.
    """

    side: float
    up: float
    down: float
    edge: float
    above: float = 0.0


@dataclass(slots=True)
class Tracks:
    """The tracks in use in every gap (after a column) and channel (above a row), by who runs there."""

    gaps: dict[int, dict[str, int]] = field(default_factory=dict)
    channels: dict[int, dict[Route, int]] = field(default_factory=dict)
    label_room: dict[int, float] = field(default_factory=dict)

    def take_gap(self, column: int, owner: str) -> None:
        tracks = self.gaps.setdefault(column, {})
        tracks.setdefault(owner, len(tracks))

    def take_channel(self, route: Route) -> None:
        if route.channel is not None:
            tracks = self.channels.setdefault(route.channel, {})
            tracks.setdefault(route, len(tracks))


def tracks(grid: Grid, routes: list[Route], label_widths: dict[Route, float]) -> Tracks:
    """Give every route its tracks: those that leave one node share a track, and those that reach one node."""
    found = Tracks()
    for route in routes:
        source, target = route.transition.source, route.transition.target
        if route.shape in {RouteShape.EARLY, RouteShape.AROUND}:
            found.take_gap(grid.column[source], f"from {source}")
        if route.shape is RouteShape.BACK and not route.upright:
            found.take_gap(grid.column[source], f"back {source}")
        if route.shape in {RouteShape.LATE, RouteShape.AROUND}:
            found.take_gap(grid.column[target] - 1, f"to {target}")
        found.take_channel(route)
        if route.shape is not RouteShape.BACK and route in label_widths:
            column = grid.column[source]
            room = label_widths[route] * _OVER_CORNER if route.shape is RouteShape.SELF else label_widths[route] + 8
            found.label_room[column] = max(found.label_room.get(column, 0.0), room)
    return found


class Space:
    """Coordinates of columns, rows, gaps and channels; y downwards, from `top`."""

    def __init__(self, grid: Grid, extents: dict[str, Extent], used: Tracks, top: float = 0.0) -> None:
        self._used = used
        self._top = top
        self.columns = 1 + max(grid.column.values())
        self.rows = 1 + max(grid.row.values())
        self._across(grid, extents)
        self._down(grid, extents)

    def _across(self, grid: Grid, extents: dict[str, Extent]) -> None:
        half = [0.0] * self.columns
        for name, extent in extents.items():
            half[grid.column[name]] = max(half[grid.column[name]], extent.side)
        self.centre: list[float] = []
        self._gap_start: list[float] = []
        x = HEAD + 12
        for column in range(self.columns):
            self.centre.append(x + half[column])
            x += 2 * half[column]
            self._gap_start.append(x)
            x += 8 + _TRACK * self._tracks(column) + self._used.label_room.get(column, 0.0) + _ARROW
        self.right = x - 6

    def _down(self, grid: Grid, extents: dict[str, Extent]) -> None:
        up, down = [20.0] * self.rows, [20.0] * self.rows
        for name, extent in extents.items():
            row = grid.row[name]
            up[row], down[row] = max(up[row], extent.up + extent.above), max(down[row], extent.down)
        self.middle: list[float] = []
        self._channel_start: list[float] = []
        self.border: list[float] = []
        y = self._top
        for row in range(self.rows + 1):
            self._channel_start.append(y)
            y += _PAD * (row > 0) + _TRACK * len(self._used.channels.get(row, ()))
            self.border.append(y if row else self._top)
            if row < self.rows:
                y += _PAD + up[row]
                self.middle.append(y)
                y += down[row]

    def _tracks(self, column: int) -> int:
        return len(self._used.gaps.get(column, ()))

    def gap(self, column: int, owner: str) -> float:
        """The x of an owner's track in the gap after a column."""
        return self._gap_start[column] + 10 + _TRACK * self._used.gaps[column][owner]

    def label(self, column: int) -> float:
        """The x at which labels begin in the gap after a column."""
        return self._gap_start[column] + 8 + _TRACK * self._tracks(column)

    def channel(self, route: Route) -> float:
        """The y of a route's track in its channel."""
        row = route.channel or 0
        return self._channel_start[row] + 9 + _TRACK * self._used.channels[row][route]
