"""Edits at marks: what is meant changes, everything else stays byte for byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.diagnostic import Edit, Place, Span
from sevenstep.source.edit import edited
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read

MODEL = """\
# goals first
goals:
  G1:   # the first
    title: 'Faster'  # said so
    horizn: 2027
    tags: [a, "b c", d]
    accepted: {S101: one, S802: two}
  G2:
    title: Cheaper
    accepted:
      S101: only   # gone with its line
    owner: customs
"""


def change(text: str, *edits: tuple[tuple, str | None, bool]) -> tuple[str, int]:
    document = read(SourceFile("m.yaml", text))
    return edited(document, [Edit(Place("m.yaml", path, on_key), new) for path, new, on_key in edits])


@pytest.mark.parametrize(
    ("path", "new", "on_key", "before", "after"),
    [
        (("goals", "G1", "horizn"), "horizon", True, "    horizn: 2027", "    horizon: 2027"),
        (("goals", "G1", "title"), "It's", False, "'Faster'", "'It''s'"),
        (("goals", "G1", "tags", 1), 'q"', False, '"b c"', '"q\\""'),
        (("goals", "G1", "tags", 1), None, False, ', "b c", d', ", d"),
        (("goals", "G1", "tags", 2), None, False, ', "b c", d', ', "b c"'),
        (("goals", "G1", "tags", 0), None, False, "[a, ", "["),
        (("goals", "G1", "accepted", "S101"), None, True, "{S101: one, ", "{"),
        (("goals", "G1", "accepted", "S802"), None, True, ", S802: two", ""),
        (
            ("goals", "G2", "accepted", "S101"),
            None,
            True,
            "    accepted:\n      S101: only   # gone with its line\n",
            "",
        ),
        (("goals", "G2", "title"), "a: b", False, "title: Cheaper", 'title: "a: b"'),
        (("goals", "G2", "owner"), None, True, "    owner: customs\n", ""),
    ],
)
def test_one_change(path, new, on_key, before, after):
    assert change(MODEL, (path, new, on_key)) == (MODEL.replace(before, after, 1), 1)
    crlf = MODEL.replace("\n", "\r\n")
    assert change(crlf, (path, new, on_key))[0] == MODEL.replace(before, after, 1).replace("\n", "\r\n")


def test_a_list_of_one_written_as_the_one():
    assert change("a: {b: x}\n", (("a", "b", 0), "y", False)) == ("a: {b: y}\n", 1)


def test_several_changes_of_one_list():
    text, count = change(MODEL, (("goals", "G1", "tags", 0), None, False), (("goals", "G1", "tags", 2), None, False))
    assert count == 2
    assert 'tags: ["b c"]' in text


def test_all_entries_of_a_collection():
    gone = [(("goals", "G1", "accepted", key), None, True) for key in ("S101", "S802")]
    text, count = change(MODEL, *gone)
    assert count == 2
    assert read(SourceFile("m.yaml", text)).data["goals"]["G1"].get("accepted", {}) == {}


def test_what_cannot_be_proved_is_not_done():
    assert change(MODEL, (("goals", "G9", "title"), "x", False)) == (MODEL, 0)
    assert change(MODEL, (("goals", "G1", "title", "zh"), None, True)) == (MODEL, 0)


def test_a_stretch_of_a_file_that_cannot_be_read():
    document = read(SourceFile("m.yaml", "goals:\n\tG: {title: x}\n"))
    edit = Edit(Place("m.yaml", span=Span(2, 1, 2, 2)), "  ")
    assert edited(document, [edit]) == ("goals:\n  G: {title: x}\n", 1)


WORDS = st.text("abc é中,:#'\"{}[]&*!|>-%@ \n", min_size=1, max_size=12)


@given(WORDS, st.sampled_from(["'x'", '"x"', "x"]))
def test_any_text_arrives_as_it_is(said, quoted):
    text, count = change(f"a: {{k: {quoted}, l: 1}}\nb: {quoted}\n", (("a", "k"), said, False), (("b",), said, False))
    data = read(SourceFile("m.yaml", text)).data
    assert count == 2
    assert data == {"a": {"k": said, "l": "1"}, "b": said}
