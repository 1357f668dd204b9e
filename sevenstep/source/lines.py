"""Lines as every position in this tool counts them: ended by LF, CR LF or a CR alone, and counted from 1."""

import re
from typing import Final

LINE_END: Final = re.compile(r"\r\n|\n|\r")


def position(text: str, offset: int) -> tuple[int, int]:
    """The line and the column of the character at `offset`."""
    line, start = 1, 0
    for end in LINE_END.finditer(text, 0, offset):
        if end.end() == offset and text[offset - 1 : offset + 1] == "\r\n":
            break  # `offset` stands between the two characters of one line end
        line, start = line + 1, end.end()
    return line, offset - start + 1
