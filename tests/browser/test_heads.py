"""Pages begin with what they come to: on the first screen of a laptop and of a phone; the rest opens where it is asked
for."""

import pytest

CONCLUDED = [
    "flows/booking-asis",
    "flows/booking-tobe",
    "items/item-booking",
    "measures/measure-one-order",
    "goals/G1",
    "indicators/logistics-cost",
    "findings/finding-reentry",
    "findings",
    "outlook",
    "evaluation",
]
SCREENS = [(1366, 768), (390, 844)]


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("screen", SCREENS, ids=["laptop", "phone"])
def test_the_verdict_is_on_the_first_screen(page, root, screen, language):
    width, height = screen
    page.set_viewport_size({"width": width, "height": height})
    for name in CONCLUDED:
        page.goto(f"{root}/{language}{name}.html")
        box = page.locator(".ss-headline").bounding_box()
        assert box is not None, name
        assert box["y"] + box["height"] < height, name
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), name


def test_the_headline_is_in_the_biggest_letters_and_the_name_is_the_title(page, root):
    page.goto(f"{root}/en/flows/booking-asis.html")
    title = page.locator("h1")
    assert title.count() == 1
    assert title.inner_text() == "Booking, as is"
    assert page.title().startswith("Booking, as is")
    sizes = page.evaluate(
        """[...document.querySelectorAll(".md-content h1, .md-content h2, .md-content p, .ss-key-value b")]
        .map(one => [one.className, parseFloat(getComputedStyle(one).fontSize)])"""
    )
    biggest = max(size for _, size in sizes)
    assert [name for name, size in sizes if size == biggest] == ["ss-headline"]


def test_as_is_and_to_be_share_one_scale(page, root):
    page.goto(f"{root}/en/flows/booking-asis.html")
    rows = page.locator(".ss-time-row")
    assert rows.locator(".ss-time-label").all_inner_texts() == ["as is", "to be"]
    widths = rows.locator(".ss-time-parts").evaluate_all(
        "all => all.map(one => [...one.children].reduce((sum, part) => sum + part.getBoundingClientRect().width, 0))"
    )
    assert 0.2 < widths[1] / widths[0] < 0.35  # the steps take 24.6 h instead of 91.4 h


def test_words_in_the_ribbon_stay_within_their_part(page, root):
    for width in (1366, 1920, 390):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{root}/flows/booking-asis.html")
        outside = page.evaluate(
            """[...document.querySelectorAll(".ss-time-parts u")].filter(word => {
              const box = word.getBoundingClientRect(), part = word.parentElement.getBoundingClientRect();
              return box.width > 0 && box.right > part.right + 1;
            }).map(word => word.textContent)"""
        )
        assert outside == []


def test_an_address_opens_what_it_leads_into(page, root):
    page.goto(f"{root}/flows/booking-asis.html#step-all-ok")
    row = page.locator('[id="step-all-ok"]')
    assert row.is_visible()
    page.goto(f"{root}/flows/booking-asis.html")
    assert not page.locator('[id="step-all-ok"]').is_visible()


def test_paper_shows_what_is_folded(page, root):
    page.goto(f"{root}/flows/booking-asis.html")
    folds = page.locator("details.ss-fold")
    assert folds.count() > 2
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert folds.evaluate_all("all => all.every(one => one.open)")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert not folds.evaluate_all("all => all.some(one => one.open)")


@pytest.mark.parametrize("width", [1280, 1366, 1400, 1600, 1920])
def test_the_verdict_column_of_a_goal_is_never_cut(page, root, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{root}/goals/G1.html")
    seen = page.locator("#progress ~ .ss-scroll .is-verdict:visible, .ss-table .is-verdict:visible").all()[:12]
    assert seen
    for row in seen:
        box = row.bounding_box()
        room = page.locator(".ss-scroll").first.bounding_box()
        assert box["x"] + box["width"] <= room["x"] + room["width"] + 1


def test_pages_are_no_stacks_of_tables(page, root):
    page.set_viewport_size({"width": 1366, "height": 768})
    for name, most in (("flows/booking-asis", 4400), ("items/item-booking", 4400), ("findings", 4000)):
        page.goto(f"{root}/{name}.html")
        assert page.evaluate("document.documentElement.scrollHeight") < most, name
