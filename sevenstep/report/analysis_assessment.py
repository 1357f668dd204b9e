"""Assessments and decisions for a person at a terminal."""

from collections.abc import Iterator

from rich.text import Text as Styled

from sevenstep.analysis.assessment.results import AssessmentResult, FactorResult
from sevenstep.analysis.assessment.wording import score_shown, value_shown
from sevenstep.analysis.conclusions.assessment import assessment_conclusion
from sevenstep.analysis.conclusions.decision import decision_conclusion
from sevenstep.analysis.decision.results import DecisionResult
from sevenstep.language import Language, Text
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.decision import Decision
from sevenstep.model.quantity import decimal
from sevenstep.report.analysis_report import SECTION, AnalysisReport, more, sentences
from sevenstep.report.table import aligned
from sevenstep.report.terminal import shown

_MISSING = Text(zh="缺数据", en="not known")
_OUT = Text(zh="出局", en="out")
_UNRANKED = Text(zh="未排名", en="not ranked")


def assessment_lines(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    """Each assessment: what it comes to, then its factors (in short the highest), today and as they shall be."""
    found = list(report.chain.engagement.of(Assessment))
    if not found:
        return
    yield Styled(Text(zh="评估：站在哪里", en="Assessments: where it stands").for_language(language), SECTION)
    for assessment in found:
        yield Styled(f"  {report.named(assessment.id, language)}", "bold")
        yield from sentences(assessment_conclusion(report.chain, report.analysis, assessment), language, limit, "    ")
        result = report.analysis.assessments[assessment.id]
        told = [one for one in result.factors if limit is None or not one.depth][:limit]
        rows = [_factor(report, result, one, language) for one in told]
        for line in aligned(rows, left=(0, 2)) if rows else ():
            yield Styled(f"    {line}")
        yield from more(len(result.factors) - len(told), language)


def _factor(report: AnalysisReport, result: AssessmentResult, one: FactorResult, language: Language) -> list[str]:
    stated = value_shown(one, one.reached, language)
    now = score_shown(result, one.now.good) if one.now.good is not None else _MISSING.for_language(language)
    aim = one.target.good if one.target is not None else None
    arrow = f"{now} → {score_shown(result, aim)}" if aim is not None and one.gap else now
    return [f"{'  ' * one.depth}{report.named(one.factor, language, 44 - 2 * min(one.depth, 8))}", stated, arrow]


def decision_lines(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    """Each decision: what it comes to, then its options by their places."""
    found = list(report.chain.engagement.of(Decision))
    if not found:
        return
    yield Styled(Text(zh="比选：选了什么", en="Decisions: what is chosen").for_language(language), SECTION)
    for decision in found:
        yield Styled(f"  {report.named(decision.id, language)}", "bold")
        yield from sentences(decision_conclusion(report.analysis, decision), language, limit, "    ")
        rows = list(_options(decision, report.analysis.decisions[decision.id], language))
        for line in aligned(rows[:limit], left=(0, 1)) if rows else ():
            yield Styled(f"    {line}")
        yield from more(len(rows) - limit if limit is not None else 0, language)


def _options(decision: Decision, result: DecisionResult, language: Language) -> Iterator[list[str]]:
    ranked = {one.option: one for one in result.ranked}
    for one in result.ranked:
        title = shown(decision.options[one.option].title.for_language(language))
        yield [str(one.weighted_place), title, decimal(one.weighted_sum, 1)]
    for key, option in decision.options.items():
        if key not in ranked:
            why = _OUT if key in result.out else _UNRANKED
            yield ["–", shown(option.title.for_language(language)), why.for_language(language)]
