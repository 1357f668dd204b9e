"""The formats of reports, a row for each, by the word that a person asks for.

The module of a row has ``render(report, language) -> str``, which makes the finished text: every line of it ends with a
newline, and it is written as UTF-8. ``text`` has none: it is for people at a terminal, in colours.
"""

from typing import Final

from sevenstep.output.format import Format

OF_A_REPOSITORY: Final = "of a repository"
"""Servers read it, which know paths from the root of the repository only."""
ELEMENT_LINES: Final = "element lines"
"""It needs the lines of all elements (`report_of(..., element_lines=True)`)."""


class CheckFormat(Format):
    """What a check can be written as."""

    TEXT = "text"
    CONCISE = "concise", "sevenstep.report.concise"
    JSON = "json", "sevenstep.report.json_report"
    SARIF = "sarif", "sevenstep.report.sarif", OF_A_REPOSITORY
    JUNIT = "junit", "sevenstep.report.junit", OF_A_REPOSITORY
    GITHUB = "github", "sevenstep.report.github", OF_A_REPOSITORY
    GITLAB = "gitlab", "sevenstep.report.gitlab", OF_A_REPOSITORY
    COBERTURA = "cobertura", "sevenstep.report.cobertura", OF_A_REPOSITORY, ELEMENT_LINES


class AnalysisFormat(Format):
    """What an analysis can be written as."""

    TEXT = "text"
    JSON = "json", "sevenstep.report.analysis_json"
    CSV = "csv", "sevenstep.report.analysis_csv"
