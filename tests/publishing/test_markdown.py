"""Descriptions: Markdown that can do no harm, and ends."""

import html
import time

import pytest

from sevenstep.publishing.markdown import to_pieces
from sevenstep.publishing.views import Html


def to_html(text: str) -> str:
    """The description where nothing can be linked to: mentions are the words that they say."""
    return "".join(piece if isinstance(piece, Html) else html.escape(piece.plain) for piece in to_pieces(text))


@pytest.mark.parametrize(
    "bomb",
    [
        "[" * 20_000,
        "*" * 20_000,
        "`" * 19_999,
        "<" * 20_000,
        "> " * 10_000,
        "[a](" * 5_000,
        "[^" * 10_000,
        "^" * 20_000,
        "[[" * 10_000,
    ],
)
def test_bombs_come_out_at_once(bomb):
    start = time.perf_counter()
    assert to_html(bomb).startswith("<")
    assert time.perf_counter() - start < 5


def test_raw_html_is_text():
    assert "<b>" not in to_html("<b>x</b> **y**")
    assert "<strong>y</strong>" in to_html("<b>x</b> **y**")


def test_mentions_are_cut_out_where_they_can_be_links():
    found = to_pieces("A [[G1]], [[G2|the <b>second</b>]], `[[G3]]`, [x [[G4]]](y.md), \\[[G5]] and {{value G6}}")
    assert [(piece.name, piece.words) for piece in found if not isinstance(piece, str) and piece.kind == "link"] == [
        ("G1", ""),
        ("G2", "the <b>second</b>"),
    ]
    said = to_html("A [[G1]], [[G2|the <b>]], `[[G3]]`, [x [[G4]]](y.md), {{value G6}}, [t](u.md '[[G7]]')")
    assert "A G1, the &lt;b&gt;, <code>[[G3]]</code>" in said
    assert "x [[G4]]</a>, {{value G6}}" in said and 'title="[[G7]]"' in said


def test_footnotes_of_a_description_have_no_addresses():
    said = to_html("a[^1]\n\n[^1]: b")
    assert '<sup class="ss-note-mark">1</sup>' in said and "<li><p>b" in said
    assert "id=" not in said and "href" not in said
