"""The analysis as one long table, for spreadsheets and statistics: one value a row, the same columns throughout.

RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180), with a byte-order mark, without which Excel takes Chinese for another
encoding. Text that a spreadsheet would compute is put behind an apostrophe (OWASP, CSV Injection).
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Final

from sevenstep.analysis.chances_of_events import EVENT_FIELDS
from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.dimension_wording import spread_said
from sevenstep.analysis.online_shares import OnlineShares
from sevenstep.analysis.outcomes import outcomes
from sevenstep.analysis.programme.cards import cards
from sevenstep.analysis.programme.levers import levers
from sevenstep.analysis.results import (
    ENDLESS,
    SELDOM,
    Analysis,
    DimensionState,
    FlowMetrics,
    IndicatorState,
    RequiredWork,
    StageValue,
    Value,
)
from sevenstep.analysis.verdict_wording import difference_unit
from sevenstep.analysis.wording import unit_of
from sevenstep.language import Language
from sevenstep.model.choices import Metric, OnlineCount, Stage, Variant
from sevenstep.model.frames.outcomes import Benefit, Lesson
from sevenstep.model.frames.project import Project
from sevenstep.report import analysis_fields, analysis_gathered
from sevenstep.report.analysis_appraisal_data import figures as appraisal_figures
from sevenstep.report.analysis_assessment_data import assessment_figures, decision_figures
from sevenstep.report.analysis_blueprint_data import figures as blueprint_figures
from sevenstep.report.analysis_numbers import exchanged
from sevenstep.report.analysis_programme_data import card_figures, course_figures, lever_figures
from sevenstep.report.analysis_report import AnalysisReport
from sevenstep.report.analysis_transport_data import figures
from sevenstep.source.files import BYTE_ORDER_MARK

_COMPUTED: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet takes for a formula."""

_WITHOUT: Final = {ENDLESS: "endless", SELDOM: "seldom"}
"""How it is said that a simulated value has no interval."""


@dataclass(frozen=True, slots=True)
class Row:
    """One value: what it is about, which metric of it, when, how it was found, and what it leaves out, or why it is
    unknown."""

    kind: str
    id: str
    metric: str
    stage: str = ""
    value: float | str | None = None
    unit: str = ""
    low: float | None = None
    high: float | None = None
    p50: float | None = None
    p90: float | None = None
    way: str = ""
    note: str = ""

    def cells(self) -> Iterator[str]:
        for field in fields(self):
            cell = getattr(self, field.name)
            yield _text(cell) if isinstance(cell, str) else _number(cell)


