"""What a check has found, as finished data that every format is written from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sevenstep.chain.acceptance import AcceptanceMatch
from sevenstep.chain.completeness import Completeness, completeness
from sevenstep.chain.coverage import StepCoverage, coverage, standings
from sevenstep.checking.check import Checked
from sevenstep.diagnostic import RuleInfo, Severity
from sevenstep.language import Text
from sevenstep.model.clock import given_time
from sevenstep.model.kind import Where
from sevenstep.source.places import Located, spans_of


@dataclass(frozen=True, slots=True)
class AcceptedViolation:
    """A violation that the author accepts, with its place, and the acceptance with its reason."""

    located: Located
    match: AcceptanceMatch


@dataclass(frozen=True, slots=True)
class ElementLine:
    """The line on which an element begins that must be justified or covered, and whether it is both.

    What is deferred with a reason is neither whole nor missed: it has none, unless nothing justifies it.
    """

    file: str
    line: int
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Report:
    """One run of the check, ready to be written.

    `prefix` stands before each file's name so that the place can be opened from where the person stands; `base` is the
    folder that such paths count from, empty where that goes without saying. `problems` are
    errors, warnings and hints in the order of the files; `counts` counts all that was found, told here or not, and
    questions besides; `by_step` counts it by the number of the step. `files` are all files of the engagement.
    `elements` are there only for formats that tell of coverage line by line. `time` is in seconds since 1970, 0 where
    nothing says when: same input, same bytes.
    """

    prefix: str
    version: str
    engagement: str
    title: Text
    files: tuple[str, ...]
    problems: tuple[Located, ...]
    counts: Mapping[Severity, int]
    accepted: tuple[AcceptedViolation, ...]
    rules: tuple[RuleInfo, ...]
    coverage: tuple[StepCoverage, ...]
    completeness: Mapping[int, Completeness]
    by_step: Mapping[tuple[int, Severity], int]
    relations: int
    elements: tuple[ElementLine, ...] = ()
    time: int = 0
    base: str = ""

    def path(self, file: str) -> str:
        """Where the file of the engagement lies, seen from where the person stands."""
        return f"{self.prefix}{file}"


def report_of(
    checked: Checked,
    prefix: str,
    version: str,
    *,
    problems: Sequence[Located] | None = None,
    element_lines: bool = True,
    base: str = "",
) -> Report:
    """The report of a check.

    `problems` are those to tell of, where that is not all of them (the person wants errors only). Without
    `element_lines` the files are not read again for the place of every element; only coverage needs that.
    """
    header = checked.chain.engagement.header
    told = tuple(checked.problems if problems is None else problems)
    accepted = tuple(_accepted(checked))
    places = [problem.diagnostic.place for problem in (*told, *(violation.located for violation in accepted))]
    return Report(
        prefix=prefix,
        version=version,
        engagement=header.id,
        title=header.title,
        files=tuple(sorted({document.name for document in checked.documents} | {place.file for place in places})),
        problems=told,
        counts={severity: checked.count(severity) for severity in Severity},
        accepted=accepted,
        rules=checked.rules,
        coverage=coverage(checked.chain),
        completeness=completeness(checked.chain),
        by_step=checked.by_step(),
        relations=sum(1 for _ in checked.chain.links()),
        elements=tuple(_element_lines(checked)) if element_lines else (),
        time=given_time() or 0,
        base=base,
    )


def _accepted(checked: Checked) -> Iterator[AcceptedViolation]:
    matches = {accepted.diagnostic: accepted.match for accepted in checked.accepted}
    for match in checked.located(matches):
        if match.diagnostic.severity is not Severity.QUESTION:
            yield AcceptedViolation(match, matches[match.diagnostic])


def _element_lines(checked: Checked) -> Iterator[ElementLine]:
    engagement = checked.chain.engagement
    asked = {
        key: standing
        for key, standing in standings(checked.chain).items()
        if (standing.justified is not None or standing.covered is not None)
        and (standing.accepted is None or standing.justified is False)
        and checked.chain.elements[key].KIND.is_shown(Where.COUNT)
    }
    places = {key: engagement.place(key) for key in asked}
    spans = spans_of(places.values(), checked.documents)
    for key, standing in asked.items():
        if span := spans.get(places[key]):
            is_whole = standing.justified is not False and standing.covered is not False
            yield ElementLine(places[key].file, span.line, is_whole)
