"""A long flow in rows that can be read: cut between columns, with numbered connectors where arrows go on.

An arrow that leaves its row ends in a circle with a number, and the row of its target begins with the same number. Each
row is a flow of its own to those who lay it out; it has the lanes that are used in it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sevenstep.chain.back_edges import back_edges
from sevenstep.diagrams.layout.flow_grid import grid
from sevenstep.model.step7_flows import AnyNode, Branch, Flow, SequenceFlow

Size = tuple[float, float]
"""Width and height, in pixels."""
Cut = tuple[int, int]
"""The columns of a row: the first, and the one behind the last."""
_GUESS: Final = 8
"""Columns of a row, as long as nobody knows."""
_SHIFT: Final = (0, -1, 1, -2, 2)
"""How far a cut may be from where rows are equally long, to cut fewer arrows."""


@dataclass(frozen=True, slots=True)
class Connector:
    """Where an arrow goes on: its number, the node that it leads to, and in which rows its other ends are."""

    id: str
    number: int
    target: AnyNode
    rows: tuple[int, ...]
    leaves: bool
    ends: tuple[str, str]
    """The arrow that goes on, as it is named in the whole flow; of several that come in the first."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is drawn as one picture: a whole flow, or one row of it."""

    steps: dict[str, AnyNode | Connector]
    sequence_flows: tuple[SequenceFlow, ...]
    lanes: dict[str, str | None]
    back: frozenset[SequenceFlow] = frozenset()
    """Arrows that lead back within it."""
    loops: frozenset[SequenceFlow] = frozenset()
    """Arrows that lead back anywhere: they look so."""
    aside: frozenset[SequenceFlow] = frozenset()
    """Arrows that lead on, but come in from above, since others come in from the side."""
    late: frozenset[str] = frozenset()
    """Nodes that nothing leads to, which stand right before what they lead to."""


def ends_of(stretch: Stretch, arrow: SequenceFlow) -> tuple[str, str]:
    """Where an arrow comes from and leads to in the whole flow."""
    for end in (arrow.target, arrow.source):
        node = stretch.steps[end]
        if isinstance(node, Connector):
            return node.ends
    return arrow.source, arrow.target


def whole(flow: Flow) -> Stretch:
    """The flow in one piece."""
    known = tuple(arrow for arrow in flow.sequence_flows if arrow.target in flow.steps)
    back = back_edges(flow)
    return Stretch({**flow.steps}, known, flow.lanes, back, back)


def in_rows(flow: Stretch, size: Callable[[Stretch], Size], page: Size) -> list[Stretch]:
    """The rows of a whole flow, each as long as there is room; none where it fits as it is."""
    if not flow.steps or _fits(size(flow), page):
        return []
    cutter = _Cutter(flow, grid(flow).column, size)
    cuts = cutter.cuts(page)
    return cutter.rows(cuts) if len(cuts) > 1 else []


def _fits(size: Size, page: Size) -> bool:
    return size[0] <= page[0] and size[1] <= page[1]


