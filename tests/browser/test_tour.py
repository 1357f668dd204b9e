"""The guided tour: the story stop by stop, the details one key away, on a projector and on a phone."""

import pytest

from tests.browser.addresses import BOTH


def stop(page):
    return page.locator(".ss-tour-stops > li:visible")


def title(page) -> str:
    return stop(page).locator("h2").inner_text()


def test_forward_and_back_by_buttons_and_keys(page, root):
    page.goto(f"{root}/tour.html")
    assert stop(page).count() == 1
    first = title(page)
    page.locator("[data-go=on]").click()
    assert title(page) != first
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.locator("[data-go=back]").click()
    assert title(page) == first
    assert page.locator("[data-go=back]").is_disabled()
    page.keyboard.press("End")
    assert page.locator("[data-go=on]").is_disabled()


def test_the_story_is_a_dozen_stops_and_the_details_are_one_key_away(page, root):
    page.goto(f"{root}/tour.html#stop-4")
    assert 8 <= page.locator(".ss-stop:not(.ss-stop-detail)").count() <= 16
    here = title(page)
    page.keyboard.press("d")
    assert "#detail-" in page.url
    assert stop(page).locator(".ss-stop-stage .ss-stop-figure svg").count() == 1
    detail = title(page)
    page.keyboard.press("ArrowRight")
    assert title(page) != detail
    page.locator("[data-go=detail]").click()
    assert page.url.endswith("#stop-4") and title(page) == here
    if stop(page).get_attribute("data-figure"):  # the picture came back from the details
        assert stop(page).locator(".ss-stop-figure svg").count() == 1


def test_a_flow_is_told_box_by_box_and_no_box_fades_away(page, root):
    page.goto(f"{root}/tour.html")
    at = page.locator(".ss-stop-detail h2").all_text_contents().index("电话询价比价")
    page.evaluate(f"location.hash = '#detail-{at + 1}'")
    page.wait_for_function("document.querySelector('.in-focus')")
    focused = stop(page).locator(".in-focus")
    assert "电话询价比价" in focused.text_content()
    page.wait_for_timeout(300)
    faint = (
        stop(page).locator(".node").evaluate_all("all => Math.min(...all.map(one => getComputedStyle(one).opacity))")
    )
    assert faint >= 0.5


@BOTH
def test_the_address_keeps_the_stop(page, root):
    page.goto(f"{root}/en/tour.html")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    here, address = title(page), page.url
    page.goto(f"{root}/en/index.html")
    page.goto(address)
    assert title(page) == here


@BOTH
@pytest.mark.parametrize("name", ["tour.html#stop-3", "explorer.html#at=item-booking"])
def test_the_other_language_keeps_the_place(page, root, name):
    page.goto(f"{root}/{name}")
    page.locator("a.ss-language").first.click()
    page.wait_for_url("**/en/**")
    assert page.url.endswith("/en/" + name)


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
@pytest.mark.parametrize("language", ["", "en/"])
def test_on_a_projector_nothing_is_cut_and_the_screen_is_used(page, root, size, language):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{root}/{language}tour.html")
    page.evaluate("document.getElementById('ss-tour').classList.add('is-full')")
    for at in range(page.locator(".ss-stop:not(.ss-stop-detail)").count()):
        page.evaluate(f"location.hash = '#stop-{at + 1}'")
        page.wait_for_timeout(60)
        seen = page.evaluate(MEASURED)
        assert seen["cut"] == [], (at + 1, seen)
        assert seen["right"] > 0.75 * size[0], (at + 1, seen)
        assert seen["bottom"] > 0.6 * size[1], (at + 1, seen)


MEASURED = """() => {
  const stop = document.querySelector('.ss-stop:not([hidden])');
  const seen = [...stop.querySelectorAll('h2, .ss-stop-figure > svg, table, .ss-bars, dl, .ss-prose')];
  const place = (one) => one.getBoundingClientRect();
  const cut = seen.filter((one) => {
    const box = place(one);
    return box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
  });
  const scrolls = [...stop.querySelectorAll('.ss-stop-table, .ss-stop-figure')].filter(
    (one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1,
  );
  return {
    cut: [...cut, ...scrolls].map((one) => one.getAttribute('class')),
    right: Math.max(...seen.map((one) => place(one).right)),
    bottom: Math.max(...seen.map((one) => place(one).bottom)),
  };
}"""


def test_the_tour_fits_a_phone_and_turns_with_a_finger(page, root, browser):
    page.set_viewport_size({"width": 390, "height": 800})
    for name in ("tour.html#stop-3", "tour.html#stop-10", "explorer.html", "print.html"):
        page.goto(f"{root}/{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name
    page.goto(f"{root}/tour.html#stop-3")
    first = title(page)
    page.evaluate(SWIPE, [300, 120])
    assert page.url.endswith("#stop-4") and title(page) != first
    page.evaluate(SWIPE, [120, 300])
    assert title(page) == first


SWIPE = """([from, to]) => {
  const head = document.querySelector('.ss-stop:not([hidden]) h2');
  const send = (kind, clientX, touches) => {
    const touch = new Touch({ identifier: 1, target: head, clientX, clientY: 300 });
    head.dispatchEvent(
      new TouchEvent(kind, { bubbles: true, touches: touches ? [touch] : [], changedTouches: [touch] }),
    );
  };
  send('touchstart', from, true);
  send('touchend', to, false);
}"""


def test_a_stop_about_one_element_says_why_it_is_there(page, root):
    page.goto(f"{root}/tour.html")
    stop = page.locator(".ss-stop[data-figure='flow/booking-asis']:not(.ss-stop-detail)")
    page.evaluate("id => { location.hash = id; }", stop.get_attribute("id"))
    hops = stop.locator(".ss-ribbon li a").all_inner_texts()
    page.goto(f"{root}/flows/booking-asis.html")
    assert hops
    assert page.locator(".ss-ribbon li a").all_inner_texts() == hops


def test_on_a_phone_a_picture_of_the_tour_opens_at_a_size_that_can_be_read(page, root):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{root}/tour.html#stop-2")
    figure = page.locator(".ss-stop:not([hidden]) .ss-stop-figure")
    smallest = """svg => Math.min(...[...svg.querySelectorAll('text')].map(text =>
      parseFloat(getComputedStyle(text).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width))"""
    button = figure.locator(".ss-enlarge")
    assert button.bounding_box()["height"] >= 44
    button.click()
    assert figure.locator("> svg").evaluate(smallest) >= 10.9
    box = figure.bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 390, 844)
    close = figure.locator(".ss-enlarge")
    assert close.inner_text() == "关闭大图"
    close.click()
    assert figure.locator("> svg").bounding_box()["width"] <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
