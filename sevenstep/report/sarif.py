"""SARIF 2.1.0, as code scanning of GitHub, Azure DevOps and editors read it.

OASIS Standard, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; what GitHub takes from it:
https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support. Section 3.11.5 wants braces in
messages doubled; nobody who reads SARIF undoes that where there are no arguments, so they stay as they are.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from sevenstep.checking.fingerprint import fingerprints
from sevenstep.diagnostic import Diagnostic, Place, RuleInfo, Severity, Span
from sevenstep.language import Language, Text
from sevenstep.report.address import is_absolute, uri_of
from sevenstep.report.json_text import json_text
from sevenstep.report.report import AcceptedViolation, Report
from sevenstep.report.wording import message_and_remedy
from sevenstep.source.places import Located

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
BASE: Final = "%SRCROOT%"
"""The name for the folder that relative paths count from, understood by GitHub and Azure DevOps."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note", Severity.QUESTION: "none"}
_LANGUAGES: dict[Language, str] = {"zh": "zh-CN", "en": "en"}  # SARIF allows a country there, no script
_WRONG = Text(zh="有问题的写法：", en="What is reported:")
_RIGHT = Text(zh="正确的写法：", en="What is right:")
_ALSO = Text(zh="同样的问题", en="the same here")


def render(report: Report, language: Language) -> str:
    """One log with one run."""
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, language)]})


def _run(report: Report, language: Language) -> dict[str, Any]:
    rules = _rules(report)
    index = {rule.code: number for number, rule in enumerate(rules)}
    accepted = [violation.located for violation in report.accepted]
    marks = fingerprints(problem.diagnostic for problem in (*report.problems, *accepted))
    results = [
        {**_result(report, problem, index, mark, language), "suppressions": suppressions}
        for problem, mark, suppressions in zip(
            (*report.problems, *accepted),
            marks,
            [*([] for _ in report.problems), *(_suppressions(violation, language) for violation in report.accepted)],
            strict=True,
        )
    ]
    return {
        "tool": {
            "driver": {
                "name": "sevenstep",
                "semanticVersion": report.version,
                "language": _LANGUAGES[language],
                "rules": [_rule(rule, language) for rule in rules],
            }
        },
        "invocations": [{"executionSuccessful": True}],
        **({"originalUriBaseIds": {BASE: {"uri": uri_of(report.base)}}} if report.base else {}),
        "automationDetails": {"id": f"sevenstep/{report.engagement}/"},  # two engagements do not replace each other
        "language": _LANGUAGES[language],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }


def _rules(report: Report) -> list[RuleInfo]:
    """All rules; those that only this engagement knows stand at the end."""
    found: Iterable[Located] = (*report.problems, *(violation.located for violation in report.accepted))
    by_code = {rule.code: rule for rule in report.rules}
    for problem in found:
        by_code.setdefault(problem.diagnostic.rule.code, problem.diagnostic.rule)
    return list(by_code.values())


def _rule(rule: RuleInfo, language: Language) -> dict[str, Any]:
    title, reason = rule.title.for_language(language), rule.reason.for_language(language)
    examples = [(_WRONG.for_language(language), rule.bad.strip()), (_RIGHT.for_language(language), rule.good.strip())]
    shown = [(head, example) for head, example in examples if example]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": reason},
        "help": {
            "text": "\n\n".join([reason, *(f"{head}\n\n{example}" for head, example in shown)]),
            "markdown": "\n\n".join([reason, *(f"{head}\n\n```yaml\n{example}\n```" for head, example in shown)]),
        },
        "defaultConfiguration": {"enabled": rule.on, "level": _LEVELS[rule.severity]},
    }


def _result(
    report: Report, problem: Located, index: dict[str, int], fingerprint: str, language: Language
) -> dict[str, Any]:
    diagnostic = problem.diagnostic
    result = {
        "ruleId": diagnostic.rule.code,
        "ruleIndex": index[diagnostic.rule.code],
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": message_and_remedy(diagnostic, language)},
        "locations": [{**_location(report, diagnostic.place, problem.span), **_logical(diagnostic)}],
        "partialFingerprints": {"sevenstep/v1": fingerprint},
    }
    if also := list(_related(report, problem, language)):
        result["relatedLocations"] = also
    return result


def _location(report: Report, place: Place, span: Span | None) -> dict[str, Any]:
    path = report.path(place.file)
    artifact = {"uri": uri_of(path)} if is_absolute(path) else {"uri": uri_of(path), "uriBaseId": BASE}
    physical: dict[str, Any] = {"artifactLocation": artifact}
    if span is not None:
        physical["region"] = {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        }
    return {"physicalLocation": physical}


def _logical(diagnostic: Diagnostic) -> dict[str, Any]:
    """The element as a place of the model, where the violation has one."""
    return {"logicalLocations": [{"fullyQualifiedName": diagnostic.element}]} if diagnostic.element else {}


def _related(report: Report, problem: Located, language: Language) -> Iterator[dict[str, Any]]:
    for number, (place, span) in enumerate(zip(problem.diagnostic.also, problem.also, strict=True), 1):
        yield {"id": number, **_location(report, place, span), "message": {"text": _ALSO.for_language(language)}}


def _suppressions(violation: AcceptedViolation, language: Language) -> list[dict[str, str]]:
    """Results that are not suppressed get an empty list: SARIF wants a list in every result or in none."""
    return [{"kind": "inSource", "justification": violation.match.acceptance.reason.for_language(language)}]
