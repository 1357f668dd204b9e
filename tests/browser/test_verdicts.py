"""The verdicts on the items: they open to their grounds, and are read on a phone."""


def test_a_verdict_opens_to_its_grounds(page, root):
    page.goto(f"{root}/en/evaluation.html")
    first = page.locator(".ss-verdicts details").first
    assert not first.locator(".ss-grounds").is_visible()
    first.locator("summary").click()
    assert first.locator(".ss-grounds li").first.is_visible()
    assert first.locator(".ss-answer").inner_text().strip()[0] in "√△×○"


def test_on_a_phone_each_question_stands_above_its_answer(page, root):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{root}/evaluation.html")
    cell = page.locator(".ss-verdicts tbody tr:first-child td:nth-child(2)")
    assert cell.locator(".ss-asked").is_visible()
    asked, answer = (cell.locator(one).bounding_box() for one in (".ss-asked", ".ss-answer"))
    assert asked["y"] < answer["y"]
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.locator(".ss-verdicts").evaluate("table => table.scrollWidth <= table.parentElement.clientWidth")


def test_an_item_gives_its_verdicts_before_the_details(page, root):
    page.goto(f"{root}/items/item-gate.html")
    verdicts = page.locator(".ss-evaluated details")
    assert verdicts.count() == 4
    assert all(one.is_visible() for one in verdicts.all())
    head, given, details = (
        page.locator(one).bounding_box()["y"] for one in (".ss-headline", ".ss-evaluated", "#comparison")
    )
    assert head < given < details


def test_platforms_lead_to_the_page_of_the_system(page, root):
    page.goto(f"{root}/platforms.html")
    page.locator(".ss-platform h2 a.ss-ref").first.click()
    assert "/systems/" in page.url


def test_every_verdict_says_its_word(page, root):
    page.goto(f"{root}/evaluation.html")
    page.evaluate("document.querySelectorAll('.ss-all-rows[aria-expanded=false]').forEach(one => one.click())")
    words = page.locator(".ss-verdicts .ss-answer")
    assert words.count() > 40
    assert words.evaluate_all("all => all.every(one => one.getBoundingClientRect().width > 0)")
