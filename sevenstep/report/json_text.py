"""The one place that makes JSON."""

import json
import re
from typing import Any

from sevenstep.language import Language, Text

_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")


def json_text(data: Any) -> str:
    """`data` as JSON for people and programs: Chinese as it is, two blanks a level, a newline at the end.

    Half a surrogate pair (a file name that is no UTF-8) is escaped, since UTF-8 cannot say it.
    """
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _HALF_CHARACTERS.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def said(text: Text | None, language: Language) -> str | None:
    """A text in one language, null where there is none."""
    return None if text is None else text.for_language(language)
