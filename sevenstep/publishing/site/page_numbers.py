"""The page numbers of a printed document's contents: read off the document itself."""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Final

_ENTRY: Final = re.compile(r'(data-page="([^"]+)">)[^<]*')


def page_numbers(document: bytes) -> dict[str, int]:
    """The page, counted from 1, on which each anchor stands that something in the document leads to."""
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(document))
    found: dict[str, int] = {}
    for name, place in reader.named_destinations.items():
        page = reader.get_destination_page_number(place)
        if page is not None and page >= 0:
            found[name.removeprefix("/")] = page + 1
    return found


def with_page_numbers(html: str, pages: Mapping[str, int]) -> str:
    """The page with the numbers in its contents; what is on no page keeps none."""
    return _ENTRY.sub(lambda match: f"{match[1]}{pages.get(match[2], '')}", html)
