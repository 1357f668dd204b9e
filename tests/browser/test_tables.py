"""Tables: sorted, filtered, and saved."""

import csv

import pytest

from tests.browser.addresses import BOTH


def unfold(page) -> None:
    page.evaluate("document.querySelectorAll('article details').forEach(one => { one.open = true; })")
    page.evaluate("document.querySelectorAll('.ss-all-rows[aria-expanded=false]').forEach(one => one.click())")


LONG = ".ss-scroll:has(tbody tr:nth-child(21))"


def listed(page):
    """The list of all indicators, the first long table of its page."""
    return page.locator(f"{LONG} table").first


def rows(page) -> list[str]:
    return listed(page).locator("tbody tr:visible td:first-child").all_inner_texts()


def test_sort_up_down_and_back(page, root):
    page.goto(f"{root}/step2_indicators.html")
    unfold(page)
    before = rows(page)
    assert len(before) > 20
    head = listed(page).locator("th button").first
    head.click()
    up = rows(page)
    assert sorted(up) == sorted(before)
    assert up != before
    head.click()
    assert rows(page) == up[::-1]
    head.click()
    assert rows(page) == before


def test_times_in_different_units_are_sorted_by_their_length(page, root):
    page.set_viewport_size({"width": 1920, "height": 900})
    page.goto(f"{root}/en/flows/booking-asis.html")
    unfold(page)
    table = page.locator("table.ss-table", has=page.get_by_role("button", name="Waiting")).first
    table.get_by_role("button", name="Waiting").click()
    column = [name.strip() for name in table.locator("th").all_inner_texts()].index("Waiting") + 1
    hours = table.locator(f"tbody tr td:nth-child({column})[data-common]").evaluate_all(
        "cells => cells.map(cell => Number(cell.dataset.common))"
    )
    assert len(hours) > 5
    assert hours == sorted(hours)


@BOTH
def test_filter_rows_and_save_what_is_left(page, root, tmp_path):
    page.goto(f"{root}/step2_indicators.html")
    unfold(page)
    tools = page.locator(f".ss-table-tools:has(+ {LONG})").first
    everything = len(rows(page))
    tools.locator("input").fill("订舱")
    assert 0 < len(rows(page)) < everything
    assert all("订舱" in row for row in listed(page).locator("tbody tr:visible").all_inner_texts())
    with page.expect_download() as saved:
        tools.locator("button").click()
    file = tmp_path / "table.csv"
    saved.value.save_as(file)
    raw = file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")  # without it Excel takes the Chinese for something else
    assert len(list(csv.reader(raw.decode("utf-8-sig").splitlines()))) == 1 + len(rows(page))


@BOTH
def test_a_matrix_can_be_saved_and_its_heads_stay(page, root, tmp_path):
    page.goto(f"{root}/matrices.html")
    box = page.locator(".ss-matrix-box").first
    box.evaluate("one => { one.scrollTop = 200; one.scrollLeft = 200; }")
    corner = box.locator("tbody th").last.bounding_box()
    assert corner["x"] - box.bounding_box()["x"] < 2
    with page.expect_download() as saved:
        page.locator(".ss-table-tools button").first.click()
    file = tmp_path / "matrix.csv"
    saved.value.save_as(file)
    assert "●" in file.read_text(encoding="utf-8-sig")


def test_heads_stay_on_the_screen_while_a_long_table_passes(page, root):
    page.set_viewport_size({"width": 1366, "height": 700})
    page.goto(f"{root}/step2_indicators.html")
    unfold(page)
    table = listed(page)
    table.locator("tbody tr:nth-child(20)").scroll_into_view_if_needed()
    head, bar = table.locator("thead th").first.bounding_box(), page.locator(".md-header").bounding_box()
    assert -2 <= head["y"] - bar["height"] < 12


