"""Diagnostics as a page shows them: placed, with the offending line and a link to it."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from sevenstep.checking.check import Checked
from sevenstep.diagnostic import KeyPath, Place, Span
from sevenstep.language import Language
from sevenstep.publishing.views import ExcerptLine, Problem, Ref
from sevenstep.source.excerpt import excerpt
from sevenstep.source.lines import lines_of
from sevenstep.source.places import Located

MOST: Final = 500
"""How many problems a site lists, the errors first; a model with more is not read problem by problem."""
_LONGEST: Final = 160


def problems_of(checked: Checked, refs: Mapping[str, Ref], language: Language) -> tuple[Problem, ...]:
    """The problems of the model, errors first, then in the order of the files."""
    chosen = sorted(checked.problems, key=lambda located: located.diagnostic.severity.rank)[:MOST]
    texts = {document.name: document.text for document in checked.documents}
    lines: dict[str, list[str]] = {}
    engagement = checked.chain.engagement
    at: dict[tuple[str, KeyPath], str] = {(place.file, place.path): key for key, place in engagement.places.items()}
    repository = engagement.header.settings.repository
    found = []
    for located in chosen:
        file = located.diagnostic.place.file
        if file not in lines:
            lines[file] = lines_of(texts.get(file, ""))
        element = _element(located.diagnostic.place, at)
        found.append(_problem(located, lines[file], refs.get(element or ""), repository, language))
    return tuple(found)


def _element(place: Place, at: Mapping[tuple[str, KeyPath], str]) -> str | None:
    """The element in which the place lies: the innermost one."""
    for length in range(len(place.path), 0, -1):
        if (key := at.get((place.file, place.path[:length]))) is not None:
            return key
    return None


def _problem(
    located: Located, lines: list[str], element: Ref | None, repository: str | None, language: Language
) -> Problem:
    diagnostic, span = located.diagnostic, located.span
    rule, file = diagnostic.rule, diagnostic.place.file
    return Problem(
        severity=rule.severity.value,
        word=rule.severity.label.for_language(language),
        code=rule.code,
        name=rule.name,
        message=diagnostic.message.for_language(language),
        remedy=diagnostic.remedy.for_language(language) if diagnostic.remedy is not None else "",
        where=where(located),
        link=source_link(repository, file, span.line if span else None),
        excerpt=_excerpt(lines, span) if span else (),
        element=element,
    )


def where(located: Located) -> str:
    """The place of a diagnostic as people write it: file:line:column."""
    file, span = located.diagnostic.place.file, located.span
    return f"{file}:{span.line}:{span.column}" if span else file


def source_link(repository: str | None, file: str, line: int | None) -> str:
    """Where the line can be read in the source repository; empty where none is named."""
    if repository is None:
        return ""
    return f"{repository.rstrip('/')}/{quote(file)}{f'#L{line}' if line else ''}"


def _excerpt(lines: list[str], span: Span) -> tuple[ExcerptLine, ...]:
    found = excerpt(lines, span, _LONGEST)
    if found is None:
        return ()
    line, end = found.line, min(found.end, len(found.line))
    marked = (line[found.cut : found.start], line[found.start : end][:_LONGEST], line[end : end + 40])
    first = (ExcerptLine(found.number - 1, found.before),) if found.before else ()
    return (*first, ExcerptLine(found.number, line[found.cut : found.cut + _LONGEST], marked))
