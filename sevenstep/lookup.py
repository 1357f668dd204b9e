"""Looking things up: in a model, and among the rules.

As in the pipeline, a `model` is a folder, or what `check` gave for one. What is not there is raised as Failure.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sevenstep.checking.given import Model, checked_model, language_of
from sevenstep.language import Language
from sevenstep.notebook import Reading, Table

if TYPE_CHECKING:
    from rich.text import Text as Styled

    from sevenstep.analysis.findings.rule import FindingRule
    from sevenstep.analysis.results import Analysis
    from sevenstep.checking.check import Checked
    from sevenstep.checking.questions import Question
    from sevenstep.diagnostic import RuleInfo
    from sevenstep.model.element import Element


def find(model: Model, element_id: str, kind: str = "") -> "Element":
    """The element with that id (case and full-width forms do not matter), which is of the `kind` that is named."""
    from sevenstep.chain.find import find as element_of

    return element_of(checked_model(model).chain, element_id, kind)


def questions(model: Model, party: str = "") -> "list[Question]":
    """What is not known yet, by step: whom to ask, and what hangs on the answer."""
    from sevenstep.checking.questions import questions as open_questions

    checked = checked_model(model)
    found = open_questions(checked)
    if not party:
        return found
    from sevenstep.analysis.analyse import analysis_of
    from sevenstep.checking.party_sheet import asked_of

    actor = find(checked, party, "actor").id
    return asked_of(checked.chain, analysis_of(checked.chain), found, actor)


def picture_names(model: Model) -> list[str]:
    """The names of the pictures that an engagement has; ``trace/ID`` can be asked for besides."""
    from sevenstep.diagrams.pictures import catalogue

    return catalogue.names(checked_model(model).chain)


def rules() -> "tuple[RuleInfo, ...]":
    """Every rule there is, those of third parties included, by code."""
    from sevenstep.checking.known_rules import known_rules

    return known_rules()


def rule(name: str) -> "RuleInfo":
    """The rule with that code or name."""
    from sevenstep.checking.known_rules import find_rule

    return find_rule(name)


def finding_rules() -> "tuple[FindingRule, ...]":
    """Every rule by which the analysis finds what is wrong with the business, by code."""
    from sevenstep.analysis.findings.catalogue import FINDING_RULES

    return FINDING_RULES


def show(model: Model, element_id: str, *, language: Language | None = None) -> str:
    """One element to be read: its fields, its relations up and down, why it exists, where it is written."""
    from sevenstep.report.element import lines

    checked = checked_model(model)
    return _read(lines(checked, find(checked, element_id), "", language_of(language)))


def explain(name: str, *, language: Language | None = None) -> str:
    """One rule to be read: what it asks for, why, an example each way, how to switch it off."""
    from sevenstep.report.explain import lines

    return _read(lines(name, language_of(language)))


def table(given: "Checked | Analysis | Iterable[object]", *, language: Language | None = None) -> Table:
    """A table to look at, or for pandas or Polars: the problems of a model, every value of an analysis, or a list of
    rules, questions, elements or findings."""
    from sevenstep.report.tables import table_of

    return table_of(given, language_of(language))


def _read(lines: "Iterable[Styled]") -> Reading:
    return Reading("\n".join(line.plain for line in lines))
