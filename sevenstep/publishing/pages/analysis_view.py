"""What the analysis says, as tables of pages."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from math import isfinite, isinf
from typing import Any, Final

from sevenstep.analysis.choices import CaveatKind, Verdict
from sevenstep.analysis.promises import promises
from sevenstep.analysis.results import (
    Comparison,
    Difference,
    FlowMetrics,
    IndicatorState,
    Judgement,
    ResourceLoad,
    StageValue,
    Value,
)
from sevenstep.analysis.verdict_wording import (
    change_shown,
    gap_shown,
    is_given,
    is_simulated,
    missed_by,
    range_shown,
    stage_value_shown,
    verdict,
)
from sevenstep.analysis.wording import (
    SHARES,
    is_better,
    reach,
    shown,
    shown_change,
    shown_difference,
    shown_error,
    shown_hours,
    shown_number,
    shown_points,
    shown_share,
)
from sevenstep.language import Text
from sevenstep.model.choices import Metric, Stage, Variant
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_places import Route, Traffic
from sevenstep.model.step3_regulations import Regulation
from sevenstep.model.step4_paths import Actor, Path
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow, Measure, Resource
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.appraisal_view import appraisal_tables
from sevenstep.publishing.pages.cells import VERDICT_STYLES, refs_cell
from sevenstep.publishing.pages.measured import error_hint, metric_cell, number_cell, share_number
from sevenstep.publishing.pages.path_change_view import path_change_tables
from sevenstep.publishing.pages.raci_view import paths_of_actor
from sevenstep.publishing.pages.regulations_view import peers_table, required_table
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.pages.transport_view import transport_of
from sevenstep.publishing.views import Cell, Row, Table
from sevenstep.publishing.words.words_numbers import found_by

_VERDICTS: Final = (Verdict.MISSED, Verdict.UNSETTLED, Verdict.REACHED, Verdict.UNKNOWN)
"""What needs a look first comes first."""


def tables_of(context: Context, element: object) -> tuple[Table, ...]:
    """What the analysis says of one element, if it says anything."""
    found: list[Table] = []
    if isinstance(element, Flow):
        compared = (comparison for comparison in context.analysis.comparisons if comparison.item is not None)
        shared = [comparison for comparison in compared if element.id in (*comparison.before, *comparison.after)]
        found = [
            metrics_table(context, element),
            required_table(context, element),
            *(comparison_table(context, comparison) for comparison in shared),
        ]
    elif isinstance(element, Item):
        found = [
            comparison_table(context, comparison)
            for comparison in context.analysis.comparisons
            if comparison.item == element.id
        ]
    elif isinstance(element, Actor):
        found = [paths_of_actor(context, element)]
    elif isinstance(element, Measure):
        found = [effects_table(context, element)]
    elif isinstance(element, Path):
        found = list(path_change_tables(context, element))
    elif isinstance(element, Resource):
        found = [load_table(context, element)]
    elif isinstance(element, Route | Traffic):
        found = [*transport_of(context, element)]
    elif isinstance(element, Regulation):
        found = [peers_table(context, element)]
    elif isinstance(element, Appraisal):
        found = [*appraisal_tables(context, element)]
    elif isinstance(element, Indicator):
        found = [
            stages_table(context, element),
            judgements_table(context, element),
            promises_table(context, element),
        ]
    elif isinstance(element, Goal):
        found = [indicators_table(context, _below(context, element), "progress")]
    return tuple(without_empty_columns(table) for table in found if table.rows)


# -- flows ---------------------------------------------------------------------------------


def metrics_table(context: Context, flow: Flow) -> Table:
    """The metrics of a flow: mean, interval, P50, P90, and how it was found."""
    found = context.analysis.metrics.get(flow.id)
    words = context.words
    if found is None:
        reason = next((left_out.reason for left_out in context.analysis.unanalysed if left_out.flow == flow.id), None)
        note = words["not_analysed"].format(context.said(reason)) if reason is not None else ""
        told = (Row((Cell(text=note),)),) if note else ()
        return Table(words["metrics"], "metrics", (words["what"],), told)
    heads = (words["metric"], words["mean"], "P50", "P90", words["found_by"])
    rows = tuple(
        Row(
            (
                Cell(text=context.said(metric.label)),
                *_mean_and_percentiles(context, metric, value, found.currency),
                _found_by(context, found, metric, value),
            )
        )
        for metric, value in found.values.items()
    )
    rows += tuple(
        Row(
            (
                Cell(text=context.said(metric.label)),
                *(Cell(number=True) for _ in range(3)),
                Cell(text=words["not_known"], style="is-unknown", note=context.said(reason)),
            )
        )
        for metric, reason in found.reasons.items()
    )
    return Table(words["metrics"], "metrics", heads, rows, _simulation(context, found))


def _simulation(context: Context, found: FlowMetrics) -> str:
    """How the values were simulated, and how far chance moves the means."""
    if not found.cases:
        return ""
    words, zh = context.words, context.language == "zh"
    errors = [
        (metric, shown_error(metric, reach(value), context.language, found.currency, beside=[value.mean]))
        for metric, value in found.values.items()
    ]
    told = ("、" if zh else ", ").join(f"{context.said(metric.label)} {error}" for metric, error in errors if error)
    note = words["metrics_note"].format(found.cases, found.seed)
    return f"{note}{'' if zh else ' '}{words['simulation_errors'].format(told)}" if told else note


def _found_by(context: Context, found: FlowMetrics, metric: Metric, value: Value) -> Cell:
    """How a value was found; what it leaves out, where it does."""
    if metric in found.notes:
        return Cell(text=context.words["incomplete"], style="is-unknown", note=context.said(found.notes[metric]))
    return Cell(text=context.said(value.method.label))


def _mean_and_percentiles(context: Context, metric: Metric, value: Value, currency: str) -> Iterable[Cell]:
    """The mean, which tells its error to whoever points at it, and the percentiles, all in one unit."""
    numbers = (value.mean, value.p50, value.p90)
    beside = [number for number in numbers if number is not None]
    half = reach(value)
    for number in numbers:
        if number is None:
            yield Cell(number=True)
            continue
        said = shown(metric, number, context.language, currency, beside=beside, half=half)
        hint = error_hint(context, metric, value, currency) if number is value.mean else ""
        yield metric_cell(context, metric, number, currency, said, hint=hint)


def load_table(context: Context, resource: Resource) -> Table:
    """How busy a resource is in each variant: its load, what was busy, how many waited and how long."""
    words, language = context.words, context.language
    heads = (words["what"], words["load"], words["utilisation"], words["queue"], words["wait_for_it"], "P90")
    found = [
        (queues, load) for queues in context.analysis.queues for load in queues.loads if load.resource == resource.id
    ]
    variants = {queues.variant: words["as_is" if queues.variant == Variant.AS_IS else "to_be"] for queues, _ in found}
    rows = tuple(
        Row(
            (
                Cell(text=variants[queues.variant]),
                _load(context, load),
                _simulated(context, load.utilisation, "%", shown_share, lambda width: shown_points(width, language)),
                _simulated(context, load.queue, "", lambda cases: shown_number(cases, "", language)),
                _simulated(context, load.wait, "h", lambda hours: shown_hours(hours, language)),
                Cell(number=True)
                if load.wait.p90 is None
                else number_cell(context, shown_hours(load.wait.p90, language), load.wait.p90, "h"),
            )
        )
        for queues, load in found
    )
    cases = "; " if language == "en" else "；"
    told = cases.join(
        words["load_cases"].format(variants[queues.variant], queues.cases, queues.seed) for queues, _ in found
    )
    return Table(words["load_title"], "load", heads, rows, words["load_note"].format(told))


def _load(context: Context, load: ResourceLoad) -> Cell:
    """The load, and whose it is besides where several share the work."""
    others = [
        context.refs[resource].title
        for resource in load.together
        if resource != load.resource and resource in context.refs
    ]
    named = ("、" if context.language == "zh" else ", ").join(others)
    note = context.words["load_together"].format(named) if others else ""
    style = "is-worse" if load.is_over_capacity else ""
    return share_number(context, load.offered, style=style, note=note)


def _simulated(
    context: Context,
    value: Value,
    unit: str,
    said: Callable[[float], str],
    wide: Callable[[float], str] | None = None,
) -> Cell:
    """A simulated mean with the reason why it has none beside it; its error for whoever points at it."""
    note = context.said(value.reason) if value.reason is not None else ""
    if isinf(value.mean):
        return Cell(number=True, note=note)
    error = f"±{(wide or said)(reach(value))}" if value.reason is None and reach(value) > 0 else ""
    hint = context.words["simulation_error"].format(error) if error else ""
    number = value.mean * 100 if unit == "%" else value.mean
    return number_cell(context, said(value.mean), number, unit, note=note, hint=hint)


# -- items ---------------------------------------------------------------------------------


def comparison_table(context: Context, comparison: Comparison) -> Table:
    """Each metric as is and to be, the difference, and the measures that account for it."""
    words = context.words
    heads = (words["metric"], words["as_is"], words["to_be"], words["difference"], words["due_to"])
    rows = tuple(
        _difference(context, difference, comparison.currency, comparison.notes.get(difference.metric))
        for difference in comparison.differences
    )
    rows += tuple(
        Row(
            (
                Cell(text=context.said(metric.label)),
                *(Cell(number=True) for _ in range(3)),
                Cell(text=words["not_known"], style="is-unknown", note=context.said(reason)),
            )
        )
        for metric, reason in comparison.reasons.items()
    )
    title, anchor = words["comparison"], "comparison"
    if comparison.journey is not None:
        title, anchor = f"{title} · {context.said(comparison.journey)}", f"{anchor}-{comparison.number}"
    return Table(title, anchor, heads, rows, words["comparison_note"])


_BRIEF: Final = (
    Metric.LEAD_TIME,
    Metric.WAITING_TIME,
    Metric.COST,
    Metric.REENTRIES,
    Metric.REWORK_PROBABILITY,
    Metric.HANDOFFS,
    Metric.MANUAL_SHARE,
    Metric.ACCURACY,
    Metric.DAMAGE_RATE,
    Metric.DISCREPANCY_RATE,
    Metric.EMISSIONS,
)
"""What most readers ask of a flow; the full table has the rest."""
_MAINLY: Final = 2
"""Measures that a short table names beside a difference."""


def brief_table(context: Context, comparison: Comparison) -> Table:
    """What changes, for most readers: the metrics that are asked for, and which measures most of it comes from."""
    words = context.words
    heads = (words["metric"], words["as_is"], words["to_be"], words["difference"], words["mainly_from"])
    by_metric = {difference.metric: difference for difference in comparison.differences}
    rows = tuple(
        _brief(context, by_metric[metric], comparison.currency)
        for metric in _BRIEF
        if metric in by_metric and (by_metric[metric].before.mean or by_metric[metric].after.mean)
    )
    return without_empty_columns(Table(words["comparison"], "changes", heads, rows))


def _brief(context: Context, difference: Difference, currency: str) -> Row:
    *figures, _ = _difference(context, difference, currency, None).cells
    shares = [share for share in difference.shares if share.difference * difference.mean > 0 and share.measures]
    shares.sort(key=lambda share: -abs(share.difference))
    keys = list(dict.fromkeys(key for share in shares for key in share.measures))[:_MAINLY]
    name, before, after, change = figures
    return Row((name, before, after, replace(change, note=""), refs_cell(context, keys)))


def effects_table(context: Context, measure: Measure) -> Table:
    """What a measure takes from the time and the cost of each item that it changes."""
    words = context.words
    heads = (
        Item.KIND.title.for_language(context.language),
        *(
            f"{context.said(metric.label)}{end}"
            for metric in (Metric.LEAD_TIME, Metric.COST)
            for end in ("", words["due_to_it"])
        ),
    )
    rows = []
    for comparison in context.analysis.comparisons:
        if comparison.item is None:
            continue
        cells: list[Cell] = []
        for metric in (Metric.LEAD_TIME, Metric.COST):
            difference = next((found for found in comparison.differences if found.metric == metric), None)
            cells += _share_cells(context, difference, measure.id, comparison.currency)
        if any(cell.text for cell in cells):
            rows.append(Row((refs_cell(context, [comparison.item]), *cells)))
    return Table(words["effects_by_item"], "effects", heads, tuple(rows))


def _share_cells(context: Context, difference: Difference | None, measure: str, currency: str) -> tuple[Cell, Cell]:
    """A metric as is and to be, and what of the difference is due to a measure."""
    share = next((share for share in difference.shares if measure in share.measures), None) if difference else None
    if difference is None or share is None:
        return Cell(), Cell(number=True)
    language, metric = context.language, difference.metric
    before, after = difference.before.mean, difference.after.mean
    said = [shown(metric, one, language, currency, beside=(before, after)) for one in (before, after)]
    moved = shown_difference(metric, share.difference, language, currency, beside=(before, after))
    style = "" if not share.difference else "is-better" if is_better(metric, share.difference) else "is-worse"
    others = [context.refs[key].title for key in share.measures if key != measure and key in context.refs]
    note = context.words["together_with"].format(context.words["list_joint"].join(others)) if others else ""
    return Cell(text=" → ".join(said)), Cell(text=moved, number=True, style=style, note=note, sort=share.difference)


def _difference(context: Context, difference: Difference, currency: str, leaves_out: Text | None) -> Row:
    language = context.language
    beside = (difference.before.mean, difference.after.mean)
    change = shown_change(difference.metric, difference.before.mean, difference.after.mean, language)
    error = shown_error(difference.metric, (difference.high - difference.low) / 2, language, currency, beside=beside)
    hint = context.words["simulation_error"].format(error) if error else ""
    style = "" if not difference.mean else "is-better" if is_better(difference.metric, difference.mean) else "is-worse"
    shares = [
        f"{' + '.join(context.refs[key].title for key in share.measures if key in context.refs)} "
        f"{shown_difference(difference.metric, share.difference, language, currency, beside=beside)}"
        for share in difference.shares
        if abs(share.difference) > 0.005 * max(abs(difference.before.mean), 1e-9)
    ]
    if abs(difference.rest) > 0.005 * max(abs(difference.before.mean), 1e-9):
        rest = shown_difference(difference.metric, difference.rest, language, currency, beside=beside)
        shares.append(f"{context.words['unexplained']} {rest}")
    return Row(
        (
            Cell(text=context.said(difference.metric.label), note=context.said(leaves_out) if leaves_out else ""),
            *(
                metric_cell(
                    context,
                    difference.metric,
                    mean,
                    currency,
                    shown(difference.metric, mean, language, currency, beside=beside),
                )
                for mean in beside
            ),
            _changed(context, difference, change, style=style, hint=hint),
            Cell(text="\n".join(shares), style="is-lines"),
        )
    )


def _changed(context: Context, difference: Difference, change: str, **more: Any) -> Cell:
    """A difference as a part of what was, of shares in points, in full."""
    if not change:
        return Cell(number=True, **more)
    before, after = difference.before.mean, difference.after.mean
    if difference.metric in SHARES:
        return number_cell(context, change, (after - before) * 100, "percentage points", **more)
    return number_cell(context, change, (after / before - 1) * 100, "%", **more)


# -- indicators and goals ---------------------------------------------------------------------


def stages_table(context: Context, indicator: Indicator) -> Table:
    """An indicator at every stage: its value, and where it comes from."""
    words = context.words
    state = context.analysis.goal_attainment.indicators.get(indicator.id)
    if state is None or not state.stage_values:
        return Table(words["stages"], "stages", (), ())
    rows = tuple(
        Row(
            (
                Cell(text=context.said(stage.label)),
                _staged(context, state, staged),
                Cell(text=staged.date),
                _origin(context, staged),
            )
        )
        for stage in Stage
        if (staged := state.stage_values.get(stage)) is not None
    )
    heads = (words["stage"], words["value"], words["date"], words["comes_from"])
    return Table(words["stages"], "stages", heads, rows, verdict_sentence(context, state))


def _staged(context: Context, state: IndicatorState, staged: StageValue, behind: str = "", **more: str) -> Cell:
    """A value, told apart from the targets, a given one as it was written; of one that follows from given ranges its
    range. How far chance moves a simulated one is told to whoever points at it."""
    language, unit = context.language, state.unit
    apart = [target for _, target in state.targets if target != staged]
    said = stage_value_shown(staged, unit, language, apart)
    ends = (staged.low, staged.high) if isfinite(staged.low) and isfinite(staged.high) else (None, None)
    if not is_given(staged) and staged.low < staged.high:
        if is_simulated(staged):
            error = gap_shown((staged.high - staged.low) / 2, unit, language)
            more.setdefault("hint", context.words["simulation_error"].format(f"±{error}"))
            ends = (None, None)
        else:
            said = range_shown(staged, unit, language)
    return number_cell(context, f"{said}{behind}", staged.value, unit, low=ends[0], high=ends[1], **more)


def _origin(context: Context, staged: StageValue) -> Cell:
    flows = [flow for flow in staged.origin.split() if flow in context.refs]
    if flows:
        return refs_cell(context, flows)
    return Cell(text=context.words.get(f"origin_{staged.origin}", staged.origin))


def verdict_sentence(context: Context, state: IndicatorState) -> str:
    """How the last target stands, and what that is to be read with."""
    words = context.words
    if state.verdict == Verdict.UNKNOWN and state.reason is not None:
        first = words["verdict_unknown"].format(context.said(state.reason))
    else:
        first = words["verdict_is"].format(context.said(verdict(state)))
    told = [first, *(context.said(caveat.message) for caveat in state.caveats)]
    end = "。" if context.language == "zh" else "."
    sentences = [f"{sentence[:1].upper()}{sentence[1:]}".rstrip(end) + end for sentence in told]
    return ("" if context.language == "zh" else " ").join(sentences)


def judgements_table(context: Context, indicator: Indicator) -> Table:
    """Where there are several targets: each with the value it was held against, and its verdict."""
    words = context.words
    state = context.analysis.goal_attainment.indicators.get(indicator.id)
    if state is None or len(state.judgements) < 2:
        return Table(words["each_target"], "targets-judged", (), ())
    heads = (words["date"], context.said(Stage.TARGET.label), words["value"], words["verdict"])
    rows = tuple(
        Row(
            (
                Cell(text=judgement.date),
                _staged(context, state, judgement.target),
                _staged(context, state, judgement.value, note=_judged_by(context, judgement))
                if judgement.value is not None
                else Cell(number=True),
                _judged_cell(context, state, judgement),
            )
        )
        for judgement in state.judgements
    )
    return Table(words["each_target"], "targets-judged", heads, rows)


def _judged_by(context: Context, judgement: Judgement) -> str:
    """What a target was held against: what was measured, and when, or a stage."""
    if judgement.value is None or judgement.stage is None:
        return ""
    if judgement.value.origin == "measured":
        return f"{context.words['origin_measured']} {judgement.value.date}".strip()
    return context.said(judgement.stage.label)


def promises_table(context: Context, indicator: Indicator) -> Table:
    """What scenarios promise of an indicator, each move in its unit, and together beside what the target needs."""
    words = context.words
    promise = promises(context.chain).get(indicator.id)
    if promise is None:
        return Table(words["promises"], "promises", (), ())

    def told(change: tuple[float, float] | None) -> str:
        return change_shown(change, promise.baseline, promise.unit, context.language)

    rows = [
        Row((refs_cell(context, [move.scenario]), Cell(text=told(move.change), note=move.written.text, number=True)))
        for move in promise.moves
    ]
    if promise.together is not None and len(promise.moves) > 1:
        rows.append(Row((Cell(text=words["together"]), Cell(text=told(promise.together), number=True))))
    note = ""
    if promise.together is not None and promise.needed is not None:
        note = words["promised_and_needed"].format(told(promise.together), promise.day, told(promise.needed))
    return Table(words["promises"], "promises", (words["scenario"], words["difference"]), tuple(rows), note)


def _judged_cell(context: Context, state: IndicatorState, judgement: Judgement) -> Cell:
    words = context.words
    if judgement.verdict == Verdict.MISSED and judgement.gap:
        gap = context.said(missed_by(state, judgement.gap, judgement.target))
        also = found_by(Verdict.MISSED, context.language)
        return Cell(text=words["missed_by"].format(gap), style=VERDICT_STYLES[Verdict.MISSED], also=also)
    reason = context.said(judgement.reason) if judgement.reason is not None else ""
    also = found_by(judgement.verdict, context.language)
    return Cell(
        text=context.said(judgement.verdict.label), style=VERDICT_STYLES[judgement.verdict], note=reason, also=also
    )


def indicators_table(context: Context, indicators: Iterable[str], anchor: str) -> Table:
    """Indicators side by side: whether the last target is reached, then baseline, today, estimates and that target;
    missed first. The verdict stands beside the name, where no narrow screen cuts it off."""
    words = context.words
    known = context.analysis.goal_attainment.indicators
    states = sorted(
        (known[key] for key in indicators if key in known), key=lambda state: _VERDICTS.index(state.verdict)
    )
    heads = (words["indicator"], words["verdict"], *(context.said(stage.label) for stage in _SIDE_BY_SIDE))
    rows = tuple(
        Row(
            (
                refs_cell(context, [state.indicator]),
                _verdict_cell(context, state),
                *(_stage_cell(context, state, stage) for stage in _SIDE_BY_SIDE),
            )
        )
        for state in states
    )
    return without_empty_columns(Table(words["goals_reached"], anchor, heads, rows))


_SIDE_BY_SIDE: Final = tuple(stage for stage in Stage if stage != Stage.AS_IS)
"""The stages that a table of many indicators has room for; what flows of today estimate is on the indicator's page."""


