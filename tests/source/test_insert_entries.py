"""Entries go into any mapping of a file in the least lines, and only where that is proved."""

import pytest
import yaml

from sevenstep.source.files import SourceFile
from sevenstep.source.insert_entries import with_inserted
from sevenstep.source.reader import read

FILE = """\
# head
goals:
  # one
  G1: {title: a, horizon: 2027}   # tail

  # two
  G2:
    title: b
    steps: {a: {title: x}}
  # behind two

# next
items:
  I1: {title: i}
empty:
flows: {f: {title: g}}
"""
ENTRY = {"new": {"title": {"zh": "一", "en": "one: two"}, "list": ["a", "b, c"], "deep": {"x": {"y": "null"}}}}


def inserted(text, path, entries=ENTRY, **more):
    return with_inserted(read(SourceFile("a.yaml", text)), path, entries, **more)


@pytest.mark.parametrize(
    "path", [("goals",), ("items",), ("empty",), ("flows",), ("none",), ("goals", "G1"), ("goals", "G2", "steps"),
             ("goals", "G2", "none", "inner"), ("flows", "f", "x"), ()]
)  # fmt: skip
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_entries_are_put_and_nothing_else_changes(path, newline):
    before = FILE.replace("\n", newline)
    after = inserted(before, path)
    assert after is not None
    data = yaml.load(after, Loader=yaml.BaseLoader)
    here = data
    for key in path:
        here = here[key]
    assert here.pop("new") == ENTRY["new"]
    for length in range(len(path), 0, -1):  # what had to be made for it
        above = data
        for key in path[: length - 1]:
            above = above[key]
        if above[path[length - 1]] == {}:
            del above[path[length - 1]]
    expected = yaml.load(FILE, Loader=yaml.BaseLoader)
    expected.pop("empty") if path == ("empty",) else None
    assert data == expected
    lines = after.splitlines()
    assert [line for line in lines if line.strip().startswith("#")] == [
        line for line in FILE.splitlines() if line.strip().startswith("#")
    ]
    assert ("\r\n" in after) == (newline == "\r\n")
    kept = [line for line in FILE.splitlines() if line in lines]
    assert len(kept) >= len(FILE.splitlines()) - 1


def test_behind_an_entry_that_is_named():
    after = inserted(FILE, ("goals",), {"G1a": {"title": "n"}}, behind="G1")
    assert list(yaml.safe_load(after)["goals"]) == ["G1", "G1a", "G2"]


def test_entries_that_stand_apart_are_kept_apart():
    after = inserted("goals:\n  G1:\n    title: a\n\n  G2:\n    title: b\n", ("goals",), {"G3": {"title": "c"}})
    assert after.endswith("    title: b\n\n  G3: {title: c}\n")


def test_comments_are_written_above_what_they_are_about():
    entries = {"G3": {"title": "c", "a": {"b": "1"}}}
    after = inserted(FILE, ("goals",), entries, notes={("G3",): "x\ny", ("G3", "a", "b"): "z"})
    assert "  # x\n  # y\n  G3:\n" in after
    assert "      # z\n      b: 1\n" in after.replace('"1"', "1")


@pytest.mark.parametrize(
    ("text", "path", "entries"),
    [
        (FILE, ("goals",), {"G1": {"title": "again"}}),
        (FILE, ("goals", "G1", "title"), {"a": "b"}),
        ("goals: [a]\n", ("goals",), {"a": "b"}),
        ("goals:\n  G1: {title: 'x\n", ("goals",), {"a": "b"}),
        ("- a\n", ("goals",), {"a": "b"}),
    ],
)
def test_what_cannot_be_done_safely_is_not_done(text, path, entries):
    assert inserted(text, path, entries) is None


def test_into_nothing():
    assert inserted("", ("goals",), {"G": {"title": "x"}}) == "goals:\n  G: {title: x}\n"
    assert yaml.safe_load(inserted("# only this\n", ("goals",), {"G": {"title": "x"}})) == {
        "goals": {"G": {"title": "x"}}
    }
