"""The file beside the model that holds the notes: new ones go behind those that are there."""

from collections.abc import Iterable
from typing import Final

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.model.review import SECTION
from sevenstep.review.merge import NewNote
from sevenstep.source.document import Document, Plain
from sevenstep.source.insert_entries import with_inserted

NOTES_FILE: Final = "review/notes.yaml"
HEAD: Final = """\
# 评审意见，由 sevenstep comments import 写入。处理完一条，就在它下面写一行：
# What reviewers said, written by `sevenstep comments import`. When a note is settled, write below it:
#     settled: 处理结果 / how it was settled
#     settled: {by: 姓名 / name, date: 2026-11-23, how: 处理结果 / how}
"""


def with_notes(document: Document | None, notes: Iterable[NewNote]) -> str:
    """The text of the file with the new notes; raises Failure where they cannot be added to what stands there."""
    before = document or Document(NOTES_FILE, HEAD, None, complete=True)
    text = with_inserted(before, (SECTION,), {note.id: _fields(note) for note in notes})
    if text is None:
        raise Failure(
            Text(
                zh=f"无法把意见加进 {NOTES_FILE}：它现在的内容读不通，或不是“编号: …”的写法",
                en=f"The notes cannot be added to {NOTES_FILE}: it cannot be read, or holds no mapping of notes",
            ),
            Text(
                zh="先运行 sevenstep check 改好它，或把它改名后再导入",
                en="Fix it (sevenstep check tells what is wrong), or rename it, and import again",
            ),
        )
    return text


def _fields(note: NewNote) -> Plain:
    said = note.comment
    fields = {
        "element": said.element,
        "title": said.title,
        "stance": said.stance,
        "text": said.text,
        "by": said.by,
        "when": said.when,
        "version": said.version,
        "revises": note.revises,
    }
    return {key: value for key, value in fields.items() if value}
