"""Framed blocks of cards, standing in rows like the houses of a street."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from sevenstep.diagrams.canvas import Canvas

GRAPH: Final = {"rankdir": "TB", "ranksep": "0.1", "nodesep": "0.12", "newrank": "true"}
"""The graph's attributes for pictures that consist of blocks."""


def arrange(canvas: Canvas, blocks: Sequence[Sequence[str]]) -> None:
    """Order the nodes of each block from top to bottom and the blocks in rows, by edges that are not seen."""
    for keys in blocks:
        for upper, lower in pairwise(keys):
            canvas.unseen_edge(upper, lower, weight="10")
    wide = min((4, 3, 5), key=lambda many: -len(blocks) % many)
    rows = [blocks[at : at + wide] for at in range(0, len(blocks), wide)]
    for row in rows:
        canvas.same_rank(keys[0] for keys in row)
        for left, right in pairwise(row):
            canvas.unseen_edge(left[0], right[0])
    for above, below in pairwise(rows):
        deepest = max(above, key=len)[-1]
        canvas.unseen_edge(deepest, below[0][0], weight="0")
        for block, under in zip(above, below, strict=False):
            canvas.unseen_edge(block[-1], under[0], weight="10")
