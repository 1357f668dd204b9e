"""The whole analysis as JSON of our own: its fields are in docs/analysis.schema.json, explained in docs/analysis.md."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sevenstep.analysis.appraisal.results import AppraisalState
from sevenstep.analysis.chances_of_events import EVENT_FIELDS
from sevenstep.analysis.item_evaluation.verdicts import ItemEvaluation
from sevenstep.analysis.online_shares import OnlineShares
from sevenstep.analysis.outcomes import outcomes
from sevenstep.analysis.programme.cards import cards
from sevenstep.analysis.programme.levers import LeverState, levers
from sevenstep.analysis.results import (
    Analysis,
    Comparison,
    ComputedFinding,
    Difference,
    FlowMetrics,
    Queues,
    Ranking,
    RequiredWork,
    StepMetrics,
    Value,
)
from sevenstep.analysis.wording import unit_of
from sevenstep.language import Language, Text
from sevenstep.model.choices import Metric, OnlineCount, Variant
from sevenstep.model.frames.outcomes import Benefit, Lesson
from sevenstep.model.frames.project import Project
from sevenstep.report import analysis_fields, analysis_gathered
from sevenstep.report.analysis_appraisal_data import as_data as appraisal_as_data
from sevenstep.report.analysis_assessment_data import assessment_as_data, decision_as_data
from sevenstep.report.analysis_blueprint_data import as_data as blueprint_as_data
from sevenstep.report.analysis_indicator_data import indicator_as_data
from sevenstep.report.analysis_numbers import exchanged
from sevenstep.report.analysis_programme_data import (
    cards_as_data,
    course_as_data,
    levers_as_data,
    programme_as_data,
)
from sevenstep.report.analysis_report import AnalysisReport
from sevenstep.report.analysis_transport_data import as_data
from sevenstep.report.json_text import json_text, said

FORMAT: Final = 2
"""Rises when a reader of the format before would be misled; new fields alone do not raise it."""


def render(report: AnalysisReport, language: Language) -> str:
    """One object, by what it is about; the same analysis gives the same bytes."""
    header, found = report.chain.engagement.header, report.analysis
    return json_text(
        {
            "format": FORMAT,
            "version": report.version,
            "engagement": {"id": header.id, "title": header.title.for_language(language)},
            "errors": report.errors,
            "seed": report.seed,
            "cases": report.cases,
            "flows": [_flow(report, flow, language) for flow in found.metrics.values()],
            "unanalysed": [
                {"flow": gone.flow, "reason": gone.reason.for_language(language)} for gone in found.unanalysed
            ],
            "comparisons": [_comparison(comparison, language) for comparison in found.comparisons],
            "findings": [_finding(finding, language) for finding in found.findings],
            "queues": [_queues(queues, language) for queues in found.queues],
            "indicators": [
                indicator_as_data(report, state, language) for state in found.goal_attainment.indicators.values()
            ],
            "online": _online(found.online),
            "goals": [
                {
                    "id": goal.goal,
                    "title": report.title(goal.goal, language),
                    "indicators": list(goal.indicators),
                    "reached": goal.reached,
                    "unsettled": goal.unsettled,
                    "missed": goal.missed,
                    "unknown": goal.unknown,
                }
                for goal in found.goal_attainment.goals.values()
            ],
            "evaluations": [_evaluation(report, each, language) for each in found.evaluations.values()],
            "ranking": _ranking(report, found.ranking, language),
            **({"programme": programme_as_data(found.programme)} if found.programme.schedule.projects else {}),
            **({"course": course_as_data(found.course)} if found.course.indicators or found.course.places else {}),
            **({"cards": cards_as_data(scored, language)} if (scored := cards(report.chain, found)) else {}),
            **({"levers": levers_as_data(by_lever)} if (by_lever := _levers(report)) else {}),
            **({"transport": as_data(found.transport, language)} if found.transport else {}),
            **analysis_gathered.as_json(report.chain, language),
            **analysis_fields.as_json(report.chain, language),
            **blueprint_as_data(report.chain),
            **_appraisals(found.appraisals, language),
            **_outcomes(report, language),
            **_assessed(found),
        }
    )


def _levers(report: AnalysisReport) -> tuple[LeverState, ...]:
    """Nothing where there are no projects."""
    found = report.analysis
    there = report.chain.engagement.count(Project)
    return levers(report.chain, found.programme, found.comparisons) if there else ()


def _assessed(found: Analysis) -> dict[str, Any]:
    """Assessments and decisions, each only where the model has any."""
    assessments = [assessment_as_data(one) for one in found.assessments.values()]
    decisions = [decision_as_data(one) for one in found.decisions.values()]
    return {
        **({"assessments": assessments} if assessments else {}),
        **({"decisions": decisions} if decisions else {}),
    }


def _appraisals(found: Sequence[AppraisalState], language: Language) -> dict[str, Any]:
    """Nothing where the model has none."""
    return {"appraisals": [appraisal_as_data(state, language) for state in found]} if found else {}


def _outcomes(report: AnalysisReport, language: Language) -> dict[str, Any]:
    """Promises against what came of them, where the model registers benefits or lessons."""
    chain = report.chain
    if not chain.engagement.count(Benefit) and not chain.engagement.count(Lesson):
        return {}
    told = [
        {
            "element": outcome.element,
            "promised": said(outcome.promised, language),
            "by": outcome.by,
            "came": said(outcome.came, language),
            "verdict": outcome.verdict,
            "why": said(outcome.why, language),
            "due": outcome.is_due,
            "aspect": outcome.aspect,
        }
        for outcome in outcomes(chain, report.analysis)
    ]
    return {"outcomes": told}


def _value(value: Value) -> dict[str, Any]:
    return {
        "mean": exchanged(value.mean),
        "low": exchanged(value.low),
        "high": exchanged(value.high),
        "p50": exchanged(value.p50),
        "p90": exchanged(value.p90),
        "way": value.method,
    }


def _simulated(value: Value, language: Language) -> dict[str, Any]:
    """A value that may have no interval, and why."""
    bounds = {} if value.reason is None else {"low": None, "high": None}
    return {**_value(value), **bounds, "reason": said(value.reason, language)}


def _flow(report: AnalysisReport, flow: FlowMetrics, language: Language) -> dict[str, Any]:
    bounds, counts = flow.lead_times or ((), ())
    return {
        "id": flow.flow,
        "title": report.title(flow.flow, language),
        "variant": report.variant(flow.flow) or "",
        "way": flow.values[Metric.LEAD_TIME].method if Metric.LEAD_TIME in flow.values else None,
        "cases": flow.cases,
        "seed": flow.seed,
        "currency": flow.currency,
        "metrics": {
            metric: {
                **_value(flow.values[metric]),
                "unit": unit_of(metric, flow.currency),
                "note": said(flow.notes.get(metric), language),
            }
            for metric in Metric
            if metric in flow.values
        },
        "steps": {
            name: {
                "visits": exchanged(step.visits),
                "processing_time": None if f"{flow.flow}/{name}" in flow.gaps else exchanged(step.processing),
                "waiting_time": exchanged(step.waiting),
                "cost": exchanged(step.cost) if "cost" in flow.values else None,
                **_events(flow, step),
            }
            for name, step in flow.steps.items()
        },
        "reasons": _said_of(flow.reasons, language),
        "gaps": list(flow.gaps),
        "lead_times": {"bounds": [exchanged(bound) for bound in bounds], "counts": list(counts)},
        **_for_regulations(report.analysis.required.get(flow.flow)),
    }


def _for_regulations(work: RequiredWork | None) -> dict[str, Any]:
    """What of a flow is done only for regulations, where any of it is."""
    if work is None:
        return {}
    told = {
        "steps": list(work.steps),
        "regulations": list(work.regulations),
        "visits": exchanged(work.visits),
        "processing_time": exchanged(work.processing),
        "waiting_time": exchanged(work.waiting),
        "cost": exchanged(work.cost),
    }
    return {"for_regulations": told}


def _events(flow: FlowMetrics, step: StepMetrics) -> dict[str, Any]:
    """What goes wrong and what is emitted at a step, as far as the flow says so of any."""
    said = {
        name: exchanged(step.events.get(metric, 0.0)) for metric, name in EVENT_FIELDS.items() if metric in flow.values
    }
    return {**said, **({"emissions": exchanged(step.emissions)} if Metric.EMISSIONS in flow.values else {})}


def _online(found: OnlineShares) -> list[dict[str, Any]]:
    """The online rates: of the whole, of paths, domains and actors."""
    kinds = (
        ("whole", (found.whole,) if found.whole is not None else ()),
        ("path", found.paths),
        ("domain", found.domains),
        ("actor", found.actors),
    )
    return [
        {
            "kind": kind,
            "id": rate.element,
            **{
                variant: {
                    counts: {"online": exchanged(share.online), "known": exchanged(share.known)}
                    for counts in OnlineCount
                    for share in [rate.share(variant, counts)]
                }
                for variant in (Variant if found.has_design else (Variant.AS_IS,))
            },
        }
        for kind, rates in kinds
        for rate in rates
    ]


def _comparison(comparison: Comparison, language: Language) -> dict[str, Any]:
    return {
        "item": comparison.item,
        **({"journey": comparison.journey.for_language(language)} if comparison.journey is not None else {}),
        "before": list(comparison.before),
        "after": list(comparison.after),
        "metrics": {
            difference.metric: _difference(difference, comparison.currency) for difference in comparison.differences
        },
        "reasons": _said_of(comparison.reasons, language),
        "notes": _said_of(comparison.notes, language),
    }


def _difference(difference: Difference, currency: str) -> dict[str, Any]:
    return {
        "unit": unit_of(difference.metric, currency),
        "before": _value(difference.before),
        "after": _value(difference.after),
        "difference": {
            "mean": exchanged(difference.mean),
            "low": exchanged(difference.low),
            "high": exchanged(difference.high),
        },
        "shares": [
            {"measures": list(share.measures), "difference": exchanged(share.difference)} for share in difference.shares
        ],
        "rest": exchanged(difference.rest),
    }


def _finding(finding: ComputedFinding, language: Language) -> dict[str, Any]:
    return {
        "key": finding.key,
        "code": finding.code,
        "type": finding.type,
        "title": finding.title.for_language(language),
        "message": finding.message.for_language(language),
        "touches": list(finding.touches),
        "facts": [
            {"what": fact.what.for_language(language), "value": fact.value.for_language(language)}
            for fact in finding.facts
        ],
        "taken_up": list(finding.taken_up),
        "measures": list(finding.measures),
        "accepted": said(finding.accepted, language),
    }


def _queues(queues: Queues, language: Language) -> dict[str, Any]:
    return {
        "variant": queues.variant,
        "cases": queues.cases,
        "seed": queues.seed,
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
            for load in queues.loads
        ],
        "lead_times": {flow: _simulated(value, language) for flow, value in queues.lead_times.items()},
    }


def _evaluation(report: AnalysisReport, evaluation: ItemEvaluation, language: Language) -> dict[str, Any]:
    return {
        "id": evaluation.item,
        "title": report.title(evaluation.item, language),
        "variant": evaluation.variant,
        "flows": list(evaluation.flows),
        "volume": exchanged(evaluation.volume),
        "verdicts": [
            {
                "question": verdict.question,
                "answer": verdict.answer,
                "grounds": [
                    {
                        "answer": ground.answer,
                        "message": ground.message.for_language(language),
                        "touches": list(ground.touches),
                        "add": said(ground.add, language),
                        "finding": ground.finding or None,
                    }
                    for ground in verdict.grounds
                ],
            }
            for verdict in evaluation.verdicts.values()
        ],
    }


def _ranking(report: AnalysisReport, ranking: Ranking, language: Language) -> dict[str, Any]:
    return {
        "items": [
            {
                "id": ranked.item,
                "title": report.title(ranked.item, language),
                "weighted": exchanged(ranked.weighted),
                "weighted_place": ranked.weighted_place,
                "topsis": exchanged(ranked.topsis),
                "topsis_place": ranked.topsis_place,
                "value": exchanged(ranked.value),
                "effort": exchanged(ranked.effort),
                "phase": ranked.phase,
            }
            for ranked in ranking.items
        ],
        "moves": [
            {
                "criterion": move.criterion,
                "weight": exchanged(move.weight),
                "low": exchanged(move.low),
                "next_low": move.next_low,
                "high": exchanged(move.high),
                "next_high": move.next_high,
            }
            for move in ranking.moves
        ],
        "order": list(ranking.order),
        "unscored": list(ranking.unscored),
    }


def _said_of(reasons: Mapping[Metric, Text], language: Language) -> dict[str, str]:
    return {metric: reasons[metric].for_language(language) for metric in Metric if metric in reasons}
