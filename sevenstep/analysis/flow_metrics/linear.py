"""Sums over all ways through a graph: what flows from node to node along weighted arrows, loops included.

Expected values of an absorbing Markov chain are the solution of linear equations (Kemeny & Snell, Finite Markov Chains,
1960, ch. 3). Nodes outside of loops are solved one after the other; only those of one loop make a system of equations,
whose time grows with the cube of their number.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.float64]

Weighted = tuple[int, int, float]
"""An arrow from node to node with its weight."""


class NeverEnds(Exception):
    """What flows round a loop never leaves it."""


def flowing(components: Iterable[Sequence[int]], arrows: Iterable[Weighted], given: "Numbers") -> "Numbers":
    """The solution of x[n] = given[n] + the sum over arrows (m, n, w) of w x[m]; `given` has a row for each node.

    `components` are the strongly connected parts of the graph, each after all that lead to it. Raises NeverEnds.
    """
    import numpy

    inward: dict[int, list[tuple[int, float]]] = {}
    for source, target, weight in arrows:
        if weight:
            inward.setdefault(target, []).append((source, weight))
    solved: Numbers = given.astype(numpy.float64, copy=True)
    for nodes in components:
        place = {node: number for number, node in enumerate(nodes)}
        around: list[Weighted] = []
        for node in nodes:
            for source, weight in inward.get(node, ()):
                if source in place:
                    around.append((place[source], place[node], weight))
                else:
                    solved[node] += weight * solved[source]
        if around:
            solved[list(nodes)] = _around(around, solved[list(nodes)])
    return solved


def _around(arrows: Iterable[Weighted], given: "Numbers") -> "Numbers":
    import numpy

    system = numpy.eye(len(given))
    for source, target, weight in arrows:
        system[target, source] -= weight
    try:
        found = numpy.linalg.solve(system, given)
    except numpy.linalg.LinAlgError:
        raise NeverEnds from None
    if not numpy.isfinite(found).all() or (found < -1e-6).any() or (numpy.abs(found) > 1e9).any():
        raise NeverEnds
    return numpy.asarray(found, dtype=numpy.float64)
