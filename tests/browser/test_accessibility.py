"""No violation of WCAG 2 on levels A and AA, as axe-core finds them; in dark by the rules that look at colours.

The page for print is that of the smaller model: it holds every page of its model, which takes axe minutes.
"""

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
    "reviews",
    "accepted",
    "about",
    "parties",
    "parties/customs",
    "assessment",
    "decision",
    "blueprint",
    "programme",
    "appraisal",
    "outcomes",
)
AUTHORS_PAGES = ("print", "problems", "rules", "reference", "questions", "items/item-onboarding")


RULES = {
    "light": "{runOnly: ['wcag2a', 'wcag2aa']}",
    "dark": "{runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}}",
}


@pytest.fixture(scope="module", params=RULES)
def coloured(request, browser):
    context = browser.new_context(viewport={"width": 1300, "height": 900}, color_scheme=request.param)
    yield context.new_page(), RULES[request.param]
    context.close()


@pytest.mark.parametrize(
    ("edition", "name"), [*(("site", name) for name in PAGES), *(("authors_site", name) for name in AUTHORS_PAGES)]
)
def test_nothing_keeps_anybody_out(request, coloured, edition, name):
    page, rules = coloured
    page.goto(f"{request.getfixturevalue(edition).as_uri()}/{name}.html")
    page.evaluate(AXE)
    result = page.evaluate(f"axe.run(document, {rules})")
    assert result["passes"]
    assert [(one["id"], one["nodes"][0]["html"][:150]) for one in result["violations"]] == []
