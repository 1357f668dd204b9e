"""Any rule told by what a person types: one for the model, or one for findings in the business."""

from collections.abc import Iterator

from rich.text import Text as Styled

from sevenstep.analysis.findings.catalogue import FINDING_RULES
from sevenstep.checking.known_rules import bad_example, find_rule, known_rules
from sevenstep.language import Language
from sevenstep.report import finding_rule, rule


def lines(name: str, language: Language) -> Iterator[Styled]:
    """The rule with that code or name; raises Failure."""
    for found in FINDING_RULES:
        if name.casefold() in {found.code.casefold(), found.name}:
            return finding_rule.lines(found, language)
    info = find_rule(name)
    return rule.lines(info, bad_example(info), language)


def table(language: Language) -> Iterator[Styled]:
    """All rules, a line each."""
    yield from rule.table(known_rules(), language)
    yield from finding_rule.table(FINDING_RULES, language)
