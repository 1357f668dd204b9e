"""What has changed since the last version: found, counted, shown in both languages."""

import json
import re
from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.chain.baseline_version import FILE
from sevenstep.failure import Failure

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
        pipeline.publish(pipeline.check(folder), tmp_path / out, draft=True, since=since)
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
    assert "Changed since 1: Statement" in shown(site / "en" / "goals" / "G1.html")
    assert "自 1 版以来新增" in shown(site / "goals" / "G3.html")
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
    assert "--since" in failure.value.remedy.for_language("en")
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


FLOW = """actors: {a: {title: A, type: enterprise}}
flows:
  f: {title: Flow, variant: as-is, steps: {one: {title: One, actor: a, time: 5 min}, two: {title: Two, actor: a}}}
"""


def test_a_flow_says_that_its_steps_have_changed(build):
    build(HEAD + FLOW)
    site = build(HEAD.replace('"1"', '"2"') + FLOW.replace("5 min", "7 min"))
    page = site / "en" / "flows" / "f.html"
    assert "Changed since 1: Steps of the flow" in shown(page)
    assert "changes.html#change-f/one" in page.read_text(encoding="utf-8")
    assert "changed One f/one Processing 5 7 min" in shown(site / "en" / "changes.html")


def test_a_model_without_a_version_is_told_apart_by_its_date(build):
    undated = re.sub("version: .*\n", "", HEAD)
    assert not (build(undated).parent / "site" / "changes.html").exists()
    site = build(re.sub("version: .*\n", "", NEXT).replace("2026-01", "2026-02"))
    assert "Since version 2026-01: 1 new, 2 changed, 1 removed" in shown(site / "en" / "changes.html")


def test_what_a_draft_cannot_read_has_not_gone(build):
    build(HEAD)
    site = build(NEXT.replace("horizon: 2027", "horizon: 2027, nonsense: 1").replace("  G3", "  G2: {}\n  G3"))
    assert "removed" not in shown(site / "en" / "changes.html")


@pytest.mark.parametrize("words", [r'"statement": "\ud800"', '"statement": ' + '{"a":' * 60 + "1" + "}" * 60])
def test_a_hostile_file_in_the_old_site_does_not_stop_a_build(build, words):
    site = build(HEAD)
    kept = '{"format": "sevenstep model", "id": "x", "version": "1", "elements": %s}'
    element = '{"G1": {"kind": "goal", "title": {"en": "T"}, "fields": {%s}}}'
    (site / FILE).write_text(kept % (element % words), encoding="utf-8")
    assert not (build(NEXT) / "changes.html").exists()


def test_old_words_from_a_file_are_never_markup(build, tmp_path):
    bad = "<script>alert(1)</script>"
    element = {"kind": "goal", "title": {"en": bad}, "fields": {bad: bad}}
    kept = {"format": "sevenstep model", "id": "x", "version": bad, "elements": {"G1": element, bad: element}}
    named = tmp_path / "old.json"
    named.write_text(json.dumps(kept), encoding="utf-8")
    site = build(NEXT, since=named)
    for name in ("changes", "index", "goals/G1"):
        assert bad not in (site / "en" / f"{name}.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;" in (site / "en" / "changes.html").read_text(encoding="utf-8")
