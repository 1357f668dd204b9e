"""The whole analysis as JSON of our own: its fields are in docs/analysis.schema.json, explained in docs/analysis.md."""

from collections.abc import Mapping
from typing import Any, Final

from sevenstep.analysis.results import (
    Comparison,
    Difference,
    FlowMetrics,
    Found,
    IndicatorState,
    Judgement,
    Queues,
    Ranking,
    Stand,
    Value,
)
from sevenstep.analysis.verdict_wording import difference_unit, verdict
from sevenstep.analysis.wording import unit_of
from sevenstep.language import Language, Text
from sevenstep.model.choices import Metric, Stage
from sevenstep.report.analysis_numbers import exchanged
from sevenstep.report.analysis_report import AnalysisReport
from sevenstep.report.json_text import json_text

FORMAT: Final = 2
"""Rises when a reader of the format before would be misled; new fields alone do not raise it."""


def render(report: AnalysisReport, language: Language) -> str:
    """One object, by what it is about; the same analysis gives the same bytes."""
    header, found = report.chain.engagement.header, report.analysis
    return json_text(
        {
            "format": FORMAT,
            "version": report.version,
            "engagement": {"id": header.id, "title": header.title.in_(language)},
            "errors": report.errors,
            "seed": report.seed,
            "cases": report.cases,
            "flows": [_flow(report, one, language) for one in found.metrics.values()],
            "unanalysed": [{"flow": one.flow, "reason": one.reason.in_(language)} for one in found.unanalysed],
            "comparisons": [_comparison(one, language) for one in found.comparisons],
            "findings": [_finding(one, language) for one in found.findings],
            "queues": [_queues(one, language) for one in found.queues],
            "indicators": [_indicator(report, one, language) for one in found.closure.indicators.values()],
            "goals": [
                {
                    "id": one.goal,
                    "title": report.title(one.goal, language),
                    "indicators": list(one.indicators),
                    "reached": one.reached,
                    "unsettled": one.unsettled,
                    "missed": one.missed,
                    "unknown": one.unknown,
                }
                for one in found.closure.goals.values()
            ],
            "ranking": _ranking(report, found.ranking, language),
        }
    )


def _value(value: Value) -> dict[str, Any]:
    return {
        "mean": exchanged(value.mean),
        "low": exchanged(value.low),
        "high": exchanged(value.high),
        "p50": exchanged(value.p50),
        "p90": exchanged(value.p90),
        "way": value.way,
    }


def _simulated(value: Value, language: Language) -> dict[str, Any]:
    """A value that may have no interval, and why."""
    bounds = {} if value.reason is None else {"low": None, "high": None}
    return {**_value(value), **bounds, "reason": _said(value.reason, language)}


def _flow(report: AnalysisReport, one: FlowMetrics, language: Language) -> dict[str, Any]:
    bounds, counts = one.lead_times or ((), ())
    return {
        "id": one.flow,
        "title": report.title(one.flow, language),
        "variant": report.variant(one.flow) or "",
        "way": one.values[Metric.LEAD_TIME].way if Metric.LEAD_TIME in one.values else None,
        "cases": one.cases,
        "seed": one.seed,
        "currency": one.currency,
        "metrics": {
            metric: {
                **_value(one.values[metric]),
                "unit": unit_of(metric, one.currency),
                "note": _said(one.notes.get(metric), language),
            }
            for metric in Metric
            if metric in one.values
        },
        "steps": {
            name: {
                "visits": exchanged(step.visits),
                "processing_time": None if f"{one.flow}/{name}" in one.gaps else exchanged(step.processing),
                "waiting_time": exchanged(step.waiting),
                "cost": exchanged(step.cost) if "cost" in one.values else None,
            }
            for name, step in one.steps.items()
        },
        "reasons": _said_of(one.reasons, language),
        "gaps": list(one.gaps),
        "lead_times": {"bounds": [exchanged(bound) for bound in bounds], "counts": list(counts)},
    }


def _comparison(one: Comparison, language: Language) -> dict[str, Any]:
    return {
        "item": one.item,
        "before": list(one.before),
        "after": list(one.after),
        "metrics": {difference.metric: _difference(difference, one.currency) for difference in one.differences},
        "reasons": _said_of(one.reasons, language),
        "notes": _said_of(one.notes, language),
    }


