"""What has changed since the last version: found, counted, shown in both languages."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep import pipeline
from sevenstep.chain.earlier import FILE
from sevenstep.failure import Failure
from sevenstep.publish.pages.changes_view import pieces

HEAD = """id: x
title: {zh: 项目, en: Engagement}
languages: [zh, en]
version: "1"
date: 2026-01
goals:
  G1: {title: {zh: 更快, en: Faster}, statement: {zh: 一天之内, en: Within a day}, horizon: 2027}
  G2: {title: {zh: 更省, en: Cheaper}}
indicators:
  i: {title: {zh: 用时, en: Time}, measures: G1, unit: h, direction: decrease, targets: {2027: {value: 5 h, source: s}}}
"""
NEXT = (
    HEAD.replace('version: "1"', 'version: "2"')
    .replace("Within a day", "Within two days")
    .replace("value: 5 h", "value: 4 h")
    .replace("用时", "总用时")
    .replace("  G2: {title: {zh: 更省, en: Cheaper}}\n", "  G3: {title: {zh: 更绿, en: <b>Greener</b>}}\n")
)


@pytest.fixture
def build(tmp_path):
    """Publishes a model, into the same folder every time."""

    def run(text: str, since: Path | None = None, out: str = "site") -> Path:
        folder = tmp_path / "model"
        folder.mkdir(exist_ok=True)
        (folder / "engagement.yaml").write_text(text, encoding="utf-8")
        pipeline.publish(pipeline.check(folder), folder, tmp_path / out, despite_errors=True, since=since)
        return tmp_path / out

    return run


def shown(page: Path) -> str:
    """The words of a page's own content, in one line."""
    body = page.read_text(encoding="utf-8").partition("<article")[2].partition("ss-edition")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


def test_a_first_version_has_no_changes(build):
    site = build(HEAD)
    assert not (site / "changes.html").exists()
    assert "changes.html" not in (site / "index.html").read_text(encoding="utf-8")


def test_the_next_version_tells_what_has_changed(build):
    build(HEAD)
    site = build(NEXT)
    assert "Since version 1 (2026-01) : 1 new, 2 changed, 1 removed" in shown(site / "en" / "index.html")
    page = shown(site / "en" / "changes.html")
    assert "changed Faster G1 Statement Within a two day days" in page
    assert "Target · 2027 · Value 5 4 h" in page
    assert "Title 用时 总 用时" not in page  # what stayed is shown once
    assert "removed Cheaper G2" in page
    assert "new &lt;b&gt;Greener&lt;/b&gt; G3" in page


def test_pages_of_elements_say_that_they_are_new_or_changed(build):
    build(HEAD)
    site = build(NEXT)
    assert "changed: Statement" in shown(site / "en" / "goals" / "G1.html")
    assert "新增" in shown(site / "goals" / "G3.html")
    assert 'href="../changes.html#change-G1"' in (site / "goals" / "G1.html").read_text(encoding="utf-8")
    assert 'id="change-G1"' in (site / "changes.html").read_text(encoding="utf-8")


def test_the_same_version_again_is_compared_with_the_one_before(build):
    build(HEAD)
    build(NEXT)
    site = build(NEXT.replace("horizon: 2027", "horizon: 2028"))
    assert "Since version 1 (2026-01)" in shown(site / "en" / "index.html")
    assert "Horizon 2027 2028" in shown(site / "en" / "changes.html")


def test_an_older_model_or_site_can_be_named(build, tmp_path):
    old = tmp_path / "old"
    old.mkdir()
    (old / "engagement.yaml").write_text(HEAD, encoding="utf-8")
    by_model = build(NEXT, since=old, out="by-model")
    by_site = build(NEXT, since=build(HEAD, out="old-site"), out="by-site")
    by_file = build(NEXT, since=tmp_path / "old-site" / FILE, out="by-file")
    pages = {shown(site / "changes.html") for site in (by_model, by_site, by_file)}
    assert len(pages) == 1


@pytest.mark.parametrize("content", [None, "{", '{"format": "sevenstep model"}'])
def test_what_cannot_be_compared_with_is_named_with_a_remedy(build, tmp_path, content):
    named = tmp_path / "old.json"
    if content is not None:
        named.write_text(content, encoding="utf-8")
    with pytest.raises(Failure, match=r"Cannot compare with .*old\.json") as failure:
        build(NEXT, since=named)
    assert "--since" in failure.value.remedy.in_("en")
    assert not (tmp_path / "site").exists()


def test_a_damaged_file_in_the_old_site_costs_the_comparison_only(build):
    site = build(HEAD)
    (site / FILE).write_text("{", encoding="utf-8")
    assert not (build(NEXT) / "changes.html").exists()


def test_another_engagement_is_not_compared_with(build):
    build(HEAD)
    assert not (build(NEXT.replace("id: x", "id: y")) / "changes.html").exists()


def test_the_kept_model_holds_one_version_before_and_no_more(build):
    build(HEAD)
    build(NEXT)
    site = build(NEXT.replace('version: "2"', 'version: "3"'))
    kept = json.loads((site / FILE).read_text(encoding="utf-8"))
    assert (kept["version"], kept["previous"]["version"]) == ("3", "2")
    assert "previous" not in kept["previous"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_pieces_give_back_both_texts(old, new):
    found = list(pieces(old, new))
    assert "".join(text for kind, text in found if kind != "ins") == old
    assert "".join(text for kind, text in found if kind != "del") == new
