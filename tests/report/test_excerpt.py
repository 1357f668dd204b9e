"""Excerpts: the marks stand under the place, counted in terminal cells."""

import pytest

from sevenstep.diagnostic import Span
from sevenstep.report.excerpt import excerpt
from sevenstep.report.terminal import shown
from sevenstep.source.lines import lines_of


def marks(text: str, span: Span) -> tuple[str, str]:
    rows = [row.text for row in excerpt(lines_of(text), span)]
    return rows[-2], rows[-1]


def test_marks_stand_under_latin():
    assert marks("goals:\n  G1: x\n", Span(2, 3, 2, 5)) == ("  G1: x", "  ^^")


def test_a_chinese_character_is_two_cells_wide():
    assert marks("标题: 更快\n", Span(1, 5, 1, 7)) == ("标题: 更快", "      ^^^^")


def test_a_place_that_spans_lines_is_marked_to_the_end_of_its_first():
    assert marks("a: [b,\n  c]\n", Span(1, 4, 2, 5)) == ("a: [b,", "   ^^^")


def test_a_long_line_is_cut_around_the_place():
    line, marked = marks("x" * 500 + "HERE" + "y" * 500, Span(1, 501, 1, 505))
    assert len(line) == 100
    assert line[marked.index("^") : marked.rindex("^") + 1] == "HERE"


@pytest.mark.parametrize("span", [Span(9, 1, 9, 2), Span(0, 1, 0, 2)])
def test_a_place_outside_the_file_shows_nothing(span):
    assert list(excerpt(["one"], span)) == []


def test_terminals_get_no_control_characters():
    assert shown("a\x1b[31m\u202eb\tc") == "a<U+001B>[31m<U+202E>b c"
