"""Which files are an engagement, and their text: UTF-8 read strictly, within limits, inside the folder."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sevenstep.diagnostic import Diagnostic, Place, Span
from sevenstep.language import Text
from sevenstep.source.problems import UNREADABLE

HEADER_FILE: Final = "engagement.yaml"
OUTPUT_MARKER: Final = ".sevenstep-output"
"""A file in every folder that we write and may replace; such a folder is never read as part of an engagement."""

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
MAX_BYTES: Final = 16 * 1024 * 1024
MAX_FILES: Final = 10_000
MAX_FOLDER_DEPTH: Final = 20
_SUFFIXES: Final = frozenset({".yaml", ".yml"})
_OTHER_ENCODINGS: Final = (("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff"))


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The text of one file; `name` is relative to the engagement's folder, with forward slashes."""

    name: str
    text: str


def is_source(path: Path) -> bool:
    """Whether a file of that name is read as part of an engagement."""
    return path.suffix.lower() in _SUFFIXES and not path.name.startswith(".")


def find_files(folder: Path) -> Iterator[Path]:
    """The YAML files below `folder`, in a fixed order: neither hidden folders, nor our own output, nor link targets
    outside the folder."""
    root = folder.resolve()
    found = 0
    for here, folders, names in os.walk(folder):
        depth = len(Path(here).relative_to(folder).parts)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and depth < MAX_FOLDER_DEPTH
            and not (Path(here) / name / OUTPUT_MARKER).exists()
        )
        for name in sorted(names):
            path = Path(here) / name
            if is_source(path) and _is_inside(path, root):
                found += 1
                if found > MAX_FILES:
                    return
                yield path


def _is_inside(path: Path, root: Path) -> bool:
    return not path.is_symlink() or path.resolve().is_relative_to(root)


def read_file(path: Path, folder: Path) -> SourceFile | Diagnostic:
    """The text of `path`, or why it cannot be had."""
    name = path.relative_to(folder).as_posix()
    place = Place(name)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Diagnostic(
                UNREADABLE,
                place,
                Text(zh="这不是普通文件", en="This is not a regular file"),
                Text(zh="换成普通的文本文件", en="Put a plain text file in its place"),
            )
        if status.st_size > MAX_BYTES:
            size = f"{status.st_size / 1024 / 1024:.1f} MB"
            return Diagnostic(
                UNREADABLE,
                place,
                Text(zh=f"文件有 {size}，超过 16 MB", en=f"The file has {size}, more than 16 MB"),
                Text(zh="分成几个较小的文件", en="Split it into smaller files"),
            )
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Diagnostic(
            UNREADABLE,
            place,
            Text(zh=f"文件打不开：{reason}", en=f"The file cannot be opened: {reason}"),
            Text(
                zh="检查权限，或关闭占用它的程序",
                en="Look at its permissions, or close the program that holds it",
            ),
        )
    return decode(name, raw)


def decode(name: str, raw: bytes) -> SourceFile | Diagnostic:
    """The bytes as UTF-8 (one byte-order mark is fine), or a diagnostic that guesses the encoding they are in."""
    try:
        return SourceFile(name, raw.removeprefix(BYTE_ORDER_MARK).decode("utf-8"))
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        guess = _guess_encoding(raw)
        looks_zh = f"，看起来是 {guess}" if guess else ""
        looks_en = f"; it looks like {guess}" if guess else ""
        return Diagnostic(
            UNREADABLE,
            Place(name, span=Span(line, column, line, column + 1)),
            Text(
                zh=f"文件不是 UTF-8：第 {error.start} 个字节读不出来{looks_zh}",
                en=f"The file is not UTF-8 at byte {error.start}{looks_en}",
            ),
            Text(
                zh="用编辑器“另存为”，编码选 UTF-8（记事本：文件 → 另存为 → 编码 UTF-8）",
                en="Save it again as UTF-8 (Notepad: File → Save as → Encoding UTF-8)",
            ),
        )


def _guess_encoding(raw: bytes) -> str | None:
    for encoding, start in _OTHER_ENCODINGS:
        if raw.startswith(start):
            return encoding.upper()
    if b"\x00" in raw[:4096]:
        return None
    for encoding, shown in (("gb18030", "GB18030 (GBK)"), ("big5", "Big5")):
        try:
            raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        return shown
    return None
