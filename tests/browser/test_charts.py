"""Charts on their pages: drawn, inside their frames, in the colours of the page; the page sees to it that no error
is told and nothing is loaded from elsewhere."""

import pytest

PAGES = {
    "flows/booking-asis": 1,
    "flows/settlement-tobe": 1,
    "items/item-booking": 1,
    "indicators/booking-lead-time": 1,
    "indicators/logistics-cost": 1,
    "outlook": 2,  # one of each journey
}
OUTSIDE = """() => Array.from(document.querySelectorAll('svg.chart')).flatMap(svg => {
  const frame = svg.viewBox.baseVal;
  return Array.from(svg.querySelectorAll('text')).filter(text => {
    const box = text.getBBox();
    return box.x < -1 || box.y < -1 || box.x + box.width > frame.width + 1 || box.y + box.height > frame.height + 1;
  }).map(text => text.textContent);
})"""
FILLS = """() => Array.from(document.querySelectorAll('svg.chart path'), path => getComputedStyle(path).fill)"""


@pytest.mark.parametrize("language", ["", "en/"])
def test_charts_are_on_their_pages_and_no_text_leaves_them(page, root, language):
    for name, charts in PAGES.items():
        page.goto(f"{root}/{language}{name}.html")
        assert page.locator("svg.chart").count() == charts, name
        assert page.evaluate(OUTSIDE) == [], name


def test_colours_change_with_the_page(page, root):
    page.goto(f"{root}/flows/booking-asis.html")
    light = page.evaluate(FILLS)
    assert "rgb(0, 0, 0)" not in light  # every mark has its colour
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    dark = page.evaluate(FILLS)
    assert all(one != other for one, other in zip(light, dark, strict=True) if one != "none")


def test_a_mark_says_at_the_pointer_what_is_felt_there(page, root):
    page.goto(f"{root}/flows/booking-asis.html")
    node = page.locator("[data-node]", has=page.locator('a[href*="booking-asis/fill-carrier"]')).first
    assert "■" in (node.locator("xpath=following-sibling::*[1]").text_content() or "")  # on its edge
    node.locator("a").hover()
    page.locator("svg.has-focus").wait_for()
    assert "■ 堵点：" in page.locator(".ss-card-tip").first.inner_text()


def test_the_page_of_findings_leads_to_its_steps(page, root):
    page.goto(f"{root}/findings.html")
    page.locator("details:has(.ss-table a[href='#step-7']) > summary").click()
    page.locator('.ss-table a[href="#step-7"]').click()
    assert page.locator("#step-7").is_visible()
    assert page.locator("h3[id^=step-7-F]").count() > 5
