"""What reports and pictures can be written as: a list for each, in it a row for each format, by the word that a person
asks for; the row names the module that writes it.

That of a report has ``render(report, language) -> str``, which makes the finished text: every line of it ends with a
newline, and it is written as UTF-8. ``text`` has none: it is for people at a terminal, in colours. That of pictures has
``files(scenes, engine, font)``, which gives each scene as a file, in the order given.
"""

from enum import StrEnum
from importlib import import_module
from typing import Any, Final, Self

OF_A_REPOSITORY: Final = "of a repository"
"""Servers read it, which know paths from the root of the repository only."""
ELEMENT_LINES: Final = "element lines"
"""It needs the lines of all elements (`report_of(..., element_lines=True)`)."""


class Format(StrEnum):
    """The base of these lists: a member is the word that a person asks for. `module` writes it, and is imported only
    when it is used, so that the command line knows the words and loads none of the files; `traits` are what else there
    is to know of it."""

    module: str
    traits: frozenset[str]

    def __new__(cls, word: str, module: str = "", *traits: str) -> Self:
        member = str.__new__(cls, word)
        member._value_ = word
        member.module = module
        member.traits = frozenset(traits)
        return member

    @property
    def writer(self) -> Any:
        """The module that writes it."""
        return import_module(self.module)


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


class PictureFormat(Format):
    """What a picture can be written as."""

    SVG = "svg", "sevenstep.diagrams.output.as_svg"
    DOT = "dot", "sevenstep.diagrams.output.as_dot"
    PNG = "png", "sevenstep.diagrams.output.as_png"
