"""The explorer of the chain: filters, walking, and the address that keeps both."""

from tests.browser.addresses import BOTH


def titles(page) -> list[str]:
    return page.locator(".ss-explorer-list li a").all_inner_texts()


def walk(page, link) -> None:
    """Follow a link, and wait until the element that the address names is shown."""
    before = page.url
    link.click()
    page.wait_for_function(
        """before => location.href !== before && document.querySelector(".ss-explorer-here").dataset.at
            === new URLSearchParams(location.hash.slice(1)).get("at")""",
        arg=before,
    )


@BOTH
def test_walk_from_a_data_object_to_a_goal(page, root):
    page.goto(f"{root}/explorer.html#at=booking-request")
    here = page.locator(".ss-explorer-here")
    assert "订舱" in here.locator("h2").inner_text()
    for kind in ("作业", "流程", "业务事项", "任务场景", "协同路径", "业务环节", "指标", "战略目标"):
        walk(page, here.locator(".ss-explorer-sides > div").first.locator("a.ss-ref").first)
        if kind in here.locator(".ss-kicker").inner_text() and kind == "战略目标":
            break
    assert here.locator(".ss-explorer-trail").count() == 1
    page.go_back()
    assert here.locator("h2").inner_text()


def test_every_way_up_ends_at_a_goal(page, root):
    page.goto(f"{root}/explorer.html#at=item-booking")
    walk(page, page.locator(".ss-explorer-here .ss-ribbon ol a").last)
    assert "战略目标" in page.locator(".ss-explorer-here .ss-kicker").inner_text()


@BOTH
def test_filters_narrow_the_list_and_the_address_brings_them_back(page, root):
    page.goto(f"{root}/en/explorer.html")
    everything = int(page.locator(".ss-explorer-list [role=status]").inner_text().split(" / ")[1])
    page.locator(".ss-chip", has_text="2").click()
    page.locator("[name=domain]").select_option("finance")
    narrowed = titles(page)
    assert 0 < len(narrowed) < everything
    assert all("Indicator" in one for one in narrowed)
    walk(page, page.locator(".ss-explorer-list a").first)
    address = page.url
    title = page.locator(".ss-explorer-here h2").inner_text()
    page.goto(f"{root}/en/index.html")
    page.goto(address)
    assert titles(page) == narrowed
    assert page.locator(".ss-explorer-here h2").inner_text() == title
    page.locator(".ss-explorer-filters [type=reset]").click()
    page.wait_for_function(
        f"document.querySelector('.ss-explorer-list [role=status]').innerText.startsWith('{everything} ')"
    )


def test_findings_and_words_filter_too(page, root):
    page.goto(f"{root}/explorer.html#finding=1&q=订舱")
    found = titles(page)
    assert found
    assert all("订舱" in one for one in found)
