"""What can be done about a problem at once: the fix that is safe, and accepting it with a reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sevenstep.diagnostic import Edit
from sevenstep.language import Text
from sevenstep.lsp.open_engagement import OpenEngagement
from sevenstep.model.suggest import likely_meant
from sevenstep.ruleset.references.candidates import fitting_ids
from sevenstep.source.document import Document, Plain
from sevenstep.source.edit import edited
from sevenstep.source.insert_entries import with_inserted
from sevenstep.source.places import Located

_DANGLING: Final = "S011"
FIX_ALL: Final = Text(zh="改正此文件中所有可自动改正的问题", en="Fix all that is safe to fix in this file")


@dataclass(frozen=True, slots=True)
class TextChange:
    """The characters from `start` to `end` (offsets) become `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do about a problem: what it is called, the files it changes. `is_fix` where it mends the problem."""

    title: Text
    problem: Located
    changes: dict[str, TextChange]
    is_fix: bool


def actions(engagement: OpenEngagement, file: str, problems: list[Located]) -> Iterator[Action]:
    """What can be done about those problems of a file."""
    document = engagement.document(file)
    if document is None:
        return
    for problem in problems:
        if (fix := _fix(document, problem)) is not None:
            yield fix
        else:
            yield from _meant(engagement, document, problem)
        if (accept := _accept(engagement, problem)) is not None:
            yield accept


def fix_all(document: Document, problems: list[Located]) -> TextChange | None:
    """Every safe fix of a file at once."""
    edits = [edit for problem in problems for edit in problem.diagnostic.edits]
    after, count = edited(document, edits) if edits else (document.text, 0)
    return changed(document.text, after) if count else None


def _fix(document: Document, problem: Located) -> Action | None:
    edits = problem.diagnostic.edits
    if not edits or any(edit.place.file != document.name for edit in edits):
        return None
    after, count = edited(document, edits)
    if not count:
        return None
    remedy = problem.diagnostic.remedy or problem.diagnostic.message
    return Action(remedy, problem, {document.name: changed(document.text, after)}, is_fix=True)


def _meant(engagement: OpenEngagement, document: Document, problem: Located) -> Iterator[Action]:
    """The ids that a reference which leads nowhere may mean."""
    if problem.diagnostic.rule.code != _DANGLING or engagement.checked is None:
        return
    chain = engagement.checked.chain
    missing = (link for link in chain.dangling if link.source == problem.diagnostic.element)
    for link in missing:
        place = chain.engagement.place(link.source, link.path, on_key=link.on_key)
        if place.file != document.name or place.path != problem.diagnostic.place.path:
            continue
        wrong = link.target.rpartition("/")[2] if link.relation.local else link.target
        for key in likely_meant(wrong, fitting_ids(chain, link)):
            after, count = edited(document, [Edit(place, key)])
            if count:
                title = Text(zh=f"改成 {key}", en=f"Change to {key}")
                yield Action(title, problem, {document.name: changed(document.text, after)}, is_fix=True)


def _accept(engagement: OpenEngagement, problem: Located) -> Action | None:
    """Accepting the problem on its element; an error cannot be accepted."""
    found, checked = problem.diagnostic, engagement.checked
    if not found.element or found.is_error or checked is None or found.element not in checked.chain.elements:
        return None
    place = checked.chain.engagement.places[found.element]
    document = engagement.document(place.file)
    languages = checked.chain.engagement.header.languages
    reason = {"zh": "请写明可以保留的理由", "en": "Say why this may stay"}
    said: dict[str, Plain] = {language: reason[language] for language in languages}
    if document is None:
        return None
    after = with_inserted(document, (*place.path, "accepted"), {found.rule.code: said})
    if after is None:
        return None
    title = Text(zh=f"暂缓 {found.rule.code}，写明理由", en=f"Accept {found.rule.code} with a reason")
    return Action(title, problem, {document.name: changed(document.text, after)}, is_fix=False)


def changed(before: str, after: str) -> TextChange:
    """The least stretch in which two texts differ."""
    start = _alike(before, after)
    tail = _alike(before[start:][::-1], after[start:][::-1])
    return TextChange(start, len(before) - tail, after[start : len(after) - tail])


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((count for count, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))
