"""Indicators and goals against their targets, as tables."""

from collections.abc import Iterable
from math import isfinite
from typing import Final

from sevenstep.analysis.choices import CaveatKind, Verdict
from sevenstep.analysis.promises import Move, promises
from sevenstep.analysis.results import (
    IndicatorState,
    Judgement,
    StageValue,
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
from sevenstep.analysis.wording import with_sign
from sevenstep.model.choices import Stage
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import VERDICT_STYLES, refs_cell
from sevenstep.publishing.pages.measured import number_cell
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.views import Cell, Row, Table
from sevenstep.publishing.words.words_numbers import found_by

_VERDICTS: Final = (Verdict.MISSED, Verdict.UNSETTLED, Verdict.REACHED, Verdict.UNKNOWN)
"""What needs a look first comes first."""


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

    def as_said(move: Move) -> str:
        said = move.written.shown(context.language)
        return with_sign(said) if move.written.low > 0 else said

    rows = [
        Row((refs_cell(context, [move.scenario]), Cell(text=told(move.change), note=as_said(move), number=True)))
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


def indicators_below(context: Context, goal: Goal) -> list[str]:
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
