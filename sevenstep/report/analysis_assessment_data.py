"""Assessments and decisions as data: for JSON, and as rows of the long table."""

from collections.abc import Iterator
from typing import Any

from sevenstep.analysis.assessment.results import AssessmentResult, FactorResult, Reached, Standing
from sevenstep.analysis.decision.results import DecisionResult
from sevenstep.analysis.weight_move import WeightMove
from sevenstep.report.analysis_numbers import exchanged

Figure = tuple[str, str, str, str, float, str, float | None, float | None]
"""Kind, id, metric, stage, value, unit, low, high."""


def assessment_as_data(found: AssessmentResult) -> dict[str, Any]:
    """Standings run from 0 to 1; `scale` says where those ends lie on the scale in which people are told."""
    return {
        "assessment": found.assessment,
        "scale": {"id": found.scale, "low": found.low, "high": found.high},
        "now": _standing(found.now),
        "target": _standing(found.target) if found.target is not None else None,
        "target_date": found.target_date,
        "level": found.level,
        "target_level": found.target_level,
        "gap": exchanged(found.gap),
        "place": found.place,
        "places": found.places,
        "peers": {peer: _standing(one) for peer, one in found.peers.items()},
        "dates": [{"date": day, **_standing(one)} for day, one in found.dates],
        "factors": [_factor(one) for one in found.factors],
        "lifts": list(found.lifts),
        "level_moves": [_move(move) for move in found.level_moves],
        "rank_moves": [_move(move) for move in found.rank_moves],
        "missing": list(found.missing),
    }


def _standing(found: Standing) -> dict[str, Any]:
    numbers = {"good": found.good, "low": found.low, "high": found.high, "known": found.known}
    return {name: exchanged(number) for name, number in numbers.items()}


def _factor(found: FactorResult) -> dict[str, Any]:
    return {
        "factor": found.factor,
        "depth": found.depth,
        "share": exchanged(found.share),
        "weight": exchanged(found.weight),
        "value": _reached(found.reached, found.unit),
        "aim": _reached(found.aimed, found.unit),
        "now": _standing(found.now),
        "target": _standing(found.target) if found.target is not None else None,
        "level": found.level,
        "gap": exchanged(found.gap),
        "place": found.place,
        "peers": {peer: _standing(one) for peer, one in found.peers.items()},
        "lift": exchanged(found.lift),
        "dates": [{"date": day, **_standing(one)} for day, one in found.by_date],
        "pace": _pace(found),
    }


def _reached(found: Reached | None, unit: str) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"value": exchanged(found.value), "unit": unit, "date": found.date, "from": found.origin}


def _pace(found: FactorResult) -> dict[str, Any] | None:
    if found.pace is None:
        return None
    return {
        "years": exchanged(found.pace.years),
        "fastest": exchanged(found.pace.fastest),
        "slowest": exchanged(found.pace.slowest),
        "as_fast": found.pace.as_fast,
    }


def _move(move: WeightMove) -> dict[str, Any]:
    return {
        "criterion": move.criterion,
        "weight": exchanged(move.weight),
        "low": exchanged(move.low),
        "next_low": move.next_low,
        "high": exchanged(move.high),
        "next_high": move.next_high,
    }


def decision_as_data(found: DecisionResult) -> dict[str, Any]:
    """Values in the unit of their criterion; goodness by criterion from 0 to 1."""
    return {
        "decision": found.decision,
        "chosen": found.chosen or None,
        "chosen_place": found.chosen_place,
        "criteria": [
            {"criterion": one.criterion, "weight": exchanged(one.weight), "unit": one.unit, "differs": one.differs}
            for one in found.criteria
        ],
        "ranked": [
            {
                "option": one.option,
                "sum": exchanged(one.weighted_sum),
                "place": one.weighted_place,
                "closeness": exchanged(one.closeness),
                "topsis_place": one.topsis_place,
                "goodness": [exchanged(good) for good in one.goodness],
            }
            for one in found.ranked
        ],
        "values": {key: {name: exchanged(value) for name, value in of.items()} for key, of in found.values.items()},
        "meets": {key: {name: str(how) for name, how in of.items()} for key, of in found.meets.items()},
        "out": {key: list(names) for key, names in found.out.items()},
        "unranked": {key: list(names) for key, names in found.unranked.items()},
        "moves": [_move(move) for move in found.moves],
    }


def assessment_figures(found: AssessmentResult) -> Iterator[Figure]:
    """What is known of the whole and of each factor, from 0 to 1."""
    stages = (("today", found.now), ("target", found.target))
    for stage, standing in stages:
        if standing is not None and standing.good is not None:
            yield "assessment", found.assessment, "standing", stage, standing.good, "", standing.low, standing.high
    for one in found.factors:
        for stage, standing in (("today", one.now), ("target", one.target)):
            if standing is not None and standing.good is not None:
                yield "factor", one.factor, "standing", stage, standing.good, "", standing.low, standing.high
        if one.reached is not None:
            yield "factor", one.factor, "value", "today", one.reached.value, one.unit, one.reached.low, one.reached.high
        if one.lift is not None:
            yield "factor", one.factor, "lift", "", one.lift, "", None, None


def decision_figures(found: DecisionResult) -> Iterator[Figure]:
    """The sum and the closeness of each option that is ranked."""
    for one in found.ranked:
        yield "option", f"{found.decision}/{one.option}", "weighted_sum", "", one.weighted_sum, "", None, None
        yield "option", f"{found.decision}/{one.option}", "closeness", "", one.closeness, "", None, None
