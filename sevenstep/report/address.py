"""The path of a file as a URI reference: RFC 3986, https://www.rfc-editor.org/rfc/rfc3986."""

import re
from urllib.parse import quote

_DRIVE = re.compile(r"[A-Za-z]:/")


def is_absolute(path: str) -> bool:
    """Whether the path (with forward slashes) begins at the root or at a drive, so that no folder goes before it."""
    return path.startswith("/") or _DRIVE.match(path) is not None


def uri_of(path: str) -> str:
    """A relative reference, or a ``file:`` URI; all but plain letters is percent-encoded, a name's raw bytes too."""
    if _DRIVE.match(path):
        return f"file:///{path[:2]}{quote(_raw(path[2:]))}"
    quoted = quote(_raw(path))
    return f"file://{quoted}" if path.startswith("/") else quoted


def _raw(name: str) -> bytes:
    """The bytes of a name, also of one that is no text: raw bytes on POSIX, half a pair of UTF-16 on Windows."""
    try:
        return name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogatepass")
