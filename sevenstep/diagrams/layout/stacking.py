"""In which order cards stand in their columns, and how high: near what they are tied to, never on one another."""

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise

Ties = dict[str, list[str]]
"""The neighbours of each card, in whatever column."""


def ties_of(edges: Iterable[tuple[str, str]]) -> Ties:
    """The edges, found from both ends."""
    found: Ties = {}
    for source, target in edges:
        found.setdefault(source, []).append(target)
        found.setdefault(target, []).append(source)
    return found


def ordered(columns: Sequence[Sequence[str]], ties: Ties) -> list[list[str]]:
    """Each column in the order of the middles of its neighbours: from the left, from the right, from the left."""
    result = [list(column) for column in columns]
    height: dict[str, float] = {}
    for column in result:
        _measure(column, height)
    for sweep in (result, result[::-1], result):
        seen: set[str] = set()
        for column in sweep:
            column.sort(key=_pull(ties, seen, height))
            _measure(column, height)
            seen.update(column)
    return result


def heights(columns: Sequence[Sequence[str]], sizes: dict[str, float], ties: Ties, gap: float) -> dict[str, float]:
    """The middle of every card, the highest card beginning at 0: the tallest column first, then outwards from it."""
    if not columns:
        return {}
    extent = [sum(sizes[key] + gap for key in column) for column in columns]
    start = extent.index(max(extent))
    middle: dict[str, float] = {}
    for at in (*range(start, -1, -1), *range(start + 1, len(columns))):
        packed = _packed(columns[at], sizes, gap, (extent[start] - extent[at]) / 2)
        wishes = _wishes(packed, middle, ties)
        middle.update(zip(packed, _apart(wishes, [sizes[key] for key in packed], gap), strict=True))
    top = min(middle[key] - sizes[key] / 2 for key in middle)
    return {key: y - top for key, y in middle.items()}


def _wishes(packed: dict[str, float], middle: dict[str, float], ties: Ties) -> list[float]:
    """Where each card of a column would like to stand: level with its neighbours; without any, with the card above."""
    wishes: list[float] = []
    for key, y in packed.items():
        near = [middle[other] for other in ties.get(key, ()) if other in middle]
        wishes.append(_mean(near, wishes[-1] if wishes else y))
    return wishes


def _packed(column: Sequence[str], sizes: dict[str, float], gap: float, start: float) -> dict[str, float]:
    """The middles of a column without larger gaps."""
    found = {}
    for key in column:
        found[key] = start + sizes[key] / 2
        start += sizes[key] + gap
    return found


def _apart(wishes: list[float], sizes: list[float], gap: float) -> list[float]:
    """The middles nearest to the wishes (least squares) at which cards in this order do not touch."""
    steps = [(upper + other) / 2 + gap for upper, other in pairwise(sizes)]
    offsets = list(accumulate(steps, initial=0.0))
    blocks: list[tuple[float, int]] = []  # mean of the wishes, how many cards
    for wish, offset in zip(wishes, offsets, strict=True):
        mean, count = wish - offset, 1
        while blocks and blocks[-1][0] > mean:
            before, size = blocks.pop()
            mean, count = (mean * count + before * size) / (count + size), count + size
        blocks.append((mean, count))
    flat = [mean for mean, count in blocks for _ in range(count)]
    return [base + offset for base, offset in zip(flat, offsets, strict=True)]


def _pull(ties: Ties, seen: set[str], height: dict[str, float]) -> Callable[[str], float]:
    """What a column is sorted by; cards without any ties go to the end."""
    return lambda key: (
        _mean([height[other] for other in ties[key] if other in seen], height[key]) if key in ties else 2.0
    )


def _measure(column: Sequence[str], height: dict[str, float]) -> None:
    """Where each card would stand if its column were one unit high."""
    for position, key in enumerate(column):
        height[key] = (position + 0.5) / len(column)


def _mean(values: list[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
