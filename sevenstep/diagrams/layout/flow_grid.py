"""Where each node of a flow stands: a column in time, a lane, and a row within the lane."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from sevenstep.model.step7_flows import SequenceFlow


@dataclass(frozen=True, slots=True)
class Grid:
    """Column and row of every node by its name in the flow; rows are counted over all lanes, from the top.

    `lane_rows` holds the first row of each lane and how many rows it has, in the order of the lanes.
    """

    column: dict[str, int]
    row: dict[str, int]
    lane_rows: dict[str | None, tuple[int, int]]


class Drawn(Protocol):
    """A flow, or a part of one: nodes by name, arrows between them, the lane of each, and which arrows lead back;
    and nodes that stand right before the one that they lead to."""

    @property
    def steps(self) -> Mapping[str, object]: ...
    @property
    def sequence_flows(self) -> tuple[SequenceFlow, ...]: ...
    @property
    def lanes(self) -> Mapping[str, str | None]: ...
    @property
    def back(self) -> frozenset[SequenceFlow]: ...
    @property
    def late(self) -> frozenset[str]: ...


def grid(flow: Drawn) -> Grid:
    """Columns by the longest way from the start, loops left out; rows so that straight runs stay straight."""
    forward = [arrow for arrow in flow.sequence_flows if arrow not in flow.back]
    column = _columns(flow, forward)
    for arrow in forward:
        if arrow.source in flow.late:
            column[arrow.source] = column[arrow.target] - 1
    inner = _rows_in_lanes(flow, forward, column)
    lane_rows: dict[str | None, tuple[int, int]] = {}
    first = 0
    for lane in dict.fromkeys(flow.lanes.values()):
        rows = 1 + max(inner[name] for name in flow.steps if flow.lanes[name] == lane)
        lane_rows[lane] = (first, rows)
        first += rows
    row = {name: lane_rows[flow.lanes[name]][0] + inner[name] for name in flow.steps}
    return Grid(column, row, lane_rows)


def _columns(flow: Drawn, forward: list[SequenceFlow]) -> dict[str, int]:
    after: dict[str, list[str]] = {name: [] for name in flow.steps}
    waiting_for = dict.fromkeys(flow.steps, 0)
    for arrow in forward:
        after[arrow.source].append(arrow.target)
        waiting_for[arrow.target] += 1
    column = dict.fromkeys(flow.steps, 0)
    ready = deque(name for name, count in waiting_for.items() if count == 0)
    while ready:
        here = ready.popleft()
        for following in after[here]:
            column[following] = max(column[following], column[here] + 1)
            waiting_for[following] -= 1
            if waiting_for[following] == 0:
                ready.append(following)
    return column


def _rows_in_lanes(flow: Drawn, forward: list[SequenceFlow], column: dict[str, int]) -> dict[str, int]:
    before: dict[str, list[str]] = {name: [] for name in flow.steps}
    for arrow in forward:
        before[arrow.target].append(arrow.source)
    taken: set[tuple[str | None, int, int]] = set()
    rows: dict[str, int] = {}
    for name in sorted(flow.steps, key=lambda key: (column[key], key in flow.late)):
        lane = flow.lanes[name]
        wanted = [rows[earlier] for earlier in before[name] if flow.lanes[earlier] == lane and earlier in rows]
        choices = (*wanted[:1], *range(len(flow.steps)))
        rows[name] = next(row for row in choices if (lane, row, column[name]) not in taken)
        taken.add((lane, rows[name], column[name]))
    return rows
