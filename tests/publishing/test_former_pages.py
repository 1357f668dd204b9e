"""Whoever opens or looks for an old id comes to the element that has another one now."""

from html.parser import HTMLParser
from urllib.parse import unquote, urljoin

import pytest

from sevenstep import pipeline
from sevenstep.publishing.content import content
from sevenstep.publishing.site.live import LiveSite, Theme

SECTIONS = """\
goals:
  G2: {title: {zh: 更快, en: "<b>Faster</b>"}, formerly: [G1, index, G2]}
  G3: {title: {zh: 更好, en: Better}, formerly: g2}
actors:
  desk: {title: {zh: 台, en: Desk}, type: enterprise, formerly: 柜台}
flows:
  g:
    title: {zh: 流程, en: Flow}
    formerly: f
    variant: as-is
    steps:
      look: {title: {zh: 看, en: Look}, actor: desk, formerly: see}
"""


class Leads(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "a":
            self.found.append(given["href"])
        if given.get("http-equiv") == "refresh":
            self.found.append(given["content"].partition("url=")[2])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_old_addresses_lead_to_the_page_that_is_there(checked, language):
    made = content(checked(SECTIONS), language)
    pages = {page.path for page in made.elements()}
    moved = {path: data.decode() for path, data in made.files.items() if path.endswith(".html")}
    assert {"goals/G1.html", "goals/index_.html", "actors/柜台.html", "flows/f.html"} <= moved.keys()
    assert "goals/g2.html" not in moved, "a page of today stands there on Windows"
    for path, text in moved.items():
        leads = Leads()
        leads.feed(text)
        assert len(leads.found) == 2
        for address in leads.found:
            assert unquote(urljoin(path, address)).removesuffix(".html") in pages
    assert "<b>" not in moved["goals/G1.html"]


def test_search_finds_the_element_by_its_old_id(checked):
    made = content(checked(SECTIONS), "zh")
    entries = {entry.url: entry.also for page in made.elements() for entry in page.search}
    assert "G1" in entries["goals/G2.html"] and "G2" not in entries["goals/G2.html"][1:]
    found = [url for url, also in entries.items() if "f/see" in also]
    assert found and all("look" in url for url in found)


def test_old_addresses_are_in_the_site_and_while_it_is_written(engagement, tmp_path):
    checked = pipeline.check(engagement(SECTIONS))
    site = pipeline.publish(checked, tmp_path / "site", draft=True).target
    themes = {language: Theme(tmp_path / language) for language in ("zh", "en")}
    live = LiveSite(checked, checked.folder, ("zh", "en"), themes)
    for path in ("goals/G1.html", "en/goals/G1.html", "flows/f.html", "actors/柜台.html", "parties/柜台.html"):
        written = (site / path).read_text(encoding="utf-8")
        assert 'http-equiv="refresh"' in written
        assert live.read(path).decode() == written
