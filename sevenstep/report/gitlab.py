"""Code Quality of GitLab: problems in the merge request, and which of them are new.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from typing import Any

from sevenstep.checking.fingerprint import fingerprints
from sevenstep.diagnostic import Severity
from sevenstep.language import Language
from sevenstep.report.json_text import json_text
from sevenstep.report.report import Report
from sevenstep.report.wording import ON_SAME_LINE, code_and_name, message_and_remedy, on_one_line
from sevenstep.source.places import Located

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.HINT: "info"}


def render(report: Report, language: Language) -> str:
    """A list with an entry a problem."""
    marks = fingerprints(problem.diagnostic for problem in report.problems)
    return json_text([_entry(report, *pair, language) for pair in zip(report.problems, marks, strict=True)])


def _entry(report: Report, problem: Located, fingerprint: str, language: Language) -> dict[str, Any]:
    diagnostic = problem.diagnostic
    return {
        "description": on_one_line(message_and_remedy(diagnostic, language, ON_SAME_LINE)),
        "check_name": code_and_name(diagnostic.rule),
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": report.path(diagnostic.place.file),
            "lines": {"begin": problem.span.line if problem.span else 1},  # GitLab needs a line for a whole file too
        },
    }
