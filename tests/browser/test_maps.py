"""Maps on their pages: words large enough, nothing cut without a sign, and what a reader can switch."""

from urllib.parse import unquote

import pytest

PAGES = {
    "step1_goals.html": ("goal-tree",),
    "step2_indicators.html": ("indicator-tree",),
    "step3_architecture.html": ("architecture-map", "place-map"),
    "step4_paths.html": ("collaboration-network",),
    "step5_scenarios.html": ("scenario-map",),
    "step6_items.html": ("priority",),
    "step7_flows.html": ("data-lineage",),
    "domains/logistics.html": ("domain-map/logistics",),
    "actors/forwarder.html": ("partners/forwarder",),
    "paths/path-booking.html": ("collaboration/path-booking", "path-change/path-booking-to-be"),
    "data/booking-request.html": ("data-lineage/booking-request",),
    "systems/train-booking.html": ("system-data/train-booking",),
    "routes/rail-sea-export.html": ("route/rail-sea-export",),
}
SEEN = """name => {
  const svg = document.querySelector(`svg[data-picture="${name}"]`);
  if (!svg) return null;
  const shown = svg.getBoundingClientRect();
  const scale = shown.width / svg.viewBox.baseVal.width;
  const sizes = [...svg.querySelectorAll('text')].map(text => parseFloat(getComputedStyle(text).fontSize) * scale);
  const view = svg.closest('.ss-view');
  const canvas = svg.closest('.ss-canvas');
  return {
    smallest: Math.min(...sizes),
    cut: canvas.scrollWidth > canvas.clientWidth + 1 && !view.classList.contains('has-right'),
    whole: canvas.scrollWidth <= canvas.clientWidth + 1,
    texts: [...svg.querySelectorAll('text')].map(text => text.textContent),
  };
}"""


@pytest.fixture
def laptop(browser, site):
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    yield page
    context.close()


@pytest.mark.parametrize("language", ["", "en/"])
def test_words_of_maps_can_be_read_and_nothing_is_cut_without_a_sign(laptop, site, language):
    narrow = 0
    for path, names in PAGES.items():
        laptop.goto(f"{site.as_uri()}/{language}{path}")
        for name in names:
            laptop.wait_for_function("name => document.querySelector(`svg[data-picture='${name}']`)", arg=name)
            laptop.wait_for_timeout(100)
            found = laptop.evaluate(SEEN, name)
            assert found["smallest"] >= 10.99, (name, found["smallest"])
            assert not found["cut"], name
            narrow += found["whole"]
    assert narrow >= 13  # all but what must be wider fit the page of a laptop


def test_boxes_hold_titles_and_no_ids(laptop, site):
    laptop.goto(f"{site.as_uri()}/step2_indicators.html")
    texts = laptop.evaluate(SEEN, "indicator-tree")["texts"]
    assert "订舱提前期" in texts
    assert not [text for text in texts if "booking-lead-time" in text]


FILL = """([name, node]) => {
  const svg = document.querySelector(`svg[data-picture="${name}"]`);
  const group = [...svg.querySelectorAll('g.node')].find(one => one.textContent.includes(node));
  return getComputedStyle(group.querySelector('.shape')).fill;
}"""


def test_a_map_is_coloured_by_what_the_reader_chooses_and_says_what_it_means(laptop, site):
    laptop.goto(f"{site.as_uri()}/step2_indicators.html")
    figure = laptop.locator("figure:has(svg[data-picture='indicator-tree'])")
    before = laptop.evaluate(FILL, ["indicator-tree", "全程物流成本"])
    figure.locator("label", has_text="与目标的差距").click()
    missed = laptop.evaluate(FILL, ["indicator-tree", "全程物流成本"])
    reached = laptop.evaluate(FILL, ["indicator-tree", "订舱提前期"])
    assert len({before, missed, reached}) == 3
    assert figure.locator(".ss-grades:visible").count() == 1
    assert "达标" in figure.locator(".ss-grades:visible").inner_text()
    figure.locator("label", has_text="不着色").click()
    assert laptop.evaluate(FILL, ["indicator-tree", "全程物流成本"]) == before


def test_lineage_shows_today_the_design_or_what_changes(laptop, site):
    laptop.goto(f"{site.as_uri()}/step7_flows.html")
    figure = laptop.locator("figure:has(svg[data-picture='data-lineage'])")
    gone, new = (figure.locator(f"g.node.{name}:not(.legend)").first for name in ("only-as-is", "only-to-be"))
    shown = []
    for label in ("差异", "现状", "目标"):
        figure.locator("label", has_text=label).click()
        shown.append((gone.is_visible(), new.is_visible()))
    assert shown == [(True, True), (True, False), (False, True)]


def test_a_mark_of_the_matrix_leads_to_the_exchanges_that_it_counts(laptop, site):
    laptop.goto(f"{site.as_uri()}/step4_paths.html")
    mark = laptop.locator("svg[data-picture='collaboration-network'] g.grid-mark a").first
    address = unquote(mark.get_attribute("href"))
    count = int(mark.locator("text").text_content())
    laptop.goto(f"{site.as_uri()}/{address}")
    partner = address.partition("#with-")[2]
    assert laptop.locator(f"[id='with-{partner}']").is_visible()
    rows = laptop.locator("tr", has=laptop.locator(f"a[href$='actors/{partner}.html']"))
    given = [row for row in rows.all() if "交给" in row.inner_text()]
    assert len(given) == count


@pytest.mark.parametrize(("language", "by_mail", "every"), [("", "邮件", "全部"), ("en/", "e-mail", "every")])
def test_the_matrix_shows_the_exchanges_of_one_channel_and_counts_them_alone(laptop, site, language, by_mail, every):
    laptop.goto(f"{site.as_uri()}/{language}step4_paths.html")
    figure = laptop.locator("figure:has(svg[data-picture='collaboration-network'])")
    marks = figure.locator("g.grid-mark:not(.legend)")
    texts = marks.evaluate_all("all => all.map(one => one.textContent.trim())")
    told = marks.evaluate_all("all => all.map(one => one.dataset.said)")
    figure.get_by_text(by_mail, exact=True).locator("visible=true").first.click()
    shown = "all => all.filter(one => getComputedStyle(one).visibility != 'hidden')"
    left = marks.evaluate_all(f"all => ({shown})(all).map(one => [one.dataset.said, one.textContent.trim()])")
    assert {said for said, _ in left} == {said for said in told if f"· {by_mail} " in said}
    assert 5 < len(left) < len(texts)
    assert all(f"· {by_mail} {count}" in said for said, count in left)
    mixed = [said for said, _ in left if said.count(" · ") > 1]
    assert mixed
    figure.get_by_text(every, exact=True).first.click()
    assert marks.evaluate_all("all => all.map(one => one.textContent.trim())") == texts
    assert marks.evaluate_all(f"all => ({shown})(all).length") == len(texts)
