"""The text of one file: a regular file within limits, never waited for, inside the folder."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sevenstep.diagnostic import Diagnostic, Place
from sevenstep.language import Text
from sevenstep.source.encoding import decode
from sevenstep.source.problems import UNREADABLE

HEADER_FILE: Final = "engagement.yaml"
OUTPUT_MARKER: Final = ".sevenstep-output"
"""A file in every folder that we write and may replace; such a folder is never read as part of an engagement."""

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
MAX_BYTES: Final = 16 * 1024 * 1024
OPEN_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""For reading a file; a pipe is not waited for."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The text of one file; `name` is relative to the engagement's folder, with forward slashes."""

    name: str
    text: str


def read_file(path: Path, folder: Path) -> SourceFile | Diagnostic:
    """The text of `path`, or why it cannot be had."""
    name = path.relative_to(folder).as_posix()
    raw = read_bytes(name, path)
    text = decode(name, raw) if isinstance(raw, bytes) else raw
    return SourceFile(name, text) if isinstance(text, str) else text


def read_bytes(name: str, path: Path) -> bytes | Diagnostic:
    """The bytes of `path`, which is called `name`, or why they cannot be had."""
    try:
        return _bytes(name, path)
    except OSError as error:
        return cannot_open(name, error)


def _bytes(name: str, path: Path) -> bytes | Diagnostic:
    if not stat.S_ISREG(path.stat().st_mode):  # to open a device can already have consequences
        return _no_regular_file(name)
    with os.fdopen(os.open(path, OPEN_FLAGS), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):  # another file has taken its place meanwhile
            return _no_regular_file(name)
        raw = file.read(MAX_BYTES + 1)
        size = max(len(raw), os.fstat(file.fileno()).st_size)
    return _too_large(name, size) if size > MAX_BYTES else raw


def unreadable(name: str, message: Text, remedy: Text) -> Diagnostic:
    """The file or folder `name` as a whole is not read."""
    return Diagnostic(UNREADABLE, Place(name), message, remedy)


def cannot_open(name: str, error: OSError) -> Diagnostic:
    """What the system said when `name` was to be opened."""
    reason = error.strerror or type(error).__name__
    return unreadable(
        name,
        Text(zh=f"打不开：{reason}", en=f"This cannot be opened: {reason}"),
        Text(zh="检查权限，或关闭占用它的程序", en="Look at its permissions, or close the program that holds it"),
    )


def _no_regular_file(name: str) -> Diagnostic:
    return unreadable(
        name,
        Text(zh="这不是普通文件", en="This is not a regular file"),
        Text(zh="换成普通的文本文件", en="Put a plain text file in its place"),
    )


def _too_large(name: str, size: int) -> Diagnostic:
    shown = f"{size / 1024 / 1024:.1f} MB" if size > MAX_BYTES * 1.01 else f"{size:,} B"
    return unreadable(
        name,
        Text(zh=f"文件有 {shown}，超过 16 MB", en=f"The file has {shown}, more than 16 MB"),
        Text(zh="分成几个较小的文件", en="Split it into smaller files"),
    )
