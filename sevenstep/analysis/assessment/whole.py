"""From the lowest factors upwards: the weighted mean of what is known, and how far the whole could lie."""

from collections.abc import Sequence

from sevenstep.analysis.assessment.factor_tree import Node
from sevenstep.analysis.assessment.results import Standing


def mean(parts: Sequence[tuple[float, Standing]]) -> Standing:
    """Several standings by their weights, which add up to 1. What is missing weighs nothing in `good`; in `low` and
    `high` it is at its worst and at its best."""
    known = sum(weight * one.known for weight, one in parts)
    told = sum(weight * one.known * one.good for weight, one in parts if one.good is not None)
    return Standing(
        min(1.0, told / known) if known > 0 else None,
        sum(weight * one.low for weight, one in parts),
        min(1.0, sum(weight * one.high for weight, one in parts)),
        min(1.0, known),
    )


def rolled_up(tree: Sequence[Node], leaves: Sequence[Standing | None]) -> list[Standing]:
    """The standing of every factor of a tree, by those of the lowest (None stands at all others)."""
    found: list[Standing] = [Standing(None, 0.0, 1.0, 0.0)] * len(tree)
    for row in range(len(tree) - 1, -1, -1):
        leaf = leaves[row]
        found[row] = leaf if leaf is not None else mean([(tree[at].weight, found[at]) for at in tree[row].below])
    return found


def whole(tree: Sequence[Node], standings: Sequence[Standing]) -> Standing:
    """The standing of the whole assessment."""
    tops = [(node.weight, standing) for node, standing in zip(tree, standings, strict=True) if node.depth == 0]
    return mean(tops) if tops else Standing(None, 0.0, 1.0, 0.0)
