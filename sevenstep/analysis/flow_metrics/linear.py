"""Sums over all ways through a graph: what flows from node to node along weighted arrows, loops included.

Expected values of an absorbing Markov chain are the solution of linear equations (Kemeny & Snell, Finite Markov Chains,
1960, ch. 3). Nodes outside of loops are solved one after the other. Those of one loop are eliminated one by one, each
divided by what leaves it and never by 1 less what stays: nothing is subtracted, so a way out that is taken once in
10^12 rounds is as exact as one taken in half of them (Grassmann, Taksar & Heyman, Operations Research 33, 1985).
"""

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from sevenstep.language import Text

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.float64]

Weighted = tuple[int, int, float]
"""An arrow from node to node with its weight."""
OUT: Final = -1
"""The target of an arrow that leaves the graph. It adds to no node, but tells exactly how often a loop is left."""

_ROUNDING: Final = 1e-14
"""What the weights of the arrows behind a node may miss 1 and still mean 1."""
_SLACK: Final = 1e-9
"""By how much they may exceed 1 and still be chances."""
_MOST_TRUSTED: Final = 1e9
"""The largest solution that is trusted where the arrows behind a node are no chances."""
_MOST_FILLED: Final = 400
"""Arrows that eliminating a node may add, beyond which all that is left is solved as one table."""


