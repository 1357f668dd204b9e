"""Chapters on the site: what the author placed is there, and nothing of it becomes markup of its own."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep import pipeline
from sevenstep.model.chapters.parse import parse
from sevenstep.model.chapters.tables import MATRICES
from sevenstep.model.chapters.translations import translations
from sevenstep.publishing.context import make_context
from sevenstep.publishing.markdown import TAGS
from sevenstep.publishing.pages.chapter_text import chapter_text
from sevenstep.publishing.pages.matrices import TITLES
from sevenstep.publishing.views import Html
from sevenstep.source.document import Document

MODEL = """
languages: [zh, en]
goals:
  G1: {title: {zh: 更快通关, en: Faster <b>clearance</b>}, horizon: 2027, description: "Seen by [[lead-time]]"}
indicators:
  lead-time:
    title: Lead time
    measures: G1
    unit: d
    baseline: {value: 3.5, date: 2023}
    targets: {2025: 2, 2027: {value: 1, source: {interview: the operator}}}
"""
CHAPTERS = {
    "2-first.zh.md": """\
# 指南

见[[G1]]与[[lead-time|提前期]]，{{value lead-time}}。[下一章](10-second.md#s-two)

{{picture goal-tree}}

注[^1]

[^1]: 内容
""",
    "2-first.en.md": """\
# Guide

See [[G1]], {{value lead-time target 2025}}
{{table raci}}

{{table goals}}

{{table goals}}
""",
    "10-second.en.md": """\
# Second <script>alert(1)</script> {{ 7*7 }}

## Two [[G1]]

<img src=x onerror=alert(1)> [a](javascript:alert(1)) [b](java&#115;cript:alert(1)) [c](http://[::1) [[no|<b>x</b>]]
{{ config }} {% raw %} ![out](https://e.org/p.png) ![in [[G1]] "](pics/a.png "t [[G1]]") `[[G1]]` [d](x.md "[[G1]]")

| a | b |
|---|---|
| [[G1|one|two]] | {{value lead-time baseline}} |

Noted[^1], and again[^1].

[^1]: By [[G1]], see http://note.example.

```{{value lead-time}}
[[G1]] <script>alert(2)</script>
```
""",
}
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


@pytest.fixture
def built(engagement, tmp_path):
    folder = engagement(MODEL)
    (folder / "chapters" / "pics").mkdir(parents=True)
    for name, text in CHAPTERS.items():
        (folder / "chapters" / name).write_text(text, encoding="utf-8")
    (folder / "chapters" / "pics" / "a.png").write_bytes(PNG)
    (folder / "chapters" / "pics" / "unused.png").write_bytes(PNG)
    pipeline.publish(pipeline.check(folder), tmp_path / "site", draft=True)
    return tmp_path / "site"


def body(path) -> str:
    return re.search(r'<div class="ss-written">.*?</nav>', path.read_text(encoding="utf-8"), re.DOTALL)[0]


def test_what_the_author_placed_is_there(built):
    zh, en = (body(built / folder / "chapters" / "2-first.html") for folder in ("", "en"))
    assert 'href="../goals/G1.html"' in zh and ">更快通关</a>" in zh and ">提前期</a>" in zh
    assert "3.5 天（2023）" in zh and "1 天（2027）" in zh
    assert 'href="../chapters/10-second.html#s-two"' in zh
    assert 'data-picture="goal-tree"' in zh
    assert "Faster &lt;b&gt;clearance&lt;/b&gt;" in en
    assert "2 days (2025)" in en
    assert en.count("<table") == 1
    assert 'href="#placed-1"' in en
    assert "{{table raci}}" in en  # there is no such matrix in this model


def test_chapters_stand_in_their_order_behind_the_overview(built):
    page = (built / "index.html").read_text(encoding="utf-8").partition("md-nav--primary")[2]
    places = [
        page.index(text) for text in ("正文", "chapters/2-first.html", "chapters/10-second.html", "step1_goals.html")
    ]
    assert places == sorted(places)


def test_a_missing_translation_is_marked(built):
    zh, en = (body(built / folder / "chapters" / "10-second.html") for folder in ("", "en"))
    assert 'lang="en"' in zh and "这一章只有英文" in zh
    assert "only" not in en and 'lang="' not in en.partition("ss-beside")[0]


def test_an_element_tells_who_mentions_it(built):
    page = (built / "en" / "goals" / "G1.html").read_text(encoding="utf-8")
    said = page.partition('id="mentions"')[2]
    assert "../chapters/2-first.html" in said and "../chapters/10-second.html" in said


def test_the_printed_analysis_holds_the_chapters(built):
    text = (built / "print.html").read_text(encoding="utf-8")
    assert re.search(r'<h2 id="print-c1">指南</h2>', text)
    assert re.search(r'<a href="#figure-\d+">→ 图 \d+　', text)
    assert text.count('data-picture="goal-tree"') == 1
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))


def test_footnotes_lead_to_and_fro_wherever_chapters_stand(built):
    en = body(built / "en" / "chapters" / "10-second.html")
    assert en.count('href="#fn-s-1"') == 2 and 'id="fnref-s-1-2"' in en
    assert re.search(r'<li id="fn-s-1"><p>By\s*<a class="ss-mention', en)
    assert '<a href="http://note.example"' in en
    printed = (built / "print.html").read_text(encoding="utf-8")
    assert 'id="fn-c1-1"' in printed and 'id="fn-c2-1"' in printed
    ids = re.findall(r' id="([^"]+)"', printed)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#(fn[^"]+)"', printed)) <= set(ids)


def test_a_description_mentions_elements_from_any_page(built):
    page = (built / "goals" / "G1.html").read_text(encoding="utf-8")
    assert 'href="../indicators/lead-time.html" title="指标 · Lead time">Lead time</a>' in page
    assert "\ufdd3" not in page


def test_only_images_that_are_shown_are_taken_along(built):
    assert (built / "assets" / "chapters" / "pics" / "a.png").read_bytes() == PNG
    assert not (built / "assets" / "chapters" / "pics" / "unused.png").exists()
    assert 'src="../assets/chapters/pics/a.png"' in body(built / "en" / "chapters" / "10-second.html")


def test_nothing_of_a_chapter_becomes_markup(built):
    text = body(built / "en" / "chapters" / "10-second.html")
    assert "<script" not in text and "<img src=x" not in text and "<b>x" not in text
    assert not re.search(r'(href|src)="\s*(java|http://\[|https://e)', text)
    assert "{{ 7*7 }}" in text and "{{ config }}" in text and "49" not in text
    assert "<code>[[G1]]</code>" in text
    assert ">one|two</a>" in text
    assert not re.search("[\ufdd0-\ufdd2]", text)
    for tag in re.findall(r"<[^>]*>", text):
        assert "ss-mention" not in tag or tag.startswith("<a ")


def test_search_finds_a_chapter(built):
    index = (built / "en" / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "chapters/2-first.html" in index


@pytest.mark.parametrize(
    "bomb",
    ["[" * 90_000, "[[" * 20_000, "*a **b " * 10_000, "`" * 90_000, "> " * 40_000, "[a](b.md)" * 9_000, "- " * 40_000],
)
def test_bombs_come_out_as_text(bomb):
    text = chapter_text(parse(Document("chapters/a.md", bomb, None, complete=True)), lambda _address: "")
    assert all(isinstance(piece, Html) or piece.written for piece in text.pieces)


WORDS = [
    "G1",
    "[[G1]]",
    "[[G1|x]]",
    "[",
    "]",
    "[[",
    "]]",
    "{{",
    "}}",
    "【【",
    "】】",
    "|",
    "\\",
    "`",
    "*",
    "#",
    "(",
    ")",
    "<b>",
    "&lt;",
    "&#0;",
    "目标",
    "~~",
    '"',
    "![a](b.png)",
    "[a](b.md)",
    "[x]",
]
LINES = [
    "\n",
    "\r",
    "\n\n",
    "    ",
    "\t",
    "- ",
    "> ",
    "# ",
    "1. ",
    "```\n",
    "|a|b|\n|-|-|\n",
    "[x]: y\n",
    "\n{{table goals}}\n",
]
MARKS = ["{{value lead-time}}", "{{picture goal-tree}}", "{{table goals}}"]
PIECES = st.sampled_from(WORDS + LINES + MARKS)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_whatever_is_written_is_read_and_comes_out_as_text(text):
    chapter = parse(Document("chapters/a.md", text, None, complete=True))
    lines = re.split(r"\r\n|\n|\r", text)
    for mark in chapter.marks:
        line = lines[mark.span.line - 1]
        assert line[mark.span.column - 1 : mark.span.end_column - 1] == mark.written
    pieces = chapter_text(chapter, lambda address: f"to/{address.file}" if address.file else "").pieces
    said = "".join(piece for piece in pieces if isinstance(piece, Html))
    assert not re.search("[\ufdd0-\ufdd2]", said)
    assert set(re.findall(r"<(\w+)", said)) <= {*TAGS, "h2", "img"}
    shown = [piece for piece in pieces if not isinstance(piece, Html)]
    assert len(shown) == len({piece.span for piece in shown})


def test_headings_that_say_the_same_have_addresses_of_their_own():
    chapter = parse(Document("chapters/a.md", "# T\n## 一\n## 一\n## !\n# [x](y.md) 二\n", None, complete=True))
    toc = chapter_text(chapter, lambda _address: "").toc
    assert [heading.title for heading in toc] == ["一", "一", "!", "x 二"]
    assert len({heading.anchor for heading in toc}) == 4


def test_chapters_are_ordered_by_number_and_variants_are_one():
    names = ["10-b.md", "2-a.zh.md", "2-a.en.md", "附录.md", "1.md"]
    chapters = [parse(Document(f"chapters/{name}", "# T", None, complete=True)) for name in names]
    assert [chapter.name for chapter in translations(chapters)] == [
        f"chapters/{name}" for name in ("1", "2-a", "10-b", "附录")
    ]


def test_the_matrices_that_can_be_placed_are_those_that_there_are():
    assert set(MATRICES) == set(TITLES)


def test_a_plain_text_names_what_it_mentions_by_its_title(checked):
    model = MODEL.replace(
        "horizon: 2027,", 'horizon: 2027, accepted: {S103: "See [[lead-time]], [[no]], [[G1|it]]"},', 1
    )
    context = make_context(checked(model), "en", {})
    assert context.said(context.chain.elements["G1"].accepted["S103"].reason) == "See Lead time, [[no]], it"
