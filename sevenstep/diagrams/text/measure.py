"""Measuring and wrapping labels, Chinese and English.

Widths are those that the layout engine assumes for Verdana: per byte of UTF-8 outside ASCII, which makes every real
font a little narrower than its box.
"""

from typing import Final

from sevenstep.memory import by_content

ELLIPSIS: Final = "…"
_BYTE: Final = 0.3516
_WIDTHS: Final = dict(
    zip(
        map(chr, range(32, 127)),
        (
            *(352, 394, 459, 818, 636, 1076, 727, 269, 454, 454, 636, 818, 364, 454, 364, 454),
            *(636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 454, 454, 818, 818, 818, 545),
            *(1000, 684, 686, 698, 771, 632, 575, 775, 751, 421, 455, 693, 557, 843, 748, 787),
            *(603, 787, 695, 684, 616, 732, 684, 989, 685, 615, 685, 454, 454, 454, 818, 636),
            *(636, 601, 623, 521, 623, 596, 352, 623, 633, 274, 344, 592, 274, 973, 633, 607),
            *(623, 623, 427, 521, 394, 633, 592, 818, 592, 592, 525, 635, 454, 635, 818),
        ),
        strict=True,
    )
)
"""Advance widths of Verdana, in thousandths of the font size."""

_NOT_FIRST: Final = frozenset("、。，．：；！？）〕］｝〉》」』】”’％‰…—～·,.:;!?)]}%℃々ー")
_NOT_LAST: Final = frozenset("（〔［｛〈《「『【“‘([{￥$#")


def width(text: str, size: float) -> float:
    """How wide `text` is laid out at font size `size`, in the unit of `size`."""
    return size * sum(_character_width(character) for character in text)


@by_content(8192)
def _character_width(character: str) -> float:
    known = _WIDTHS.get(character)
    return known / 1000 if known is not None else _BYTE * len(character.encode("utf-8", "replace"))


@by_content(16384)
def wrap(text: str, max_width: float, size: float, lines: int) -> tuple[str, ...]:
    """`text` as at most `lines` lines of at most `max_width`, about equally long; what does not fit is an ellipsis."""
    pieces = _pieces(" ".join(text.split()), max_width, size)
    greedy = _fill(pieces, max_width, size)
    if len(greedy) > lines:
        rest = " ".join(text.split())
        for line in greedy[: lines - 1]:
            rest = rest[len(line) :].lstrip()
        return (*greedy[: lines - 1], _shortened(rest, max_width, size))
    return tuple(_balanced(pieces, greedy, max_width, size))


def shortened(text: str, max_width: float, size: float) -> str:
    """`text` on one line, cut with an ellipsis where it is wider than `max_width`."""
    text = " ".join(text.split())
    return text if width(text, size) <= max_width else _shortened(text, max_width, size)


def _shortened(text: str, max_width: float, size: float) -> str:
    left = max_width - width(ELLIPSIS, size)
    for position, character in enumerate(text):
        left -= size * _character_width(character)
        if left < 0:
            return text[:position].rstrip() + ELLIPSIS
    return text + ELLIPSIS


def _balanced(pieces: list[str], greedy: list[str], max_width: float, size: float) -> list[str]:
    """The same number of lines with the last one not left almost empty."""
    low, high, best = max_width / 2, max_width, greedy
    for _ in range(5 if len(greedy) > 1 else 0):
        middle = (low + high) / 2
        lines = _fill(pieces, middle, size)
        if len(lines) == len(greedy) and all(width(line, size) <= max_width for line in lines):
            best, high = lines, middle
        else:
            low = middle
    return best


def _fill(pieces: list[str], max_width: float, size: float) -> list[str]:
    lines: list[str] = []
    here = ""
    for piece in pieces:
        if here and width((here + piece).rstrip(), size) > max_width:
            lines.append(here.rstrip())
            here = piece.lstrip()
        else:
            here += piece
    return [*lines, here.rstrip()] if here.strip() or not lines else lines


def _pieces(text: str, max_width: float, size: float) -> list[str]:
    """The text cut where a line may break: after spaces, between ideographs, never before closing punctuation."""
    pieces: list[str] = []
    for character in text:
        if pieces and _sticks(pieces[-1], character) and width(pieces[-1] + character, size) <= max_width:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _sticks(piece: str, character: str) -> bool:
    last = piece[-1]
    if last == " ":
        return False
    if character == " " or character in _NOT_FIRST or last in _NOT_LAST:
        return True
    return not (_is_wide(last) or _is_wide(character) or last in "/")


def _is_wide(character: str) -> bool:
    """Whether lines may break on both sides: ideographs, kana, hangul and full-width forms."""
    code = ord(character)
    return 0x2E80 <= code <= 0xD7FF or 0xF900 <= code <= 0xFAFF or 0xFE30 <= code <= 0xFFEF or code >= 0x1F000
