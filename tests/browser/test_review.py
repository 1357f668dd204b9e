"""A reviewer answers: on pages from files and from a server, kept, handed over, taken into the model, settled."""

import json
import shutil
from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.publishing.words.words_review import SCRIPT, TEMPLATES
from tests.browser.addresses import BOTH

ROOT = Path(__file__).parents[2]
WORDS = "目标<img src=x onerror=alert(1)>太高\n“2026”年 & 'x'"
REFUSE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


def say(page, stance, text="", name=""):
    page.get_by_role("radio", name=stance, exact=True).check()
    if text:
        page.locator("#ss-review-text").fill(text)
    if name:
        page.locator("#ss-review-name").fill(name)
    page.get_by_role("button", name="保存", exact=True).click()


def status(page):
    return page.locator(".ss-review-status").inner_text()


def downloaded(page, path, button="下载意见文件"):
    with page.expect_download() as got:
        page.get_by_role("button", name=button, exact=button == "下载").click()
    got.value.save_as(path)
    return got.value.suggested_filename


@BOTH
def test_from_a_comment_to_a_settled_note(page, root, tmp_path):
    page.goto(f"{root}/goals/G1.html")
    page.get_by_role("link", name="写评审意见").click()
    say(page, "有异议")
    assert status(page) == "请写一句说明。"
    assert page.locator("#ss-review-text").evaluate("one => one === document.activeElement")
    say(page, "有异议", WORDS)
    assert status(page) == "请写上您的姓名。"
    say(page, "有异议", name=" 张三\u202e ")
    assert status(page) == "已保存在这台设备的浏览器里。"
    page.reload()
    assert page.locator(".ss-review-own .ss-note-text").inner_text() == WORDS
    assert page.locator(".ss-review-own img").count() == 0
    page.goto(f"{root}/en/flows/booking-asis.html")
    page.get_by_role("radio", name="Agree").check()
    assert not page.locator("#ss-review-name").is_visible()  # asked once
    page.get_by_role("button", name="Save", exact=True).click()
    page.goto(f"{root}/reviews.html")
    assert page.locator(".ss-review-own .ss-note-card").count() == 2
    name = downloaded(page, tmp_path / "comments.json")
    assert name.startswith("western-corridor-comments-张三-20")
    assert name.endswith(".json")
    assert name in status(page)
    data = json.loads((tmp_path / "comments.json").read_text(encoding="utf-8"))
    assert [(one["element"], one["stance"]) for one in data["comments"]] == [
        ("G1", "object"),
        ("booking-asis", "agree"),
    ]
    folder = shutil.copytree(ROOT / "models" / "western-corridor", tmp_path / "model")
    done = pipeline.import_comments(folder, [tmp_path / "comments.json"])
    assert len(done.added) == 2 and not done.missing and not done.other_version
    checked = pipeline.check(folder)
    note = checked.chain.engagement.notes[data["comments"][0]["id"]]
    assert note.text.for_language("zh") == WORDS
    assert [one.element for one in checked.found if one.rule.code == "S841"] == ["G1"]
    notes = folder / "review" / "notes.yaml"
    text = notes.read_text(encoding="utf-8")
    at = text.index(data["comments"][0]["id"])  # two comments of one second stand in any order
    settled = text[at:].replace("    by:", "    settled: 改为 2026 年\n    by:", 1)
    notes.write_text(text[:at] + settled, encoding="utf-8")
    assert not [one for one in pipeline.check(folder).found if one.rule.code.startswith("S84")]


@BOTH
def test_edit_delete_and_undo(page, root):
    page.goto(f"{root}/goals/G1.html")
    say(page, "意见", "一", "张三")
    page.get_by_role("button", name="修改").click()
    say(page, "同意")
    assert page.locator(".ss-review-own .ss-note-head b").inner_text() == "同意"
    assert page.locator(".ss-review-own .ss-note-card").count() == 1
    page.get_by_role("button", name="删除").click()
    assert page.locator(".ss-review-own .ss-note-card").count() == 0
    page.get_by_role("button", name="撤销").click()
    page.reload()
    assert page.locator(".ss-review-own .ss-note-card").count() == 1


def test_on_the_whole(page, root):
    page.goto(f"{root}/reviews.html")
    say(page, "同意", "整体方向对", "张三")
    card = page.locator(".ss-review-own .ss-note-card")
    assert "西部陆海新通道" in card.inner_text()
    page.get_by_role("button", name="修改").click()
    say(page, "意见")
    assert card.locator("b").inner_text() == "意见"
    assert card.count() == 1


