"""Taking what reviewers' browsers saved into the notes beside the model."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.model.engagement import Engagement
from sevenstep.model.review import SECTION
from sevenstep.model.sections import Sections
from sevenstep.output.files import write_file
from sevenstep.output.rewrite import rewrite
from sevenstep.review.comments import Comment, read_comments
from sevenstep.review.merge import NewNote, merge
from sevenstep.review.notes_file import NOTES_FILE, with_notes
from sevenstep.source.document import Document
from sevenstep.source.files import BYTE_ORDER_MARK


@dataclass(frozen=True, slots=True)
class ImportedComments:
    """What an import of reviewers' comments did: the notes added, how many were there before, and the file.

    `missing` are those of the new ones whose element is not in the model; `other_version` those about another version.
    """

    file: Path
    added: tuple[NewNote, ...]
    known: int
    missing: tuple[NewNote, ...]
    other_version: tuple[NewNote, ...]


def take(
    folder: Path, engagement: Engagement, parts: Iterable[Sections], files: Iterable[Path], *, write: bool = True
) -> ImportedComments:
    """Put the comments in `files` beside the model in `folder`, as notes; what is there already stays untouched.

    All files are read before anything is written. Raises Failure where one of them cannot be used.
    """
    read = tuple(parts)
    if not any(part.header for part in read):
        raise Failure(
            Text(zh="engagement.yaml 读不出来，不知道是哪个项目", en="engagement.yaml cannot be read"),
            Text(zh="先运行 sevenstep check", en="Run sevenstep check first"),
        )
    header, documents = engagement.header, [part.document for part in read]
    comments = [_as_of_now(comment, engagement) for path in files for comment in read_comments(path, header.id)]
    merged = merge(engagement.notes, _note_ids(documents), comments)
    if merged.new:
        before = next((document for document in documents if document.name == NOTES_FILE), None)
        after = with_notes(before, merged.new)
        if write:
            _write(folder, before, after)
    return ImportedComments(
        folder / NOTES_FILE,
        merged.new,
        merged.known,
        tuple(note for note in merged.new if not engagement.is_known(note.comment.element)),
        tuple(note for note in merged.new if note.comment.version != (header.version or "")),
    )


def _as_of_now(comment: Comment, engagement: Engagement) -> Comment:
    """The comment on what its element is called now: it may come from a site that was built before a rename."""
    now = engagement.former.get(comment.element)
    return comment.model_copy(update={"element": now}) if now is not None else comment


def _note_ids(documents: Iterable[Document]) -> frozenset[str]:
    """The ids of all notes in the files, those included that could not be read."""
    sections = (document.data.get(SECTION) for document in documents if isinstance(document.data, dict))
    return frozenset(key for section in sections if isinstance(section, dict) for key in section)


def _write(folder: Path, before: Document | None, after: str) -> None:
    target = folder / NOTES_FILE
    if before is not None:
        rewrite(target, folder, before.text.encode(), after.encode(), head=BYTE_ORDER_MARK)
        return
    if target.exists() or not target.resolve().is_relative_to(folder.resolve()):
        raise Failure(
            Text(
                zh=f"{target} 不能写：它读不出来，或指到文件夹之外", en=f"{target} cannot be read, or leads elsewhere"
            ),
            Text(zh="把它移开后再导入", en="Move it away and import again"),
        )
    write_file(target, after.encode("utf-8"))
