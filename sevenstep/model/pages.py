"""Pages of documents as readers of each language write them: authors write ``pp. 37-54`` once for both."""

import re
from typing import Final

from sevenstep.language import Language

_PAGES: Final = re.compile(r"\s*pp?\.\s*(\d[\d\s,;–-]*)", re.IGNORECASE)


def pages_said(written: str, language: Language) -> str:
    """The place in a document: page numbers in the manner of the language, anything else as it is written."""
    found = _PAGES.fullmatch(written)
    if found is None:
        return written
    numbers = re.sub(r"\s*[-–]\s*", "–", found[1].strip())
    if language == "zh":
        listed = re.sub(r"\s*[,;]\s*", "、", numbers)
        return f"第 {listed} 页"
    are_several = re.search("[–,;]", numbers) is not None
    return f"{'pp.' if are_several else 'p.'} {numbers}"
