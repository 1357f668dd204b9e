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
        # on a phone a wide picture is a list, and its picture opens at a press
        if width == 390:
            page.evaluate("document.querySelectorAll('.ss-as-picture').forEach(one => { one.checked = true; })")
        page.wait_for_timeout(250)
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
    figure.locator(".ss-as-picture + label").click()
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


@pytest.mark.parametrize("language", ["", "en/"])
def test_on_a_phone_a_wide_picture_is_a_list_and_the_picture_one_tap_away(browser, site, language):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    expected = {
        "step1_goals": ("goal-tree", "打造国际物流新通道", 24),
        "step2_indicators": ("indicator-tree", "订舱提前期", 30),
        "step3_architecture": ("architecture-map", "物流供应链", 5),
        "step4_paths": ("collaboration-network", "货运代理", 60),
        "step5_scenarios": ("scenario-map", "多式联运协同", 30),
        "step6_items": ("priority", "全程跟踪与异常", 15),
    }
    for name, (picture, title, least) in expected.items():
        page.goto(f"{site.as_uri()}/{language}{name}.html")
        figure = page.locator("figure", has=page.locator(f"svg[data-picture='{picture}']"))
        listed = figure.locator(".ss-outline")
        assert listed.is_visible(), name
        assert not figure.locator(".ss-canvas").is_visible(), name
        assert listed.locator("li").count() >= least, name
        if not language:
            assert title in listed.text_content(), name
        links = listed.locator("li a").evaluate_all("all => all.map(one => one.href.split('#')[0])")
        assert len(links) >= least - 1, name
        assert all(page.request.get(link).ok if link.startswith("http") else True for link in links)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name
        figure.locator(".ss-as-picture + label").click()
        assert figure.locator(".ss-canvas").is_visible(), name
        assert not listed.is_visible(), name
    page.close()


def test_what_is_told_beside_a_box_says_its_neighbours_in_words(page, root):
    page.goto(f"{root}/en/step1_goals.html")
    page.locator("svg[data-picture='goal-tree'] g[data-node] a").nth(1).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    tip = page.locator(".ss-card-tip:visible").inner_text()
    assert "leads to" in tip
    assert "→" not in tip
