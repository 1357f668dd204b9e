"""How the design stands to the goals, for a person at a terminal."""

from collections.abc import Iterator, Sequence

from rich.text import Text as Styled

from sevenstep.analysis.results import IndicatorState, Stage, Stand
from sevenstep.analysis.wording import shown_number
from sevenstep.language import Language, Text
from sevenstep.report.analysis_report import SECTION, AnalysisReport
from sevenstep.report.table import aligned
from sevenstep.report.terminal import shown as visible
from sevenstep.report.wording import many

_STAGES: tuple[Stage, ...] = ("baseline", "today", "as-is", "to-be")
_HEADS = (
    Text(zh="指标", en="Indicator"),
    Text(zh="基线", en="baseline"),
    Text(zh="当前", en="today"),
    Text(zh="现状估算", en="as is"),
    Text(zh="设计估算", en="to be"),
    Text(zh="目标", en="target"),
    Text(zh="结论", en="verdict"),
)
_STYLES = {"reached": "green", "missed": "bold yellow", "unknown": ""}


def goals(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    """The goals with what their indicators say, then the indicators; with a limit only those of which one knows."""
    closure = report.analysis.closure
    if not closure.indicators:
        return
    yield Styled(Text(zh="目标能实现吗", en="Are the goals reached?").in_(language), SECTION)
    yield from _goals(report, language)
    states = list(closure.indicators.values())
    told = [one for one in states if limit is None or one.verdict != "unknown" or "to-be" in one.stands]
    if told:
        yield Styled("")
        yield from _indicators(report, told, language)
    if unknown := len(states) - len(told):
        text = Text(
            zh=f"  另有 {unknown} 个指标不知道能否达到：流程没有估算，也没有测量（--all 列出）",
            en=f"  {many(unknown, 'more indicator')}: neither estimated by a flow nor measured (--all lists them)",
        )
        yield Styled(text.in_(language), "dim")
    if limit is None:
        yield from _reasons(report, states, language)


def _goals(report: AnalysisReport, language: Language) -> Iterator[Styled]:
    for one in report.analysis.closure.goals.values():
        if not one.reached + one.missed:
            continue
        name = report.named(one.goal, language)
        text = Text(
            zh=f"  {name}：{one.reached} 个达到，{one.missed} 个没达到，{one.unknown} 个未知",
            en=f"  {name}: {one.reached} reached, {one.missed} missed, {one.unknown} unknown",
        )
        yield Styled(text.in_(language), "green" if not one.missed + one.unknown else "")


def _indicators(report: AnalysisReport, states: Sequence[IndicatorState], language: Language) -> Iterator[Styled]:
    rows = [[head.in_(language) for head in _HEADS]]
    for one in states:
        cells = [stand_shown(one.stands.get(stage), one.unit, language) for stage in _STAGES]
        rows.append([report.named(one.indicator, language, 40), *cells, _target(one, language), verdict(one, language)])
    for line, style in zip(aligned(rows, left=(0, 6)), ("dim", *(_STYLES[one.verdict] for one in states)), strict=True):
        yield Styled(f"  {line}", style)


def stand_shown(stand: Stand | None, unit: str, language: Language) -> str:
    """A value of an indicator: a range that was stated or measured as it is, a computed one by its mean."""
    if stand is None:
        return "–"
    if stand.low < stand.high and stand.origin in {"stated", "measured"}:
        return f"{shown_number(stand.low, '', language)}–{shown_number(stand.high, unit, language)}"
    return shown_number(stand.value, unit, language)


def _target(one: IndicatorState, language: Language) -> str:
    if not one.targets:
        return "–"
    day, stand = one.targets[-1]
    value = stand_shown(stand, one.unit, language)
    return f"{value} ({day})" if day else value


def verdict(one: IndicatorState, language: Language) -> str:
    """Reached, missed by how much, or unknown."""
    if one.verdict == "missed":
        target = one.targets[-1][1].value if one.targets else one.gap
        gap = shown_number(one.gap, one.unit, language, [target])
        return Text(zh=f"差 {gap}", en=f"missed by {gap}").in_(language)
    known = Text(zh="达到", en="reached") if one.verdict == "reached" else Text(zh="未知", en="unknown")
    return known.in_(language)


def _reasons(report: AnalysisReport, states: Sequence[IndicatorState], language: Language) -> Iterator[Styled]:
    """Why nothing is known of an indicator."""
    reasons: dict[str, list[str]] = {}
    for one in states:
        if one.verdict == "unknown" and one.reason is not None:
            reasons.setdefault(visible(one.reason.in_(language)), []).append(one.indicator)
    colon = "：" if language == "zh" else ": "
    for reason, indicators in reasons.items():
        yield Styled(f"  {reason}{colon}{report.all_named(indicators, language)}", "dim")
