"""What a library gives as tables: problems, rules, questions, elements, findings, every value of an analysis."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from sevenstep.analysis.findings.rule import FindingRule
from sevenstep.analysis.results import Analysis, ComputedFinding
from sevenstep.checking.check import Checked
from sevenstep.checking.questions import Question
from sevenstep.diagnostic import RuleInfo
from sevenstep.language import Language
from sevenstep.model.element import Element
from sevenstep.notebook import Table
from sevenstep.report.analysis_csv import rows

_Row = dict[str, Any]


def _rule(rule: RuleInfo | FindingRule, language: Language) -> _Row:
    kind = rule.severity.value if isinstance(rule, RuleInfo) else str(rule.type)
    return {"code": rule.code, "name": rule.name, "kind": kind, "title": rule.title.for_language(language)}


def _question(question: Question, language: Language) -> _Row:
    return {
        "step": question.step,
        "question": question.text.for_language(language),
        "decision": question.decision.for_language(language),
        "answer": question.answer.for_language(language),
        "whom": ", ".join(actor.id for actor in question.whom),
        "element": question.element.id if question.element is not None else None,
        "file": question.located.diagnostic.place.file,
        "line": question.located.span.line if question.located.span is not None else None,
    }


def _element(element: Element, language: Language) -> _Row:
    kind = element.KIND
    return {
        "id": element.id,
        "kind": kind.name,
        "step": kind.step,
        "title": element.title.for_language(language),
        "owner": element.owner,
        "status": str(element.status),
    }


def _finding(found: ComputedFinding, language: Language) -> _Row:
    return {
        "code": found.code,
        "type": str(found.type),
        "weight": str(found.weight),
        "element": found.touches[0],
        "message": found.message.for_language(language),
        "measures": ", ".join(found.measures),
    }


_ROWS: Final[dict[type, Callable[[Any, Language], _Row]]] = {
    RuleInfo: _rule,
    FindingRule: _rule,
    Question: _question,
    Element: _element,
    ComputedFinding: _finding,
}
"""How one of each is told in a row."""


def table_of(given: Checked | Analysis | Iterable[object], language: Language) -> Table:
    """The problems of a model, every value of an analysis, or the rules, questions, elements or findings of a list.

    Raises TypeError for anything else.
    """
    if isinstance(given, Checked):
        return given.table(language=language)
    if isinstance(given, Analysis):
        return _values(given, language)
    found = [_told(each, language) for each in given]
    columns = tuple(dict.fromkeys(name for row in found for name in row))
    return Table(columns, ([row.get(name) for name in columns] for row in found))


def _told(given: object, language: Language) -> _Row:
    for kind, row in _ROWS.items():
        if isinstance(given, kind):
            return row(given, language)
    raise TypeError(f"a {type(given).__name__} is not told in a table")


def _values(analysis: Analysis, language: Language) -> Table:
    """The values as the CSV of the command has them; words stand in a column of their own, so that numbers are ones."""
    variants = dict.fromkeys(analysis.flows, "")
    for compared in analysis.comparisons:
        variants |= dict.fromkeys(compared.before, "as-is") | dict.fromkeys(compared.after, "to-be")
    return Table(
        ("kind", "id", "metric", "stage", "value", "said", "unit", "low", "high", "p50", "p90", "way", "note"),
        (
            (
                row.kind,
                row.id,
                str(row.metric),
                str(row.stage),
                *((None, str(row.value)) if isinstance(row.value, str) else (row.value, None)),
                row.unit,
                *(row.low, row.high, row.p50, row.p90),
                str(row.way),
                row.note,
            )
            for row in rows(analysis, variants, "", language)
        ),
    )
