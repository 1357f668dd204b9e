"""Projects and courses of an analysis in plain data, for JSON and tables."""

from collections.abc import Iterable, Iterator
from typing import Any

from sevenstep.analysis.course.results import Course, DueTarget
from sevenstep.analysis.programme.cards import Card, Scored, Tally
from sevenstep.analysis.programme.levers import LeverState
from sevenstep.analysis.programme.results import MonthOfLoad, Programme
from sevenstep.analysis.stage_value import StageValue
from sevenstep.language import Language
from sevenstep.report.analysis_numbers import exchanged


def programme_as_data(found: Programme) -> dict[str, Any]:
    """One object; docs/analysis.schema.json tells its fields."""
    return {
        "schedule": [
            {
                "project": one.project,
                "begin": one.begin.isoformat(),
                "end": one.end.isoformat(),
                "latest_end": one.latest_end.isoformat(),
                "slack": one.slack,
                "pushed": one.pushed,
            }
            for one in found.schedule.projects.values()
        ],
        "untimed": list(found.schedule.untimed),
        "circles": [list(circle) for circle in found.schedule.circles],
        "currency": found.budget.currency,
        "budget": [
            {"year": year.year, "by_fund": dict(year.by_fund), "limits": dict(year.limits)}
            for year in found.budget.years
        ],
        "spending": [{"year": year, "by_fund": dict(of_year)} for year, of_year in found.spending.years.items()],
        "spent": [
            {"project": key, "spent": exchanged(amount), "budget": exchanged(found.budget.by_project.get(key))}
            for key, amount in found.spending.by_project.items()
        ],
        "pools": [{"pool": pool, "months": _months(months)} for pool, months in found.pools.items()],
        "efforts": [{"unit": unit, "months": _months(months)} for unit, months in found.efforts.items()],
    }


def _months(months: Iterable[MonthOfLoad]) -> list[dict[str, Any]]:
    return [
        {
            "month": one.name,
            "unit": one.unit,
            "drawn": exchanged(one.drawn),
            "capacity": exchanged(one.capacity),
            "over": exchanged(one.over),
            "projects": list(one.projects),
        }
        for one in months
    ]


def course_as_data(found: Course) -> dict[str, Any]:
    """One object; docs/analysis.schema.json tells its fields."""
    return {
        "evaluations": found.evaluations,
        "indicators": [
            {
                "id": one.indicator,
                "unit": one.unit,
                "points": [
                    {
                        "from": point.day.isoformat() if point.day is not None else None,
                        "value": exchanged(point.value.value),
                        "projects": list(point.projects),
                    }
                    for point in one.points
                ],
                "targets": [_target(target) for target in one.targets],
                "undated": list(one.undated),
            }
            for one in found.indicators.values()
        ],
        "goals": [{"id": goal, "reached_on": day.isoformat()} for goal, day in found.reached_on.items()],
        "places": [
            {"place": one.place, "capability": one.capability, "from": one.day.isoformat(), "project": one.project}
            for one in found.places
        ],
        "delays": [
            {
                "project": delay.project,
                "months": delay.months,
                "lost": [{"indicator": lost.indicator, "target": lost.day} for lost in delay.lost],
                "moved": [
                    {"goal": moved.goal, "planned": moved.planned.isoformat(), "then": moved.then.isoformat()}
                    for moved in delay.moved
                ],
                "pushed": list(delay.pushed),
            }
            for delay in found.delays
        ],
    }


def _target(target: DueTarget) -> dict[str, Any]:
    return {
        "target": target.day,
        "value": exchanged(target.value.value),
        "verdict": target.verdict,
        "gap": exchanged(target.gap),
        "met_on": target.met_on.isoformat() if target.met_on is not None else None,
        "waits_for": list(target.waits_for),
    }


