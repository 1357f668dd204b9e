"""A reader goes from a chapter into the model and back."""

import re


def test_from_a_chapter_to_an_element_and_back(page, root):
    page.goto(f"{root}/index.html")
    page.locator(".md-nav--primary").get_by_role("link", name="读者指南").click()
    page.wait_for_url(re.compile(r"chapters/10-how-to-read\.html"))
    page.locator(".ss-mention", has_text="打造国际物流新通道").click()
    page.wait_for_url(re.compile(r"goals/G1\.html"))
    page.locator("#mentions + ul a", has_text="读者指南").click()
    page.locator(".ss-prose a", has_text="从目标到数据的一条线").click()
    page.wait_for_url(re.compile(r"chapters/20-one-line\.html"))
    assert page.locator(".ss-prose svg[data-picture='flow/booking-asis']").is_visible()
    page.locator(".ss-language").click()
    page.wait_for_url(re.compile(r"en/chapters/20-one-line\.html"))
    assert page.locator("h1").inner_text() == "One line from a goal to the data"


def test_a_chapter_fits_a_phone(page, root):
    page.set_viewport_size({"width": 390, "height": 844})
    for name in ("10-how-to-read", "20-one-line"):
        page.goto(f"{root}/chapters/{name}.html")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_picture_in_a_chapter_can_be_zoomed(page, root):
    page.goto(f"{root}/chapters/10-how-to-read.html")
    width = "document.querySelector('.ss-canvas svg').getBoundingClientRect().width"
    before = page.evaluate(width)
    page.locator("[data-zoom=in]").first.click()
    assert page.evaluate(width) > before * 1.2
