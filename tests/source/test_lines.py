"""Lines, whatever ends them: from an offset to line and column, and back."""

from hypothesis import given
from hypothesis import strategies as st

from sevenstep.source.lines import LineIndex, LineStarts, lines_of, position

TEXTS = st.text(st.sampled_from("ab \r\n口"), max_size=12)


def test_every_end_of_line_counts_once():
    assert lines_of("a\nb\rc\r\nd") == ["a", "b", "c", "d"]
    assert LineIndex("a\nb\rc\r\nd").starts == [0, 2, 4, 7]


@given(TEXTS, st.data())
def test_all_ways_of_counting_agree(text, data):
    lines, starts = LineIndex(text), LineStarts(text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = position(text, offset)
    assert (lines.line(offset), offset - lines.start(line) + 1) == (line, column)
    assert starts.start(line) == lines.start(line)
    assert lines_of(text)[line - 1].startswith(text[lines.start(line) : offset].rstrip("\r"))
    assert lines.start(len(lines.starts) + 1) == len(text)


def test_what_stands_alone_on_its_line():
    lines = LineIndex("x\n  abc \ny abc")
    assert lines.is_alone(4, 7)
    assert not lines.is_alone(11, 14)
