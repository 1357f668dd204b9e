"""What readers see: no id, no code of a rule, no file and no place in one, on any page of both models.

The words of the pages are taken as the browser shows them (`innerText` of the content and of pictures), with what is
folded opened; the authors' edition has what the readers' has not.
"""

import re
from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.chain.graph import Chain

MODELS = Path(__file__).parents[2] / "models"
PLACES = re.compile(r"[\w/-]+\.ya?ml\b|\b[SFP]\d{3}\b")
SHOWN = """() => {
  const article = document.querySelector("article");
  for (const quoted of article.querySelectorAll("q, blockquote")) quoted.remove();
  for (const folded of article.querySelectorAll("details")) folded.open = true;
  const drawn = [...article.querySelectorAll("svg text")].map((text) => text.textContent.trim());
  return [article.innerText, ...drawn].join("\\n");
}"""


def ids_to_look_for(chain: Chain) -> re.Pattern[str]:
    """Ids that no sentence holds by chance: with a hyphen or a stroke, or letters and numbers; no titles."""
    titles = {wording.casefold() for element in chain.elements.values() for wording in element.title.wordings()}
    told = "\n".join(titles)
    ids = [
        key
        for key in chain.elements
        if re.search(r"[-/]|^[A-Z]{1,3}\d+(\.\d+)*$", key) and key.casefold() not in told and not is_word(chain, key)
    ]
    every = "|".join(re.escape(key) for key in sorted(ids, key=len, reverse=True))
    return re.compile(rf"(?<![\w./-])(?:{every})(?![\w/-])")


def is_word(chain: Chain, key: str) -> bool:
    """Whether authors write the same in a sentence of their own, as English does with compounds."""
    said = (element.description for element in chain.elements.values() if element.description is not None)
    return any(key in (text.en or "") for text in said)


@pytest.fixture(scope="module")
def small_site(tmp_path_factory):
    target = tmp_path_factory.mktemp("published") / "readers"
    pipeline.publish(pipeline.check(MODELS / "compute-network"), target)
    return target


@pytest.mark.parametrize("name", ["western-corridor", "compute-network"])
def test_readers_see_no_id_no_code_and_no_file(browser, request, name):
    folder = request.getfixturevalue("site" if name == "western-corridor" else "small_site")
    ids = ids_to_look_for(pipeline.check(MODELS / name).chain)
    context = browser.new_context(java_script_enabled=True)
    page = context.new_page()
    page.route("**/*.js", lambda route: route.abort())  # what scripts add is said by the page already
    found, read = [], 0
    for path in sorted(folder.rglob("*.html")):
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        for line in page.evaluate(SHOWN).splitlines():
            read += 1
            found += [(path.relative_to(folder).as_posix(), hit[0], line[:80]) for hit in ids.finditer(line)]
            found += [(path.relative_to(folder).as_posix(), hit[0], line[:80]) for hit in PLACES.finditer(line)]
    context.close()
    assert read > 1_000
    assert found == []


def test_authors_see_them(browser, authors_site):
    ids = ids_to_look_for(pipeline.check(MODELS / "compute-network").chain)
    page = browser.new_page()
    page.goto(f"{authors_site.as_uri()}/items/item-onboarding.html")
    said = page.evaluate(SHOWN)
    page.goto(f"{authors_site.as_uri()}/rules.html")
    rules = page.evaluate(SHOWN)
    page.close()
    assert "item-onboarding" in ids.findall(said)
    assert PLACES.search(said) and PLACES.search(rules)


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
