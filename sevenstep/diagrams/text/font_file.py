"""What a font file (TrueType, OpenType, a collection of them) holds: its family name and its characters."""

import struct
from pathlib import Path
from typing import Final

from sevenstep.memory import by_content
from sevenstep.source.regular import read_regular

_MAX_BYTES: Final = 200_000_000
_MOST_FONTS: Final = 64
_FAMILY: Final = 1
_SIMPLIFIED: Final = (" SC", "YaHei")
_WINDOWS_ENGLISH: Final = (3, 0x409)


class FontUnreadable(ValueError):
    """The file is no font, or not one of these formats."""


@by_content(8)
def characters_of(file: Path) -> frozenset[str]:
    """The characters that the file's first font has glyphs for; raises FontUnreadable."""
    data, starts = _open(file)
    try:
        start = _tables(data, starts[0])["cmap"]
        (count,) = struct.unpack_from(">H", data, start + 2)
        records = [struct.unpack_from(">HHI", data, start + 4 + 8 * at) for at in range(count)]
        offsets = {start + offset for platform, encoding, offset in records if (platform, encoding) in _UNICODE}
        return frozenset(chr(code) for offset in offsets for code in _codes(data, offset) if code < 0x110000)
    except (KeyError, IndexError, struct.error) as error:
        raise FontUnreadable(str(file)) from error


_UNICODE: Final = frozenset({(0, 1), (0, 2), (0, 3), (0, 4), (3, 1), (3, 10)})


def _codes(data: bytes, start: int) -> set[int]:
    (form,) = struct.unpack_from(">H", data, start)
    if form == 4:
        return _segments(data, start)
    if form == 12:
        return _groups(data, start)
    return set()


def _segments(data: bytes, start: int) -> set[int]:
    """Format 4: segments of the Basic Multilingual Plane. A code that a segment maps to glyph 0 is not there."""
    (double,) = struct.unpack_from(">H", data, start + 6)
    form = f">{double // 2}H"
    ends = struct.unpack_from(form, data, start + 14)
    firsts = struct.unpack_from(form, data, start + 16 + double)
    deltas = struct.unpack_from(form, data, start + 16 + 2 * double)
    places = start + 16 + 3 * double
    offsets = struct.unpack_from(form, data, places)
    codes: set[int] = set()
    for at, (first, end, delta, offset) in enumerate(zip(firsts, ends, deltas, offsets, strict=True)):
        if offset == 0:
            codes.update(code for code in range(first, end + 1) if (code + delta) & 0xFFFF)
        else:
            glyphs = struct.unpack_from(f">{end - first + 1}H", data, places + 2 * at + offset)
            codes.update(first + index for index, glyph in enumerate(glyphs) if glyph)
    return codes - {0xFFFF}


def _groups(data: bytes, start: int) -> set[int]:
    """Format 12: groups of any code points."""
    (count,) = struct.unpack_from(">I", data, start + 12)
    codes: set[int] = set()
    for at in range(min(count, 100_000)):
        first, end, _ = struct.unpack_from(">III", data, start + 16 + 12 * at)
        codes.update(range(first, min(end, 0x10FFFF) + 1))
    return codes


def family_of(file: Path) -> str:
    """The English family name of the file's font; of a collection, of the one for simplified Chinese if there is one.

    Raises FontUnreadable.
    """
    data, starts = _open(file)
    families = [name for start in starts if (name := _family(data, _tables(data, start)))]
    if not families:
        raise FontUnreadable(f"{file}: no family name")
    return next((name for name in families if name.endswith(_SIMPLIFIED)), families[0])


def _family(data: bytes, tables: dict[str, int]) -> str:
    try:
        start = tables["name"]
        _, count, strings = struct.unpack_from(">HHH", data, start)
        for at in range(count):
            platform, _, language, name, length, offset = struct.unpack_from(">6H", data, start + 6 + 12 * at)
            if name == _FAMILY and (platform, language) == _WINDOWS_ENGLISH:
                begin = start + strings + offset
                return data[begin : begin + length].decode("utf-16-be")
    except (KeyError, struct.error, UnicodeDecodeError):
        return ""
    return ""


@by_content(2)
def _open(file: Path) -> tuple[bytes, tuple[int, ...]]:
    """The bytes of the file and where its fonts begin."""
    try:
        data = read_regular(file, _MAX_BYTES)
        if data[:4] != b"ttcf":
            return data, (0,)
        (count,) = struct.unpack_from(">I", data, 8)
        return data, struct.unpack_from(f">{min(count, _MOST_FONTS)}I", data, 12)
    except (OSError, struct.error) as error:
        raise FontUnreadable(str(file)) from error


def _tables(data: bytes, start: int) -> dict[str, int]:
    """Where the tables of the font that begins at `start` begin; raises FontUnreadable."""
    try:
        (count,) = struct.unpack_from(">H", data, start + 4)
        rows = [struct.unpack_from(">4sIII", data, start + 12 + 16 * at) for at in range(count)]
    except struct.error as error:
        raise FontUnreadable("no font") from error
    return {tag.decode("latin-1"): offset for tag, _, offset, _ in rows}
