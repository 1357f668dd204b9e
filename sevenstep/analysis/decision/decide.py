"""Every decision of an engagement: which options are out, how the others rank, and how safe the first place is."""

from collections.abc import Mapping, Sequence

from sevenstep.analysis.assessment.yardstick import Yardstick, of_figures, of_scale
from sevenstep.analysis.decision.requirements import meets
from sevenstep.analysis.decision.results import CountedCriterion, DecisionResult, RankedOption
from sevenstep.analysis.decision.values import counted, unit_of, values_of
from sevenstep.analysis.item_ranking.places import places
from sevenstep.analysis.item_ranking.scores import Column, ScoreTable, weights
from sevenstep.analysis.item_ranking.sensitivity import weight_moves
from sevenstep.analysis.item_ranking.topsis import topsis
from sevenstep.analysis.item_ranking.weighted_sum import BEST, weighted_sums
from sevenstep.analysis.units import UnlikeUnits
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.choices import Direction, Meets
from sevenstep.model.frames.deciding import DecidingCriterion
from sevenstep.model.frames.decision import Decision


@per_chain
def decisions(chain: Chain) -> Mapping[str, DecisionResult]:
    """Every decision, by its id. Time grows with options times criteria."""
    return {one.id: decide(chain, one) for one in chain.engagement.of(Decision)}


def decide(chain: Chain, decision: Decision) -> DecisionResult:
    """Rank the options that fail no requirement and have a value on every criterion that counts."""
    values, criteria = values_of(decision), counted(decision)
    met = meets(decision, values)
    out = _those(met, Meets.NO)
    lacking = {
        key: tuple(name for name in criteria if name not in values[key]) for key in decision.options if key not in out
    }
    unranked = {key: names for key, names in lacking.items() if names}
    rows = [key for key in lacking if criteria and not unranked.get(key)]
    columns = _columns(chain, decision, criteria, [values[key] for key in rows])
    table = _table(rows, columns, values)
    ranked = _ranked(table)
    return DecisionResult(
        decision.id,
        tuple(counted_by for counted_by, _ in columns),
        values,
        met,
        ranked,
        out,
        {key: names for key, names in _those(met, Meets.OPEN).items() if key not in out},
        unranked,
        weight_moves(table, table.items.index(ranked[0].option)) if ranked else (),
        decision.choice.option if decision.choice is not None else "",
    )


def _those(met: Mapping[str, Mapping[str, Meets]], which: Meets) -> dict[str, tuple[str, ...]]:
    found = {key: tuple(name for name, how in of.items() if how is which) for key, of in met.items()}
    return {key: names for key, names in found.items() if names}


_Columns = Sequence[tuple[CountedCriterion, Yardstick | None]]


def _columns(
    chain: Chain,
    decision: Decision,
    criteria: Mapping[str, DecidingCriterion],
    rows: Sequence[Mapping[str, float]],
) -> _Columns:
    given = [criterion.weight for criterion in criteria.values()]
    none = all(weight is None for weight in given)
    parts = weights([1.0 if none else weight or 0.0 for weight in given])
    found = []
    for (name, criterion), weight in zip(criteria.items(), parts, strict=True):
        unit, told = unit_of(decision, name), [row[name] for row in rows]
        rod = _yardstick(chain, criterion, unit, told)
        direction = _direction(criterion, rod)
        found.append(
            (
                CountedCriterion(
                    name,
                    weight,
                    unit,
                    direction,
                    rod.worst if rod is not None else None,
                    rod.best if rod is not None else None,
                    differs=len(set(told)) > 1,
                    is_relative=rod is not None and rod.is_relative,
                ),
                rod,
            )
        )
    return found


def _direction(criterion: DecidingCriterion, rod: Yardstick | None) -> Direction:
    if rod is not None and rod.best != rod.worst:
        return Direction.INCREASE if rod.best > rod.worst else Direction.DECREASE
    return criterion.direction or Direction.INCREASE


def _yardstick(chain: Chain, criterion: DecidingCriterion, unit: str, told: Sequence[float]) -> Yardstick | None:
    """A scale of levels, the ends that are stated, those of the options, or the scale of scores of the engagement."""
    if criterion.scale is not None:
        return _turned(of_scale(chain, criterion.scale), criterion)
    if unit or criterion.unit is not None or (criterion.worst is not None and criterion.best is not None):
        try:
            return of_figures(criterion, unit, criterion.direction or Direction.INCREASE, told)
        except UnlikeUnits:
            return None
    low, high = chain.engagement.header.settings.scale
    return _turned(Yardstick("", low, high), criterion)


def _turned(rod: Yardstick | None, criterion: DecidingCriterion) -> Yardstick | None:
    """High scores are bad where the criterion says so."""
    if rod is None or criterion.direction != Direction.DECREASE:
        return rod
    return Yardstick(rod.unit, rod.best, rod.worst, rod.scale)


def _table(rows: Sequence[str], columns: _Columns, values: Mapping[str, Mapping[str, float]]) -> ScoreTable:
    """Where options do not differ and nothing says what counts, all are alike."""
    scores = tuple(tuple(values[key][column.criterion] for column, _ in columns) for key in rows)
    goodness = tuple(
        tuple(rod.good(value) if rod is not None else 0.5 for value, (_, rod) in zip(row, columns, strict=True))
        for row in scores
    )
    return ScoreTable(
        tuple(rows),
        tuple(Column(column.criterion, column.direction) for column, _ in columns),
        tuple(column.weight for column, _ in columns),
        scores,
        goodness,
    )


def _ranked(table: ScoreTable) -> tuple[RankedOption, ...]:
    sums, near = weighted_sums(table), topsis(table)
    by_sum, by_topsis = places(sums, BEST), places(near)
    found = [
        RankedOption(option, sums[at], by_sum[at], near[at], by_topsis[at], table.goodness[at])
        for at, option in enumerate(table.items)
    ]
    return tuple(sorted(found, key=lambda option: (option.weighted_place, option.topsis_place)))
