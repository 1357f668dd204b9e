"""Pages before and after the seven steps, as a reviewer goes through them: from the overview to the answer, to what is
behind it; on a phone, a laptop and a wide screen, in both languages."""

import pytest

FRAMES = ("assessment", "decision", "blueprint", "programme", "appraisal", "outcomes")
LANGUAGES = ("", "en/")
SCREENS = [(390, 844), (1366, 768), (1920, 1080)]
TEXTS = """() => {
  const small = [], cut = [];
  const main = document.querySelector('.md-content');
  for (const one of main.querySelectorAll('*')) {
    const words = [...one.childNodes].filter(node => node.nodeType === 3).map(node => node.textContent.trim()).join('');
    const box = one.getBoundingClientRect();
    if (!words || !box.width || !box.height || one.closest('title, style, script, [hidden]')) continue;
    const style = getComputedStyle(one);
    const drawn = one.ownerSVGElement;
    const size = parseFloat(style.fontSize) * (drawn ? Math.abs(one.getScreenCTM().a) : 1);
    if (size > 0 && size < 10.99) small.push([words.slice(0, 30), size]);
    const hides = ['hidden', 'clip'].includes(style.overflowX) && style.textOverflow !== 'ellipsis';
    const isSeen = style.color !== 'rgba(0, 0, 0, 0)';
    if (!drawn && hides && isSeen && one.scrollWidth > one.clientWidth + 1) cut.push(words.slice(0, 30));
  }
  for (const canvas of main.querySelectorAll('.ss-canvas')) {
    const goesOn = canvas.scrollWidth > canvas.clientWidth + 1;
    if (goesOn && !canvas.closest('.has-right')) cut.push('picture');
  }
  return {small, cut, wide: document.documentElement.scrollWidth - document.documentElement.clientWidth};
}"""


@pytest.mark.parametrize("language", LANGUAGES, ids=["zh", "en"])
@pytest.mark.parametrize("screen", SCREENS[:2], ids=["phone", "laptop"])
def test_the_answer_stands_on_the_first_screen(page, root, screen, language):
    width, height = screen
    page.set_viewport_size({"width": width, "height": height})
    for name in FRAMES:
        page.goto(f"{root}/{language}{name}.html")
        box = page.locator(".ss-headline").bounding_box()
        assert box is not None and box["y"] + box["height"] < height, name


@pytest.mark.parametrize("language", LANGUAGES, ids=["zh", "en"])
@pytest.mark.parametrize("screen", SCREENS, ids=["phone", "laptop", "wide"])
def test_all_words_can_be_read_and_nothing_is_cut_without_a_sign(page, root, screen, language):
    width, height = screen
    page.set_viewport_size({"width": width, "height": height})
    for name in FRAMES:
        page.goto(f"{root}/{language}{name}.html")
        for canvas in page.locator(
            ".md-content .ss-canvas:visible"
        ).all():  # how wide it is is looked at once it is seen
            canvas.scroll_into_view_if_needed()
            page.wait_for_timeout(150)
        found = page.evaluate(TEXTS)
        assert found == {"small": [], "cut": [], "wide": 0}, name


def test_from_the_overview_to_the_plan_to_a_project_to_what_it_delivers(page, root):
    page.goto(f"{root}/index.html")
    page.locator(".md-content a[href='programme.html']").first.click()
    page.wait_for_url("**/programme.html")
    assert page.locator(".ss-headline").inner_text()
    project = page.locator(".ss-roadmap li:not(.is-phase) a").first
    title = project.inner_text()
    project.click()
    page.wait_for_url("**/projects/*.html")
    assert page.locator("h1").inner_text() == title
    page.locator(".md-content a[href*='measures/']").first.click()
    page.wait_for_url("**/measures/*.html")
    assert page.locator(".ss-headline").is_visible()


def test_registers_open_by_a_click_and_by_an_address(page, root):
    page.goto(f"{root}/programme.html")
    needs = page.locator("details:has(#needs)").last
    row = needs.locator("tbody tr").first
    assert not row.is_visible()
    needs.locator("summary").first.click()
    assert row.is_visible()
    page.goto(f"{root}/assessment.html")
    page.goto(f"{root}/programme.html#needs")
    page.locator("details:has(#needs)").last.locator("tbody tr").first.wait_for(state="visible")


def test_the_ledger_sorts_by_dates(page, root):
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(f"{root}/programme.html")
    ledger = page.locator(".ss-ledger")
    places = ledger.locator("tbody tr td:nth-child(3)").evaluate_all("all => all.map(one => +one.dataset.sort)")
    ledger.locator("th button").nth(2).click()
    up = ledger.locator("tbody tr td:nth-child(3)").evaluate_all("all => all.map(one => +one.dataset.sort)")
    assert up == sorted(places) and len(set(places)) > 3


def test_the_roadmap_stays_on_one_sheet_of_paper(page, root):
    page.goto(f"{root}/programme.html")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".ss-roadmap").evaluate("one => getComputedStyle(one).breakInside") == "avoid"
    assert not page.locator(".ss-roadmap > p i.is-minor").first.is_visible()
    assert page.locator("details:has(#needs) tbody tr").first.is_visible()
