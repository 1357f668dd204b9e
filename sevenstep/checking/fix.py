"""What can be fixed without a person: the edits of the diagnostics, made round after round until none is left."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from sevenstep.checking.check import Checked
from sevenstep.diagnostic import Edit
from sevenstep.source.document import Document
from sevenstep.source.edit import edited
from sevenstep.source.files import SourceFile
from sevenstep.source.load import read_document

_MOST_ROUNDS: Final = 10
"""A fixed syntax error uncovers the next problem, and that another; so many layers no file has."""

_MOST_TYPOS: Final = 500
"""How many typos are fixed in one file at a time."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after, and how many problems that fixes."""

    file: str
    before: str
    after: str
    fixed: int

    def __repr__(self) -> str:
        return f"<Change {self.file}: {self.fixed} fixed>"


def fix(checked: Checked, check_again: Callable[[Iterable[Document]], Checked]) -> tuple[list[Change], Checked]:
    """The changes that fix what is safe to fix, and the model checked with them. No file is touched."""
    originals = {document.name: document.text for document in checked.documents}
    counts: dict[str, int] = {}
    for _ in range(_MOST_ROUNDS):
        changed: dict[str, Document] = {}
        edits = _edits_by_file(checked)
        for document in checked.documents:
            if document.name in edits:
                after, count = _made_readable(document)
                if not count:
                    text, applied = edited(document, edits[document.name])
                    count = min(applied, _problems(checked, document.name))
                    after = read_document(SourceFile(document.name, text))
                if count and after.text != document.text:
                    changed[document.name] = after
                    counts[document.name] = counts.get(document.name, 0) + count
        if not changed:
            break
        checked = check_again(changed.get(document.name, document) for document in checked.documents)
    changes = [
        Change(document.name, originals[document.name], document.text, counts[document.name])
        for document in checked.documents
        if document.name in counts
    ]
    return changes, checked


def _made_readable(document: Document) -> tuple[Document, int]:
    """The file with its typos fixed, if more of it can be read then; and how many those are.

    A typo hides what stands behind it, so they can only be found one after the other.
    """
    after, count = document, 0
    while count < _MOST_TYPOS:
        edits = [edit for diagnostic in after.diagnostics for edit in diagnostic.edits if edit.place.span is not None]
        text, _ = edited(after, edits)
        if not edits or text == after.text:
            break
        after, count = read_document(SourceFile(document.name, text)), count + 1
    return (after, count) if after.parts > document.parts else (document, 0)


def _problems(checked: Checked, file: str) -> int:
    """How many problems of a file have edits, which may be several each; those of reading are fixed before others."""
    of_each = [[edit for edit in diagnostic.edits if edit.place.file == file] for diagnostic in checked.found]
    of_reading = sum(any(edit.place.span is not None for edit in edits) for edits in of_each)
    return of_reading or sum(bool(edits) for edits in of_each)


def _edits_by_file(checked: Checked) -> dict[str, list[Edit]]:
    found: dict[str, list[Edit]] = {}
    for diagnostic in checked.found:
        for edit in diagnostic.edits:
            found.setdefault(edit.place.file, []).append(edit)
    return {file: list(dict.fromkeys(edits)) for file, edits in found.items()}
