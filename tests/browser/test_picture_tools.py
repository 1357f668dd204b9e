"""What can be done with a picture besides looking at it."""

BOX = '.ss-canvas [data-node] a[href*="booking-asis/{}"]'


def flow(page, root, language: str = ""):
    page.goto(f"{root}/{language}flows/booking-asis.html")
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


def test_find_in_the_picture(page, root):
    figure = flow(page, root)
    whole = page.locator(".ss-canvas svg").first.get_attribute("viewBox")
    box = figure.locator(".ss-tools input")
    box.fill("盖章")
    assert page.locator("svg .is-found").count() == 1
    box.press("Enter")
    assert page.locator(".ss-canvas svg").first.get_attribute("viewBox") != whole
    box.fill("")
    assert page.locator("svg .is-found").count() == 0


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
    page.goto(f"{root}/flows/booking-asis.html")
    canvas = page.locator(".ss-canvas[data-ready]").first
    canvas.wait_for()
    canvas.scroll_into_view_if_needed()
    place = canvas.bounding_box()
    x, y = place["x"] + place["width"] / 2, place["y"] + 150
    fingers = context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        touched = [{"x": left, "y": top, "id": number} for number, (left, top) in enumerate(points)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touched})

    def box() -> list[float]:
        return [float(part) for part in page.locator(".ss-canvas svg").first.get_attribute("viewBox").split()]

    whole = box()
    touch("touchStart", (x - 20, y))
    touch("touchStart", (x - 20, y), (x + 20, y))
    for step in range(1, 12):
        touch("touchMove", (x - 20 - 6 * step, y), (x + 20 + 6 * step, y))
    touch("touchEnd")
    page.locator(".ss-canvas.is-near").first.wait_for()
    near = box()
    assert near[2] < whole[2] / 2
    assert near[0] < x / place["width"] * whole[2]  # what was between the fingers is still there
    page_at = page.evaluate("scrollY")
    touch("touchStart", (x, y))
    for step in range(1, 15):
        touch("touchMove", (x, y - 5 * step))
    touch("touchEnd")
    assert box()[1] > near[1] + 5
    assert page.evaluate("scrollY") == page_at
    page.locator("[data-zoom=fit]").first.click()
    page.locator(".ss-canvas:not(.is-near)").first.wait_for()
    assert box() == whole
    context.close()
