"""How the design stands to the goals, for a person at a terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.text import Text as Styled

from sevenstep.analysis.results import IndicatorState, Stage, Stand
from sevenstep.analysis.wording import shown_number
from sevenstep.language import Language, Text
from sevenstep.model.quantity import plain_number, unit_shown
from sevenstep.report.analysis_report import SECTION, AnalysisReport, more
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
    yield from _goals(report, language, limit)
    states = list(closure.indicators.values())
    told = [one for one in states if limit is None or one.verdict != "unknown" or "to-be" in one.stands]
    if told:
        yield Styled("")
        yield from _indicators(report, told[:limit], language)
        yield from more(len(told) - limit if limit is not None else 0, language)
    if unknown := len(states) - len(told):
        text = Text(
            zh=f"  另有 {unknown} 个指标不知道能否达到：流程没有估算，也没有测量（--all 列出）",
            en=f"  {many(unknown, 'more indicator')}: neither estimated by a flow nor measured (--all lists them)",
        )
        yield Styled(text.in_(language), "dim")
    if limit is None:
        yield from _reasons(states, language)


def _goals(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    known = [one for one in report.analysis.closure.goals.values() if one.reached + one.missed]
    for one in known[:limit]:
        name = report.named(one.goal, language)
        text = Text(
            zh=f"  {name}：{one.reached} 个达到，{one.missed} 个没达到，{one.unknown} 个未知",
            en=f"  {name}: {one.reached} reached, {one.missed} missed, {one.unknown} unknown",
        )
        yield Styled(text.in_(language), "green" if not one.missed + one.unknown else "")
    yield from more(len(known) - limit if limit is not None else 0, language)


def _indicators(report: AnalysisReport, states: Sequence[IndicatorState], language: Language) -> Iterator[Styled]:
    rows = [[head.in_(language) for head in _HEADS]]
    for one in states:
        cells = [stand_shown(one.stands.get(stage), one.unit, language) for stage in _STAGES]
        rows.append([report.named(one.indicator, language, 40), *cells, _target(one, language), verdict(one, language)])
    for line, style in zip(aligned(rows, left=(0, 6)), ("dim", *(_STYLES[one.verdict] for one in states)), strict=True):
        yield Styled(f"  {line}", style)


def stand_shown(stand: Stand | None, unit: str, language: Language) -> str:
    """A value of an indicator: as it is where somebody stated or measured it, a computed one rounded."""
    if stand is None:
        return "–"
    if stand.origin not in {"stated", "measured"}:
        return shown_number(stand.value, unit, language)
    ends = (stand.low, stand.high) if stand.low < stand.high else (stand.value,)
    return f"{'–'.join(map(plain_number, ends))}{visible(unit_shown(unit, language))}"


def _target(one: IndicatorState, language: Language) -> str:
    if not one.targets:
        return "–"
    day, stand = one.targets[-1]
    value = stand_shown(stand, one.unit, language)
    return f"{value} ({day})" if day else value


def verdict(one: IndicatorState, language: Language) -> str:
    """Reached, missed by how much, or unknown; it says where that is today's value, and where chance may turn it."""
    if one.verdict == "unknown" or not one.targets:
        return Text(zh="未知", en="unknown").in_(language)
    if one.verdict == "missed":
        gap = shown_number(one.gap, one.unit, language, [one.targets[-1][1].value])
        told = Text(zh=f"差 {gap}", en=f"missed by {gap}")
    else:
        told = Text(zh="达到", en="reached")
    if one.judged == "today":
        told = told.put(zh="当前{}", en="{} today")
    if _is_close(one):
        told = told.put(zh="{}（在误差之内）", en="{} (within the error)")
    return told.in_(language)


def _is_close(one: IndicatorState) -> bool:
    """Whether an end of the target lies inside the interval of the computed value that is judged."""
    stand = one.stands.get(one.judged) if one.judged is not None else None
    if stand is None or stand.origin in {"stated", "measured"}:
        return False
    target = one.targets[-1][1]
    return any(stand.low < end < stand.high for end in (target.low, target.high))


def _reasons(states: Sequence[IndicatorState], language: Language) -> Iterator[Styled]:
    """Why nothing is known of an indicator."""
    reasons = Counter(
        visible(one.reason.in_(language)) for one in states if one.verdict == "unknown" and one.reason is not None
    )
    for reason, count in reasons.items():
        text = Text(zh=f"  {count} 个未知：{reason}", en=f"  {count} unknown: {reason}")
        yield Styled(text.in_(language), "dim")
