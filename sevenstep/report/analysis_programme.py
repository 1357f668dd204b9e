"""The projects and the course of indicators for a person at a terminal."""

from collections.abc import Iterator

from rich.text import Text as Styled

from sevenstep.analysis.conclusions.card import card_said
from sevenstep.analysis.conclusions.in_time import delay_said, worst_delays
from sevenstep.analysis.conclusions.programme import programme_conclusion
from sevenstep.analysis.course.results import IndicatorCourse
from sevenstep.analysis.programme.cards import cards
from sevenstep.analysis.verdict_wording import given_shown, stage_value_shown
from sevenstep.language import Language, Text
from sevenstep.report.analysis_report import SECTION, AnalysisReport, more, sentences
from sevenstep.report.table import aligned
from sevenstep.report.terminal import shown


def programme_lines(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    """In short: what the plan comes to, every indicator at the dates of its targets, what delays do."""
    found = programme_conclusion(report.chain, report.analysis)
    if found is None:
        return
    yield Styled(
        Text(zh="实施：指标随项目变化", en="Carrying out: the indicators in time").for_language(language), SECTION
    )
    yield from sentences(found, language, limit)
    courses = [one for one in report.analysis.course.indicators.values() if one.targets]
    rows = [list(_row(report, one, language)) for one in courses]
    for line in aligned(rows[:limit], left=(0, 1)) if rows else ():
        yield Styled(f"  {line}")
    yield from more(len(rows) - limit if limit is not None else 0, language)
    yield from _besides(report, language, limit)


def _besides(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    """What each unit scores; and, where all is asked for, what the delay of each project does."""
    told = list(cards(report.chain, report.analysis))
    for card in told[:limit]:
        yield Styled(f"  {shown(card_said(report.chain, card).for_language(language))}")
    yield from more(len(told) - limit if limit is not None else 0, language)
    if limit is None:
        for delay in worst_delays(report.analysis.course)[1:]:
            if (text := delay_said(report.chain, delay)) is not None:
                yield Styled(f"  {shown(text.for_language(language))}", "dim")


def _row(report: AnalysisReport, one: IndicatorCourse, language: Language) -> Iterator[str]:
    yield report.named(one.indicator, language, 40)
    comma = "；" if language == "zh" else "; "
    yield comma.join(
        f"{target.day} {stage_value_shown(target.value, one.unit, language, [target.target])}"
        f" / {given_shown(target.target, one.unit, language)} {target.verdict.label.for_language(language)}"
        for target in one.targets
    )
