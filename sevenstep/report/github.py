"""Workflow commands of GitHub Actions: each problem becomes an annotation on its line of the change.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions; how a line is taken apart:
https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs. GitHub shows ten errors, ten warnings
and ten notices of a step; all of them stand in the log.
"""

from collections.abc import Iterator

from sevenstep.diagnostic import Severity, Span
from sevenstep.language import Language
from sevenstep.report.report import Report
from sevenstep.report.wording import code_and_name, message_and_remedy
from sevenstep.source.characters import INVISIBLE, named
from sevenstep.source.places import Located

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def render(report: Report, language: Language) -> str:
    """A command a problem, one a line; nothing where there are none."""
    return "".join(f"{_command(report, problem, language)}\n" for problem in report.problems)


def _command(report: Report, problem: Located, language: Language) -> str:
    diagnostic = problem.diagnostic
    properties = {
        "file": report.path(diagnostic.place.file),
        **dict(_position(problem.span)),
        "title": code_and_name(diagnostic.rule),
    }
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{_data(message_and_remedy(diagnostic, language))}"


def _position(span: Span | None) -> Iterator[tuple[str, str]]:
    if span is None:
        return
    yield "line", str(span.line)
    yield "endLine", str(span.end_line)
    if span.line == span.end_line:  # GitHub throws columns away where a place has several lines
        yield "col", str(span.column)
        yield "endColumn", str(span.end_column)


def _data(text: str) -> str:
    """The percent sign first: what comes after it is written with percent signs."""
    seen = INVISIBLE.sub(lambda match: f"<{named(match[0])}>", text)
    return seen.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
