"""From the bytes of a file to its text: UTF-8 read strictly, or a guess at what the bytes are instead."""

import codecs
from typing import Final

from sevenstep.diagnostic import Diagnostic, Place, Span
from sevenstep.language import Text
from sevenstep.source.lines import position
from sevenstep.source.problems import UNREADABLE_FILE

_SAMPLE: Final = 4096
_MARKS: Final = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_OTHER_FILES: Final = (
    (b"PK\x03\x04", Text(zh="Excel、Word 或 ZIP 文件", en="an Excel, Word or ZIP file")),
    (b"\xd0\xcf\x11\xe0", Text(zh="旧版 Excel 或 Word 文件", en="an old Excel or Word file")),
    (b"%PDF-", Text(zh="PDF 文件", en="a PDF file")),
)
_CHINESE: Final = (  # read as, called, and the first bytes of what is frequent in it
    ("gb18030", "GB18030 (GBK)", "gb2312", range(0xA1, 0xD8)),
    ("big5", "Big5", "big5", range(0xA1, 0xC7)),
)
_SAVE_AS_UTF8: Final = Text(
    zh="用编辑器“另存为”，编码选 UTF-8（记事本：文件 → 另存为 → 编码 UTF-8）",
    en="Save it again as UTF-8 (Notepad: File → Save as → Encoding UTF-8)",
)


def decode(name: str, raw: bytes) -> str | Diagnostic:
    """The bytes as UTF-8 (one byte-order mark is fine), or a diagnostic that says what they look like."""
    for start, what in _OTHER_FILES:
        if raw.startswith(start):
            return _other_file(name, what)
    if guess := _wide(raw[:_SAMPLE]):
        return _not_utf8(name, raw, 0, guess)
    try:
        return raw.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(name, raw, _first_bad_byte(raw), _chinese(raw))


def _first_bad_byte(raw: bytes) -> int:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _not_utf8(name: str, raw: bytes, at: int, guess: str | None) -> Diagnostic:
    before = raw[:at].removeprefix(codecs.BOM_UTF8).decode("utf-8")
    line, column = position(before, len(before))
    looks_zh = f"，看起来是 {guess}" if guess else ""
    looks_en = f"; it looks like {guess}" if guess else ""
    return Diagnostic(
        UNREADABLE_FILE,
        Place(name, span=Span(line, column, line, column + 1)),
        Text(
            zh=f"文件不是 UTF-8：第 {at} 个字节读不出来{looks_zh}",
            en=f"The file is not UTF-8 at byte {at}{looks_en}",
        ),
        _SAVE_AS_UTF8,
    )


def _other_file(name: str, what: Text) -> Diagnostic:
    return Diagnostic(
        UNREADABLE_FILE,
        Place(name, span=Span(1, 1, 1, 2)),
        Text(zh=f"这不是文本，而是 {what.for_language('zh')}", en=f"This is not text but {what.for_language('en')}"),
        Text(zh="恢复原来的扩展名，或换成文本文件", en="Give it its own ending back, or put a text file in its place"),
    )


def _wide(sample: bytes) -> str | None:
    """UTF-16 or UTF-32, by the mark at the start or by where the zero bytes of its ASCII characters stand."""
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    zeros = [sample[offset::4].count(0) for offset in range(4)]
    if sum(zeros) * 2 > len(sample):
        return "UTF-32"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if max(even, odd) * 10 > len(sample) and min(even, odd) * 10 < max(even, odd):
        return "UTF-16"
    return None


def _chinese(raw: bytes) -> str | None:
    """The Chinese encoding that turns more of the bytes into frequent characters; most bytes can be read in both."""
    if b"\x00" in raw:
        return None
    best: tuple[float, str] | None = None
    for encoding, shown, table, frequent in _CHINESE:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        share = _share(text, table, frequent)
        if best is None or share > best[0]:
            best = share, shown
    return best[1] if best else None


def _share(text: str, table: str, frequent: range) -> float:
    """How many of the text's characters that are not ASCII have a code of `table` that begins with `frequent`."""
    sample = [character for character in text[:_SAMPLE] if not character.isascii()]
    codes = [character.encode(table, "ignore") for character in sample]
    return sum(code[:1] != b"" and code[0] in frequent for code in codes) / max(1, len(sample))
