"""Pictures as they open: words that can be read, nothing cut without a sign, the whole screen used."""

import pytest

WIDTHS = (390, 1366, 1920)
LEAST = 10.9  # 11 px, less what rounding takes
PAGES = (
    "index",
    "step1_goals",
    "step2_indicators",
    "step3_architecture",
    "step7_flows",
    "flows/booking-asis",
    "flows/settlement-tobe",
    "chapters/20-one-line",
)
OPENED = """() => [...document.querySelectorAll('.ss-figure')].flatMap(figure => {
  const canvas = figure.querySelector('.ss-canvas'), svg = canvas?.querySelector('svg');
  if (!svg || !canvas.checkVisibility()) return [];
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  const sizes = [...svg.querySelectorAll('text')].filter(text => text.textContent.trim())
    .map(text => parseFloat(getComputedStyle(text).fontSize) * scale);
  const seen = (selector) => figure.querySelector(selector).checkVisibility();
  return [{
    name: svg.dataset.picture,
    smallest: sizes.length ? Math.min(...sizes) : 99,
    isCut: canvas.scrollWidth > canvas.clientWidth + 4 || canvas.scrollHeight > canvas.clientHeight + 4,
    hasSign: seen('.ss-edge-right'),
    start: canvas.scrollLeft,
    touch: Math.min(...[...figure.querySelectorAll('.ss-tools :is(button, a, input)')]
      .map(tool => Math.min(tool.offsetHeight, tool.offsetWidth))),
    tools: figure.querySelector('.ss-tools').scrollWidth - figure.querySelector('.ss-tools').clientWidth,
    lines: [...new Set([...figure.querySelectorAll('.ss-tools > *')].map(tool => tool.offsetTop))].length,
  }];
})"""


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_picture_opens_readable_and_says_where_it_goes_on(browser, site, width, language):
    page = browser.new_page(viewport={"width": width, "height": 844})
    seen = 0
    for name in PAGES:
        page.goto(f"{site.as_uri()}/{language}{name}.html")
        page.wait_for_timeout(150)
        for picture in page.evaluate(OPENED):
            seen += 1
            assert picture["smallest"] >= LEAST, picture
            assert picture["hasSign"] == picture["isCut"], picture
            assert picture["start"] == 0, picture
            assert picture["touch"] >= (44 if width == 390 else 32), picture
            assert picture["tools"] <= 0, picture
            assert picture["lines"] <= (2 if width == 390 else 1), picture
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    page.close()
    assert seen >= 8


def test_a_sign_leads_on_to_the_end(page, root):
    page.set_viewport_size({"width": 600, "height": 800})
    page.goto(f"{root}/step3_architecture.html")
    figure = page.locator(".ss-figure", has=page.locator('svg[data-picture="architecture-map"]'))
    right, left = figure.locator(".ss-edge-right"), figure.locator(".ss-edge-left")
    right.wait_for()
    assert not left.is_visible()
    for _ in range(20):
        if not right.is_visible():
            break
        right.click()
        page.wait_for_timeout(500)
    assert left.is_visible()
    assert not right.is_visible()


def test_the_whole_screen_is_used(page, root):
    page.set_viewport_size({"width": 1920, "height": 1000})
    page.goto(f"{root}/step2_indicators.html")
    figure = page.locator(".ss-figure", has=page.locator('svg[data-picture="indicator-tree"]'))
    figure.locator("[data-zoom=full]").click()
    page.wait_for_timeout(400)
    svg = figure.locator(".ss-canvas svg")
    box, natural = svg.bounding_box(), svg.evaluate("svg => svg.viewBox.baseVal.width")
    assert box["width"] >= min(1800, natural * 1.4)
    page.keyboard.press("0")
    figure.locator("[data-zoom=full]").click()
    page.wait_for_timeout(400)
    assert svg.evaluate("svg => svg.style.width") == ""


def test_the_style_of_a_chapter_stays_out_of_its_pictures(page, root):
    page.goto(f"{root}/chapters/20-one-line.html")
    lines = page.locator(".ss-figure svg a, .ss-figure svg text, .ss-tools a").evaluate_all(
        "parts => parts.map(part => getComputedStyle(part).textDecorationLine)"
    )
    assert len(lines) > 20
    assert set(lines) == {"none"}
