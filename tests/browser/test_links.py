"""No dead link on any page of the corridor's site, in either language: each leads to a page, and to a place on it."""

import html
import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

LINK = re.compile(r'<a\b[^>]*?\b(?:xlink:)?href="([^"]*)"')
PLACE = re.compile(r'\b(?:id|name)="([^"]*)"')
OUTSIDE = {"http", "https", "mailto"}


@pytest.fixture(scope="module")
def texts(site) -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}


def test_every_link_leads_to_a_page_and_a_place_on_it(site, texts):
    places = {path: {html.unescape(one) for one in PLACE.findall(text)} for path, text in texts.items()}
    links = {(path, html.unescape(link)) for path, text in texts.items() for link in LINK.findall(text)}
    assert len(links) > 10_000
    dead = [(path.relative_to(site), link) for path, link in links if not _leads(path, link, places)]
    assert not dead[:10]


def _leads(path: Path, link: str, places: dict[Path, set[str]]) -> bool:
    parts = urlsplit(link)
    if parts.scheme in OUTSIDE:
        return True
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if target not in places:
        return target.is_file()
    return not parts.fragment or unquote(parts.fragment) in places[target]


@pytest.mark.parametrize("language", ["", "en"])
def test_the_explorer_knows_only_pages_that_are_there(site, texts, language):
    data = re.search(
        r'<script[^>]*type="application/json"[^>]*>(.*?)</script>', texts[site / language / "explorer.html"], re.DOTALL
    )
    addresses = [element[3] for element in json.loads(data[1])["elements"]]
    assert len(addresses) > 300
    places = {path: set() for path in texts}
    assert [one for one in addresses if not _leads(site / language / "index.html", one, places)] == []
