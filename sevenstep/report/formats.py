"""The formats a report is written in, by the name a person asks for. (Text for a terminal is made by text.py.)"""

from collections.abc import Callable
from typing import Final

from sevenstep.language import Language
from sevenstep.report import cobertura, concise, github, gitlab, json_report, junit, sarif
from sevenstep.report.report import Report

Render = Callable[[Report, Language], str]
"""Makes the finished text: every line of it ends with a newline, and it is to be written as UTF-8."""

FORMATS: Final[dict[str, Render]] = {
    "concise": concise.render,
    "json": json_report.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "cobertura": cobertura.render,
}
"""Only ``cobertura`` needs the lines of all elements (`report_of(..., element_lines=...)`)."""

OF_A_REPOSITORY: Final = frozenset({"sarif", "junit", "github", "gitlab", "cobertura"})
"""Formats that servers read, which know paths from the root of the repository only."""
