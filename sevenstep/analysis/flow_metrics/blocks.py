"""Where a flow splits and comes together again: blocks with one way in and one way out, each with its branches."""

from collections.abc import Sequence
from dataclasses import dataclass

from sevenstep.analysis.flow_metrics.network import FlowModel
from sevenstep.chain.flow_graph import dominators
from sevenstep.chain.soundness.net import FiringRule


@dataclass(frozen=True, slots=True)
class Block:
    """A split, the join at which all its branches meet, and the nodes between, those of inner blocks among them."""

    split: int
    join: int
    inside: frozenset[int]


def blocks(model: FlowModel) -> Sequence[Block] | None:
    """All blocks of a flow, inner ones first; None where a split has no join of its own, or something cuts across."""
    splits = [node for node in range(len(model.nodes)) if model.is_split(node)]
    if not splits:
        return () if not any(model.is_join(node) for node in range(len(model.nodes))) else None
    targets = {node: [model.arrows[arrow].target for arrow in leaving] for node, leaving in enumerate(model.out_of)}
    sources = {node: [model.arrows[arrow].source for arrow in coming] for node, coming in enumerate(model.into)}
    ends = [node for node, firing_rule in enumerate(model.firing_rules) if firing_rule is FiringRule.END]
    after, before = dominators(ends, sources), dominators(model.starts, targets)
    found = []
    for split in splits:
        join = after.get(split)
        if join is None or not _fits(model, split, join) or before.get(join) != split:
            return None
        inside = _between(model, split, join)
        within = inside | {split}
        if any(model.arrows[arrow].source not in within for node in inside for arrow in model.into[node]):
            return None
        found.append(Block(split, join, inside))
    joins = {block.join for block in found}
    if any(model.is_join(node) and node not in joins for node in range(len(model.nodes))):
        return None
    return sorted(found, key=lambda block: (len(block.inside), block.split))


def _fits(model: FlowModel, split: int, join: int) -> bool:
    """Whether the join waits for just what the split sends out; a node can be a join and a split at once.

    Where all branches are taken, a join for those that come is one for all.
    """
    if len(model.into[join]) != len(model.out_of[split]):
        return False
    return model.firing_rules[join] in (
        {FiringRule.SOME} if model.firing_rules[split] is FiringRule.SOME else {FiringRule.ALL, FiringRule.SOME}
    )


def _between(model: FlowModel, split: int, join: int) -> frozenset[int]:
    found: set[int] = set()
    waiting = [model.arrows[arrow].target for arrow in model.out_of[split]]
    while waiting:
        node = waiting.pop()
        if node != join and node not in found:
            found.add(node)
            waiting.extend(model.arrows[arrow].target for arrow in model.out_of[node])
    return frozenset(found)
