"""Columns for a terminal, where a Chinese character is two cells wide."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size


def aligned(rows: Sequence[Sequence[str]], *, left: Sequence[int] = (0,), gap: str = "  ") -> Iterator[str]:
    """The rows as lines with equal columns: those in `left` begin at the left, the others end at the right."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            padded(cell, width, left=place in left) for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield gap.join(cells).rstrip()


def padded(text: str, width: int, *, left: bool) -> str:
    """The text with blanks behind it (`left`) or before it."""
    space = " " * (width - cell_len(text))
    return text + space if left else space + text


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, with an ellipsis where something is left out."""
    if cell_len(text) <= width:
        return text
    return f"{set_cell_size(text, width - 1).rstrip()}…"
