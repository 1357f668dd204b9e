"""What our Markdown knows beyond CommonMark."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.source.footnotes import loose_notes
from sevenstep.source.markdown import plain_markdown


def shown(text: str, **env) -> str:
    return plain_markdown().render(text, env)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("**重点：**下文", "<strong>重点：</strong>下文"),
        ("这是**“引用”**的", "<strong>“引用”</strong>"),
        ("做**“一单制”**，*注意*。", "<em>注意</em>"),
        ("a * b * c", "a * b * c"),
        ("3*4*5", "3<em>4</em>5"),
        ("一行\n二行", "<p>一行二行</p>"),
        ("一行，\n二行", "<p>一行，二行</p>"),
        ("one\ntwo", "<p>one\ntwo</p>"),
        ("中文\nabc", "<p>中文\nabc</p>"),
        ("一行  \n二行", "<br />"),
        ("~~旧~~", "<s>旧</s>"),
        ("3~5天，10~20%", "<p>3~5天，10~20%</p>"),
        ("- [ ] 待办\n- [x] 已办", "☑ 已办"),
        ("- [ ]待办", "<li>[ ]待办</li>"),
        ("> [!NOTE]\n> 说明", '<blockquote class="ss-alert ss-alert-note">\n<p>说明</p>'),
        ("> [!note] x", "<p>[!note] x</p>"),
        ("术语\n: 定义", "<dt>术语</dt>\n<dd>定义</dd>"),
        ("|a|b|\n|-:|:-:|\n|1|2|", '<td class="ss-right">1</td>\n<td class="ss-center">2</td>'),
        ("- a\n    - b", "<ul>\n<li>b</li>"),
        ("- a\n  - b", "<ul>\n<li>b</li>"),
        ('![港](a.png "图 1")', '<figure><img src="a.png" alt="港" /><figcaption>图 1</figcaption></figure>'),
        ('见 ![港](a.png "图 1")', '<p>见 <img src="a.png" alt="港" title="图 1" /></p>'),
    ],
)
def test_what_is_written_is_shown(written, expected):
    assert expected in shown(written)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("见https://example.org/a。下", "https://example.org/a"),
        ("(https://example.org/a_(b)).", "https://example.org/a_(b)"),
        ("（http://a.b/c?d=1&e=2#f）", "http://a.b/c?d=1&amp;e=2#f"),
        ("https://example.org, x", "https://example.org"),
        ("https://例.中国", None),
        ("`https://example.org`", None),
        ("ahttps://example.org", None),
    ],
)
def test_bare_addresses_are_links(written, address):
    assert (f'<a href="{address}">' in shown(written)) if address else ("<a" not in shown(written))


def test_an_address_in_a_link_stays_one():
    assert shown("[https://a.b](https://c.d)").count("<a") == 1


@pytest.mark.parametrize(
    "written",
    ["a <!-- x --> b", "<!-- x\n\ny -->\n\nab", "ab\n<!--\n- x\n-->", "- ab\n\n  <!-- x\n  y -->", "ab<!---->"],
)
def test_comments_vanish(written):
    found = shown(written)
    assert "--" not in found and "x" not in found and "b" in found


@pytest.mark.parametrize("written", ["<!-- open", "a <!-- open", "`<!-- x -->`", "    <!-- code -->"])
def test_what_is_no_comment_is_shown(written):
    assert "&lt;!--" in shown(written)


NOTES = """\
数据见季刊[^1]，又见[^二]。再见[^1]。

| a |
|---|
| 表[^1] |

- 列[^long]

[^1]: 数智季刊2024年第1期
[^二]：全角冒号[^1]
[^long]: 第一段

    第二段
"""


def test_footnotes_are_numbered_and_lead_to_and_fro():
    found = shown(NOTES, docId="s")
    assert found.count('href="#fn-s-1"') == 4
    assert '<a href="#fn-s-2" id="fnref-s-2">2</a>' in found
    assert '<li id="fn-s-3"><p>第一段</p>\n<p>第二段 <a href="#fnref-s-3"' in found
    for at in ("", "-2", "-3", "-4"):
        assert f'id="fnref-s-1{at}"' in found and f'href="#fnref-s-1{at}"' in found
    assert not shown(NOTES).count("href")


def loose(text: str) -> list[tuple[str, int, str]]:
    env = {}
    tokens = plain_markdown().parse(text, env)
    return [(one.label, one.line, one.problem) for one in loose_notes(tokens, env)]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (NOTES, []),
        ("a[^1]", [("1", 0, "undefined")]),
        ("a\n\nb[^x]c\n\n[^1]: y", [("1", 4, "unused"), ("x", 2, "undefined")]),
        ("a[^1]\n\n[^1]: x\n[^1]: y", [("1", 3, "twice")]),
        ("`[^1]` \\[^2] [^ 3] [^]", []),
        ("```\n[^1]: x\n```", []),
        ("a[^1].\n[^1]: directly below", []),
        ("**a[^一]**，“b[^2]”\n\n[^一]: x\n\n[^2]: y", []),
    ],
)
def test_what_does_not_fit_is_known(written, found):
    assert loose(written) == found


@pytest.mark.parametrize(
    "bomb",
    [
        "[^1]: x\n\n" + "[^" * 20_000,
        "[^1]: x\n\n" + "[^a" * 20_000,
        "[^1]: " * 10_000,
        "".join(f"[^{at}]: [^{at + 1}]\n" for at in range(3_000)) + "[^0]",
        "^" * 20_000,
        "*" * 20_000,
        "*中" * 20_000,
        "<!--" * 20_000,
        "<!--\n" * 15_000 + "-->y",
        "https://a" + "(" * 20_000 + ")" * 20_000,
        "https://a" + "." * 40_000,
        ": " * 20_000,
    ],
)
def test_bombs_end(bomb):
    start = time.perf_counter()
    shown(bomb)
    assert time.perf_counter() - start < 10


PIECES = [
    "[^1]",
    "[^1]: x",
    "[^1]：y",
    "\n",
    "\n\n",
    "    ",
    "> ",
    "- ",
    "<!--",
    "-->",
    "https://a.b",
    "**",
    "中",
    "：",
    "|",
    "a",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_whatever_is_written_comes_out_as_known_tags(text):
    found = shown(text, docId="s")
    assert "<script" not in found
    assert found.count("<li") == found.count("</li>")
