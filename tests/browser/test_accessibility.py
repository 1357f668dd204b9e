"""No violation of WCAG 2 on levels A and AA, as axe-core finds them, in light and dark."""

from pathlib import Path

import axe_playwright_python
import pytest

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
PAGES = (
    "index",
    "step2_indicators",
    "flows/booking-asis",
    "items/item-booking",
    "indicators/booking-lead-time",
    "en/goals/G1.1",
    "matrices",
    "explorer",
    "outlook",
    "findings",
    "evaluation",
    "questions",
    "tour",
    "print",
    "reviews",
    "accepted",
    "about",
    "parties",
    "parties/customs",
)
AUTHORS_PAGES = ("problems", "rules", "reference", "questions", "items/item-onboarding")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anybody_out(browser, site, authors_site, scheme):
    context = browser.new_context(viewport={"width": 1300, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    found = []
    shown = [(site, name) for name in PAGES] + [(authors_site, name) for name in AUTHORS_PAGES]
    for folder, name in shown:
        page.goto(f"{folder.as_uri()}/{name}.html")
        page.evaluate(AXE)
        result = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa']})")
        found += [(name, one["id"], one["nodes"][0]["html"][:150]) for one in result["violations"]]
    context.close()
    assert found == []
