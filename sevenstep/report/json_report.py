"""All that a check has found as JSON of our own: its fields are a table in docs/ci.md."""

from typing import Any

from sevenstep.chain.coverage import StepCoverage
from sevenstep.checking.fingerprint import fingerprints
from sevenstep.diagnostic import Severity, Span
from sevenstep.language import Language, Text
from sevenstep.report.json_text import json_text
from sevenstep.report.report import AcceptedViolation, Report
from sevenstep.source.places import Located


def render(report: Report, language: Language) -> str:
    """One object: version, engagement, summary, problems, accepted."""
    accepted = [violation.located for violation in report.accepted]
    marks = fingerprints(problem.diagnostic for problem in (*report.problems, *accepted))
    entries = [_entry(report, *pair, language) for pair in zip((*report.problems, *accepted), marks, strict=True)]
    count = len(report.problems)
    return json_text(
        {
            "version": report.version,
            "engagement": {"id": report.engagement, "title": report.title.for_language(language)},
            "summary": _summary(report, language),
            "problems": entries[:count],
            "accepted": [
                {**entry, **_acceptance(violation, language)}
                for entry, violation in zip(entries[count:], report.accepted, strict=True)
            ],
        }
    )


def _summary(report: Report, language: Language) -> dict[str, Any]:
    return {
        **{f"{severity.value}s": report.counts[severity] for severity in Severity},
        "accepted": len(report.accepted),
        "elements": sum(step.elements for step in report.coverage),
        "relations": report.relations,
        "steps": [_step(report, covered, language) for covered in report.coverage],
    }


def _step(report: Report, covered: StepCoverage, language: Language) -> dict[str, Any]:
    number = covered.step.number
    full = report.completeness[number]
    return {
        "number": number,
        "title": covered.step.title.for_language(language),
        "elements": covered.elements,
        "filled": full.filled,
        "to_fill": full.expected,
        "justified": covered.justified,
        "to_justify": covered.to_justify,
        "covered": covered.worked_out,
        "to_cover": covered.to_cover,
        "accepted": covered.deferred,
        **{f"{severity.value}s": report.by_step.get((number, severity), 0) for severity in Severity},
    }


def _entry(report: Report, problem: Located, fingerprint: str, language: Language) -> dict[str, Any]:
    diagnostic = problem.diagnostic
    return {
        "code": diagnostic.rule.code,
        "name": diagnostic.rule.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message.for_language(language),
        "remedy": _said(diagnostic.remedy, language),
        **_place(report, diagnostic.place.file, problem.span),
        "element": diagnostic.element or None,
        "path": list(diagnostic.place.path),
        "also": [_place(report, place.file, span) for place, span in zip(diagnostic.also, problem.also, strict=True)],
        "fixable": bool(diagnostic.edits),
        "fingerprint": fingerprint,
    }


def _place(report: Report, file: str, span: Span | None) -> dict[str, Any]:
    return {
        "file": report.path(file),
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
    }


def _acceptance(violation: AcceptedViolation, language: Language) -> dict[str, Any]:
    acceptance = violation.match.acceptance
    return {
        "reason": acceptance.reason.for_language(language),
        "by": _said(acceptance.by, language),
        "until": acceptance.until,
        "accepted_on": violation.match.element,
    }


def _said(text: Text | None, language: Language) -> str | None:
    return None if text is None else text.for_language(language)
