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
        assert shown(page) == [name]
    assert page.locator(".ss-flow-list").evaluate_all("all => all.some(one => one.checkVisibility())") is False
    page.goto(f"{root}/{language}flows/booking-tobe.html")
    assert shown(page) == ["flow/booking-tobe"]
    page.goto(f"{root}/{language}items/item-booking.html")
    assert shown(page) == ["flow/booking-asis"]


def test_tabs_work_without_scripts_and_by_keys(browser, site):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1300, "height": 900})
    page = context.new_page()
    page.goto(f"{site.as_uri()}/flows/booking-asis.html")
    assert page.locator('svg[data-picture="flow/booking-asis"]').is_visible()
    page.locator(".ss-tabs > input").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator('svg[data-picture="flow/booking-tobe"]').is_visible()
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
