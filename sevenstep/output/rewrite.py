"""Changing a file that is somebody's own: it keeps its permissions, its owner, its links, and its content if we fail.

A file of one name is replaced as a whole. One with several names (hard links), or one whose owner we may not give to
a new file, is written in place, so that all its names go on showing the same: its content then stands beside it in a
copy until the new one is safely on the disk.
"""

import contextlib
import errno
import os
import stat
from pathlib import Path
from typing import Final

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.output.files import take_over, written_beside
from sevenstep.output.reason import cannot_write, shown

_READ: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_WRITE: Final = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def rewrite(path: Path, folder: Path, before: bytes, after: bytes, *, head: bytes = b"") -> None:
    """Change the file at `path` from `before` to `after`, whole or not at all. Raises Failure.

    A link is followed where it leads to a file inside `folder`: it stays a link. A file whose content is not `before`
    any more is left alone. A `head` before the content stays where it is.
    """
    try:
        rewriting = Rewriting(path, folder, before, after, head)
        try:
            rewriting.prepare()
            rewriting.commit()
        finally:
            rewriting.clean()
    except (OSError, ValueError) as error:
        raise cannot_write(path, error) from error


class Rewriting:
    """One file that is to be changed: looked at, then prepared beside it, then put in its place.

    With `undoable`, what it held before is laid beside it, too, so that it can be put back even on a full disk.
    """

    def __init__(
        self, path: Path, folder: Path, before: bytes, after: bytes, head: bytes = b"", *, undoable: bool = False
    ) -> None:
        """Raises Failure, OSError or ValueError where the file is not what it should be."""
        self.path = path
        self.real = inside(path, folder)
        found, self.status = _read(self.real, len(head) + len(before))
        if found == head + before:
            before, after = found, head + after
        if found != before:
            raise changed_meanwhile(path)
        if not os.access(self.real, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only")
        self.before, self.after = before, after
        self.undoable = undoable
        self.new: Path | None = None
        self.old: Path | None = None
        self.is_done = False

    def prepare(self) -> None:
        """Write what it is to hold beside it; nothing where the file has several names, or another owner."""
        if self.status.st_nlink > 1:
            return
        self.new = self._beside(self.after)
        if self.new is not None and self.undoable:
            self.old = self._beside(self.before)

    def commit(self) -> None:
        """Put it in its place."""
        self.is_done = True
        if self.new is None:
            _in_place(self.path, self.real, self.status, self.before, self.after)
            return
        if not _is_same(self.real.lstat(), self.status):
            self.is_done = False
            raise changed_meanwhile(self.path)
        self.new.replace(self.real)

    def undo(self) -> None:
        """Put back what it held, if we have changed it; what somebody else wrote meanwhile is never replaced."""
        if not self.is_done or _read(self.real, len(self.before))[0] == self.before:
            return
        if _read(self.real, len(self.after))[0] != self.after:
            raise changed_meanwhile(self.path)
        if self.old is not None:
            self.old.replace(self.real)
        else:
            _in_place(self.path, self.real, self.real.lstat(), self.after, self.before)

    def clean(self) -> None:
        """Take away what was laid beside it."""
        for left in (self.new, self.old):
            if left is not None:
                with contextlib.suppress(OSError):
                    left.unlink()

    def _beside(self, content: bytes) -> Path | None:
        new = written_beside(self.real, content)
        try:
            if take_over(self.real, self.status, new):
                return new
        except BaseException:
            new.unlink(missing_ok=True)
            raise
        new.unlink()
        return None


def inside(path: Path, folder: Path) -> Path:
    """Where the path really leads; raises Failure where that is not in the folder."""
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(os.path.realpath(folder)):
        raise _outside(path, real)
    return real


def _read(real: Path, length: int) -> tuple[bytes | None, os.stat_result]:
    """What the file holds, as far as one byte more than `length`, and its state; None where it is no regular file."""
    status = real.lstat()
    if not stat.S_ISREG(status.st_mode):  # to open a device can already have consequences
        return None, status
    with os.fdopen(os.open(real, _READ), "rb") as file:
        status = os.fstat(file.fileno())
        return (file.read(length + 1) if stat.S_ISREG(status.st_mode) else None), status


def _in_place(path: Path, real: Path, status: os.stat_result, before: bytes, after: bytes) -> None:
    kept = real.with_name(f".{real.name}.sevenstep-before")
    try:
        new = written_beside(real, before)
        try:
            new.rename(kept) if os.name == "nt" else os.link(new, kept)  # neither replaces what is there
        finally:
            new.unlink(missing_ok=True)
    except FileExistsError:
        raise _left_over(path, kept) from None
    is_whole = False
    try:
        with os.fdopen(os.open(real, _WRITE), "r+b", buffering=0) as file:
            if not _is_same(os.fstat(file.fileno()), status):
                is_whole = True
                raise changed_meanwhile(path)
            try:
                _fill(file.fileno(), after)
            except BaseException:
                _fill(file.fileno(), before)  # its room is still its own, even on a full disk
                is_whole = True
                raise
        is_whole = True
    finally:
        if is_whole:
            with contextlib.suppress(OSError):
                kept.unlink()


def _fill(file: int, content: bytes) -> None:
    os.lseek(file, 0, os.SEEK_SET)
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(file, rest) :]
    os.ftruncate(file, len(content))
    os.fsync(file)


def _is_same(now: os.stat_result, then: os.stat_result) -> bool:
    return (now.st_dev, now.st_ino, now.st_size, now.st_mtime_ns) == (
        then.st_dev,
        then.st_ino,
        then.st_size,
        then.st_mtime_ns,
    )


def changed_meanwhile(path: Path) -> Failure:
    """That the file is not what was read."""
    return Failure(
        Text(zh=f"{shown(path)} 刚刚被别的程序改过", en=f"{shown(path)} has just been changed by somebody else"),
        Text(zh="再运行一次", en="Run the command again"),
    )


def _outside(path: Path, real: Path) -> Failure:
    return Failure(
        Text(
            zh=f"{shown(path)} 是指到项目文件夹之外的链接（{shown(real)}），没有改动",
            en=f"{shown(path)} is a link that leads out of the engagement's folder ({shown(real)}): it is left alone",
        ),
        Text(zh="换成文件本身，再运行一次", en="Put the file itself in its place, and run the command again"),
    )


def _left_over(path: Path, kept: Path) -> Failure:
    return Failure(
        Text(
            zh=f"上一次改 {shown(path)} 时被中断，改动前的内容在 {shown(kept)}",
            en=f"An earlier run was stopped while it changed {shown(path)}; what the file held before is in "
            f"{shown(kept)}",
        ),
        Text(
            zh="比较两个文件，留下对的那个，再删掉那份副本",
            en="Compare the two, keep the right one, and delete the copy",
        ),
    )
