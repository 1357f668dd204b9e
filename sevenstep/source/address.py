"""Which addresses may be followed, from a page or a picture: the one rule."""

import html
from collections.abc import Set
from typing import Final
from urllib.parse import urlsplit

from sevenstep.source.characters import INVISIBLE

WEB: Final = frozenset({"http", "https", "mailto"})
"""Where a page may lead: authors name sources there."""
SECURE: Final = frozenset({"https"})
"""Where a picture may lead, which travels on its own."""


def safe_address(address: str, schemes: Set[str] = WEB) -> str:
    """The address where it is relative or of one of the `schemes`; empty otherwise.

    It is looked at as a browser reads it: entities resolved, and without characters that nobody sees.
    """
    seen = INVISIBLE.sub("", html.unescape(address))
    plain = "".join(character for character in seen if character.isprintable()).strip()
    try:
        parts = urlsplit(plain)
        _ = parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() in schemes:
        return plain
    return "" if parts.scheme or parts.netloc or plain.startswith(("//", "\\")) or ":" in plain else plain