CUT = """async () => {
  for (let turn = 0; turn < 3; turn++) await new Promise(requestAnimationFrame);  // tables are fitted to what they got
  const boxes = [...document.querySelectorAll('.ss-scroll:not(.ss-matrix-box)')].filter(box => box.checkVisibility());
  const cut = boxes.filter(box => box.scrollWidth > box.clientWidth + 1).map(box => box.getAttribute('aria-label'));
  return [boxes.length, cut];
}"""


@pytest.mark.parametrize(
    "name", ["step2_indicators", "step3_architecture", "step6_items", "outlook", "goals/G1", "flows/booking-asis"]
)
def test_no_table_hides_its_last_column(page, root, name):
    page.goto(f"{root}/{name}.html")
    unfold(page)
    for width in (390, 700, 1280, 1366, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        seen, cut = page.evaluate(CUT)
        assert seen
        assert not cut, f"{name} at {width} px"


def test_a_row_is_a_card_on_a_phone_and_each_value_keeps_its_head(page, root):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{root}/goals/G1.html")
    cell = page.locator(".ss-cards tbody tr").first.locator("td").nth(1)
    head = cell.evaluate("one => getComputedStyle(one, '::before').content.replaceAll('\"', '')")
    assert head
    assert head in page.locator(".ss-cards thead th").nth(1).evaluate("one => one.textContent")


@pytest.mark.parametrize(("width", "first"), [(1366, 10), (390, 5)])
def test_a_long_table_begins_with_its_first_rows_and_opens_whole(page, root, width, first):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{root}/programme.html")
    box = page.locator(LONG).first
    every = box.locator("tbody tr").count()
    seen = box.locator("tbody tr:visible")
    assert seen.count() == first
    more = page.locator(f"{LONG} + .ss-all-rows").first
    assert str(every) in more.inner_text()
    more.click()
    assert seen.count() == every
    more.click()
    assert seen.count() == first
    tools = page.locator(f".ss-table-tools:has(+ {LONG})").first
    last = box.locator("tbody tr").last.locator("td").first.text_content().strip()
    tools.locator("input").fill(last)
    assert seen.count() >= 1
    assert last in seen.last.inner_text()


def test_a_long_table_is_whole_on_paper_and_where_an_address_leads_to_its_end(page, root):
    page.goto(f"{root}/programme.html")
    rows = page.locator(f"{LONG}").first.locator("tbody tr")
    assert not rows.last.is_visible()
    page.emulate_media(media="print")
    assert rows.last.is_visible()
    page.emulate_media(media="screen")
    page.goto(f"{root}/actors/forwarder.html")
    row = page.locator(f"{LONG} tbody tr[id]").last
    assert not row.is_visible()
    name = row.get_attribute("id")
    page.evaluate("name => { location.hash = name; }", name)
    row.wait_for(state="visible")


LENGTHS = {
    ("step1_goals", 1366): 5200,
    ("step7_flows", 1366): 8000,
    ("programme", 1366): 9200,
    ("programme", 390): 16000,
    ("appraisal", 1366): 5200,
    ("outlook", 1366): 5200,
    ("outlook", 390): 8500,
    ("evaluation", 390): 8500,
    ("questions", 390): 3000,
    ("platforms", 390): 9500,
    ("about", 390): 4000,
    ("parties/customs", 390): 7000,
    ("actors/forwarder", 390): 9000,
}


@pytest.mark.parametrize(("name", "width"), LENGTHS)
def test_a_page_opens_no_longer_than_somebody_scrolls(page, root, name, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{root}/{name}.html")
    page.wait_for_timeout(200)
    assert page.evaluate("document.documentElement.scrollHeight") <= LENGTHS[name, width]


def test_on_paper_a_table_is_whole_and_without_tools(page, root):
    page.goto(f"{root}/step2_indicators.html")
    page.emulate_media(media="print")
    box = page.locator(".ss-scroll").last
    assert box.evaluate("one => one.scrollHeight - one.clientHeight") < 3
    assert box.locator("thead th").first.evaluate("one => getComputedStyle(one).position") == "static"
    for unwanted in (".md-header", ".md-sidebar", ".ss-tools", ".ss-table-tools"):
        assert not page.locator(unwanted).first.is_visible(), unwanted
