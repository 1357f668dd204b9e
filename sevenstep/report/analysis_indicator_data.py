"""What the analysis says of one indicator, as data: its values, targets, verdicts, and its members by dimension."""

from collections.abc import Mapping
from typing import Any

from sevenstep.analysis.dimension_wording import spread_said
from sevenstep.analysis.results import DimensionState, IndicatorState, Judgement, MemberState, StageValue
from sevenstep.analysis.verdict_wording import difference_unit, verdict
from sevenstep.language import Language
from sevenstep.model.choices import Stage
from sevenstep.report.analysis_numbers import exchanged
from sevenstep.report.analysis_report import AnalysisReport
from sevenstep.report.json_text import said


def indicator_as_data(report: AnalysisReport, state: IndicatorState, language: Language) -> dict[str, Any]:
    """Where it stands at every stage, and whether its targets are reached."""
    stage_values: Mapping[str, StageValue] = {str(stage): staged for stage, staged in state.stage_values.items()}
    return {
        "id": state.indicator,
        "title": report.title(state.indicator, language),
        "unit": state.unit,
        "stands": {
            stage: _target(staged) if stage == Stage.TARGET else _staged(staged)
            for stage, staged in stage_values.items()
        },
        "targets": [{**_target(staged), "date": day} for day, staged in state.targets],
        "verdict": state.verdict,
        "verdict_text": verdict(state).for_language(language),
        "judged": state.judged,
        "gap": exchanged(state.gap),
        "gap_unit": difference_unit(state.unit),
        "reason": said(state.reason, language),
        "judgements": [_judgement(judged, language) for judged in state.judgements],
        "caveats": [
            {"kind": caveat.kind, "message": caveat.message.for_language(language), "elements": list(caveat.elements)}
            for caveat in state.caveats
        ],
        **(
            {"dimensions": [_dimension(state, told, language) for told in state.dimensions]} if state.dimensions else {}
        ),
    }


def _dimension(state: IndicatorState, dimension: DimensionState, language: Language) -> dict[str, Any]:
    return {
        "id": dimension.dimension,
        "title": dimension.title.for_language(language),
        "members": [_member(found, language) for found in dimension.members],
        "spreads": [
            {
                "stage": spread.stage,
                "count": spread.count,
                "lowest": spread.lowest,
                "highest": spread.highest,
                "difference": exchanged(spread.difference),
                "ratio": exchanged(spread.ratio),
                "variation": exchanged(spread.variation),
                "text": spread_said(dimension, spread, state.unit).for_language(language),
            }
            for spread in dimension.spreads
        ],
    }


def _member(found: MemberState, language: Language) -> dict[str, Any]:
    state = found.state
    return {
        "id": found.member,
        "title": found.title.for_language(language),
        "stands": {
            str(stage): _target(staged) if stage == Stage.TARGET else _staged(staged)
            for stage, staged in state.stage_values.items()
        },
        "provisional": sorted(found.provisional),
        "missing": sorted(found.missing),
        "targets": [{**_target(staged), "date": day} for day, staged in state.targets],
        "verdict": state.verdict if state.targets else None,
        "judged": state.judged,
        "gap": exchanged(state.gap),
        "reason": said(state.reason, language),
        "judgements": [_judgement(judged, language) for judged in state.judgements],
    }


def _judgement(judgement: Judgement, language: Language) -> dict[str, Any]:
    return {
        "date": judgement.date,
        "target": _target(judgement.target),
        "verdict": judgement.verdict,
        "judged": judgement.stage,
        "value": None if judgement.value is None else _staged(judgement.value),
        "gap": exchanged(judgement.gap),
        "reason": said(judgement.reason, language),
    }


def _target(staged: StageValue) -> dict[str, Any]:
    """A target; of a range, which has no middle, and of a bound the ends alone."""
    return {
        **_staged(staged),
        "value": exchanged(staged.value) if staged.low == staged.high else None,
        "bound": staged.bound,
    }


def _staged(staged: StageValue) -> dict[str, Any]:
    return {
        "value": exchanged(staged.value),
        "low": exchanged(staged.low),
        "high": exchanged(staged.high),
        "origin": staged.origin,
        "date": staged.date,
    }
