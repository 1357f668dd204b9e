"""Which way each arrow of a flow takes: through gaps between columns and channels between rows, never a box."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from sevenstep.diagrams.layout.flow_grid import Grid
from sevenstep.model.step7_flows import SequenceFlow


class RouteShape(Enum):
    """The shape of a route."""

    STRAIGHT = "straight"
    EARLY = "early"
    """Up or down in the gap after the source, then along the row of the target."""
    LATE = "late"
    """Along the row of the source, then up or down in the gap before the target."""
    AROUND = "around"
    """Through a channel between rows."""
    BACK = "back"
    """Through a channel, leftwards, and into the target from above or below."""
    SELF = "self"
    """Out of the side of a node, and back into it from above."""


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one arrow. `channel` is the number of the row that the channel lies above."""

    transition: SequenceFlow
    shape: RouteShape
    channel: int | None = None
    upright: bool = False
    """It leaves its source from above, straight into the channel."""


def routes(grid: Grid, sequence_flows: Iterable[SequenceFlow], back: frozenset[SequenceFlow]) -> list[Route]:
    """A route for every arrow; later ones keep clear of the rows that earlier ones run along."""
    router = _Router(grid)
    return [router.back(arrow) if arrow in back else router.forward(arrow) for arrow in sequence_flows]


class _Router:
    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.nodes = {(grid.row[name], grid.column[name]) for name in grid.row}
        self.runs: dict[tuple[int, int], SequenceFlow] = {}
        self.leaving: set[str] = set()

    def forward(self, arrow: SequenceFlow) -> Route:
        grid = self.grid
        start, end = grid.column[arrow.source], grid.column[arrow.target]
        source_row, target_row = grid.row[arrow.source], grid.row[arrow.target]
        if source_row == target_row and self.claim(arrow, source_row, start, end):
            self.leaving.add(arrow.source)
            return Route(arrow, RouteShape.STRAIGHT)
        if source_row != target_row:
            if self.claim(arrow, target_row, start, end):
                return Route(arrow, RouteShape.EARLY)
            if arrow.source not in self.leaving and self.claim(arrow, source_row, start, end):
                self.leaving.add(arrow.source)
                return Route(arrow, RouteShape.LATE)
        above = target_row if source_row < target_row else target_row + 1
        return Route(arrow, RouteShape.AROUND, above)

    def back(self, arrow: SequenceFlow) -> Route:
        if arrow.source == arrow.target:
            return Route(arrow, RouteShape.SELF)
        source_row, target_row = self.grid.row[arrow.source], self.grid.row[arrow.target]
        channel = target_row + 1 if source_row > target_row else target_row
        return Route(arrow, RouteShape.BACK, channel, upright=channel == source_row)

    def claim(self, arrow: SequenceFlow, row: int, start: int, end: int) -> bool:
        """Take the row between two columns, where no box stands and no arrow runs that has other ends."""
        between = [(row, column) for column in range(start + 1, end)]
        if any(place in self.nodes for place in between):
            return False
        held = [self.runs[place] for place in between if place in self.runs]
        if any(other.source != arrow.source and other.target != arrow.target for other in held):
            return False
        self.runs.update(dict.fromkeys(between, arrow))
        return True
