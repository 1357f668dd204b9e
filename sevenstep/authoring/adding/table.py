"""A table that was pasted: rows of cells out of a sheet, a document, a CSV file or Markdown."""

import codecs
import csv
import io
import re
from dataclasses import dataclass
from typing import Final

from sevenstep.failure import Failure
from sevenstep.language import Text

MOST_ROWS: Final = 1_000
"""More steps or functions than anybody draws: a longer paste is a mistake."""
MOST_BYTES: Final = 16 * 1024 * 1024
_RULER: Final = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_BLANKS: Final = re.compile(r" {2,}|\u3000+")


@dataclass(frozen=True, slots=True)
class Pasted:
    """The rows of a table, all of one length; `first` is the number of the first in what was pasted."""

    rows: tuple[tuple[str, ...], ...]
    first: int = 1

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    def without_head(self) -> "Pasted":
        """The table behind its first row."""
        return Pasted(self.rows[1:], self.first + 1)


def decoded(raw: bytes) -> str:
    """The text of a file that a sheet wrote: UTF-8, UTF-16 with its mark, or GBK. Raises Failure."""
    if len(raw) > MOST_BYTES:
        raise Failure(Text(zh="文件超过 16 MB", en="The file is larger than 16 MB"), _OTHER)
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif raw[:2] == b"PK" or raw[:4] == b"\xd0\xcf\x11\xe0" or b"\0" in raw[:4096]:
        raise Failure(
            Text(zh="这不是文本，可能是 Excel 或 Word 文件", en="This is no text but perhaps an Excel or Word file"),
            _OTHER,
        )
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Failure(Text(zh="读不懂文件的编码", en="The encoding of the file is not known"), _OTHER)


_OTHER: Final = Text(
    zh="在表格里选中、复制，粘贴到这里或存成文本文件（UTF-8）",
    en="Select it in the sheet, copy, and paste it here or into a text file (UTF-8)",
)


def pasted(text: str) -> Pasted:
    """The table in a text: cells apart by tabs, bars, commas or wide gaps. Raises Failure."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise Failure(Text(zh="没有内容", en="There is nothing in it"), _OTHER)
    rows = _rows(text, lines)
    if len(rows) > MOST_ROWS + 1:
        raise Failure(
            Text(
                zh=f"表格有 {len(rows)} 行，最多 {MOST_ROWS} 行",
                en=f"The table has {len(rows)} rows; {MOST_ROWS} at most",
            ),
            Text(zh="分成几张表，或先挑出要用的行", en="Make several tables of it, or choose the rows that are needed"),
        )
    width = max(map(len, rows))
    if width < 2:
        raise Failure(
            Text(zh="看不出分栏：只有一栏", en="No columns can be seen: there is but one"),
            Text(
                zh="从表格里连同表头一起复制，各栏用制表符隔开",
                en="Copy it from the sheet with its head; cells stand apart by tabs",
            ),
        )
    return Pasted(tuple((*row, *[""] * (width - len(row))) for row in rows))


def _rows(text: str, lines: list[str]) -> list[list[str]]:
    if sum("\t" in line for line in lines) * 2 >= len(lines):
        return _separated(text, "\t")
    if all("|" in line for line in lines):
        bars = [line.strip() for line in lines if not _RULER.fullmatch(line.strip())]
        return [[_clean(cell) for cell in line.strip("|").split("|")] for line in bars]
    for separator in (",", ";", "，", "；"):
        found = (
            _separated(text, separator) if len(separator.encode()) == 1 else [line.split(separator) for line in lines]
        )
        if len(found[0]) > 1 and sum(len(row) == len(found[0]) for row in found) * 5 >= len(found) * 4:
            return [[_clean(cell) for cell in row] for row in found]
    return [[_clean(cell) for cell in _BLANKS.split(line.strip())] for line in lines]


def _separated(text: str, separator: str) -> list[list[str]]:
    """Cells that a separator parts; a cell in quotes may hold it, and line ends."""
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error:  # a quote that is none
        rows = [line.split(separator) for line in text.splitlines()]
    return [[_clean(cell) for cell in row] for row in rows if any(cell.strip() for cell in row)]


def _clean(cell: str) -> str:
    return " ".join(cell.split())