def _difference(one: Difference, currency: str) -> dict[str, Any]:
    return {
        "unit": unit_of(one.metric, currency),
        "before": _value(one.before),
        "after": _value(one.after),
        "difference": {"mean": exchanged(one.mean), "low": exchanged(one.low), "high": exchanged(one.high)},
        "shares": [
            {"measures": list(share.measures), "difference": exchanged(share.difference)} for share in one.shares
        ],
        "rest": exchanged(one.rest),
    }


def _finding(one: Found, language: Language) -> dict[str, Any]:
    return {
        "key": one.key,
        "code": one.code,
        "type": one.type,
        "title": one.title.in_(language),
        "message": one.message.in_(language),
        "touches": list(one.touches),
        "facts": [{"what": fact.what.in_(language), "value": fact.value.in_(language)} for fact in one.facts],
        "taken_up": list(one.taken_up),
        "measures": list(one.measures),
        "accepted": _said(one.accepted, language),
    }


def _queues(one: Queues, language: Language) -> dict[str, Any]:
    return {
        "variant": one.variant,
        "cases": one.cases,
        "seed": one.seed,
        "resources": [
            {
                "id": load.resource,
                "offered": exchanged(load.offered),
                "together": list(load.together),
                "over_capacity": load.is_over_capacity,
                "grows": load.grows,
                "utilisation": _simulated(load.utilisation, language),
                "queue": _simulated(load.queue, language),
                "wait": _simulated(load.wait, language),
            }
            for load in one.loads
        ],
        "lead_times": {flow: _simulated(value, language) for flow, value in one.lead_times.items()},
    }


def _indicator(report: AnalysisReport, one: IndicatorState, language: Language) -> dict[str, Any]:
    stands: Mapping[str, Stand] = {str(stage): stand for stage, stand in one.stands.items()}
    return {
        "id": one.indicator,
        "title": report.title(one.indicator, language),
        "unit": one.unit,
        "stands": {
            stage: _target(stand) if stage == Stage.TARGET else _stand(stand) for stage, stand in stands.items()
        },
        "targets": [{**_target(stand), "date": day} for day, stand in one.targets],
        "verdict": one.verdict,
        "verdict_text": verdict(one).in_(language),
        "judged": one.judged,
        "gap": exchanged(one.gap),
        "gap_unit": difference_unit(one.unit),
        "reason": _said(one.reason, language),
        "judgements": [_judgement(judged, language) for judged in one.judgements],
        "caveats": [
            {"kind": caveat.kind, "message": caveat.message.in_(language), "elements": list(caveat.elements)}
            for caveat in one.caveats
        ],
    }


def _judgement(one: Judgement, language: Language) -> dict[str, Any]:
    return {
        "date": one.date,
        "target": _target(one.target),
        "verdict": one.verdict,
        "judged": one.stage,
        "value": None if one.value is None else _stand(one.value),
        "gap": exchanged(one.gap),
        "reason": _said(one.reason, language),
    }


def _target(stand: Stand) -> dict[str, Any]:
    """A target; of a range, which has no middle, and of a bound the ends alone."""
    return {**_stand(stand), "value": exchanged(stand.value) if stand.low == stand.high else None, "bound": stand.bound}


def _stand(stand: Stand) -> dict[str, Any]:
    return {
        "value": exchanged(stand.value),
        "low": exchanged(stand.low),
        "high": exchanged(stand.high),
        "origin": stand.origin,
        "date": stand.date,
    }


def _ranking(report: AnalysisReport, ranking: Ranking, language: Language) -> dict[str, Any]:
    return {
        "items": [
            {
                "id": one.item,
                "title": report.title(one.item, language),
                "weighted": exchanged(one.weighted),
                "weighted_place": one.weighted_place,
                "topsis": exchanged(one.topsis),
                "topsis_place": one.topsis_place,
                "value": exchanged(one.value),
                "effort": exchanged(one.effort),
                "phase": one.phase,
            }
            for one in ranking.items
        ],
        "moves": [
            {
                "criterion": one.criterion,
                "weight": exchanged(one.weight),
                "low": exchanged(one.low),
                "next_low": one.next_low,
                "high": exchanged(one.high),
                "next_high": one.next_high,
            }
            for one in ranking.moves
        ],
        "order": list(ranking.order),
        "unscored": list(ranking.unscored),
    }


def _said(text: Text | None, language: Language) -> str | None:
    return None if text is None else text.in_(language)


def _said_of(reasons: Mapping[Metric, Text], language: Language) -> dict[str, str]:
    return {metric: reasons[metric].in_(language) for metric in Metric if metric in reasons}
