"""Every chart of an engagement, and which belong onto which page."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sevenstep.analysis.appraisal.results import AppraisalState
from sevenstep.analysis.assessment.factor_tree import factor_tree
from sevenstep.analysis.assessment.results import AssessmentResult
from sevenstep.analysis.by_member import told_by
from sevenstep.analysis.decision.results import DecisionResult
from sevenstep.analysis.programme.results import Programme
from sevenstep.analysis.results import Analysis, Comparison, FlowMetrics, IndicatorState, StageValue
from sevenstep.analysis.units import UnlikeUnits
from sevenstep.analysis.wholes import Wholes
from sevenstep.chain.graph import Chain
from sevenstep.diagrams.charts.chart import Chart
from sevenstep.diagrams.charts.comparison import comparison
from sevenstep.diagrams.charts.contributions import contributions
from sevenstep.diagrams.charts.indicator_course import indicator_course
from sevenstep.diagrams.charts.lead_times import lead_times
from sevenstep.diagrams.charts.members import members
from sevenstep.diagrams.charts.money.cash_flow import cash_flow
from sevenstep.diagrams.charts.money.coverage import coverage
from sevenstep.diagrams.charts.money.spent import spent
from sevenstep.diagrams.charts.money.tornado import tornado
from sevenstep.diagrams.charts.money.value import value
from sevenstep.diagrams.charts.over_dates import over_dates
from sevenstep.diagrams.charts.pace import pace
from sevenstep.diagrams.charts.radar import radar
from sevenstep.diagrams.charts.standing import standing
from sevenstep.diagrams.charts.time_split import time_split
from sevenstep.diagrams.charts.weights import weights
from sevenstep.language import Language
from sevenstep.model.choices import Metric, Variant
from sevenstep.model.element import Element
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.decision import Decision
from sevenstep.model.frames.factor import Factor
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow

_EXPLAINED: Final[tuple[Metric, ...]] = (Metric.LEAD_TIME, Metric.COST)
"""Metrics whose difference is shown measure by measure."""
_WHOLE: Final = "engagement"
_MONEY: Final = {"cash": cash_flow, "value": value, "tornado": tornado, "coverage": coverage}
"""The charts of an appraisal, in the order in which they are read."""
_Subject = FlowMetrics | Comparison | IndicatorState | AppraisalState | AssessmentResult | DecisionResult | Programme


def of_element(chain: Chain, element: Element) -> tuple[str, ...]:
    """The names of the charts on the page of an element, as far as there is anything to show."""
    match element:
        case Flow():
            return _of_flow(chain, element.id)
        case Item():
            return of_comparison(element.id)
        case Indicator():
            return (_of_indicator(element.id), *(_of_members(element.id, key) for key in told_by(element)))
        case Appraisal():
            return of_appraisal(element.id)
        case Assessment():
            return of_assessment(chain, element)
        case Factor():
            return (_of_pace(element.id),)
        case Decision():
            return of_decision(element)
    return ()


def of_appraisal(appraisal: str) -> tuple[str, ...]:
    """The names of the charts of an appraisal."""
    return tuple(f"chart/money/{appraisal}-{part}" for part in _MONEY)


def of_assessment(chain: Chain, assessment: Assessment) -> tuple[str, ...]:
    """The names of the charts of an assessment: where it stands, how it went so far, and how long others took."""
    paced = (node.factor for node in factor_tree(chain, assessment) if node.factor.courses)
    return (
        f"chart/standing/{assessment.id}",
        f"chart/radar/{assessment.id}",
        f"chart/dates/{assessment.id}",
        *(_of_pace(factor.id) for factor in paced),
    )


def _of_pace(factor: str) -> str:
    return f"chart/pace/{factor}"


def of_decision(decision: Decision) -> tuple[str, ...]:
    """The names of the charts of a decision."""
    return (f"chart/weights/{decision.id}",)


def of_comparison(item: str | None, journey: int = 1) -> tuple[str, ...]:
    """The names of the charts that compare an item, or all items of a journey, as is and to be."""
    key = item or (_WHOLE if journey == 1 else f"{_WHOLE}-{journey}")
    return f"chart/compared/{key}", *(f"chart/measures/{key}-{metric}" for metric in _EXPLAINED)


def _of_flow(chain: Chain, flow: str) -> tuple[str, str]:
    """Where its time goes, beside its twin's, and how long its cases take."""
    return f"chart/time/{_pair(chain, flow)[0]}", f"chart/lead-time/{flow}"


def _of_indicator(indicator: str) -> str:
    return f"chart/indicator/{indicator}"


def _of_members(indicator: str, dimension: str) -> str:
    return f"chart/members/{indicator}-{dimension}"


