"""The built site: every link leads somewhere, nothing comes from elsewhere, and the same input gives the same bytes."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from sevenstep import pipeline
from sevenstep.source.files import OUTPUT_MARKER

ROOT = Path(__file__).parents[3]


class Page(HTMLParser):
    """The addresses that a page names, and the ids it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.ids.update(value for value in (given.get("id"), given.get("name")) if value)
        for name in ("href", "xlink:href"):
            if tag == "a" and given.get(name):
                self.links.append(given[name])
        for name in ("src", "href"):
            if tag in {"script", "link", "img", "iframe"} and given.get(name):
                self.loads.append(given[name])


@pytest.fixture(scope="module")
def pages(site):
    return {path: Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}


def test_every_internal_link_leads_to_a_page_and_a_place_in_it(site, pages):
    missing = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme in {"http", "https", "mailto"}:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (
                parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids
            ):
                missing.append((path.relative_to(site), link))
    assert not missing[:10]


def test_nothing_is_loaded_from_elsewhere(pages):
    assert not [
        load for page in pages.values() for load in page.loads if urlsplit(load).scheme or load.startswith("//")
    ]


def test_there_is_a_page_for_every_element_in_both_languages(site):
    chain = pipeline.check(ROOT / "tests" / "models" / "compute-network").chain
    for element in chain.elements.values():
        if element.KIND.name not in {"event", "gateway"}:
            for folder, language in ((site, "zh"), (site / "en", "en")):
                text = (folder / element.KIND.section / f"{element.id}.html").read_text(encoding="utf-8")
                assert element.title.for_language(language) in text


def test_an_element_tells_its_relations_its_reason_and_its_place(site):
    text = (site / "en" / "items" / "item-onboarding.html").read_text(encoding="utf-8")
    assert "../scenarios/full-5g.html" in text
    assert "../flows/onboarding-tobe.html" in text
    assert "Why this is here" in text
    assert 'data-picture="' in (site / "en" / "flows" / "onboarding-asis.html").read_text(encoding="utf-8")


def test_assumptions_are_marked(site):
    page = (site / "en" / "indicators" / "onboarding-days.html").read_text(encoding="utf-8")
    assert "ss-assumed" in page
    assert "estimate of the plant, not measured" in page


def test_matrices_hold_what_the_model_says(site):
    text = re.sub(r"\s+", " ", (site / "en" / "matrices.html").read_text(encoding="utf-8"))
    row = re.search(r'id="raci".*?functions/connect\.html.*?</tr>', text)[0].rpartition("<tr>")[2]
    assert re.findall(r">([RACI]+)</td>", row) == [
        "I",
        "RA",
        "C",
        "R",
    ]  # plant, it-department, security-office, carrier


def test_the_index_is_there_for_servers_and_for_files(site):
    index = (site / "search" / "search_index.json").read_bytes()
    assert "设备接入" in index.decode("utf-8")
    assert (site / "search" / "search_index.js").read_bytes() == b"var __index = " + index


def test_nothing_that_no_page_loads_is_there(site):
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*.*")]
    assert [path for path in paths if path.endswith(".map") or "lunr" in path] == []


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("index.html", "en/index.html"),
        ("goals/G1.html", "../en/goals/G1.html"),
        ("en/index.html", "../index.html"),
        ("en/goals/G1.html", "../../goals/G1.html"),
    ],
)
def test_each_page_names_itself_in_the_other_language(site, path, other):
    text = (site / path).read_text(encoding="utf-8")
    (link,) = re.findall(r'<link rel="[^"]*\b(?:alternate|translation)\b[^>]*>', text)
    assert f'href="{other}"' in link and ((site / path).parent / other).is_file()


def test_same_input_same_bytes(site, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    folder = ROOT / "tests" / "models" / "compute-network"
    built = []
    for name in ("one", "two"):
        pipeline.publish(pipeline.check(folder), tmp_path / name, languages=("zh",))
        built.append({p.relative_to(tmp_path / name): p.read_bytes() for p in (tmp_path / name).rglob("*.*")})
    assert built[0].keys() == built[1].keys()
    assert [name for name in built[0] if built[0][name] != built[1][name]] == []


def test_the_site_is_marked_as_ours(site):
    assert (site / OUTPUT_MARKER).is_file()
    assert [path.name for path in site.parent.iterdir()] == ["site"]


HOSTILE = """
goals:
  G:
    title: '<script>alert(1)</script>&lt;b&gt; "x" {{ 7 * 7 }} {% raw %} [a](javascript:x) \\N \\'
    description: |
      <img src=x onerror=alert(1)> [x](javascript:alert(1)) [y](java&#115;cript:alert(1)) [z](http://[::1) ![p](http://e.org/p.png)

      {{ config }} `code` **bold** [ok](https://example.org)
    accepted: {S802: '<b>later</b>'}
flows:
  F:
    title: <i>f</i>
    variant: as-is
    details: I
    steps:
      a: {title: '</text><script>alert(2)</script>', type: start}
      b: {title: 'x\\', next: {c: '100% <b>if</b>'}}
      c: {title: 'end &amp; "quoted"', type: end}
"""


def test_nothing_of_a_model_becomes_markup(engagement, tmp_path):
    folder = engagement(HOSTILE)
    target = tmp_path / "site"
    pipeline.publish(pipeline.check(folder), target, languages=("en",), draft=True)
    for path in target.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "<script>alert" not in text, path
        assert "<img src=x" not in text, path
        assert not re.search(r'href="\s*java', text), path
        assert "<b>if" not in text and "<i>f" not in text, path
    page = (target / "goals" / "G.html").read_text(encoding="utf-8")
    assert "{{ 7 * 7 }}" in page
    assert "{{ config }}" in page
    assert "<strong>bold</strong>" in page
    assert 'href="https://example.org"' in page
    assert "e.org/p.png" not in "".join(re.findall(r"<img[^>]*>", page))
