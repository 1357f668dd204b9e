"""Which comments are new: a pure function of the notes that are there and the comments that come."""

import hashlib
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from sevenstep.model.review import ReviewNote
from sevenstep.review.comments import Comment


@dataclass(frozen=True, slots=True)
class NewNote:
    """A comment that becomes a note: under which id, and which note of the same reviewer it replaces, if any."""

    id: str
    comment: Comment
    revises: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """The notes to be added, oldest first, and how many comments had been imported before."""

    new: tuple[NewNote, ...]
    known: int


@dataclass(frozen=True, slots=True)
class _Known:
    id: str
    by: str
    when: str
    said: tuple[str, str, str]


def merge(notes: Mapping[str, ReviewNote], used: Set[str], comments: Iterable[Comment]) -> Merged:
    """Tell new comments from known ones, by their ids.

    A comment that its reviewer changed after it was imported comes as a note of its own, under the id with the mark of
    its words behind it, and replaces the earlier one. `used` are the ids of all notes in the files, unreadable ones
    too.
    """
    families: dict[str, list[_Known]] = {}
    for key, note in notes.items():
        families.setdefault(key.partition("-")[0], []).append(_of_note(key, note))
    taken = set(used)
    new: list[NewNote] = []
    known = 0
    for comment in sorted(comments, key=lambda comment: (comment.when, comment.id)):
        family = families.setdefault(comment.id, [])
        fresh = _new(comment, family, taken)
        if fresh is None:
            known += 1
            continue
        new.append(fresh)
        taken.add(fresh.id)
        family.append(_Known(fresh.id, comment.by, comment.when, _said(comment)))
    return Merged(tuple(new), known)


def _new(comment: Comment, family: list[_Known], taken: Set[str]) -> NewNote | None:
    if not family:
        return NewNote(comment.id, comment) if comment.id not in taken else None
    of_reviewer = [known for known in family if known.by == comment.by]
    if any(known.when >= comment.when or known.said == _said(comment) for known in of_reviewer):
        return None  # the same, or an earlier wording of what is there
    name = f"{comment.id}-{_mark(comment)}"
    if name in taken:
        return None
    return NewNote(name, comment, of_reviewer[-1].id if of_reviewer else "")


def _said(comment: Comment) -> tuple[str, str, str]:
    return comment.element, comment.stance, comment.text


def _of_note(key: str, note: ReviewNote) -> _Known:
    text = note.text.for_language("zh") if note.text is not None else ""
    return _Known(key, note.by.for_language("zh"), note.when or "", (note.element, note.stance, text))


def _mark(comment: Comment) -> str:
    words = "\0".join((comment.by, comment.when, *_said(comment)))
    return hashlib.sha256(words.encode("utf-8")).hexdigest()[:6]
