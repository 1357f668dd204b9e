"""JUnit XML, as Jenkins and GitLab show it: a suite a file, a failed test a violation.

The form that the JUnit and xUnit plugins of Jenkins read
(https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd)
and https://docs.gitlab.com/ci/testing/unit_test_reports/. An accepted violation is a skipped test with its reason; a
file without any violation is one passed test, so that the counts tell something. Hints fail nothing: they are the
suite's output. There are no times: same input, same bytes.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar
from xml.etree.ElementTree import Element, SubElement

from sevenstep.diagnostic import Diagnostic, Severity
from sevenstep.language import Language, Text
from sevenstep.report.report import AcceptedViolation, Report
from sevenstep.report.wording import code_and_name, message_and_remedy, on_one_line
from sevenstep.report.xml_text import xml_text
from sevenstep.source.places import Located

Some = TypeVar("Some")

_PASSED = Text(zh="没有问题", en="no problems")


def render(report: Report, language: Language) -> str:
    """One document with all suites."""
    root = Element("testsuites")
    found = _by_file(report.problems, lambda problem: problem)
    accepted = _by_file(report.accepted, lambda violation: violation.located)
    for file in report.files:
        root.append(_suite(report, file, found.get(file, []), accepted.get(file, []), language))
    root.attrib.update({"name": "sevenstep", "tests": _sum(root, "tests"), "failures": _sum(root, "failures")})
    root.set("errors", "0")
    return xml_text(root)


def _by_file(violations: Iterable[Some], located: Callable[[Some], Located]) -> dict[str, list[Some]]:
    files: dict[str, list[Some]] = {}
    for problem in violations:
        files.setdefault(located(problem).diagnostic.place.file, []).append(problem)
    return files


def _sum(suites: Iterable[Element], name: str) -> str:
    return str(sum(int(suite.attrib[name]) for suite in suites))


def _suite(
    report: Report, file: str, found: list[Located], accepted: list[AcceptedViolation], language: Language
) -> Element:
    failed = [problem for problem in found if problem.diagnostic.severity is not Severity.HINT]
    cases = list(_cases(report, failed, accepted, language)) or [_case(report, file, _PASSED.for_language(language))]
    counts = {"tests": len(cases), "failures": len(failed), "errors": 0, "skipped": len(accepted)}
    suite = Element("testsuite", {"name": report.path(file), **{key: str(count) for key, count in counts.items()}})
    suite.extend(cases)
    if hints := [problem for problem in found if problem.diagnostic.severity is Severity.HINT]:
        SubElement(suite, "system-out").text = "\n".join(_line(report, problem, language) for problem in hints)
    return suite


def _cases(
    report: Report, failed: Iterable[Located], accepted: Iterable[AcceptedViolation], language: Language
) -> Iterator[Element]:
    named: Counter[str] = Counter()
    for problem in failed:
        case = _case(report, problem.diagnostic.place.file, _name(problem.diagnostic, named))
        message, kind = (
            on_one_line(problem.diagnostic.message.for_language(language)),
            problem.diagnostic.severity.value,
        )
        SubElement(case, "failure", {"message": message, "type": kind}).text = _line(report, problem, language)
        yield case
    for violation in accepted:
        diagnostic = violation.located.diagnostic
        case = _case(report, diagnostic.place.file, _name(diagnostic, named))
        SubElement(case, "skipped", {"message": on_one_line(violation.match.acceptance.reason.for_language(language))})
        yield case


def _case(report: Report, file: str, name: str) -> Element:
    return Element("testcase", {"name": name, "classname": report.path(file)})


def _name(diagnostic: Diagnostic, named: Counter[str]) -> str:
    """The rule and the element; with a number where that is not the first, since GitLab takes equal names for one."""
    name = " ".join(filter(None, (code_and_name(diagnostic.rule), diagnostic.element)))
    named[name] += 1
    return name if named[name] == 1 else f"{name} #{named[name]}"


def _line(report: Report, problem: Located, language: Language) -> str:
    position = f":{problem.span.line}:{problem.span.column}" if problem.span else ""
    return f"{report.path(problem.diagnostic.place.file)}{position}: {message_and_remedy(problem.diagnostic, language)}"
