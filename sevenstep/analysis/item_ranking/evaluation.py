"""The whole evaluation of the items of an engagement."""

from sevenstep.analysis.item_ranking.coordinates import coordinates
from sevenstep.analysis.item_ranking.places import places
from sevenstep.analysis.item_ranking.roadmap import phases
from sevenstep.analysis.item_ranking.scores import ScoreTable, score_table
from sevenstep.analysis.item_ranking.sensitivity import weight_moves
from sevenstep.analysis.item_ranking.topsis import topsis
from sevenstep.analysis.item_ranking.weighted_sum import BEST, weighted_sums
from sevenstep.analysis.results import RankedItem, Ranking
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.choices import Axis
from sevenstep.model.step6_items import Criterion, Item


@per_chain
def ranking(chain: Chain) -> Ranking:
    """Rank the items that have a score on every criterion, and put all items in order.

    Items that are level by the weighted sum share a place and stand in the order of TOPSIS, then of the files.
    """
    criteria = list(chain.engagement.of(Criterion))
    items = {item.id: item for item in chain.engagement.of(Item)}
    scored = [
        item for item in items.values() if criteria and all(criterion.id in item.scores for criterion in criteria)
    ]
    table = score_table(scored, criteria, chain.engagement.header.settings.scale)
    ranked = _ranked(table)
    best_first = [table.items[at] for at, _, _ in ranked]
    known = set(best_first)
    unscored = tuple(key for key in items if key not in known)
    needs = {key: [target.id for target in chain.targets(key, "depends-on")] for key in items}
    roadmap = phases([*best_first, *unscored], needs)
    phase_of = {item: number for number, together in enumerate(roadmap, 1) for item in together}
    return Ranking(
        _results(table, ranked, phase_of),
        weight_moves(table, ranked[0][0]) if ranked else (),
        roadmap,
        unscored,
    )


_Placed = tuple[int, int, int]
"""A row of the table, its place by the weighted sum, its place by TOPSIS."""


def _ranked(table: ScoreTable) -> list[_Placed]:
    by_sum, by_topsis = places(weighted_sums(table), BEST), places(topsis(table))
    rows = zip(range(len(table.items)), by_sum, by_topsis, strict=True)
    return sorted(rows, key=lambda row: (row[1], row[2], row[0]))


def _results(table: ScoreTable, ranked: list[_Placed], phase_of: dict[str, int]) -> tuple[RankedItem, ...]:
    sums, nearness = weighted_sums(table), topsis(table)
    value, effort = coordinates(table, Axis.VALUE), coordinates(table, Axis.EFFORT)
    return tuple(
        RankedItem(
            table.items[at], sums[at], by_sum, nearness[at], by_topsis, value[at], effort[at], phase_of[table.items[at]]
        )
        for at, by_sum, by_topsis in ranked
    )