def test_by_keyboard_alone(page, root):
    page.goto(f"{root}/goals/G2.html")
    page.get_by_role("radio", name="同意").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.type("太晚")
    page.keyboard.press("Tab")
    page.keyboard.type("李四")
    page.keyboard.press("Enter")
    assert page.locator(".ss-review-own .ss-note-card.ss-is-object").count() == 1


@BOTH
def test_a_file_is_read_back_once(page, root, tmp_path):
    page.goto(f"{root}/goals/G1.html")
    say(page, "意见", "一", "张三")
    page.goto(f"{root}/reviews.html")
    path = tmp_path / "comments.json"
    downloaded(page, path)
    page.get_by_role("button", name="删除").click()
    page.locator("#ss-review-file").set_input_files(path)
    page.get_by_text("已导入 1 条新意见。").wait_for()
    page.locator("#ss-review-file").set_input_files(path)
    page.get_by_text("已导入 0 条新意见。").wait_for()
    assert page.locator(".ss-review-own .ss-note-card").count() == 1
    data = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**data, "engagement": "other"}), encoding="utf-8")
    page.locator("#ss-review-file").set_input_files(path)
    page.get_by_text("另一个项目").wait_for()


def test_a_hostile_file_and_a_hostile_store_show_as_text(page, root, tmp_path):
    page.goto(f"{root}/reviews.html")
    evil = {"id": "c00000000001", "element": "G1", "stance": "object", "when": "2026-11-23T08:00:00Z", "by": "<b>x</b>"}
    every = [
        {**evil, "text": "<script>alert(1)</script>", "page": "javascript:alert(1)//.html"},
        {**evil, "id": "c00000000002", "page": "../../x.html"},
        {**evil, "id": 'c"]'},
        {**evil, "stance": "constructor"},
        None,
        [],
    ]
    path = tmp_path / "evil.json"
    whole = {"format": "sevenstep review comments", "format_version": 1, "engagement": "western-corridor"}
    path.write_text(json.dumps({**whole, "comments": every}), encoding="utf-8")
    page.locator("#ss-review-file").set_input_files(path)
    page.get_by_text("已导入 2 条新意见。").wait_for()
    assert page.locator(".ss-review-own .ss-note-text").inner_text() == "<script>alert(1)</script>"
    assert page.locator(".ss-review-own script, .ss-review-own .ss-note-card a").count() == 0
    page.evaluate(
        "Object.keys(localStorage).filter((key) => key.startsWith('sevenstep'))"
        ".forEach((key) => localStorage.setItem(key, '{\"comments\": {}}'))"
    )
    page.reload()
    page.get_by_text("您尚未提出意见").wait_for()


@BOTH
def test_where_nothing_can_be_kept_it_says_so(page, root, tmp_path):
    page.add_init_script(REFUSE)
    page.goto(f"{root}/goals/G1.html")
    page.get_by_text("该浏览器不允许网页保存内容").wait_for()
    say(page, "有异议", "太晚", "张三")
    assert status(page).startswith("浏览器不允许保存")
    downloaded(page, tmp_path / "comments.json", "下载")
    assert len(json.loads((tmp_path / "comments.json").read_text(encoding="utf-8"))["comments"]) == 1
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.get_by_role("button", name="复制为文字").click()
    assert "有异议 · 张三" in page.locator(".ss-review-plain").input_value()


@pytest.mark.parametrize("name", ["goals/G1", "reviews"])
def test_on_a_phone_and_on_paper(page, root, name):
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(f"{root}/goals/G1.html")
    say(page, "有异议", "很长" * 200 + "W" * 300, "名" * 80)
    page.goto(f"{root}/{name}.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.emulate_media(media="print")
    assert not page.locator(".ss-review-own").is_visible()
    assert page.locator("h1").is_visible()


def test_without_scripts_the_page_is_whole(browser, root):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}/goals/G1.html")
    assert page.locator("h1").is_visible()
    assert not page.locator(".ss-review-own").is_visible()
    page.goto(f"{root}/reviews.html")
    assert page.get_by_text("写意见需要浏览器允许").is_visible()
    context.close()


def test_every_word_is_said_in_both_languages():
    for zh, en in (*SCRIPT.values(), *TEMPLATES.values()):
        assert zh and en
        assert zh.count("{") == en.count("{")
