"""A reviewer looks at what has changed since the last version."""

import re
import shutil
from pathlib import Path

import axe_playwright_python
import pytest

from sevenstep import pipeline

MODEL = Path(__file__).parents[2] / "tests" / "models" / "compute-network"
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def changed(tmp_path_factory) -> str:
    """The address of a site whose model has changed since the version before."""
    folder = tmp_path_factory.mktemp("changed") / "model"
    shutil.copytree(MODEL, folder)
    for path in folder.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("A smart factory", "A smart and green factory"), encoding="utf-8")
    head = folder / "engagement.yaml"
    text = re.sub(r"^version: .*\n", "", head.read_text(encoding="utf-8"), flags=re.MULTILINE)
    head.write_text(f'version: "9"\n{text}', encoding="utf-8")
    target = folder.parent / "site"
    pipeline.publish(pipeline.check(folder), target, since=MODEL)
    return target.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_from_the_overview_to_a_changed_goal(browser, changed, scheme):
    context = browser.new_context(viewport={"width": 1300, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    found = []

    def look() -> None:
        page.evaluate(AXE)
        result = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa']})")
        found.extend((page.url, one["id"], one["nodes"][0]["html"][:120]) for one in result["violations"])

    page.goto(f"{changed}/en/index.html")
    look()
    page.locator(".ss-news a").click()
    page.wait_for_url(re.compile(r"changes\.html"))
    entry = page.locator("#change-G1")
    assert "and green" in entry.locator("ins").inner_text()
    look()
    entry.locator(".ss-ref").click()
    page.wait_for_url(re.compile(r"goals/G1\.html"))
    look()
    page.locator("a.ss-change").click()
    page.wait_for_url(re.compile(r"changes\.html#change-G1"))
    context.close()
    assert found == []