class _Cutter:
    def __init__(self, flow: Stretch, column: dict[str, int], size: Callable[[Stretch], Size]) -> None:
        self.flow = flow
        self.size = size
        self.back = flow.back
        self.column = column
        self.columns: list[list[str]] = [[] for _ in range(1 + max(column.values()))]
        for name in flow.steps:
            self.columns[column[name]].append(name)
        self.place = {name: at for at, name in enumerate(flow.steps)}
        self.lane = {lane: at for at, lane in enumerate(dict.fromkeys(flow.lanes.values()))}
        self.leaving: dict[str, list[SequenceFlow]] = {name: [] for name in flow.steps}
        self.arriving: dict[str, list[SequenceFlow]] = {name: [] for name in flow.steps}
        for arrow in flow.sequence_flows:
            if arrow.target in self.place:
                self.leaving[arrow.source].append(arrow)
                self.arriving[arrow.target].append(arrow)
        self.length = _GUESS
        self.guess = {name: at // _GUESS for name, at in column.items()}

    def cuts(self, page: Size) -> list[Cut]:
        """Rows as the columns from which and up to which they go, each as long as there is room."""
        found, start = [], 0
        while start < len(self.columns):
            end = self._end(start, page)
            found.append((start, end))
            self.length, start = end - start, end
        evened = self._gentler(_evened(found))
        return next(
            (cuts for cuts in (evened, _evened(found)) if all(_fits(self.size(row), page) for row in self.rows(cuts))),
            found,
        )

    def _end(self, start: int, page: Size) -> int:
        """Where a row ends that begins there: looked for from where it would end if it were as long as the last one."""
        end = min(start + self.length, len(self.columns))
        if self._has_room(start, end, page):
            while end < len(self.columns) and self._has_room(start, end + 1, page):
                end += 1
            return end
        end -= 1
        while end > start + 1 and not self._has_room(start, end, page):
            end -= 1
        return max(end, start + 1)

    def _has_room(self, start: int, end: int, page: Size) -> bool:
        return _fits(self.size(self.row((start, end), self.guess, {})), page)

    def _gentler(self, cuts: list[Cut]) -> list[Cut]:
        """The same cuts, each a little aside where fewer arrows are cut there."""
        crossing = [0] * (len(self.columns) + 1)
        for arrow in self.flow.sequence_flows:
            first, last = sorted((self.column[arrow.source], self.column[arrow.target]))
            for at in range(first + 1, last + 1):
                crossing[at] += 1
        ends = [0]
        for start, end in cuts[:-1]:
            places = [end + aside for aside in _SHIFT if start + 1 < end + aside < len(self.columns) - 1]
            ends.append(min(places, key=crossing.__getitem__, default=end))
        ends = [*sorted(set(ends)), len(self.columns)]
        return list(pairwise(ends))

    def rows(self, cuts: list[Cut]) -> list[Stretch]:
        """What is drawn: the flow cut there."""
        row = {name: at for at, (a, b) in enumerate(cuts) for names in self.columns[a:b] for name in names}
        across = (arrow for name in self.flow.steps for arrow in self.leaving[name] if row[name] != row[arrow.target])
        number = {target: at for at, target in enumerate(dict.fromkeys(arrow.target for arrow in across), 1)}
        return [self.row(cut, row, number) for cut in cuts]

    def row(self, cut: Cut, row: Mapping[str, int], number: Mapping[str, int]) -> Stretch:
        """The nodes of some columns; what is elsewhere is in the `row` that is given, and has a `number`."""
        flow = self.flow
        names = sorted(
            (name for column in self.columns[cut[0] : cut[1]] for name in column), key=self.place.__getitem__
        )
        nodes = {name: flow.steps[name] for name in names}
        lanes = {name: flow.lanes[name] for name in names}
        inside = [arrow for name in names for arrow in self.leaving[name] if arrow.target in nodes]
        back = self.back.intersection(inside)
        loops = set(back)
        taken = {arrow.target for arrow in inside if arrow not in back}
        found = {**nodes}
        for arrow in [arrow for name in names for arrow in self.leaving[name] if arrow.target not in nodes]:
            key = f"to {arrow.target} from {arrow.source}"
            rows = (row[arrow.target] + 1,)
            found[key] = Connector(
                key, number.get(arrow.target, 1), self.node(arrow.target), rows, True, (arrow.source, arrow.target)
            )
            lanes[key] = flow.lanes[arrow.source]
            inside.append(SequenceFlow(arrow.source, key, arrow.branch))
            if arrow in self.back:
                loops.add(inside[-1])
        entering, aside = set(), set()
        for target in names:
            others = [arrow for arrow in self.arriving[target] if arrow.source not in nodes]
            if others:
                key = f"on to {target}"
                sources = tuple(sorted({row[arrow.source] + 1 for arrow in others}))
                found[key] = Connector(
                    key, number.get(target, 1), self.node(target), sources, False, (others[0].source, target)
                )
                lanes[key] = flow.lanes[target]
                inside.append(SequenceFlow(key, target, Branch()))
                entering.add(key)
                aside |= {inside[-1]} if target in taken else set()
                loops |= {inside[-1]} if self.back.issuperset(others) else set()
        lanes = dict(sorted(lanes.items(), key=lambda pair: self.lane[pair[1]]))
        return Stretch(found, tuple(inside), lanes, back, frozenset(loops), frozenset(aside), frozenset(entering))

    def node(self, name: str) -> AnyNode:
        """A node of the flow: whole flows have no connectors."""
        node = self.flow.steps[name]
        if isinstance(node, Connector):
            raise TypeError("a row is not cut again")
        return node


def _evened(cuts: list[Cut]) -> list[Cut]:
    """As many rows of about the same length: the last one is not left with a single step."""
    last, rows = cuts[-1][1], len(cuts)
    ends = [round(last * (at + 1) / rows) for at in range(rows)]
    return list(zip([0, *ends[:-1]], ends, strict=True))
