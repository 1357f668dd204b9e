"""The likeliest slips behind a syntax error, named: what a Chinese keyboard, Word or Excel leaves in YAML."""

import re
from dataclasses import dataclass
from typing import Final

from sevenstep.language import Text
from sevenstep.source.lines import some_lines

_FULL_WIDTH_COLON: Final = re.compile(r"^\s*(?:- +)?[^\s:：\"'#]+(?P<here>：)")
_TAB_INDENT: Final = re.compile(r"^ *(?P<here>\t)")
_ODD_SPACE: Final = re.compile("^ *(?P<here>[\u00a0\u3000])")
_ODD_DASH: Final = re.compile(r"^\s*(?P<here>[－–—•·])\s*\S")
_NO_SPACE: Final = re.compile(r"^\s*(?:- +)?[\w-]+(?P<here>:)[^\s/\\]")
_TWO_COLONS: Final = re.compile(r"^\s*(?:- +)?[\w-]+: +[^\"'{\[|>#].*(?P<here>:) ")
_RESERVED: Final = re.compile(r"(?::|-)\s+(?P<here>[%@`])")

_LINES_BEFORE: Final = 2
_LONGEST: Final = 1_000
"""What is looked at of a line: the patterns go back and forth, and nobody types more."""

_SLIPS: Final = (
    (
        _TAB_INDENT,
        Text(zh="这一行用制表符（Tab）缩进", en="This line is indented with a tab"),
        Text(zh="改用空格缩进，每层两个", en="Indent with spaces, two a level"),
        "  ",
    ),
    (
        _ODD_SPACE,
        Text(
            zh="这一行用全角空格或不换行空格缩进",
            en="This line is indented with full-width or no-break spaces",
        ),
        Text(zh="改用普通空格", en="Use plain spaces"),
        " ",
    ),
    (
        _FULL_WIDTH_COLON,
        Text(zh="这一行用了全角冒号“：”", en="This line has a full-width colon “：”"),
        Text(zh="键后面用半角冒号加一个空格：“: ”", en="After a key, write a plain colon and a space: “: ”"),
        ": ",
    ),
    (
        _ODD_DASH,
        Text(zh="这一行用“－”或“•”开头", en="This line starts with a long dash or a bullet"),
        Text(zh="列表用半角减号加一个空格：“- ”", en="Start a list entry with a hyphen and a space: “- ”"),
        "- ",
    ),
    (
        _RESERVED,
        Text(zh="文字不能以 %、@ 或 ` 开头", en="A plain text cannot start with %, @ or a backquote"),
        Text(zh="给这段文字加上引号", en="Put quotes around the text"),
        None,
    ),
    (
        _TWO_COLONS,
        Text(zh="文字里有“: ”，被当成了另一个键", en="The text holds “: ”, which starts another key"),
        Text(zh="给这段文字加上引号", en="Put quotes around the text"),
        None,
    ),
    (
        _NO_SPACE,
        Text(zh="冒号后面缺一个空格", en="A space is missing after the colon"),
        Text(zh="写成“键: 值”", en="Write “key: value”"),
        ": ",
    ),
)


@dataclass(frozen=True, slots=True)
class Slip:
    """What is probably wrong, and where; `mended` is what should stand there in place of one character, if known."""

    line: int
    column: int
    message: Text
    remedy: Text
    mended: str | None = None


def likely_slip(text: str, line: int, column: int, said: str) -> Slip:
    """The likeliest slip behind a syntax error.

    `line` and `column` count from 1 and are where the parser gave up, which is often a line or two after the slip;
    `said` is the parser's own explanation, which is shown when no slip is recognised.
    """
    first = max(1, line - _LINES_BEFORE)
    lines = some_lines(text, first, line)
    for number in reversed(range(first, first + len(lines))):
        shown = lines[number - first][:_LONGEST]
        for pattern, message, remedy, mended in _SLIPS:
            if match := pattern.search(shown):
                start = match.start("here")
                blank_follows = mended is not None and shown[start + 1 : start + 2] == " "
                new = mended.rstrip(" ") or mended if mended is not None and blank_follows else mended
                return Slip(number, start + 1, message, remedy, new)
    return Slip(
        line,
        column,
        Text(zh=f"YAML 在这里读不下去（{said}）", en=f"The YAML cannot be read from here on: {said}"),
        Text(
            zh="检查这一行和上一行的缩进、引号与括号是否成对",
            en="Look at the indentation, quotes and brackets of this line and the one before",
        ),
    )
