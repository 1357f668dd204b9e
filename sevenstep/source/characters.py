"""Characters that must not stand in a model, because nobody sees them or because they cannot be shown."""

import re
from typing import Final

INVISIBLE: Final = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, without tab and line ends
    "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # zero width, and writing direction
    "\u2028\u2029"  # line ends that editors do not count
    "\ud800-\udfff\ufffe\uffff"  # no characters at all
    "]"
)


def named(character: str) -> str:
    """A character that cannot be shown, by its code point: ``U+202E``."""
    return f"U+{ord(character):04X}"
