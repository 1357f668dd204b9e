"""The one door through which a file's bytes come in: a regular file, never waited for, of bounded size."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sevenstep.language import Text

OPEN_FLAGS: Final = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
)
"""For reading a file; a pipe is not waited for."""
MAX_BYTES: Final = 16 * 1024 * 1024


class Unreadable(OSError):
    """Why a file's bytes cannot be had, in both languages; `remedy` is what can be done."""

    def __init__(self, reason: Text, remedy: Text | None = None) -> None:
        super().__init__(0, reason.for_language("en"))
        self.reason = reason
        self.remedy = remedy


def reason_of(error: OSError) -> Text:
    """Why a file cannot be read, after “the file cannot be opened:”."""
    if isinstance(error, Unreadable):
        return error.reason
    return Text(plain=error.strerror or type(error).__name__)


def not_regular() -> Unreadable:
    """It is a device, a pipe, a folder: something that cannot be read to its end."""
    return Unreadable(
        Text(zh="这不是普通文件", en="This is not a regular file"),
        Text(zh="换成普通的文本文件", en="Put a plain text file in its place"),
    )


def read_regular(path: Path, most: int = MAX_BYTES) -> bytes:
    """The bytes of a file that a person has named; a link leads to what is read.

    Raises OSError: FileNotFoundError and the like from the system, `Unreadable` for what is no regular file, has more
    than `most` bytes, or has a name that no file can have.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # to open a device can already have consequences
            raise not_regular()
        return read_open(lambda: os.open(path, OPEN_FLAGS), most)
    except ValueError:
        raise Unreadable(
            Text(zh="没有文件能叫这个名称", en="No file can have this name"), Text(zh="检查路径", en="Look at the path")
        ) from None


def read_open(opened: Callable[[], int], most: int) -> bytes:
    """The bytes of what `opened` opens, looked at once it is open: something else may have taken the file's place."""
    with os.fdopen(opened(), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise not_regular()
        raw = file.read(most + 1)
        size = max(len(raw), os.fstat(file.fileno()).st_size)
    if size > most:
        raise too_large(size, most)
    return raw


def too_large(size: int, most: int) -> Unreadable:
    """It has more bytes than are read."""
    limit = f"{most / 1024 / 1024:.0f} MB"
    shown = f"{size / 1024 / 1024:.1f} MB" if size > most * 1.01 else f"{size:,} B"
    return Unreadable(
        Text(zh=f"文件有 {shown}，超过 {limit}", en=f"The file has {shown}, more than {limit}"),
        Text(zh="分成几个较小的文件", en="Split it into smaller files"),
    )
