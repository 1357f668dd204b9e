"""Titles are hostile: whatever they hold is shown as it is, or as a look-alike, and nothing else."""

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sevenstep.diagrams.output import svg
from sevenstep.diagrams.output.dot import lay_out
from sevenstep.diagrams.output.dot_text import listed
from sevenstep.diagrams.output.engine import find_engine
from sevenstep.diagrams.output.escape import html, plain, quoted
from sevenstep.diagrams.output.picture import Unexpected, inline

FRAME = (
    '<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"><g class="graph" transform="translate(0 0)">{}</g></svg>'
)
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = (
    "<script>alert(1)</script>",
    "&quot;",
    "&amp;lt;",
    "ends in a backslash \\",
    "\\",
    "\\N \\G \\L",
    "\\\\N",
    "<b>x</b>",
    '"quotes" and \\"more\\"',
    "two\nlines",
    "]]> --> <!--",
    "مرحبا بالعالم",
    "😀 emoji 🚢",
    "x" * 200,
    "javascript&#58;alert(1)",
    "label=<b>",
    "中文（括号）、标点。",
)


def shown(text):
    source = f"digraph {quoted(text)} {{ n1 [label=<{html(text)}>, tooltip={quoted(text)}] }}"
    return inline(svg.filtered(lay_out(source, find_engine()), "p", plain(text), "en"))


@pytest.mark.parametrize("text", HOSTILE)
def test_text_comes_out_as_it_went_in(text):
    root = ElementTree.fromstring(shown(text))
    said = "".join(one.text or "" for one in root.iter(f"{SVG}text"))
    assert said == " ".join(text.split())
    titles = [one.text for one in root.iter(f"{SVG}title")]
    assert " ".join(text.split()).replace("\\", "∖") in titles


@settings(max_examples=60, deadline=None)
@given(some.text(min_size=1, max_size=40))
def test_any_text_leaves_the_picture_whole(text):
    root = ElementTree.fromstring(shown(text + "."))
    assert {one.tag for one in root.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "g", "title", "text", "ellipse", "polygon")
    }


def test_control_characters_are_replaced():
    assert "\x00" not in quoted("a\x00b")
    assert "\x1b" not in html("a\x1bb")


def test_attributes_come_from_a_list():
    with pytest.raises(ValueError, match="image"):
        listed({"image": "/etc/passwd"})


@pytest.mark.parametrize(
    "inside", ["<script>1</script>", '<image href="x"/>', "<foreignObject/>", "<style>a{}</style>", '<use href="#x"/>']
)
def test_what_pictures_do_not_consist_of_is_refused(inside):
    with pytest.raises(Unexpected):
        svg.filtered(FRAME.format(inside).encode(), "p", "P", "en")


@pytest.mark.parametrize("raw", [b"", b"<svg", b"<html/>", b'<svg xmlns="http://www.w3.org/2000/svg"/>'])
def test_what_is_no_picture_is_refused(raw):
    with pytest.raises(Unexpected):
        svg.filtered(raw, "p", "P", "en")


def test_attributes_outside_the_list_are_dropped():
    drawn = '<path d="M0,0" onclick="x()" style="fill:red" fill="url(http://x)"/>'
    kept = svg.filtered(FRAME.format(drawn).encode(), "p", "P", "en").content
    assert "onclick" not in kept
    assert "style" not in kept
    assert "url(" not in kept


def test_the_engine_is_not_heard(rendered, capfd):
    rendered("goal-tree")
    assert capfd.readouterr() == ("", "")
