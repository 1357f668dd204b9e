"""Indicators by dimension, for a person at a terminal: how the members stand, and how far they lie apart."""

from collections.abc import Iterator, Sequence

from rich.text import Text as Styled

from sevenstep.analysis.dimension_wording import dimension_said
from sevenstep.analysis.results import IndicatorState
from sevenstep.language import Language
from sevenstep.report.analysis_report import AnalysisReport
from sevenstep.report.terminal import shown as visible


def dimensions(states: Sequence[IndicatorState], report: AnalysisReport, language: Language) -> Iterator[Styled]:
    """A line for each dimension of each indicator."""
    for state in states:
        for dimension in state.dimensions:
            name = report.named(state.indicator, language)
            said = visible(dimension_said(dimension, state.unit).for_language(language))
            yield Styled(f"  {name}{'：' if language == 'zh' else ': '}{said}")
