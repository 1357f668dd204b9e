"""What can be done with a picture besides looking at it."""

from tests.browser.addresses import BOTH

BOX = '.ss-tab:visible .ss-canvas [data-node] a[href*="booking-asis/{}"]'


def flow(page, root, language: str = ""):
    page.goto(f"{root}/{language}flows/booking-asis.html")
    if page.viewport_size["width"] < 700:
        page.locator(".ss-tab:visible .ss-as-picture + label").tap()  # a mouse would stay over a box
    page.locator(".ss-figure").first.scroll_into_view_if_needed()
    return page.locator(".ss-figure").first


def in_focus(page) -> int:
    return page.locator("svg [data-node].in-focus").count()


def test_the_neighbours_of_a_box_stay_and_the_rest_fades(page, root):
    figure = flow(page, root)
    page.locator(BOX.format("fill-desk")).hover()
    page.locator("svg.has-focus").wait_for()
    near = in_focus(page)
    assert near == 3  # the box, the one before, the one behind
    assert "录入货代系统" in figure.locator(".ss-card-tip").inner_text()
    page.locator("h1").hover()
    page.locator("svg.has-focus").wait_for(state="detached")
    page.locator("[data-zoom=trace]").first.click()
    page.locator(BOX.format("fill-desk")).hover()
    page.locator("svg.has-focus").wait_for()
    assert in_focus(page) > near


def test_keys_show_the_neighbours_too(page, root):
    flow(page, root)
    page.locator(".ss-canvas").first.focus()
    page.keyboard.press("Tab")
    for _ in range(6):
        page.keyboard.press("Tab")
    page.locator("svg.has-focus").wait_for()
    assert page.locator(".ss-card-tip").first.is_visible()
    page.keyboard.press("Escape")
    assert page.locator("svg.has-focus").count() == 0


def shown_width(page) -> float:
    return page.locator(".ss-canvas svg").first.evaluate("svg => svg.getBoundingClientRect().width")


def is_on_screen(page, selector: str) -> bool:
    """Whether it is within the canvas and the window."""
    return page.locator(selector).evaluate(
        """box => {
          const [it, frame] = [box, box.closest('.ss-canvas')].map(one => one.getBoundingClientRect());
          return it.left >= frame.left && it.right <= frame.right && it.top >= 0 && it.bottom <= innerHeight;
        }"""
    )


def test_find_brings_each_hit_into_sight_and_counts_them(page, root):
    page.set_viewport_size({"width": 700, "height": 420})
    page.goto(f"{root}/step2_indicators.html")
    figure = page.locator(".ss-figure", has=page.locator('svg[data-picture="indicator-tree"]'))
    box = figure.locator(".ss-find input")
    box.fill("时间")
    hits = page.locator("svg .is-found").count()
    assert hits >= 3
    assert figure.locator(".ss-find output").inner_text() == str(hits)
    places = set()
    for number in range(1, hits + 1):
        box.press("Enter")
        assert figure.locator(".ss-find output").inner_text() == f"{number}/{hits}"
        assert is_on_screen(page, "svg .is-at")
        places.add(page.locator("svg .is-at").get_attribute("data-node"))
    assert len(places) == hits
    assert page.evaluate("scrollY") > 0
    box.fill("")
    assert page.locator("svg .is-found").count() == 0


@BOTH
def test_save_the_picture(page, root, tmp_path):
    flow(page, root)
    with page.expect_download() as saved:
        page.locator("[data-zoom=png]").first.click()
    file = tmp_path / "picture.png"
    saved.value.save_as(file)
    assert saved.value.suggested_filename == "订舱（现状）.png"
    assert file.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert file.stat().st_size > 20_000


def test_a_first_tap_shows_a_second_follows(browser, root):
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    page = context.new_page()
    flow(page, root)
    box = page.locator(BOX.format("ask")).first
    box.tap()
    page.locator("svg.has-focus").wait_for()
    assert page.url.endswith("flows/booking-asis.html")
    box.tap()
    page.wait_for_url("**/steps/booking-asis/ask.html")
    context.close()


def test_two_fingers_zoom_and_one_moves_what_is_near(browser, root):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    flow(page, root)
    canvas = page.locator(".ss-canvas[data-ready]").first
    canvas.wait_for()
    page.evaluate("document.querySelector('.ss-canvas').scrollIntoView({block: 'center'})")
    place = canvas.bounding_box()
    x, y = place["x"] + place["width"] / 2, place["y"] + 150
    fingers = context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        touched = [{"x": left, "y": top, "id": number} for number, (left, top) in enumerate(points)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touched})

    def scrolled() -> list[float]:
        return canvas.evaluate("canvas => [canvas.scrollLeft, canvas.scrollTop]")

    opened = shown_width(page)
    touch("touchStart", (x - 20, y))
    touch("touchStart", (x - 20, y), (x + 20, y))
    for step in range(1, 12):
        touch("touchMove", (x - 20 - 6 * step, y), (x + 20 + 6 * step, y))
    touch("touchEnd")
    assert shown_width(page) > 2 * opened
    near = scrolled()
    assert 0 < near[0] < shown_width(page) / 2  # what was between the fingers is still there
    page_at = page.evaluate("scrollY")
    touch("touchStart", (x, y))
    for step in range(1, 15):
        touch("touchMove", (x, y - 5 * step))
    touch("touchEnd")
    page.wait_for_timeout(200)
    assert scrolled()[1] > near[1] + 5
    assert page.evaluate("scrollY") == page_at
    page.locator("[data-zoom=fit]").first.click()
    assert shown_width(page) == opened
    assert scrolled() == [0, 0]
    context.close()
