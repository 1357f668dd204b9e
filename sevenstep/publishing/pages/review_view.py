"""Reviewers' notes as pages show them: on the element's own page, and all together."""

from collections.abc import Iterable
from dataclasses import dataclass

from sevenstep.model.choices import Stance
from sevenstep.model.review import ReviewNote
from sevenstep.publishing.context import Context
from sevenstep.publishing.views import Ref
from sevenstep.publishing.words.words_review import SCRIPT


@dataclass(frozen=True, slots=True)
class NoteView:
    """One note; `when` is the day, `moment` the time as it is written.

    `version` is set where it is about another version than this; `how` tells how it was settled.
    """

    about: Ref | None
    gone: bool
    title: str
    stance: str
    word: str
    text: str
    by: str
    when: str
    moment: str
    version: str
    settled: bool
    how: str
    settled_by: str
    id: str


@dataclass(frozen=True, slots=True)
class ReviewView:
    """All notes of the model: open ones, settled ones, agreements."""

    open: tuple[NoteView, ...]
    settled: tuple[NoteView, ...]
    agreed: tuple[NoteView, ...]


def notes_on(context: Context, element: str) -> tuple[NoteView, ...]:
    """The notes on one element, oldest first."""
    return _views(context, context.chain.engagement.notes_on.get(element, ()))


def review_view(context: Context) -> ReviewView:
    """All notes that stand, oldest first."""
    views = _views(context, context.chain.engagement.live_notes.values())
    said = [view for view in views if view.stance != Stance.AGREE]
    return ReviewView(
        tuple(view for view in said if not view.settled),
        tuple(view for view in said if view.settled),
        tuple(view for view in views if view.stance == Stance.AGREE),
    )


def _views(context: Context, notes: Iterable[ReviewNote]) -> tuple[NoteView, ...]:
    return tuple(_view(context, note) for note in sorted(notes, key=lambda note: (note.when or "", note.id)))


def _view(context: Context, note: ReviewNote) -> NoteView:
    settled, engagement = note.settled, context.chain.engagement
    done = (context.said(settled.by), settled.date or "") if settled is not None else ()
    return NoteView(
        about=context.refs.get(note.element),
        gone=not engagement.is_known(note.element),
        title=context.said(engagement.title_of(note.element) or note.title) or note.element,
        stance=note.stance,
        word=SCRIPT[note.stance][0 if context.language == "zh" else 1],
        text=context.said(note.text),
        by=context.said(note.by),
        when=(note.when or "")[:10],
        moment=note.when or "",
        version=note.version if note.version and note.version != context.header.version else "",
        settled=settled is not None,
        how=context.said(settled.how) if settled is not None else "",
        settled_by=" · ".join(said for said in done if said),
        id=note.id,
    )
