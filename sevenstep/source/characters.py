"""Characters that must not stand in a model, because nobody sees them or because they cannot be shown."""

import re
from typing import Final

INVISIBLE: Final = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, without tab and line ends
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # zero width, and direction
    "\u115f\u1160\u17b4\u17b5\u3164\uffa0"  # letters without a shape
    "\u2028\u2029"  # line ends that editors do not count
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # no characters at all
    "]|["  # the high ones apart: one class with both is looked through many times slower
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # format marks and tags, which can hide whole sentences
    "]"
)
_MAX_SHOWN: Final = 60


def named(character: str) -> str:
    """A character that cannot be shown, by its code point: ``U+202E``."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """`text` with every invisible character replaced by its name in angle brackets."""
    return INVISIBLE.sub(lambda match: f"<{named(match[0])}>", text)


def brief(text: str) -> str:
    """`text` as a message can hold it: visible, and cut where it is long."""
    return visible(text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}…")
