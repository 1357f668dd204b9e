"""Blanks that are only there because a text goes on in the next line: Chinese has none between its characters.

A folded text (``>-``) joins its lines with a blank, which is right between Latin words and wrong between characters.
Korean is not meant: it has blanks between its words.
"""

import re
from typing import Final

_CHARACTER: Final = r"\u2e80-\u2fff\u3001-\u303f\u3105-\u312f\u31a0-\u9fff\uf900-\ufaff\uff01-\uff60"
_QUOTE: Final = "“”‘’…—"
_BLANK: Final = re.compile(rf"(?<=[{_CHARACTER}]) +(?=[{_CHARACTER}{_QUOTE}])|(?<=[{_QUOTE}]) +(?=[{_CHARACTER}])")
_CODE: Final = re.compile(
    r"(^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\2[^\n]*$|\Z)|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))",
    re.DOTALL | re.MULTILINE,
)


def unfolded(text: str) -> str:
    """The text without blanks between Chinese characters. Code, in a line or fenced, stays as it is."""
    if " " not in text or not _BLANK.search(text):
        return text
    done = 0
    parts: list[str] = []
    for code in _CODE.finditer(text):
        parts += [_BLANK.sub("", text[done : code.start()]), code[0]]
        done = code.end()
    return "".join((*parts, _BLANK.sub("", text[done:])))
