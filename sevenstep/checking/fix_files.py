"""Fixing what can be fixed without a person, in the files themselves."""

from collections.abc import Iterable
from pathlib import Path

from sevenstep.checking.check import Checked
from sevenstep.checking.fix import Change
from sevenstep.checking.load import load_and_fix
from sevenstep.model.header import CheckSettings
from sevenstep.output.progress import Tell
from sevenstep.output.together import FileContent, rewrite_all
from sevenstep.source.files import BYTE_ORDER_MARK
from sevenstep.source.guard import identity
from sevenstep.source.writing import writing


def fix_files(
    folder: Path, settings: CheckSettings | None = None, *, tell: Tell | None = None
) -> tuple[list[Change], Checked]:
    """The changes, which are written, and the model checked with them; raises Failure.

    Waits for others that write beside the model, and has `tell` say so.
    """
    changes, checked = load_and_fix(folder, settings)
    if not changes:  # nothing is written: this may be a folder that nobody may write to
        return changes, checked
    with writing(folder, tell):
        changes, checked = load_and_fix(folder, settings)
        _write(folder, changes)
    return changes, checked


def _write(folder: Path, changes: Iterable[Change]) -> None:
    contents: dict[tuple[int, int] | None, FileContent] = {}
    for change in changes:  # the same file under another name, such as a link, waits for the next run
        path = folder / change.file
        contents.setdefault(identity(path), FileContent(path, change.before.encode(), change.after.encode()))
    rewrite_all(contents.values(), folder, head=BYTE_ORDER_MARK)
