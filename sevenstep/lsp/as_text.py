"""A text of the model within Markdown that an editor shows."""

from typing import Final

_SIGNS: Final = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>!#|&~"})


def as_text(text: str) -> str:
    """The text as it is read: nothing in it is markup, an address to be followed or a picture to be fetched."""
    return text.translate(_SIGNS)
