"""What a reviewer does, from a server and from files."""

import re

import pytest

from tests.browser.addresses import BOTH


@BOTH
def test_from_a_goal_down_to_a_data_object_by_clicks(page, root):
    page.goto(f"{root}/index.html")
    page.get_by_role("link", name="打造国际物流新通道").first.click()
    steps = [
        ("indicators/", r"indicators/"),
        ("functions/", r"functions/"),
        ("paths/", r"paths/"),
        ("-to-be.html", r"paths/.*-to-be"),
        ("scenarios/multimodal", r"scenarios/multimodal"),
        ("items/", r"items/"),
        ("flows/", r"flows/"),
        ("data/", r"data/"),
    ]
    page.goto(f"{root}/indicators/booking-lead-time.html")
    page.goto(f"{root}/goals/G1.1.html")
    for part, pattern in steps:
        page.evaluate("document.querySelectorAll('article details').forEach(one => { one.open = true; })")
        page.locator(f'.md-content a.ss-ref[href*="{part}"]:visible').first.click()
        page.wait_for_url(re.compile(pattern))
    assert page.locator("h1").inner_text()


def search(page, word):
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(word)
    page.keyboard.press("End")  # an input method sends key events too; filling alone does not
    page.locator(".md-search-result__item a").first.wait_for(timeout=15_000)


@BOTH
@pytest.mark.parametrize("word", ["一单制", "单证", "舱位", "报关单"])
def test_search_finds_chinese_words_amid_sentences(page, root, word):
    page.goto(f"{root}/index.html")
    search(page, word)
    first = page.locator(".md-search-result__item")
    assert all(word in said for said in first.all_inner_texts()[:3])
    assert page.locator(".md-search-result__item h1 mark, .md-search-result__item h2 mark").first.inner_text() == word


@BOTH
@pytest.mark.parametrize(
    ("address", "word", "title"),
    [
        ("en/", "booking", "Booking, as is"),
        ("en/", "rail", "Rail haul"),
        ("en/", "path-booking", "Booking and space"),
        ("", "訂艙配載", "订舱配载"),
        ("", "货及时", "提货及时率"),
        ("", "提货及时率", "提货及时率"),
    ],
)
def test_what_is_found_first_lacks_nothing_and_names_no_id(page, root, address, word, title):
    page.goto(f"{root}/{address}index.html")
    search(page, word)
    first = page.locator(".md-search-result__item").first
    assert first.locator("h1, h2").first.inner_text().startswith(title.split(",")[0])
    assert first.locator(".md-search-result__terms").count() == 0
    assert "path-" not in first.inner_text()


@BOTH
def test_results_are_reached_with_keys(page, root):
    page.goto(f"{root}/index.html")
    search(page, "提货及时率")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('.md-search-result__link')")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"indicators/on-time-pickup\.html"))
    assert page.locator("h1").inner_text().startswith("提货及时率")


def test_results_name_step_and_kind(page, root):
    page.goto(f"{root}/en/index.html")
    search(page, "Enter manifest data")
    result = page.locator(".md-search-result__item").first
    said = result.locator(".md-tags").first.text_content()
    assert "".join(said.split()) == "7ProcessanddataflowsActivity"
    result.locator("a").first.click()
    page.wait_for_url(re.compile(r"steps/booking-asis/pre-declare\.html"))


@BOTH
def test_the_language_switch_stays_on_the_page(page, root):
    page.goto(f"{root}/flows/booking-asis.html")
    page.locator(".ss-language").click()
    page.wait_for_url(re.compile(r"/en/flows/booking-asis\.html"))
    assert page.locator("h1").inner_text() == "Booking, as is"
    page.locator(".ss-language").click()
    page.wait_for_url(re.compile(r"(?<!/en)/flows/booking-asis\.html"))


def test_dark_and_light(page, root):
    page.goto(f"{root}/step1_goals.html")
    paper = "getComputedStyle(document.querySelector('.ss-figure')).backgroundColor"
    light = page.evaluate(paper)
    page.locator("label[for^=__palette]:visible").first.click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert page.evaluate(paper) != light


def test_zoom_by_button_and_keyboard(page, root):
    page.goto(f"{root}/flows/booking-asis.html")
    width = "document.querySelector('.ss-canvas svg').getBoundingClientRect().width"
    whole = page.evaluate(width)
    page.locator("[data-zoom=in]").first.click()
    assert page.evaluate(width) > whole * 1.2
    page.locator(".ss-canvas").first.focus()
    page.keyboard.press("0")
    assert page.evaluate(width) == whole


def test_a_box_of_a_flow_leads_to_its_activity(page, root):
    page.goto(f"{root}/flows/booking-asis.html")
    page.locator('.ss-canvas svg a[href*="steps/booking-asis/ask"]').first.click()
    page.wait_for_url(re.compile(r"steps/booking-asis/ask\.html"))
    assert "电话询价比价" in page.locator("h1").inner_text()


def test_no_page_is_wider_than_a_phone(page, root):
    page.set_viewport_size({"width": 390, "height": 800})
    for name in (
        "index",
        "step2_indicators",
        "step7_flows",
        "matrices",
        "flows/booking-asis",
        "goals/G1",
        "questions",
        "about",
        "accepted",
    ):
        page.goto(f"{root}/{name}.html")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name


def test_an_author_goes_from_a_question_to_its_rule_and_its_element(browser, authors_site):
    page = browser.new_context().new_page()
    page.goto(f"{authors_site.as_uri()}/en/questions.html")
    question = page.locator(".ss-questions > li").first
    code = question.locator("a[href^='rules.html#']")
    name = code.inner_text()
    title = question.locator(".ss-ref").inner_text()
    code.click()
    rule = page.locator(f"details#{name}")
    rule.wait_for()
    assert rule.evaluate("one => one.open")
    assert rule.locator("pre").count() == 2
    page.go_back()
    page.locator(".ss-questions > li .ss-ref").first.click()
    assert page.locator("h1").inner_text() == title
    page.context.close()


def test_accepted_gaps_are_listed_with_their_reason(page, root):
    page.goto(f"{root}/index.html")
    entry = page.locator(".ss-numbers a[href='accepted.html']").first
    count = int(entry.locator("b").inner_text())
    entry.click()
    page.wait_for_url(re.compile(r"accepted\.html"))
    groups = page.locator(".ss-deferred")
    groups.first.wait_for()
    assert page.locator(".ss-deferred li").count() == count > groups.count() > 0
    assert all(reason.strip() for reason in groups.locator("h2").all_inner_texts())