class NeverEnds(Exception):
    """What flows round a loop never leaves it, or too seldom to be computed."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.for_language("en"))
        self.reason = reason


_NO_WAY_OUT: Final = Text(
    zh="部分业务永远走不到终点：循环没有出口",
    en="cases never come to an end: a loop has no way out",
)
_TOO_SELDOM: Final = Text(
    zh="循环的出口几乎从不走，轮数多得算不准",
    en="the way out of a loop is taken so seldom that the number of rounds cannot be computed",
)


def flowing(components: Iterable[Sequence[int]], arrows: Iterable[Weighted], given: "Numbers") -> "Numbers":
    """The solution of x[n] = given[n] + the sum over arrows (m, n, w) of w x[m]; `given` has a row for each node.

    `components` are the strongly connected parts of the graph, each after all that lead to it. Raises NeverEnds.
    """
    return _solved(components, arrows, given, ahead=True)


def reaching(components: Iterable[Sequence[int]], arrows: Iterable[Weighted], given: "Numbers") -> "Numbers":
    """The solution of x[n] = given[n] + the sum over arrows (n, m, w) of w x[m]: as `flowing`, against the arrows.

    `components` are those of the graph, each before all that lead to it. Raises NeverEnds.
    """
    return _solved(components, arrows, given, ahead=False)


def _solved(
    components: Iterable[Sequence[int]], arrows: Iterable[Weighted], given: "Numbers", *, ahead: bool
) -> "Numbers":
    import numpy

    outward: dict[int, list[tuple[int, float]]] = {}
    known: dict[int, list[tuple[int, float]]] = {}
    for source, target, weight in arrows:
        if weight:
            outward.setdefault(source, []).append((target, weight))
            if target != OUT:
                node, other = (target, source) if ahead else (source, target)
                known.setdefault(node, []).append((other, weight))
    solved: Numbers = given.astype(numpy.float64, copy=True)
    for nodes in components:
        inside = set(nodes)
        is_around = False
        for node in nodes:
            for other, weight in known.get(node, ()):
                if other in inside:
                    is_around = True
                else:
                    solved[node] += weight * solved[other]
        if is_around and solved[list(nodes)].any():
            with numpy.errstate(over="ignore", invalid="ignore"):
                _solve_loop(nodes, outward, solved, ahead=ahead)
    if not numpy.isfinite(solved).all():
        raise NeverEnds(_TOO_SELDOM)
    return solved


def _solve_loop(
    nodes: Sequence[int], outward: Mapping[int, list[tuple[int, float]]], solved: "Numbers", *, ahead: bool
) -> None:
    """Turn what is given in the rows of the nodes into their solution."""
    rows: dict[int, dict[int, float]] = {node: {} for node in nodes}
    leaving: dict[int, float] = {}
    are_chances = True
    for node, row in rows.items():
        out = stay = 0.0
        for target, weight in outward.get(node, ()):
            if target in rows:
                row[target] = row.get(target, 0.0) + weight
                stay += weight
            else:
                out += weight
        are_chances = are_chances and out + stay <= 1 + _SLACK
        lost = 1 - out - stay
        leaving[node] = out + lost if lost > _ROUNDING else out
    if are_chances:
        _Elimination(rows, leaving, solved, ahead=ahead).solve()
    else:
        _solve_at_once(rows, solved, ahead=ahead)


def _solve_at_once(rows: Mapping[int, Mapping[int, float]], solved: "Numbers", *, ahead: bool) -> None:
    """By a system of equations: where tokens multiply and come together on the way, weights are no chances."""
    import numpy

    nodes = list(rows)
    place = {node: number for number, node in enumerate(nodes)}
    system = numpy.eye(len(nodes))
    for source, row in rows.items():
        for target, weight in row.items():
            system[place[target], place[source]] -= weight
    try:
        found = numpy.linalg.solve(system if ahead else system.T, solved[nodes])
    except numpy.linalg.LinAlgError:
        raise NeverEnds(_NO_WAY_OUT) from None
    if not numpy.isfinite(found).all() or (found < -1e-6).any():
        raise NeverEnds(_NO_WAY_OUT)
    if (numpy.abs(found) > _MOST_TRUSTED).any():
        raise NeverEnds(_TOO_SELDOM)
    solved[nodes] = found


class _Elimination:
    """One node after the other is taken out of the loop, those with few arrows first, and put back with its value."""

    def __init__(
        self, rows: dict[int, dict[int, float]], leaving: dict[int, float], solved: "Numbers", *, ahead: bool
    ) -> None:
        self.rows = rows
        self.leaving = leaving
        self.solved = solved
        self.ahead = ahead
        self.columns: dict[int, set[int]] = {node: set() for node in rows}
        for source, row in rows.items():
            row.pop(source, None)
            for target in row:
                self.columns[target].add(source)
        self.done: list[tuple[int, list[tuple[int, float]], float]] = []

    def solve(self) -> None:
        waiting = [(self._filled(node), node) for node in self.rows]
        heapq.heapify(waiting)
        while waiting:
            filled, node = heapq.heappop(waiting)
            if node not in self.rows:
                continue
            if filled != self._filled(node):
                heapq.heappush(waiting, (self._filled(node), node))
            elif filled > _MOST_FILLED and len(self.rows) > 1:
                self._as_table()
                break
            else:
                self._take_out(node)
        for node, others, divisor in reversed(self.done):
            for other, weight in others:
                self.solved[node] += weight * self.solved[other]
            self.solved[node] /= divisor

    def _filled(self, node: int) -> int:
        return len(self.rows[node]) * len(self.columns[node])

    def _take_out(self, node: int) -> None:
        rows, columns, solved = self.rows, self.columns, self.solved
        row = rows.pop(node)
        sources = [(source, rows[source].pop(node)) for source in sorted(columns.pop(node))]
        out = self.leaving.pop(node)
        divisor = math.fsum((*row.values(), out))
        if divisor <= 0:
            raise NeverEnds(_NO_WAY_OUT)
        for target, weight in row.items():
            columns[target].discard(node)
            if self.ahead:
                solved[target] += weight / divisor * solved[node]
        for source, weight in sources:
            share = weight / divisor
            self.leaving[source] += share * out
            if not self.ahead:
                solved[source] += share * solved[node]
            for target, onward in row.items():
                if target != source:
                    rows[source][target] = rows[source].get(target, 0.0) + share * onward
                    columns[target].add(source)
        self.done.append((node, sources if self.ahead else list(row.items()), divisor))

    def _as_table(self) -> None:
        """The same with all that is left, where nearly every node leads to every other."""
        import numpy

        nodes = list(self.rows)
        place = {node: number for number, node in enumerate(nodes)}
        table = numpy.zeros((len(nodes), len(nodes)))
        for source, row in self.rows.items():
            for target, weight in row.items():
                table[place[source], place[target]] = weight
        out = numpy.array([self.leaving[node] for node in nodes])
        for last in range(len(nodes) - 1, -1, -1):
            divisor = float(table[last, :last].sum() + out[last])
            if divisor <= 0:
                raise NeverEnds(_NO_WAY_OUT)
            inward, onward = table[:last, last].copy(), table[last, :last].copy()
            share = inward / divisor
            table[:last, :last] += numpy.outer(share, onward)
            out[:last] += share * out[last]
            for number in numpy.flatnonzero(onward if self.ahead else inward):
                part = onward[number] / divisor if self.ahead else share[number]
                self.solved[nodes[number]] += part * self.solved[nodes[last]]
            others = inward if self.ahead else onward
            kept = [(nodes[number], float(others[number])) for number in numpy.flatnonzero(others)]
            self.done.append((nodes[last], kept, divisor))
