"""Appraisals and outcomes for a person at a terminal, in the sentences of their pages."""

from collections.abc import Iterator

from rich.text import Text as Styled

from sevenstep.analysis.conclusions.appraisal import appraisal_conclusion
from sevenstep.analysis.conclusions.outcomes import outcomes_conclusion
from sevenstep.language import Language
from sevenstep.method import APPRAISAL, OUTCOMES
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.report.analysis_report import SECTION, AnalysisReport, more
from sevenstep.report.terminal import shown


def appraisal_lines(report: AnalysisReport, language: Language, limit: int | None) -> Iterator[Styled]:
    """Each appraisal: the answer, and what it rests on."""
    found = list(report.chain.engagement.of(Appraisal))
    if not found:
        return
    yield Styled(APPRAISAL.title.for_language(language), SECTION)
    for appraisal in found[:limit]:
        said = appraisal_conclusion(report.analysis, appraisal)
        state = next((one for one in report.analysis.appraisals if one.appraisal == appraisal.id), None)
        style = "yellow" if state is not None and state.worth.present_value < 0 else ""
        yield Styled(f"  {report.named(appraisal.id, language)}")
        yield Styled(f"    {shown(said.headline.for_language(language))}", style)
        told = said.lead if limit is None else said.lead[: limit - 1]
        for sentence in told:
            yield Styled(f"    {shown(sentence.for_language(language))}", "dim")
        yield from more(len(said.lead) - len(told), language)
    yield from more(len(found) - limit if limit is not None else 0, language)


def outcome_lines(report: AnalysisReport, language: Language) -> Iterator[Styled]:
    """What came of what was promised."""
    said = outcomes_conclusion(report.chain, report.analysis)
    if said is None:
        return
    yield Styled(OUTCOMES.title.for_language(language), SECTION)
    yield Styled(f"  {shown(said.headline.for_language(language))}")
    for sentence in said.lead:
        yield Styled(f"  {shown(sentence.for_language(language))}", "dim")
