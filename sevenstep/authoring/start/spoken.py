"""Files of a template that are written in both languages, in the languages that are asked for.

What stands in `templates/start` is an engagement in Chinese and English whose comments are marked by their language,
``#zh …`` and ``#en …``, and whose texts are written in one of two ways::

    title: {zh: 更快, en: Faster}
    description:
      zh: |
        …
      en: |
        …
"""

import re
from collections.abc import Sequence
from typing import Final

from sevenstep.language import Language

_COMMENT: Final = re.compile(r"( *)#(zh|en)( ?.*)")
_SAID: Final = r'"(?:[^"\\]|\\.)*"|[^",{}]+'
_INLINE: Final = re.compile(rf"\{{zh: (?P<zh>{_SAID}), en: (?P<en>{_SAID})\}}")
_BLOCK: Final = re.compile(
    r"^(?P<indent> *)(?P<key>\w+):\n"
    r"(?P=indent)  zh: \|\n(?P<zh>(?:(?P=indent)    .*\n)+)"
    r"(?P=indent)  en: \|\n(?P<en>(?:(?P=indent)    .*\n)+)",
    re.MULTILINE,
)


def spoken(text: str, languages: Sequence[Language]) -> str:
    """The text of a file in the `languages`: its comments in the first of them."""
    lines = []
    for line in text.split("\n"):
        comment = _COMMENT.fullmatch(line)
        if comment is None:
            lines.append(line)
        elif comment[2] == languages[0]:
            lines.append(f"{comment[1]}#{comment[3]}")
    said = "\n".join(lines)
    if len(languages) > 1:
        return said
    language = languages[0]
    said = _BLOCK.sub(lambda match: f"{match['indent']}{match['key']}: |\n{_less_deep(match[language])}", said)
    return "\n".join(line if line.lstrip().startswith("#") else _one(line, language) for line in said.split("\n"))


def _one(line: str, language: Language) -> str:
    return _INLINE.sub(lambda match: match[language], line)


def _less_deep(block: str) -> str:
    """A text that stood under its language, now under its key."""
    return "".join(line.removeprefix("  ") for line in block.splitlines(keepends=True))
