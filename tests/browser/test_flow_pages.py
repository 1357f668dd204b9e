"""A flow on its page: as is, as shall be, what changes, in one place; on a phone from top to bottom."""

import pytest


def shown(page):
    return page.locator(".ss-tab:visible svg.sevenstep-picture").evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.dataset.picture)"
    )


@pytest.mark.parametrize("language", ["", "en/"])
def test_tabs_show_one_picture_at_a_time(page, root, language):
    page.goto(f"{root}/{language}flows/booking-asis.html")
    words = (
        ["现状", "目标", "差异", "数据与系统"] if not language else ["As is", "To be", "Difference", "Data and systems"]
    )
    assert page.locator(".ss-tabs > label").all_inner_texts() == words
    names = ["flow/booking-asis", "flow/booking-tobe", "flow-difference/booking-tobe", "flow-data/booking-asis"]
    for word, name in zip(words, names, strict=True):
        page.locator(".ss-tabs > label", has_text=word).click()
        page.locator(f'.ss-tab:visible svg[data-picture="{name}"]').wait_for()
        assert shown(page) == [name]
    assert page.locator(".ss-flow-list").evaluate_all("all => all.some(one => one.checkVisibility())") is False
    page.goto(f"{root}/{language}flows/booking-tobe.html")
    assert shown(page) == ["flow/booking-tobe"]
    page.goto(f"{root}/{language}items/item-booking.html")
    assert shown(page) == ["flow/booking-asis"]


def test_a_picture_that_is_fetched_is_as_good_as_one_of_the_page(page, root):
    """It has links that lead somewhere, neighbours, search, and what stands in its rows for paper."""
    page.goto(f"{root}/flows/booking-asis.html")
    assert page.locator('svg[data-picture="flow/booking-tobe"]').count() == 0
    page.locator(".ss-tabs > label", has_text="目标").click()
    figure = page.locator(".ss-tab:visible")
    box = figure.locator('.ss-canvas [data-node] a[href*="booking-tobe/order"]').first
    box.hover()
    figure.locator("svg.has-focus").wait_for()
    assert figure.locator("[data-node].in-focus").count() > 1
    figure.locator(".ss-find input").fill("堆场锁定用箱")
    assert figure.locator(".is-found").count() == 1
    page.locator(".ss-tabs > label", has_text="现状").first.click()
    page.locator(".ss-tabs > label", has_text="目标").click()
    assert figure.locator("svg.sevenstep-picture").count() == 1
    box.click()
    page.wait_for_url("**/steps/booking-tobe/order.html")
    assert page.locator("h1").inner_text() == "平台一次下单"


WITH_ROWS = """tab => {
  const figure = tab.querySelector('.ss-figure');
  for (const number of [1, 2]) {
    figure.insertAdjacentHTML('beforeend', `<div class="ss-row"><p class="ss-row-number">${number}</p></div>`);
  }
  const drawn = ['whole', 'row 1', 'row 2'].map(name =>
    `<svg xmlns="http://www.w3.org/2000/svg" class="sevenstep-picture" data-picture="${name}" width="9" height="9"/>`);
  window.sevenstepPictures = {};
  Object.defineProperty(window.sevenstepPictures, figure.dataset.later, { get: () => drawn, set: () => {} });
}"""
"""Has the script of a tab that is not open bring two rows besides its picture."""


def test_a_picture_is_printed_in_the_rows_that_it_needs(page, root):
    page.goto(f"{root}/flows/booking-asis.html")
    page.locator(".ss-tab").nth(1).evaluate(WITH_ROWS)
    page.locator(".ss-tabs > label", has_text="目标").click()
    page.locator('.ss-tab:visible .ss-cut svg[data-picture="whole"]').wait_for()
    assert not page.locator('svg[data-picture="row 1"]').is_visible()
    page.emulate_media(media="print")
    printed = page.locator(".ss-tab:visible .ss-row svg")
    assert [one.get_attribute("data-picture") for one in printed.all()] == ["row 1", "row 2"]
    assert printed.first.is_visible()
    assert not page.locator(".ss-tab:visible .ss-canvas").is_visible()


def test_tabs_work_without_scripts_and_by_keys(browser, site):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1300, "height": 900})
    page = context.new_page()
    page.goto(f"{site.as_uri()}/flows/booking-asis.html")
    assert page.locator('svg[data-picture="flow/booking-asis"]').is_visible()
    page.locator(".ss-tabs > input").first.focus()
    page.keyboard.press("ArrowRight")
    image = page.locator('.ss-tab:visible .ss-canvas img[src$="flow/booking-tobe.svg"]')
    assert image.is_visible() and image.evaluate("one => one.naturalWidth") > 300
    assert not page.locator('svg[data-picture="flow/booking-asis"]').is_visible()
    context.close()


@pytest.mark.parametrize("language", ["", "en/"])
def test_on_a_phone_a_flow_runs_from_top_to_bottom_and_its_picture_is_one_tap_away(browser, site, language):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{site.as_uri()}/{language}flows/booking-asis.html")
    steps = page.locator(".ss-tab:visible .ss-flow-list")
    assert steps.is_visible()
    picture = page.locator('svg[data-picture="flow/booking-asis"]')
    assert not picture.is_visible()
    lines = steps.locator("li.ss-is-step")
    assert lines.count() == 9
    actor = "货运代理" if not language else "Freight forwarder"
    portal = lines.filter(has_text="船公司网站订舱" if not language else "Book on carrier's portal")
    assert actor in portal.inner_text()
    back = steps.locator(".ss-is-back")
    assert ("返工" if not language else "rework") in back.inner_text()
    assert steps.locator(".ss-is-branch", has_text="25%").count() == 1
    left = "item => item.getBoundingClientRect().left"
    assert lines.nth(2).evaluate(left) > lines.first.evaluate(left) + 8  # one of three at the same time
    widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert widths[0] <= widths[1]
    page.locator(".ss-tab:visible .ss-as-picture + label").click()
    assert picture.is_visible()
    assert not steps.is_visible()
    page.close()


def test_heads_of_lanes_stay_in_sight_when_the_picture_is_moved(page, root):
    page.set_viewport_size({"width": 800, "height": 800})
    page.goto(f"{root}/flows/booking-asis.html")
    canvas = page.locator(".ss-tab:visible .ss-canvas")
    head = page.locator('svg[data-picture="flow/booking-asis"] g.lane-head').first
    canvas.evaluate("canvas => canvas.scrollTo(200, 0)")
    page.wait_for_timeout(200)
    assert abs(head.bounding_box()["x"] - canvas.bounding_box()["x"]) < 14
    assert canvas.evaluate("canvas => canvas.scrollLeft") > 50
    canvas.evaluate("canvas => canvas.scrollTo(0, 0)")
    page.wait_for_timeout(200)
    assert head.get_attribute("transform") is None


def test_flow_pages_and_the_whole_site_weigh_no_more_than_before_there_were_tabs(site):
    pages = {path.name: path.stat().st_size for path in site.glob("**/flows/*.html")}
    assert len(pages) > 25
    assert sorted(pages.values())[len(pages) // 2] < 130_000
    assert max(pages.values()) < 150_000, pages
    weight = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    assert weight / len(list(site.rglob("*.html"))) < 66_000  # with all that pages share: 91 MB for 1,380