def render(report: AnalysisReport, language: Language) -> str:
    """The table with its heads, each line ending as the standard asks."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow([field.name for field in fields(Row)])
    variants = {flow: report.variant(flow) or "" for flow in report.analysis.flows}
    whole = report.chain.engagement.header.id
    table.writerows(row.cells() for row in rows(report.analysis, variants, whole, language))
    found = report.analysis
    for one in found.course.places:
        row = Row("rollout", one.place, one.capability, one.day.isoformat(), "in force", note=one.project)
        table.writerow(row.cells())
    if report.chain.engagement.count(Project):
        by_lever = levers(report.chain, found.programme, found.comparisons)
        table.writerows(Row(*figures).cells() for figures in lever_figures(by_lever, found.programme.budget.currency))
    for kind, key, metric, stage, number, unit, low, high in card_figures(cards(report.chain, report.analysis)):
        table.writerow(Row(kind, key, metric, stage, number, unit, low, high).cells())
    if report.chain.engagement.count(Benefit) or report.chain.engagement.count(Lesson):
        table.writerows(row.cells() for row in _outcomes(report, language))
    gathered = (*analysis_gathered.figures(report.chain), *blueprint_figures(report.chain))
    table.writerows(Row(kind, key, figure, variant, count).cells() for kind, key, figure, variant, count in gathered)
    for kind, key, name, value, unit in analysis_fields.figures(report.chain, language):
        table.writerow(Row(kind, key, name, value=value, unit=unit).cells())
    return BYTE_ORDER_MARK.decode("utf-8") + written.getvalue()


def _text(text: str) -> str:
    return f"'{text}" if text.startswith(_COMPUTED) else text


def _number(number: float | None) -> str:
    found = exchanged(number)
    return "" if found is None else repr(found).removesuffix(".0")


def rows(found: Analysis, variants: Mapping[str, str], whole: str, language: Language) -> Iterator[Row]:
    """Every value of the analysis; `variants` are those of its flows, `whole` is the id of the engagement."""
    for flow in found.metrics.values():
        yield from _flow(flow, variants[flow.flow], language)
        if (work := found.required.get(flow.flow)) is not None:
            yield from _for_regulations(flow, work, variants[flow.flow])
    yield from _comparisons(found, whole, language)
    for finding in found.findings:
        yield Row("finding", finding.touches[0], finding.code, finding.type, finding.message.for_language(language))
    yield from _resources(found, language)
    yield from _online(found.online, whole)
    for state in found.goal_attainment.indicators.values():
        yield from _indicator(state, language)
        for dimension in state.dimensions:
            yield from _by_dimension(state, dimension, language)
    for goal in found.goal_attainment.goals.values():
        counts = (
            ("reached", goal.reached),
            ("unsettled", goal.unsettled),
            ("missed", goal.missed),
            ("unknown", goal.unknown),
        )
        yield from (Row("goal", goal.goal, name, value=count) for name, count in counts)
    yield from _evaluations(found, language)
    yield from _ranking(found)
    for kind, element, metric, stage, number, unit in course_figures(found.programme, found.course):
        yield Row(kind, element, metric, stage, number, unit)
    for kind, element, metric, stage, value, unit in figures(found.transport):
        yield Row(kind, element, metric, stage, value, unit)
    for assessed in found.assessments.values():
        for kind, element, metric, stage, number, unit, low, high in assessment_figures(assessed):
            yield Row(kind, element, metric, stage, number, unit, low, high)
    for decided in found.decisions.values():
        for kind, element, metric, stage, number, unit, low, high in decision_figures(decided):
            yield Row(kind, element, metric, stage, number, unit, low, high)
    for appraisal in found.appraisals:
        for key, name, when, number, unit, low, high in appraisal_figures(appraisal):
            yield Row("appraisal", key, name, when, number, unit, low, high)
    for gone in found.unanalysed:
        yield Row("unanalysed", gone.flow, "reason", variants[gone.flow], gone.reason.for_language(language))


def _outcomes(report: AnalysisReport, language: Language) -> Iterator[Row]:
    """What was promised and what came of it, as it is said; the verdict with the reason in its note."""
    for one in outcomes(report.chain, report.analysis):
        for name, said in (("promised", one.promised), ("came of it", one.came)):
            if said is not None:
                yield Row("outcome", one.element, f"{one.aspect} {name}", one.by, said.for_language(language))
        why = one.why.for_language(language) if one.why is not None else ""
        yield Row("outcome", one.element, f"{one.aspect} verdict", one.by, one.verdict, note=why)


def _value(kind: str, element: str, metric: str, stage: str, value: Value, unit: str) -> Row:
    if value.reason is not None:
        return Row(kind, element, metric, stage, value.mean, unit, way=_WITHOUT.get(value.reason, "too short"))
    return Row(
        kind, element, metric, stage, value.mean, unit, value.low, value.high, value.p50, value.p90, value.method
    )


def _flow(flow: FlowMetrics, variant: str, language: Language) -> Iterator[Row]:
    for metric in Metric:
        if metric in flow.values:
            unit = unit_of(metric, flow.currency)
            note = flow.notes[metric].for_language(language) if metric in flow.notes else ""
            yield replace(_value("flow", flow.flow, metric, variant, flow.values[metric], unit), note=note)
        elif metric in flow.reasons:
            reason = flow.reasons[metric].for_language(language)
            yield Row("flow", flow.flow, metric, variant, way="unknown", note=reason)
    for name, step in flow.steps.items():
        element = f"{flow.flow}/{name}"
        numbers: Iterable[tuple[Metric, float | None]] = (
            (Metric.VISITS, step.visits),
            (Metric.PROCESSING_TIME, None if element in flow.gaps else step.processing),
            (Metric.WAITING_TIME, step.waiting),
            (Metric.COST, step.cost if Metric.COST in flow.values else None),
        )
        if Metric.EMISSIONS in flow.values:
            numbers = (*numbers, (Metric.EMISSIONS, step.emissions))
        for metric, number in numbers:
            way = "unknown" if number is None else ""
            yield Row("step", element, metric, variant, number, unit_of(metric, flow.currency), way=way)
        for metric, events in EVENT_FIELDS.items():
            if metric in flow.values:
                yield Row("step", element, events, variant, step.events.get(metric, 0.0))


def _for_regulations(flow: FlowMetrics, work: RequiredWork, variant: str) -> Iterator[Row]:
    """What of a flow is done only for regulations: its steps in the note of their number."""
    yield Row("flow", flow.flow, "steps for regulations", variant, len(work.steps), note=" ".join(work.steps))
    numbers = (
        (Metric.VISITS, work.visits),
        (Metric.WORK, work.processing),
        (Metric.TOTAL_WAITING, work.waiting),
        (Metric.COST, work.cost),
    )
    for metric, number in numbers:
        way = "unknown" if number is None else ""
        yield Row(
            "flow", flow.flow, f"{metric} for regulations", variant, number, unit_of(metric, flow.currency), way=way
        )


def _online(found: OnlineShares, whole: str) -> Iterator[Row]:
    """The online rates of the whole, of paths, domains and actors; what nobody tells is left out."""
    rates = (*((found.whole,) if found.whole is not None else ()), *found.paths, *found.domains, *found.actors)
    for rate in rates:
        for variant in Variant if found.has_design else (Variant.AS_IS,):
            for name, counts in (("exchanges", OnlineCount.EXCHANGES), ("steps", OnlineCount.STEPS), ("both", None)):
                if (share := rate.share(variant, counts).rate) is not None:
                    yield Row("online", rate.element or whole, name, variant, share)


def _comparisons(found: Analysis, whole: str, language: Language) -> Iterator[Row]:
    """Items and the whole engagement: before, after, the difference, and the share of each measure."""
    for compared in found.comparisons:
        kind = "item" if compared.item is not None else "engagement" if compared.journey is None else "journey"
        element = compared.item or (compared.journey.for_language(language) if compared.journey is not None else whole)
        currency = compared.currency
        for difference in compared.differences:
            unit = unit_of(difference.metric, currency)
            yield _value(kind, element, difference.metric, Variant.AS_IS, difference.before, unit)
            yield _value(kind, element, difference.metric, Variant.TO_BE, difference.after, unit)
            note = (
                compared.notes[difference.metric].for_language(language) if difference.metric in compared.notes else ""
            )
            yield Row(
                kind,
                element,
                difference.metric,
                "difference",
                difference.mean,
                unit,
                difference.low,
                difference.high,
                note=note,
            )
            for share in difference.shares:
                yield Row(
                    kind, element, difference.metric, f"share of {' '.join(share.measures)}", share.difference, unit
                )
            yield Row(kind, element, difference.metric, "share of none", difference.rest, unit)
        for metric, reason in compared.reasons.items():
            yield Row(kind, element, metric, "difference", way="unknown", note=reason.for_language(language))


def _resources(found: Analysis, language: Language) -> Iterator[Row]:
    for queues in found.queues:
        for load in queues.loads:
            yield Row("resource", load.resource, "offered", queues.variant, load.offered)
            for metric, value, unit in (
                ("utilisation", load.utilisation, ""),
                ("queue", load.queue, ""),
                ("wait", load.wait, "h"),
            ):
                row = _value("resource", load.resource, metric, queues.variant, value, unit)
                yield replace(row, note=_why(value, language))
        for flow, value in queues.lead_times.items():
            row = _value("flow", flow, "lead_time_with_queues", queues.variant, value, "h")
            yield replace(row, note=_why(value, language))


def _why(value: Value, language: Language) -> str:
    """Why a value has no interval."""
    return value.reason.for_language(language) if value.reason is not None else ""


def _indicator(state: IndicatorState, language: Language) -> Iterator[Row]:
    for stage, staged in state.stage_values.items():
        if stage != Stage.TARGET:
            yield _staged(state, stage, staged, staged.value)
    for day, target in state.targets:
        yield _staged(state, f"target {day}".rstrip(), target, target.value if target.low == target.high else None)
    yield Row("indicator", state.indicator, "verdict", state.judged or "", state.verdict)
    unit = difference_unit(state.unit)
    if state.verdict == Verdict.MISSED:
        yield Row("indicator", state.indicator, "gap", state.judged or "", state.gap, unit)
    for judgement in state.judgements[:-1]:
        earlier = f"target {judgement.date}"
        yield Row("indicator", state.indicator, "verdict", earlier, judgement.verdict)
        if judgement.verdict == Verdict.MISSED:
            yield Row("indicator", state.indicator, "gap", earlier, judgement.gap, unit)
    for kind in dict.fromkeys(caveat.kind for caveat in state.caveats):
        said = [caveat.message.for_language(language) for caveat in state.caveats if caveat.kind == kind]
        yield Row("indicator", state.indicator, "caveat", kind, ("；" if language == "zh" else "; ").join(said))


def _by_dimension(state: IndicatorState, dimension: DimensionState, language: Language) -> Iterator[Row]:
    """The members of a dimension, each as an indicator of its own, and how far they lie apart."""
    for member in dimension.members:
        element = f"{state.indicator}/{dimension.dimension}/{member.member}"
        for stage in sorted(member.missing):
            yield Row("member", element, "value", stage, None, state.unit, note="missing")
        for row in _indicator(member.state, language):
            if row.metric != "verdict" or member.state.targets:
                is_provisional = row.metric == "value" and row.stage in member.provisional
                yield replace(row, kind="member", id=element, note="provisional" if is_provisional else row.note)
    element = f"{state.indicator}/{dimension.dimension}"
    for spread in dimension.spreads:
        note = spread_said(dimension, spread, state.unit).for_language(language)
        unit = difference_unit(state.unit)
        yield Row("dimension", element, "spread", spread.stage, spread.difference, unit, note=note)
        for metric, value in (("ratio", spread.ratio), ("variation", spread.variation)):
            if value is not None:
                yield Row("dimension", element, metric, spread.stage, value)


def _staged(state: IndicatorState, stage: str, staged: StageValue, value: float | None) -> Row:
    low, high = staged.low, staged.high
    return Row("indicator", state.indicator, "value", stage, value, state.unit, low, high, way=staged.origin)


def _evaluations(found: Analysis, language: Language) -> Iterator[Row]:
    """The verdict of every item on every question, with its grounds."""
    for evaluation in found.evaluations.values():
        variant = evaluation.variant or ""
        if evaluation.volume is not None:
            yield Row("item", evaluation.item, "volume", variant, evaluation.volume, "1/y")
        for verdict in evaluation.verdicts.values():
            grounds = (ground.message.for_language(language) for ground in verdict.grounds)
            note = ("；" if language == "zh" else "; ").join(grounds)
            yield Row("item", evaluation.item, verdict.question, variant, verdict.answer, note=note)


def _ranking(found: Analysis) -> Iterator[Row]:
    for ranked in found.ranking.items:
        numbers = (
            ("weighted", ranked.weighted),
            ("weighted_place", ranked.weighted_place),
            ("topsis", ranked.topsis),
            ("topsis_place", ranked.topsis_place),
            ("value", ranked.value),
            ("effort", ranked.effort),
            ("phase", ranked.phase),
        )
        yield from (Row("item", ranked.item, name, "ranking", number) for name, number in numbers if number is not None)
    for move in found.ranking.moves:
        yield Row("criterion", move.criterion, "weight", "ranking", move.weight, "", move.low, move.high)
