"""One line a problem, for programs that read lines: editors, ``grep``, problem matchers.

The shape is that of compilers (GNU Coding Standards, https://www.gnu.org/prep/standards/html_node/Errors.html):
``path:line:column: error S402 accountable-not-one: message``. The word for the severity is English in every language,
because programs look for it.
"""

from sevenstep.diagnostic import Span
from sevenstep.language import Language
from sevenstep.report.report import Report
from sevenstep.report.terminal import shown
from sevenstep.report.wording import code_and_name, on_one_line
from sevenstep.source.places import Located

_ONE_LINE = str.maketrans("\r\n", "  ")  # the name of a file can hold line ends
_WHOLE_FILE = Span(1, 1, 1, 1)


def render(report: Report, language: Language) -> str:
    """The problems, one a line; nothing where there are none."""
    return "".join(f"{_line(report, problem, language)}\n" for problem in report.problems)


def _line(report: Report, problem: Located, language: Language) -> str:
    diagnostic, span = problem.diagnostic, problem.span or _WHOLE_FILE
    place = f"{report.path(diagnostic.place.file)}:{span.line}:{span.column}"
    message = on_one_line(diagnostic.message.for_language(language))
    line = f"{place}: {diagnostic.severity.value} {code_and_name(diagnostic.rule)}: {message}"
    return shown(line).translate(_ONE_LINE)
