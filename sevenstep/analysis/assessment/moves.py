"""How far the weights of an assessment may move before its level, or its place among the peers, changes."""

from collections.abc import Mapping, Sequence

from sevenstep.analysis.assessment.factor_tree import Node
from sevenstep.analysis.assessment.results import Standing
from sevenstep.analysis.item_ranking.scores import Column, ScoreTable, weights
from sevenstep.analysis.item_ranking.sensitivity import weight_moves
from sevenstep.analysis.weight_move import WeightMove

Standings = Sequence[Standing]


def weighed(tree: Sequence[Node], now: Standings) -> tuple[int, ...]:
    """The rows whose weights are moved: the highest factors of which something is known, as soon as there are two."""
    rows = [row for row, node in enumerate(tree) if node.depth == 0]
    while len(rows) == 1 and tree[rows[0]].below:
        rows = list(tree[rows[0]].below)
    return tuple(row for row in rows if now[row].good is not None)


def level_moves(tree: Sequence[Node], now: Standings, begins: Sequence[float]) -> tuple[WeightMove, ...]:
    """Before the level changes; `begins` are the places, 0 to 1, at which the levels above the lowest begin."""
    levels = {str(number): begin for number, begin in enumerate(begins, 1)}
    rows = weighed(tree, now)
    return _moves(tree, now, rows, {name: [begin] * len(rows) for name, begin in levels.items()})


def rank_moves(tree: Sequence[Node], now: Standings, peers: Mapping[str, Standings]) -> tuple[WeightMove, ...]:
    """Before the place changes; peers of which one of the factors is not known are left out."""
    rows = weighed(tree, now)
    told = {name: [standings[row].good for row in rows] for name, standings in peers.items()}
    whole = {name: [one for one in row if one is not None] for name, row in told.items()}
    return _moves(tree, now, rows, {name: row for name, row in whole.items() if len(row) == len(rows)})


def _moves(
    tree: Sequence[Node], now: Standings, rows: Sequence[int], rivals: Mapping[str, Sequence[float]]
) -> tuple[WeightMove, ...]:
    if len(rows) < 2 or not rivals:
        return ()
    own = tuple(good for row in rows if (good := now[row].good) is not None)
    goodness = (own, *(tuple(row) for row in rivals.values()))
    table = ScoreTable(
        ("", *rivals),
        tuple(Column(tree[row].factor.id) for row in rows),
        weights([tree[row].weight * now[row].known for row in rows]),
        goodness,
        goodness,
    )
    return weight_moves(table, 0)
