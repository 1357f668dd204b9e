"""Framed blocks of cards, standing in rows like the houses of a street."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.scene import Ranks

RANKS: Final = Ranks("TB", rank_distance=0.1, node_distance=0.12, new_rank=True)
"""How pictures that consist of blocks are laid out."""


def arrange(canvas: Canvas, blocks: Sequence[Sequence[str]]) -> None:
    """Order the nodes of each block from top to bottom and the blocks in rows, by edges that are not seen."""
    for keys in blocks:
        for upper, lower in pairwise(keys):
            canvas.before(upper, lower, weight=10)
    wide = min((4, 3, 5), key=lambda many: -len(blocks) % many)
    rows = [blocks[at : at + wide] for at in range(0, len(blocks), wide)]
    for row in rows:
        canvas.same_rank(keys[0] for keys in row)
        for left, right in pairwise(row):
            canvas.before(left[0], right[0])
    for above, below in pairwise(rows):
        deepest = max(above, key=len)[-1]
        canvas.before(deepest, below[0][0], weight=0)
        for block, under in zip(above, below, strict=False):
            canvas.before(block[-1], under[0], weight=10)
