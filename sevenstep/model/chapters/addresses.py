"""Addresses in a chapter: which file of the engagement a relative one names."""

import posixpath
import re
from typing import Final
from urllib.parse import unquote, urlsplit

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")


def file_named(chapter: str, address: str) -> str | None:
    """The file, from the engagement's folder, that `address` in `chapter` names.

    Empty where the address is not relative (a web address, or a place in the same page); None where it leads out of the
    engagement.
    """
    if _SCHEME.match(address) or address.startswith(("#", "//")):
        return ""
    path = unquote(urlsplit(address).path)
    if not path or path.startswith("/") or "\\" in path or "\0" in path:
        return None
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(chapter), path))
    return None if joined.startswith("..") else joined
