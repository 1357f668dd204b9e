"""The fourth stage: an engagement with everything that is wrong with it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final, Self

from sevenstep.chain.acceptance import AcceptanceMatch, acceptance
from sevenstep.chain.coverage import counted_elements
from sevenstep.chain.graph import Chain, build
from sevenstep.checking.crash import crash
from sevenstep.checking.selection import Selection
from sevenstep.diagnostic import Diagnostic, RuleInfo, Severity
from sevenstep.failure import Failure
from sevenstep.language import Language, Text, many, user_language
from sevenstep.model.build import build as build_engagement
from sevenstep.model.build import read_sections
from sevenstep.model.engagement import Engagement
from sevenstep.model.header import CheckSettings
from sevenstep.model.sections import Sections
from sevenstep.notebook import Table, html_card
from sevenstep.ruleset.catalogue import CHAIN_RULES, OTHER_RULES, READING_RULES
from sevenstep.ruleset.check_itself.s013_unknown_rule import unknown_rules
from sevenstep.ruleset.check_itself.s014_useless_acceptance import useless_acceptances
from sevenstep.ruleset.check_itself.s015_expired_acceptance import expired_acceptances
from sevenstep.ruleset.rule import Rule
from sevenstep.source.document import Document
from sevenstep.source.files import HEADER_FILE
from sevenstep.source.places import Located, located


@dataclass(frozen=True, slots=True)
class Accepted:
    """A violation that the author accepts, and the acceptance with its reason."""

    diagnostic: Diagnostic
    match: AcceptanceMatch


@dataclass(frozen=True)
class Checked:
    """The files as header and elements, the chain they make, and every violation of every rule.

    `rules` are all that are known, by code, whether they were run or not; `selection` tells which were, and how bad.
    `folder` is where the files were read, if they were files.
    Places become lines and columns only when `problems` or `questions` are asked for: a clean model never pays for it.
    """

    parts: tuple[Sections, ...]
    chain: Chain
    found: tuple[Diagnostic, ...]
    accepted: tuple[Accepted, ...]
    rules: tuple[RuleInfo, ...]
    selection: Selection
    folder: Path | None = None

    def __repr__(self) -> str:
        return f"<Checked {self.chain.engagement.header.id}: {', '.join(self._counts('en'))}>"

    def _repr_html_(self) -> str:
        language = user_language()
        return html_card(
            self.chain.engagement.header.title.for_language(language),
            self._counts(language),
            self.table(language=language),
        )

    def _counts(self, language: Language) -> list[str]:
        counts = [(severity.label.for_language(language), self.count(severity)) for severity in Severity]
        counted = counted_elements(self.chain)
        elements = Text(zh=f"{counted} 个要素", en=many(counted, "element"))
        said = (f"{count} 个{word}" if language == "zh" else many(count, word) for word, count in counts)
        return [elements.for_language(language), *said]

    def table(self, *, language: Language | None = None) -> Table:
        """Every problem down to hints, one a row."""
        return Table(COLUMNS, (_row(problem, language or user_language()) for problem in self.problems))

    @property
    def read_from(self) -> Path:
        """The folder that the files were read from; raises ValueError where they were none."""
        if self.folder is None:
            raise ValueError("this model was not read from a folder")
        return self.folder

    @property
    def documents(self) -> tuple[Document, ...]:
        """The files of the engagement."""
        return tuple(sections.document for sections in self.parts)

    @cached_property
    def problems(self) -> tuple[Located, ...]:
        """Errors, warnings and hints with their places, in the order of the files."""
        return self.located(diagnostic for diagnostic in self.found if diagnostic.severity is not Severity.QUESTION)

    @cached_property
    def questions(self) -> tuple[Located, ...]:
        """What is not known yet, with its places, in the order of the files."""
        return self.located(diagnostic for diagnostic in self.found if diagnostic.severity is Severity.QUESTION)

    def located(self, wanted: Iterable[Diagnostic]) -> tuple[Located, ...]:
        """Diagnostics of this model with their lines and columns."""
        return tuple(located(wanted, self.documents))

    def count(self, severity: Severity) -> int:
        """How many violations are that bad."""
        return sum(diagnostic.severity is severity for diagnostic in self.found)

    def by_step(self) -> Counter[tuple[int, Severity]]:
        """How many violations of each severity there are in the elements of each step; step 0: of no element."""
        elements = self.chain.elements
        steps = (
            (elements[diagnostic.element].KIND.step if diagnostic.element in elements else 0, diagnostic.severity)
            for diagnostic in self.found
        )
        return Counter(steps)

    @property
    def errors(self) -> int:
        return self.count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        return self.count(Severity.WARNING)


COLUMNS: Final = ("severity", "code", "rule", "message", "remedy", "element", "file", "line", "column")


def _row(problem: Located, language: Language) -> tuple[str | int | None, ...]:
    found, span = problem.diagnostic, problem.span
    return (
        found.severity.value,
        found.rule.code,
        found.rule.name,
        found.message.for_language(language),
        found.remedy.for_language(language) if found.remedy is not None else None,
        found.element or None,
        found.place.file,
        span.line if span is not None else None,
        span.column if span is not None else None,
    )


class ModelHasErrors(Failure):
    """What was asked for needs a sound model, and this one has errors (`checked` tells which)."""

    def __init__(self, checked: Checked) -> None:
        super().__init__(
            Text(zh=f"模型有 {checked.errors} 个错误", en=f"The model has {many(checked.errors, 'error')}"),
            Text(zh="请先修改，或发布草稿（draft）", en="Fix them, or publish a draft"),
        )
        self.checked = checked

    def __reduce__(self) -> tuple[type[Self], tuple[Checked]]:
        """How it travels from one process to another."""
        return type(self), (self.checked,)


def check(
    documents: Iterable[Document],
    extra: Iterable[Diagnostic] = (),
    rules: Iterable[Rule] = CHAIN_RULES,
    *,
    settings: CheckSettings | None = None,
    project_settings: CheckSettings | None = None,
    day: date | None = None,
    previous: Checked | None = None,
) -> Checked:
    """Build the chain of `documents` and run every rule on it that the settings ask for.

    `extra` problems, found on the way here, are reported with the rest. The `settings` go before those of the
    engagement, and those of the project come after. `day` is the day on which acceptances are judged, today where it is
    left out. What has not changed since the `previous` check is not validated again.
    """
    read = tuple(documents)
    parts = read_sections(read, previous.parts if previous else ())
    engagement, while_building = build_engagement(parts, day)
    chain = build(engagement, previous.chain if previous else None)
    layers = (settings, engagement.header.check, project_settings)
    selection = Selection(tuple(layer for layer in layers if layer is not None))
    running = [rule for rule in rules if selection.runs(rule.info)]
    found = [*extra, *(diagnostic for document in read for diagnostic in document.diagnostics), *while_building]
    for rule in running:
        found.extend(_run(rule, chain))
    known = [*OTHER_RULES, *(rule.info for rule in rules)]
    found.extend(unknown_rules(chain, engagement.header.check, known))
    told = selection.applied(
        diagnostic for diagnostic in found if diagnostic.rule in READING_RULES or not _follows(diagnostic, engagement)
    )
    kept, accepted = _accepted(chain, told)
    if engagement.complete:
        used = {(each.match.element, each.match.key) for each in accepted}
        idle = (
            *useless_acceptances(chain, used, (rule.info for rule in running)),
            *expired_acceptances(chain),
        )
        kept += selection.applied(diagnostic for diagnostic in idle if selection.runs(diagnostic.rule))
    known.sort(key=lambda info: info.code)
    return Checked(parts, chain, tuple(dict.fromkeys(kept)), tuple(accepted), tuple(known), selection)


def _follows(problem: Diagnostic, engagement: Engagement) -> bool:
    """Whether a problem may only follow from a value that could not be read, and that has been reported."""
    if problem.element:
        return engagement.is_partial(problem.element)
    path = problem.place.path
    return bool(engagement.lost) and problem.place.file == HEADER_FILE and (not path or engagement.lacks(str(path[0])))


def _run(rule: Rule, chain: Chain) -> Iterator[Diagnostic]:
    """The rule's diagnostics; if it crashes, those found so far and one that names it."""
    try:
        yield from rule.check(chain)
    except Exception as error:
        yield crash(rule, error)


def _accepted(chain: Chain, found: Iterable[Diagnostic]) -> tuple[list[Diagnostic], list[Accepted]]:
    """What is left to be fixed, and what its author accepts."""
    left: list[Diagnostic] = []
    accepted: list[Accepted] = []
    for diagnostic in found:
        match = (
            acceptance(chain, diagnostic.element, diagnostic.rule.code, diagnostic.rule.name)
            if diagnostic.element
            else None
        )
        if match is None:
            left.append(diagnostic)
        else:
            accepted.append(Accepted(diagnostic, match))
    return left, accepted
