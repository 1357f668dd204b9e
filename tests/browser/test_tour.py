"""The guided tour: forward and back over the pictures, box by box."""


def stop(page):
    return page.locator(".ss-tour-stations > li:visible")


def test_forward_and_back_by_buttons_and_keys(page, root):
    page.goto(f"{root}/tour.html")
    assert stop(page).count() == 1
    first = stop(page).locator("h2").inner_text()
    page.locator("[data-go=on]").click()
    assert stop(page).locator("h2").inner_text() != first
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.locator("[data-go=back]").click()
    assert stop(page).locator("h2").inner_text() == first
    assert page.locator("[data-go=back]").is_disabled()


def test_a_flow_is_told_box_by_box(page, root):
    page.goto(f"{root}/tour.html")
    page.locator(".ss-tour-bar select").select_option(label="订舱（现状）")
    page.keyboard.press("ArrowRight")
    assert stop(page).locator("h2").inner_text() == "电话询价比价"
    focused = page.locator(".ss-tour-figure:visible .in-focus")
    assert focused.count() == 1
    assert "电话询价比价" in focused.text_content()
    frame = page.locator(".ss-tour-figure:visible").bounding_box()
    box = focused.bounding_box()
    assert frame["x"] <= box["x"] <= frame["x"] + frame["width"]


def test_the_address_keeps_the_stop(page, root):
    page.goto(f"{root}/en/tour.html")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    title = stop(page).locator("h2").inner_text()
    address = page.url
    page.goto(f"{root}/en/index.html")
    page.goto(address)
    assert stop(page).locator("h2").inner_text() == title


def test_the_tour_fits_a_phone(page, root):
    page.set_viewport_size({"width": 390, "height": 800})
    for name in ("tour.html#stop-3", "explorer.html", "print.html"):
        page.goto(f"{root}/{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name
