"""The analysis of an engagement for a person at a terminal: what a consultant could read out, on one page."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Final

from rich.text import Text as Styled

from sevenstep.analysis.choices import Method
from sevenstep.analysis.conclusions.engagement import conclude
from sevenstep.language import Language, Text, many
from sevenstep.output.sections import AnalysisSection
from sevenstep.report.analysis_appraisal import appraisal_lines, outcome_lines
from sevenstep.report.analysis_assessment import assessment_lines, decision_lines
from sevenstep.report.analysis_blueprint import blueprint_lines, moves_lines
from sevenstep.report.analysis_compare import as_is_to_be
from sevenstep.report.analysis_evaluations import evaluations
from sevenstep.report.analysis_findings import findings
from sevenstep.report.analysis_goals import goals
from sevenstep.report.analysis_online import online
from sevenstep.report.analysis_paths import paths
from sevenstep.report.analysis_programme import programme_lines
from sevenstep.report.analysis_ranking import ranking, resources
from sevenstep.report.analysis_report import SECTION, AnalysisReport, more
from sevenstep.report.analysis_transport import transport_lines
from sevenstep.report.terminal import shown as visible

_NOTHING: Final = Text(zh="模型里还没有这一部分的内容", en="The model says nothing of this yet")
_WHOLE: Final = Text(
    zh="展开某一部分：--section {}；全部展开：--all",
    en="One part, and all of it: --section {}; everything: --all",
)


def _answer(report: AnalysisReport, language: Language) -> Iterator[Styled]:
    """What it all comes to, as the first page of the site says it."""
    found = conclude(report.chain, report.analysis)
    for said in (found.headline, *found.lead):
        yield Styled(f"  {visible(said.for_language(language))}")


def _items(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    """What is said of items, and which come first."""
    said = list(evaluations(report, language, limit))
    yield from said
    ranked = list(ranking(report, language, limit))
    if said and ranked:
        yield Styled("")
    yield from ranked


def _gaps(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    unanalysed = report.analysis.unanalysed
    gaps = [step for flow in report.analysis.metrics.values() for step in flow.gaps]
    if not unanalysed and not gaps:
        return
    yield Styled(Text(zh="未能计算的", en="What could not be computed").for_language(language), SECTION)
    for gone in unanalysed[:limit]:
        colon = "：" if language == "zh" else ": "
        yield Styled(
            f"  {report.named(gone.flow, language)}{colon}{visible(gone.reason.for_language(language))}", "yellow"
        )
    yield from more(len(unanalysed) - limit if limit is not None else 0, language)
    if gaps:
        count, named = len(gaps), report.all_named(gaps[:limit], language)
        rest = Text(zh=" 等", en=" …").for_language(language) if limit is not None and count > limit else ""
        text = Text(
            zh=f"  {count} 个作业未写时间，按 0 计，所以全程时间偏短：{named}{rest}",
            en=f"  Without a time ({count}), which count as none, so that lead times come out too short: {named}{rest}",
        )
        yield Styled(text.for_language(language))


def _way(report: AnalysisReport) -> Text:
    """How the figures were found."""
    found = report.analysis.metrics.values()
    exact = sum(flow.method == Method.EXACT for flow in found)
    simulated = len(found) - exact
    if not found:
        return Text(zh="没有能分析的流程。", en="There is no flow that could be analysed.")
    if not simulated and report.analysis.queues:
        return Text(
            zh=f"{exact} 个流程的均值（不含对资源的等候）是精确解，没有误差；对资源的等候是模拟值。",
            en=f"Means of {many(exact, 'flow')}, without waits for resources: exact. Waits for resources are "
            "simulated.",
        )
    if not simulated:
        return Text(
            zh=f"{exact} 个流程的均值是精确解，没有误差。",
            en=f"Means of {many(exact, 'flow')}: exact, without error.",
        )
    some = (
        Text(zh=f"{exact} 个流程的均值是精确解；", en=f"Means of {many(exact, 'flow')}: exact; of ")
        if exact
        else Text(zh="", en="Means of ")
    )
    return Text(
        zh=f"{some.for_language('zh')}{simulated} 个流程由模拟得出：各 {report.cases:,} 件，随机种子 {report.seed}。",
        en=f"{some.for_language('en')}{many(simulated, 'flow')}: simulated with {report.cases:,} cases "
        f"each (seed {report.seed}).",
    )


_Part = Callable[[AnalysisReport, Language, int | None], Iterator[Styled]]
_PARTS: Final[Mapping[AnalysisSection, _Part]] = {
    AnalysisSection.ASSESS: assessment_lines,
    AnalysisSection.CHANGE: as_is_to_be,
    AnalysisSection.PATHS: paths,
    AnalysisSection.FINDINGS: lambda report, language, limit: findings(
        report, report.analysis.findings, language, limit
    ),
    AnalysisSection.GOALS: goals,
    AnalysisSection.DECIDE: decision_lines,
    AnalysisSection.MOVES: moves_lines,
    AnalysisSection.BLUEPRINT: blueprint_lines,
    AnalysisSection.PROGRAMME: programme_lines,
    AnalysisSection.ITEMS: _items,
    AnalysisSection.RESOURCES: resources,
    AnalysisSection.TRANSPORT: transport_lines,
    AnalysisSection.ONLINE: online,
    AnalysisSection.APPRAISE: appraisal_lines,
    AnalysisSection.EVALUATE: lambda report, language, _limit: outcome_lines(report, language),
    AnalysisSection.GAPS: _gaps,
}


def summary(
    report: AnalysisReport, language: Language, limit: int | None, only: Collection[AnalysisSection] = ()
) -> Iterator[Styled]:
    """The answer, then everything in short: before and after, findings, goals, ranking, resources, gaps, and how it was
    computed.

    Of long lists at most `limit` entries are told, None for all. Where sections are named, those alone.
    """
    engagement = report.chain.engagement.header
    yield Styled(visible(engagement.title.for_language(language)), "bold")
    if not only:
        yield from _answer(report, language)
    parts = {section: part for section, part in _PARTS.items() if not only or section in only}
    told = {section: lines for section, part in parts.items() if (lines := list(part(report, language, limit)))}
    for lines in told.values():
        yield Styled("")
        yield from lines
    if only and not told:
        yield Styled(f"  {_NOTHING.for_language(language)}")
    yield Styled("")
    if limit is not None and told:
        yield Styled(_WHOLE.for_language(language).format(", ".join(told)), "dim")
    yield Styled(_way(report).for_language(language), "dim")
