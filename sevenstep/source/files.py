"""The text of one file: a regular file within limits, never waited for, inside the folder."""

from dataclasses import dataclass
from typing import Final

from sevenstep.diagnostic import Diagnostic, Place
from sevenstep.language import Text
from sevenstep.source.encoding import decode
from sevenstep.source.folder import Folder
from sevenstep.source.problems import UNREADABLE_FILE
from sevenstep.source.regular import MAX_BYTES, Unreadable, reason_of

HEADER_FILE: Final = "engagement.yaml"
BASELINE_FILE: Final = "baseline.json"
"""Where a baseline is kept when nobody says where: in the engagement's folder."""
OUTPUT_MARKER: Final = ".sevenstep-output"
"""A file in every folder that we write and may replace; such a folder is never read as part of an engagement."""

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The text of one file; `name` is relative to the engagement's folder, with forward slashes."""

    name: str
    text: str


def read_file(folder: Folder, name: str) -> SourceFile | Diagnostic:
    """The text of the file of that name in `folder`, or why it cannot be had."""
    raw = read_bytes(folder, name)
    text = decode(name, raw) if isinstance(raw, bytes) else raw
    return SourceFile(name, text) if isinstance(text, str) else text


def read_bytes(folder: Folder, name: str, most: int = MAX_BYTES) -> bytes | Diagnostic:
    """The bytes of the file of that name in `folder`, or why they cannot be had."""
    try:
        return folder.read(name, most)
    except OSError as error:
        return cannot_open(name, error)


def unreadable(name: str, message: Text, remedy: Text) -> Diagnostic:
    """The file or folder `name` as a whole is not read."""
    return Diagnostic(UNREADABLE_FILE, Place(name), message, remedy)


def cannot_open(name: str, error: OSError) -> Diagnostic:
    """What was said when `name` was to be opened."""
    if isinstance(error, Unreadable) and error.remedy is not None:
        return unreadable(name, error.reason, error.remedy)
    reason = reason_of(error)
    return unreadable(
        name,
        reason.inserted_into(zh="打不开：{}", en="This cannot be opened: {}"),
        Text(zh="检查权限，或关闭占用它的程序", en="Look at its permissions, or close the program that holds it"),
    )
