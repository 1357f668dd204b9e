from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import PositionEncodingKind
from pygls.workspace import PositionCodec

from sevenstep.diagnostic import Span
from sevenstep.lsp.positions import Positions

UTF16, UTF8, UTF32 = (
    PositionCodec(kind) for kind in (PositionEncodingKind.Utf16, PositionEncodingKind.Utf8, PositionEncodingKind.Utf32)
)


def test_what_lies_beyond_the_basic_plane_counts_twice_in_utf16() -> None:
    positions = Positions("a: 😀通关\n", UTF16)
    assert positions.outwards(1, 5) == (0, 5)  # behind the face: 3 + 2
    assert positions.inwards(0, 5) == (1, 5)
    assert Positions("a: 😀通关\n", UTF32).outwards(1, 5) == (0, 4)
    assert Positions("a: 😀通关\n", UTF8).outwards(1, 6) == (0, 10)


@given(st.text(alphabet="a中😀\n\r:", max_size=30), st.sampled_from([UTF16, UTF8, UTF32]), st.data())
def test_there_and_back(text: str, codec: PositionCodec, data: st.DataObject) -> None:
    positions = Positions(text, codec)
    offset = data.draw(st.integers(0, len(text)).filter(lambda at: text[at - 1 : at + 1] != "\r\n"))
    line, character = positions.of_offset(offset)
    assert positions.offset(line, character) == offset


def test_a_place_behind_the_end_of_a_line_is_its_end() -> None:
    positions = Positions("ab\ncd\n", UTF16)
    assert positions.inwards(0, 99) == (1, 3)
    assert positions.inwards(99, 0)[1] == 1
    assert positions.of_span(Span(2, 1, 2, 3)) == ((1, 0), (1, 2))