def _stage_cell(context: Context, state: IndicatorState, stage: Stage) -> Cell:
    staged = state.targets[-1][1] if stage == Stage.TARGET and state.targets else state.stage_values.get(stage)
    if staged is None:
        return Cell(number=True)
    date = f" ({state.targets[-1][0]})" if stage == Stage.TARGET and state.targets else ""
    return _staged(context, state, staged, date)


def _verdict_cell(context: Context, state: IndicatorState) -> Cell:
    """The verdict, with what it is to be read with below it; how many assumptions it rests on it says itself."""
    told = {CaveatKind.ASSUMPTIONS} if state.verdict == Verdict.REACHED else set()
    notes = [context.said(caveat.message) for caveat in state.caveats if caveat.kind not in told]
    if state.verdict == Verdict.UNKNOWN and state.reason is not None and not state.has(CaveatKind.TARGET_WORSE):
        notes = [context.said(state.reason), *notes]
    return Cell(
        text=context.said(verdict(state)),
        style=f"{VERDICT_STYLES[state.verdict]} is-verdict",
        note=("；" if context.language == "zh" else "; ").join(notes),
        also=found_by(state.verdict, context.language),
    )


def goals_table(context: Context) -> Table:
    """The goals, and how many of the indicators below each are reached by the design."""
    words = context.words
    states = context.analysis.goal_attainment.goals.values()
    verdicts = [
        verdict for verdict in Verdict if verdict != Verdict.UNSETTLED or any(state.unsettled for state in states)
    ]
    heads = (words["goal"], *(context.said(verdict.label) for verdict in verdicts))
    rows = tuple(
        Row(
            (
                refs_cell(context, [state.goal]),
                *(Cell(text=str(getattr(state, verdict)), number=True) for verdict in verdicts),
            )
        )
        for state in states
        if any(getattr(state, verdict) for verdict in verdicts)
    )
    return Table(words["goals_state"], "goals-reached", heads, rows)


def _below(context: Context, goal: Goal) -> list[str]:
    """The indicators of a goal and of all goals below it."""
    found: dict[str, None] = {}
    waiting, seen = [goal.id], {goal.id}
    while waiting:
        here = waiting.pop(0)
        found |= dict.fromkeys(indicator.id for indicator in context.chain.holders(here, "measures"))
        for child in context.chain.holders(here, "parent"):
            if child.id not in seen:
                seen.add(child.id)
                waiting.append(child.id)
    return list(found)
