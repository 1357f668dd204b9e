"""Text as the grammar of quantities reads it: one width, one kind of blank, one minus, one tilde."""

from typing import Final

DASH: Final = "–"
"""What all dashes become that are no hyphen and no minus: between two numbers they make a range."""

_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_BLANKS: Final = dict.fromkeys((0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0x09, 0x0A, 0x0D), " ")
_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―─"), DASH)
VARIANTS: Final[dict[int, int | str]] = {
    **_FULL_WIDTH,
    **_BLANKS,
    **_DASHES,
    ord("−"): "-",
    ord("₂"): "2",
    ord("﹣"): "-",
    ord("〜"): "~",
    ord("∼"): "~",
    ord("∽"): "~",
    ord("’"): "'",
    ord("‘"): "'",
    ord("＇"): "'",
    ord("￥"): "¥",
    ord("￡"): "£",
    ord("￦"): "₩",
    ord("≧"): "≥",
    ord("⩾"): "≥",
    ord("≦"): "≤",
    ord("⩽"): "≤",
    ord("﹪"): "%",
    ord("≃"): "≈",
    ord("≅"): "≈",
    ord("〔"): "[",
    ord("〕"): "]",
    ord("【"): "[",
    ord("】"): "]",
}


def same_width(text: str) -> str:
    """The text with half-width digits, signs and blanks; every character keeps its place."""
    return text.translate(VARIANTS)