def course_figures(programme: Programme, course: Course) -> Iterator[tuple[str, str, str, str, float, str]]:
    """Rows of the table: kind, element, metric, stage, value, unit."""
    for one in programme.schedule.projects.values():
        yield "project", one.project, "slack", "", one.slack, "d"
    for project, amount in programme.budget.by_project.items():
        yield "project", project, "budget", "", amount, programme.budget.currency
    for project, amount in programme.spending.by_project.items():
        yield "project", project, "spent", "", amount, programme.spending.currency
    for year in programme.budget.years:
        for fund, amount in year.by_fund.items():
            yield "fund", fund, "budget", str(year.year), amount, programme.budget.currency
    for number, of_year in programme.spending.years.items():
        for fund, amount in of_year.items():
            yield "fund", fund, "spent", str(number), amount, programme.spending.currency
    for kind, loads in (("pool", programme.pools), ("actor", programme.efforts)):
        for key, months in loads.items():
            for month in months:
                yield kind, key, "taken", month.name, month.drawn, month.unit
                if month.capacity is not None:
                    yield kind, key, "capacity", month.name, month.capacity, month.unit
    for indicator in course.indicators.values():
        for point in indicator.points:
            day = point.day.isoformat() if point.day is not None else "as-is"
            yield "indicator", indicator.indicator, "expected", day, point.value.value, indicator.unit


def cards_as_data(found: tuple[Card, ...], language: Language) -> list[dict[str, Any]]:
    """One object a card; docs/analysis.schema.json tells its fields."""
    return [
        {
            "card": card.card,
            "unit": card.unit,
            "period": card.period,
            "measured": _tally(card.measured),
            "expected": _tally(card.expected),
            "kpis": [
                {
                    "indicator": kpi.indicator,
                    "weight": exchanged(kpi.weight),
                    "unit": kpi.unit,
                    "target_of": kpi.day,
                    "start": _value(kpi.start),
                    "target": _value(kpi.target),
                    "measured": _scored(kpi.measured, language),
                    "expected": _scored(kpi.expected, language),
                }
                for kpi in card.kpis
            ],
        }
        for card in found
    ]


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "score": exchanged(tally.score),
        "known": exchanged(tally.known),
        "low": exchanged(tally.low),
        "high": exchanged(tally.high),
    }


def _scored(scored: Scored, language: Language) -> dict[str, Any]:
    why = scored.why.for_language(language) if scored.why is not None else None
    return {"value": _value(scored.value), "score": exchanged(scored.part), "missing": why}


def _value(value: StageValue | None) -> float | None:
    return exchanged(value.value) if value is not None else None


def card_figures(found: tuple[Card, ...]) -> Iterator[tuple[str, str, str, str, float, str, float, float]]:
    """Rows of the table: kind, element, metric, stage, value, unit, low, high; of a KPI ``card/indicator``."""
    for card in found:
        for stage, tally in (("measured", card.measured), ("expected", card.expected)):
            if tally.score is not None:
                yield "kpi-card", card.card, "score", stage, tally.score, "", tally.low, tally.high
        for kpi in card.kpis:
            for stage, scored in (("measured", kpi.measured), ("expected", kpi.expected)):
                if scored.part is not None:
                    key = f"{card.card}/{kpi.indicator}"
                    yield "kpi-card", key, "score", stage, scored.part, "", scored.part, scored.part


def levers_as_data(found: tuple[LeverState, ...]) -> list[dict[str, Any]]:
    """One object a lever; docs/analysis.schema.json tells its fields."""
    return [
        {
            "lever": state.lever,
            "measures": list(state.measures),
            "projects": list(state.projects),
            "budget": exchanged(state.money),
            "spent": exchanged(state.spent),
            "hours_saved": exchanged(state.hours),
            "cost_saved": exchanged(state.cost),
            "currency": state.currency,
        }
        for state in found
    ]


def lever_figures(found: tuple[LeverState, ...], currency: str) -> Iterator[tuple[str, str, str, str, float, str]]:
    """Rows of the table: kind, lever, metric, stage, value, unit; what is nought is left out."""
    for state in found:
        figures = (
            ("budget", state.money, currency),
            ("spent", state.spent, currency),
            ("lead time saved", state.hours, "h"),
            ("cost saved", state.cost, state.currency),
        )
        for metric, number, unit in figures:
            if number:
                yield "lever", state.lever or "unsaid", metric, "", number, unit
