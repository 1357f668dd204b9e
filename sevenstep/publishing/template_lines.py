"""Lines of templates: they are broken and indented for those who read the template, and no reader of a page sees it.

As in JSX: a line break goes, with the blanks around it; a blank that is meant stands within a line, or is written
``{{ " " }}``. Within a tag, a line break before an attribute is a blank.
"""

import re
from typing import Final

_PIECES: Final = re.compile(r"(\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\})", re.DOTALL)
_MARKS: Final = re.compile(r"[<>]|\s*\n\s*(?=([\w-])?)")


def without_line_breaks(template: str) -> str:
    """The template with its line breaks in comments: pages have none of them, and errors still name the right line."""
    is_in_tag = False

    def mark(match: re.Match[str]) -> str:
        nonlocal is_in_tag
        if match[0] in "<>":
            is_in_tag = match[0] == "<"
            return match[0]
        lines = "\n" * match[0].count("\n")
        return f"{{#{lines}#}}{' ' if is_in_tag and match[1] else ''}"

    pieces = _PIECES.split(template)
    pieces[::2] = [_MARKS.sub(mark, text) for text in pieces[::2]]
    return "".join(pieces)
