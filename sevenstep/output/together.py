"""Changing several files as one: all of them, or none, as far as a file system allows.

Everything is looked at and laid beside its place before the first file is replaced. Should a later one fail, or the
person end it, those before it get back what they held.
"""

import contextlib
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.output.files import let_others_read, make_folders, written_beside
from sevenstep.output.reason import cannot_write, shown
from sevenstep.output.rewrite import Rewriting, inside


@dataclass(frozen=True, slots=True)
class FileContent:
    """What a file holds and is to hold; None: there is no such file."""

    path: Path
    before: bytes | None
    after: bytes | None


def rewrite_all(contents: Iterable[FileContent], folder: Path, *, head: bytes = b"") -> None:
    """Change, make and take away files in `folder`, all or none. Raises Failure.

    A `head` before the content of a file that is changed stays where it is; see `rewrite` for links and the rest.
    """
    wanted = [content for content in contents if content.before != content.after]
    steps: list[_Step] = []
    undone = True
    at = folder
    try:
        for content in wanted:
            at = content.path
            steps.append(_step(content, folder, head, undoable=len(wanted) > 1))
        for step in steps:
            at = step.path
            step.prepare()
        for step in steps:
            at = step.path
            step.commit()
    except BaseException as error:
        left = _undone(steps)
        undone = not left
        if left:
            raise _half_done(left) from error
        if isinstance(error, OSError | ValueError):
            raise cannot_write(at, error) from error
        raise
    finally:
        with contextlib.ExitStack() as cleaning:  # what ends one does not keep the others from being cleared away
            for step in steps if undone else ():
                cleaning.callback(step.clean)


def _undone(steps: "list[_Step]") -> "list[_Step]":
    """Put back what was there; those that could not be."""
    left: list[_Step] = []
    for step in reversed(steps):
        try:
            step.undo()
        except (OSError, ValueError, Failure):
            left.append(step)
    return left


class _Making:
    """A file that is not there yet."""

    def __init__(self, path: Path, folder: Path, after: bytes) -> None:
        inside(path.parent, folder)
        if os.path.lexists(path):
            raise _in_the_way(path)
        self.path = path
        self.after = after
        self.new: Path | None = None
        self.old: Path | None = None
        self.made: list[Path] = []
        self.is_done = False

    def prepare(self) -> None:
        self.made = make_folders(self.path.parent)
        self.new = written_beside(self.path, self.after)
        let_others_read(self.new)

    def commit(self) -> None:
        if self.new is None:
            raise ValueError("not prepared")
        try:
            os.link(self.new, self.path)  # in no case over what has come there meanwhile
        except FileExistsError:
            raise _in_the_way(self.path) from None
        except OSError:  # a file system without hard links
            if os.path.lexists(self.path):
                raise _in_the_way(self.path) from None
            self.new.rename(self.path)
        self.is_done = True

    def undo(self) -> None:
        if self.is_done:
            self.path.unlink(missing_ok=True)
        if self.new is not None:
            self.new.unlink(missing_ok=True)
        for folder in reversed(self.made):
            with contextlib.suppress(OSError):
                folder.rmdir()

    def clean(self) -> None:
        if self.new is not None:
            with contextlib.suppress(OSError):
                self.new.unlink()


class _Removing(Rewriting):
    """A file that goes. A link is none of ours to take away."""

    def __init__(self, path: Path, folder: Path, before: bytes, head: bytes) -> None:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise _no_file(path)
        super().__init__(path, folder, before, before, head, undoable=True)

    def prepare(self) -> None:
        self.old = self._beside(self.before)

    def commit(self) -> None:
        if self.old is None:
            raise PermissionError(13, "not ours")
        self.is_done = True
        self.real.unlink()

    def undo(self) -> None:
        if self.is_done and self.old is not None and not os.path.lexists(self.real):
            self.old.rename(self.real)


_Step = Rewriting | _Making


def _step(content: FileContent, folder: Path, head: bytes, *, undoable: bool) -> _Step:
    if content.before is None:
        return _Making(content.path, folder, content.after or b"")
    if content.after is None:
        return _Removing(content.path, folder, content.before, head)
    return Rewriting(content.path, folder, content.before, content.after, head, undoable=undoable)


def _in_the_way(path: Path) -> Failure:
    return Failure(
        Text(zh=f"{shown(path)} 已经存在，不会被替换", en=f"{shown(path)} is there already and will not be replaced"),
        Text(zh="换一个文件名", en="Choose another name"),
    )


def _no_file(path: Path) -> Failure:
    return Failure(
        Text(zh=f"{shown(path)} 是链接，不会被删除", en=f"{shown(path)} is a link and will not be taken away"),
        Text(zh="换成文件本身，再运行一次", en="Put the file itself in its place, and run the command again"),
    )


def _half_done(left: "list[_Step]") -> Failure:
    files = "、".join(shown(step.path) for step in left)
    kept = ", ".join(shown(step.old) for step in left if step.old is not None)
    return Failure(
        Text(
            zh=f"没有全部写成，也没能全部复原：{files} 已经改了",
            en=f"Not everything could be written, nor put back: {files.replace('、', ', ')} is changed already",
        ),
        Text(
            zh=f"改动前的内容在 {kept}，把它们改回原来的名称" if kept else "用版本管理恢复这些文件",
            en=f"What they held before is in {kept}: give those files their names back"
            if kept
            else "Restore them from your version control",
        ),
    )
