"""The one escape of text for a terminal."""

from sevenstep.source.characters import INVISIBLE, named


def shown(text: str) -> str:
    """`text` with every invisible or control character replaced by its name in angle brackets, tabs by a space."""
    return INVISIBLE.sub(lambda match: f"<{named(match[0])}>", text).replace("\t", " ")