def charts(chain: Chain, analysis: Analysis, language: Language, part: int = 0, parts: int = 1) -> Iterator[Chart]:
    """All charts that have anything to show; or one of several parts of them, which are about equally many."""
    indicators = analysis.goal_attainment.indicators.values()
    subjects: tuple[_Subject, ...] = (
        *analysis.metrics.values(),
        *analysis.comparisons,
        *indicators,
        *analysis.appraisals,
        *analysis.assessments.values(),
        *analysis.decisions.values(),
        analysis.programme,
    )
    for subject in subjects[part::parts]:
        yield from (chart for chart in _charts(chain, analysis, subject, language) if chart is not None)


def _charts(chain: Chain, analysis: Analysis, subject: _Subject, language: Language) -> Iterator[Chart | None]:
    match subject:
        case FlowMetrics():
            yield from _of_metrics(chain, analysis, subject, language)
        case Comparison():
            yield from _compared(chain, subject, language)
        case IndicatorState():
            yield from _of_state(chain, subject, language)
        case AppraisalState():
            names = of_appraisal(subject.appraisal)
            yield from (draw(name, subject, language) for name, draw in zip(names, _MONEY.values(), strict=True))
        case AssessmentResult():
            yield from _assessed(chain, subject, language)
            for found in subject.factors:
                yield pace(_of_pace(found.factor), chain, subject.assessment, found, language)
        case Programme():
            yield spent(subject, language)
        case DecisionResult():
            decision = chain.elements.get(subject.decision)
            if isinstance(decision, Decision):
                yield weights(of_decision(decision)[0], decision, subject, language)


def _assessed(chain: Chain, result: AssessmentResult, language: Language) -> Iterator[Chart | None]:
    element = chain.elements.get(result.assessment)
    yield standing(f"chart/standing/{result.assessment}", chain, result, language)
    if isinstance(element, Assessment) and element.radar:
        yield radar(f"chart/radar/{result.assessment}", chain, result, language)
    yield over_dates(f"chart/dates/{result.assessment}", chain, result, language)


def _of_metrics(chain: Chain, analysis: Analysis, flow: FlowMetrics, language: Language) -> Iterator[Chart | None]:
    split, times = _of_flow(chain, flow.flow)
    pair = _pair(chain, flow.flow)
    if pair[0] == flow.flow or pair[0] not in analysis.metrics:
        known = [analysis.metrics[key] for key in pair if key in analysis.metrics]
        yield time_split(chain, split, known, language)
    yield lead_times(times, flow, language)


def _of_state(chain: Chain, state: IndicatorState, language: Language) -> Iterator[Chart | None]:
    element = chain.elements.get(state.indicator)
    if isinstance(element, Indicator):
        measured = _measured(chain, element, state)
        yield indicator_course(_of_indicator(element.id), state, measured, element.direction, language)
        for dimension in state.dimensions:
            yield members(_of_members(element.id, dimension.dimension), element.title, state, dimension, language)


def _pair(chain: Chain, key: str) -> tuple[str, ...]:
    """The flow and the one other variant of it, that of today first; the flow alone where there are more or none."""
    flow = chain.elements.get(key)
    if not isinstance(flow, Flow) or flow.details is None:
        return (key,)
    found = [twin for twin in chain.holders(flow.details, "details") if isinstance(twin, Flow)]
    if len(found) != 2 or found[0].variant == found[1].variant:
        return (key,)
    return tuple(twin.id for twin in sorted(found, key=lambda twin: twin.variant != Variant.AS_IS))


def _compared(chain: Chain, compared: Comparison, language: Language) -> Iterator[Chart | None]:
    journey = compared.journey.for_language(language) if compared.journey is not None else ""
    for chart in _charts_compared(chain, compared, language):
        yield replace(chart, title=f"{chart.title} · {journey}") if chart is not None and journey else chart


def _charts_compared(chain: Chain, compared: Comparison, language: Language) -> Iterator[Chart | None]:
    name, *explained = of_comparison(compared.item, compared.number)
    currency = compared.currency
    yield comparison(name, compared, currency, language)
    by_metric = {difference.metric: difference for difference in compared.differences}
    for metric, own in zip(_EXPLAINED, explained, strict=True):
        if metric in by_metric and by_metric[metric].shares:
            yield contributions(chain, own, by_metric[metric], currency, language)


def _measured(chain: Chain, indicator: Indicator, state: IndicatorState) -> Iterator[tuple[str, StageValue]]:
    for day, figure in indicator.measurements.items():
        try:
            whole = Wholes(chain).stands(indicator, figure, state.unit, "measured")
        except UnlikeUnits:  # a rule tells it
            continue
        if whole is not None:
            yield day, whole
