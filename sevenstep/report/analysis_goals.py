"""How the design stands to the goals, for a person at a terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from rich.text import Text as Styled

from sevenstep.analysis.choices import CaveatKind, Verdict
from sevenstep.analysis.results import IndicatorState, StageValue
from sevenstep.analysis.verdict_wording import given_shown, stage_value_shown, verdict
from sevenstep.language import Language, Text, many
from sevenstep.model.choices import Stage
from sevenstep.report.analysis_dimensions import dimensions
from sevenstep.report.analysis_report import SECTION, AnalysisReport, more
from sevenstep.report.table import aligned
from sevenstep.report.terminal import shown as visible

_STAGES: Final[dict[Stage, Text]] = {
    Stage.BASELINE: Text(zh="基线", en="baseline"),
    Stage.TODAY: Text(zh="当前", en="today"),
    Stage.AS_IS: Text(zh="现状流程测算", en="as is"),
    Stage.TO_BE: Text(zh="目标流程测算", en="to be"),
}
"""Heads of columns, shorter than what the stages are called."""
_HEADS: Final = (
    Text(zh="指标", en="Indicator"),
    *_STAGES.values(),
    Text(zh="目标", en="target"),
    Text(zh="结论", en="verdict"),
)
_STYLES: Final = Verdict.each(
    {Verdict.REACHED: "green", Verdict.UNSETTLED: "yellow", Verdict.MISSED: "bold yellow", Verdict.UNKNOWN: ""}
)
_FIRST: Final = (Verdict.MISSED, Verdict.UNSETTLED, Verdict.REACHED, Verdict.UNKNOWN)
"""What is told first in short: where something is to be done."""
_ALWAYS: frozenset[CaveatKind] = frozenset(
    {
        CaveatKind.CLOSE,
        CaveatKind.QUEUES,
        CaveatKind.INCOMPLETE,
        CaveatKind.MIXED,
        CaveatKind.ECHO,
        CaveatKind.EARLIER,
        CaveatKind.BEYOND,
        CaveatKind.TARGET_WORSE,
    }
)
"""What is told of a verdict even in short."""


def goals(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    """The goals with what their indicators say, then the indicators; with a limit only those of which one knows, those
    that miss first."""
    goal_attainment = report.analysis.goal_attainment
    if not goal_attainment.indicators:
        return
    yield Styled(Text(zh="目标可达性", en="Are the goals reached?").for_language(language), SECTION)
    yield from _goals(report, language, limit)
    states = list(goal_attainment.indicators.values())
    told = [
        state
        for state in states
        if limit is None
        or state.verdict != Verdict.UNKNOWN
        or Stage.TO_BE in state.stage_values
        or state.has(CaveatKind.TARGET_WORSE)
    ]
    if limit is not None:
        told.sort(key=lambda state: _FIRST.index(state.verdict))
    if told:
        yield Styled("")
        yield from _indicators(report, told[:limit], language)
        yield from more(len(told) - limit if limit is not None else 0, language)
    if unknown := len(states) - len(told):
        text = Text(
            zh=f"  另有 {unknown} 个指标尚不知能否达标：既无流程测算，也无测量（--all 列出）",
            en=f"  {many(unknown, 'more indicator')}: neither estimated by a flow nor measured (--all lists them)",
        )
        yield Styled(text.for_language(language), "dim")
    yield from _caveats(report, told[:limit], language, is_short=limit is not None)
    if limit is None:
        yield from dimensions([state for state in states if state.dimensions], report, language)
        yield from _reasons(states, language)


def _goals(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    known = [
        goal for goal in report.analysis.goal_attainment.goals.values() if goal.reached + goal.unsettled + goal.missed
    ]
    for goal in known[:limit]:
        name = report.named(goal.goal, language)
        zh, en = (f"{goal.unsettled} 个存疑，", f"{goal.unsettled} unsettled, ") if goal.unsettled else ("", "")
        text = Text(
            zh=f"  {name}：{goal.reached} 个达标，{zh}{goal.missed} 个未达标，{goal.unknown} 个未知",
            en=f"  {name}: {goal.reached} reached, {en}{goal.missed} missed, {goal.unknown} unknown",
        )
        yield Styled(text.for_language(language), "green" if not goal.unsettled + goal.missed + goal.unknown else "")
    yield from more(len(known) - limit if limit is not None else 0, language)


def _indicators(report: AnalysisReport, states: Sequence[IndicatorState], language: Language) -> Iterator[Styled]:
    rows = [[head.for_language(language) for head in _HEADS]]
    for state in states:
        targets = [staged for _, staged in state.targets]
        cells = [_staged(state.stage_values.get(stage), state.unit, targets, language) for stage in _STAGES]
        name = report.named(state.indicator, language, 40)
        rows.append([name, *cells, _target(state, language), verdict(state).for_language(language)])
    for line, style in zip(
        aligned(rows, left=(0, 6)), ("dim", *(_STYLES[state.verdict] for state in states)), strict=True
    ):
        yield Styled(f"  {line}", style)


def _staged(staged: StageValue | None, unit: str, targets: Sequence[StageValue], language: Language) -> str:
    return "–" if staged is None else stage_value_shown(staged, unit, language, targets)


def _target(state: IndicatorState, language: Language) -> str:
    if not state.targets:
        return "–"
    day, staged = state.targets[-1]
    value = given_shown(staged, state.unit, language, [state.value] if state.value is not None else [])
    return f"{value} ({day})" if day else value


def _caveats(
    report: AnalysisReport, states: Sequence[IndicatorState], language: Language, *, is_short: bool
) -> Iterator[Styled]:
    """What the verdicts are to be read with; in short, what a verdict turns on."""
    for state in states:
        told = [caveat for caveat in state.caveats if not is_short or caveat.kind in _ALWAYS]
        if not told:
            continue
        said = ("；" if language == "zh" else "; ").join(
            visible(caveat.message.for_language(language)) for caveat in told
        )
        colon = "：" if language == "zh" else ": "
        yield Styled(f"  ! {report.title(state.indicator, language)}{colon}{said}", "yellow")


def _reasons(states: Sequence[IndicatorState], language: Language) -> Iterator[Styled]:
    """Why nothing is known of an indicator."""
    reasons = Counter(
        visible(state.reason.for_language(language))
        for state in states
        if state.verdict == Verdict.UNKNOWN and state.reason is not None and not state.has(CaveatKind.TARGET_WORSE)
    )
    for reason, count in reasons.items():
        text = Text(zh=f"  {count} 个未知：{reason}", en=f"  {count} unknown: {reason}")
        yield Styled(text.for_language(language), "dim")
