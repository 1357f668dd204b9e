"""The one escape function for each kind of text that DOT knows: quoted strings and HTML-like labels; and plain text."""

import re
from typing import Final

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML 1.0 does not allow, or discourages."""


def quoted(text: str) -> str:
    """`text` as a quoted string of DOT (a tooltip, an address, a title) in which nothing has a meaning.

    A backslash becomes its look-alike: the engine reads escapes such as ``\\N`` once here and twice there.
    """
    marked = plain(text).replace("&", "&amp;").replace('"', "&quot;").replace("\\", "\N{SET MINUS}")
    return f'"{marked}"'


def html(text: str) -> str:
    """`text` inside an HTML-like label, shown as it is."""
    marked = plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return marked.replace('"', "&quot;").replace("\\", "\\\\")


def plain(text: str) -> str:
    """`text` on one line, without what XML does not allow."""
    return " ".join(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text).split())
