"""Places: the position of a key path, found by looking for its text."""

import pytest

from sevenstep.diagnostic import Place
from sevenstep.source.document import Document
from sevenstep.source.places import locate, spans_of

TEXT = """\
goals:
  G1: {title: 更快通关, answers: [C1, 'C2']}
  G2:
    title: >-
      Cheaper
      by far
    list:
      - one
      - {deep: two}
"""
LINES = TEXT.split("\n")


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("goals",), "goals", None),
        (("goals", "G1"), "G1", None),
        (("goals", "G1", "title"), "title", "更快通关"),
        (("goals", "G1", "answers", 0), None, "C1"),
        (("goals", "G1", "answers", 1), None, "'C2'"),
        (("goals", "G2", "list", 0), None, "one"),
        (("goals", "G2", "list", 1, "deep"), "deep", "two"),
    ],
)
def test_finds_key_and_value(path, key, value):
    spans = locate(TEXT, {path})[path]
    if key is not None:
        line = LINES[spans.key.line - 1]
        assert line[spans.key.column - 1 : spans.key.end_column - 1] == key
    if value is not None:
        line = LINES[spans.value.line - 1]
        assert line[spans.value.column - 1 : spans.value.end_column - 1] == value


def test_finds_only_what_is_wanted_and_there():
    assert set(locate(TEXT, {("goals", "G1"), ("goals", "G9")})) == {("goals", "G1")}


def test_a_broken_file_is_located_up_to_the_break():
    assert ("a",) in locate("a: 1\nb: [\n", {("a",), ("b",)})


@pytest.mark.parametrize(
    ("path", "part", "line", "column"),
    [
        (("goals", "G1", "title"), "通关", 2, 17),
        (("goals", "G2", "title"), "by far", 6, 7),
        (("goals", "G2", "title"), "Cheaper by far", 4, 12),  # folded: the whole text
        (("goals", "G1", "title"), "by far", 2, 15),  # not in this one
    ],
)
def test_a_part_of_a_text_is_found(path, part, line, column):
    place = Place("a.yaml", path, within=part)
    span = spans_of([place], [Document("a.yaml", TEXT, None, complete=True)])[place]
    assert (span.line, span.column) == (line, column)
