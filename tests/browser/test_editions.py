"""What readers see: no id, no code of a rule, no file and no place in one, on any page of both models.

The words of every page are read from its HTML, what is folded too; a browser opens the pages that scripts write on.
The authors' edition has what the readers' has not.
"""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.chain.graph import Chain
from tests.browser.addresses import BOTH
from tests.browser.said import Said

MODELS = Path(__file__).parents[2] / "models"
PLACES = re.compile(r"[\w/-]+\.ya?ml\b|\b[ASFP]\d{3}\b|\b[a-z_]+: ?[{\[]")
SHOWN = """() => {
  const article = document.querySelector("article");
  for (const quoted of article.querySelectorAll("q, blockquote")) quoted.remove();
  for (const folded of article.querySelectorAll("details")) folded.open = true;
  const drawn = [...article.querySelectorAll("svg text")].map((text) => text.textContent.trim());
  return [article.innerText, ...drawn].join("\\n");
}"""


def ids_to_look_for(chain: Chain) -> frozenset[str]:
    """Ids that no sentence holds by chance: with a hyphen or a stroke, or letters and numbers; no titles."""
    titles = {wording.casefold() for element in chain.elements.values() for wording in element.title.wordings()}
    told = "\n".join(titles)
    return frozenset(
        key
        for key in chain.elements
        if re.search(r"[-/]|^[A-Z]{1,3}\d+(\.\d+)*$", key) and key.casefold() not in told and not is_word(chain, key)
    )


def is_word(chain: Chain, key: str) -> bool:
    """Whether authors write the same in a sentence of their own, as English does with compounds."""
    said = (element.description for element in chain.elements.values() if element.description is not None)
    return any(key in (text.en or "") for text in said)


@pytest.fixture(scope="module")
def small_site(tmp_path_factory):
    target = tmp_path_factory.mktemp("published") / "readers"
    pipeline.publish(pipeline.check(MODELS / "compute-network"), target)
    return target


@pytest.fixture(scope="module")
def ids() -> frozenset[str]:
    return ids_to_look_for(pipeline.check(MODELS / "western-corridor").chain)


def ids_in(line: str, ids: frozenset[str]) -> list[str]:
    """The ids that stand in a line as words of their own; a full stop may follow."""
    words = (word.split(".") for word in re.findall(r"[\w./-]+", line))
    return [said for parts in words for end in range(len(parts)) if (said := ".".join(parts[: end + 1])) in ids]


def unwanted(lines: Iterable[str], ids: frozenset[str]) -> list[tuple[str, str]]:
    return [(hit, line[:80]) for line in lines for hit in (*ids_in(line, ids), *PLACES.findall(line))]


def test_ids_are_found_as_words_of_their_own():
    ids = frozenset({"item-gate", "G1.1"})
    assert ids_in("See item-gate. Not item-gate-2, nor my/item-gate; G1.1（G1.1.2）", ids) == [
        "item-gate",
        "G1.1",
        "G1.1",
    ]
    assert unwanted(["in steps/a.yaml, S841", "S84 and a.y"], ids) == [
        ("steps/a.yaml", "in steps/a.yaml, S841"),
        ("S841", "in steps/a.yaml, S841"),
    ]


@pytest.mark.parametrize("name", ["western-corridor", "compute-network"])
def test_readers_read_no_id_no_code_and_no_file_on_any_page(request, name):
    folder = request.getfixturevalue("site" if name == "western-corridor" else "small_site")
    ids = ids_to_look_for(pipeline.check(MODELS / name).chain)
    pages: dict[str, list[tuple[str, str]]] = {}
    codes: list[tuple[str, str]] = []
    read: set[str] = set()  # most lines stand on many pages
    for path in sorted(folder.rglob("*.html")):
        said = Said(path.read_text(encoding="utf-8"))
        address = path.relative_to(folder).as_posix()
        if found := unwanted(set(said.lines) - read, ids):
            pages[address] = found[:3]
        read.update(said.lines)
        codes += [(address, hover[:80]) for hover in set(said.hovers) if PLACES.search(hover)]  # ids may show there
    assert len(read) > 2_000
    assert pages == {}
    assert codes == []


WRITTEN_BY_SCRIPTS = (
    "index",
    "en/index",
    "flows/booking-asis",
    "en/items/item-booking",
    "goals/G1",
    "en/indicators/booking-lead-time",
    "step4_paths",
    "en/findings",
    "tour",
    "en/tour",
    "matrices",
    "explorer",
    "explorer.html#at=booking-asis",
    "en/explorer.html#at=item-booking",
)


def test_what_scripts_write_has_no_id_either(page, site, ids):
    for name in WRITTEN_BY_SCRIPTS:
        page.goto(f"{site.as_uri()}/{name if '#' in name else name + '.html'}")
        if "explorer" in name:
            page.locator(".ss-explorer-list li a").first.wait_for()
        if "#at=" in name:
            page.locator(".ss-explorer-here h2").wait_for()
        assert unwanted(page.evaluate(SHOWN).splitlines(), ids) == [], name


@BOTH
@pytest.mark.parametrize(("start", "word"), [("", "订舱"), ("en/", "booking"), ("", "path-booking")])
def test_results_of_a_search_name_no_id(page, root, ids, start, word):
    page.goto(f"{root}/{start}index.html")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(word)
    page.keyboard.press("End")
    page.locator(".md-search-result__item a").first.wait_for(timeout=15_000)
    said = page.locator(".md-search-result__list").inner_text()
    assert len(said.splitlines()) > 3
    assert unwanted(said.splitlines(), ids) == []


def test_authors_see_them(authors_site):
    ids = ids_to_look_for(pipeline.check(MODELS / "compute-network").chain)
    item, rules = (
        "\n".join(Said((authors_site / name).read_text(encoding="utf-8")).lines)
        for name in ("items/item-onboarding.html", "rules.html")
    )
    assert "item-onboarding" in ids_in(item, ids)
    assert PLACES.search(item) and PLACES.search(rules)


@pytest.mark.parametrize(
    ("markup", "lines", "hovers"),
    [
        ("<article><p>one <b>two</b></p>three</article>four", ["one two", "three"], []),
        (
            "<article><q>of others</q><script>let x</script><p title='here'>seen<br>below</article>",
            ["seen", "below"],
            ["here"],
        ),
        ("<article><svg><title>over</title><text>drawn</text></svg></article>", ["drawn"], ["over"]),
        ("<article><details><summary>s</summary><p hidden>folded</p></details></article>", ["s", "folded"], []),
    ],
)
def test_words_are_told_from_what_is_not_seen(markup, lines, hovers):
    said = Said(markup)
    assert (said.lines, said.hovers) == (lines, hovers)


def test_the_first_key_leads_past_the_navigation_on_every_kind_of_page(page, root):
    for name in ("index", "goals/G1", "questions", "parties", "en/tour"):
        page.goto(f"{root}/{name}.html")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.classList.contains('ss-skip')"), name
        page.keyboard.press("Enter")
        page.wait_for_function("document.activeElement.id === 'ss-main'")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('article') !== null"), name


def test_every_page_of_the_navigation_is_in_sight_on_a_low_screen(browser, site):
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.goto(f"{site.as_uri()}/index.html")
    last = page.locator(".md-sidebar--primary a.md-nav__link").last
    box = last.bounding_box()
    page.close()
    assert box is not None and box["y"] + box["height"] <= 768
