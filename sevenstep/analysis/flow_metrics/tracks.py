"""What has happened to a case so far, followed along its way: a few bits that are set at nodes and never taken back."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from sevenstep.analysis.flow_metrics.blocks import Block
from sevenstep.analysis.flow_metrics.flow_model import FlowModel, chances_of_some
from sevenstep.analysis.flow_metrics.linear import OUT, Weighted, flowing
from sevenstep.chain.soundness.net import FiringRule

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.float64]

Likely = dict[int, float]
"""States with their probabilities."""


@dataclass(frozen=True, slots=True)
class Track:
    """States from 0, where a case begins, to `states` - 1, as sets of bits.

    `acts` has for a node the state in which it leaves a case, by that in which the case comes; bits are only added. In
    parallel branches each begins with what there was before and knows nothing of the others; where they meet, the bits
    of all are put together.
    """

    states: int
    acts: Mapping[int, tuple[int, ...]]

    def after(self, node: int, state: int) -> int:
        """The state behind the node."""
        return self.acts[node][state] if node in self.acts else state


@dataclass(frozen=True, slots=True)
class Followed:
    """How often the mean case comes to a node in a state, and in which state cases end."""

    seen: "Numbers"
    ends: Likely

    def at(self, nodes: Iterable[int], states: Collection[int]) -> float:
        """How often the mean case comes to any of the nodes in any of the states."""
        return float(sum(self.seen[node, state] for node in nodes for state in states))

    def ending(self, bit: int) -> float:
        """How likely a case ends with the bit set."""
        return sum(likely for state, likely in self.ends.items() if state & bit)


def follow(model: FlowModel, blocks: Sequence[Block], track: Track) -> Followed:
    """Where cases are in which state, exactly: the expected passes of an absorbing chain of nodes with states.

    Time grows with the arrows times the square of the states. Raises NeverEnds.
    """
    return _Following(model, blocks, track).followed()


class _Following:
    """The blocks are settled one by one, inner ones first: for each state before the split, the states behind the join
    with their probabilities, and what is passed between. At last the whole flow is passed, each block as one arrow."""

    def __init__(self, model: FlowModel, blocks: Sequence[Block], track: Track) -> None:
        self.model = model
        self.blocks = blocks
        self.track = track
        self.reachable = _reachable(track)
        self.through: dict[tuple[int, int], Likely] = {}
        self.joins = {block.split: block.join for block in blocks}

    def followed(self) -> Followed:
        inside: list[tuple[Block, dict[int, Numbers]]] = []
        hidden: set[int] = set()
        for block in self.blocks:
            region = block.inside - hidden
            inside.append((block, {state: self._block(block, region, state) for state in self.reachable}))
            hidden |= block.inside
        outside = [node for node in range(len(self.model.nodes)) if node not in hidden]
        begun = {(start, 0): 1 / len(self.model.starts) for start in self.model.starts}
        seen = self._passed(outside, begun, None)
        ends: Likely = {}
        for node in outside:
            if self.model.firing_rules[node] is FiringRule.END:
                for state in self.reachable:
                    last = self.track.after(node, state)
                    ends[last] = ends.get(last, 0.0) + float(seen[node, state])
        for block, passes in reversed(inside):
            for state, passed in passes.items():
                if share := float(seen[block.split, state]):
                    seen += share * passed
        return Followed(seen, ends)

    def _block(self, block: Block, region: Collection[int], state: int) -> "Numbers":
        """Settles a block for one state before it: what is passed inside by one case."""
        model = self.model
        leaving = model.out_of[block.split]
        branches = self._branches(block, region)
        begun: dict[tuple[int, int], float] = {}
        for arrow in leaving:
            if model.arrows[arrow].target != block.join:
                key = model.arrows[arrow].target, state
                begun[key] = begun.get(key, 0.0) + model.arrows[arrow].weight
        seen = self._passed(region, begun, block.join)
        found: list[Likely] = []
        for arrow in leaving:
            target, weight = model.arrows[arrow].target, model.arrows[arrow].weight
            if target == block.join or not weight:
                found.append({state: 1.0})
                continue
            ends: Likely = {}
            for node in branches[target]:
                for before in self.reachable:
                    if passes := float(seen[node, before]):
                        for onward, after, share in self._onward(node, before):
                            if onward == block.join:
                                ends[after] = ends.get(after, 0.0) + passes * share / weight
            found.append(ends)
        self.through[block.split, state] = self._together(block, state, found)
        return seen

    def _together(self, block: Block, state: int, branches: Sequence[Likely]) -> Likely:
        """The states behind the join, of those at the ends of the branches."""
        if self.model.firing_rules[block.split] is FiringRule.ALL:
            return _either({state: 1.0}, branches)
        chances = chances_of_some(self.model, block.split)
        none = 1.0
        taken: list[Likely] = []
        for chance, ends in zip(chances, branches, strict=True):
            none *= 1 - chance
            likely = {after: chance * share for after, share in ends.items()}
            taken.append({**likely, state: likely.get(state, 0.0) + 1 - chance})
        found = _either({state: 1.0}, taken)
        found[state] = max(0.0, found.get(state, 0.0) - none)
        return {after: share / (1 - none) for after, share in found.items()}

    def _branches(self, block: Block, region: Collection[int]) -> dict[int, set[int]]:
        """The nodes of each branch, by its first."""
        found: dict[int, set[int]] = {}
        for arrow in self.model.out_of[block.split]:
            first = self.model.arrows[arrow].target
            if first == block.join or first in found:
                continue
            nodes, waiting = {first}, [first]
            while waiting:
                node = waiting.pop()
                for target in self._targets(node):
                    if target != block.join and target in region and target not in nodes:
                        nodes.add(target)
                        waiting.append(target)
            found[first] = nodes
        return found

    def _targets(self, node: int) -> list[int]:
        if node in self.joins:
            return [self.joins[node]]
        return [self.model.arrows[arrow].target for arrow in self.model.out_of[node]]

    def _passed(self, region: Collection[int], begun: Mapping[tuple[int, int], float], end: int | None) -> "Numbers":
        """How often each node of a region is come to in each state."""
        import numpy

        count, states = len(self.model.nodes), self.track.states
        given = numpy.zeros(count * states)
        for (node, state), share in begun.items():
            given[node * states + state] += share
        arrows: list[Weighted] = [
            (node * states + state, OUT if target == end else target * states + after, share)
            for node in region
            for state in self.reachable
            for target, after, share in self._onward(node, state)
        ]
        order = sorted(self.reachable, key=int.bit_count)
        groups = [
            [node * states + state for node in group] for group in self.model.components_of(region) for state in order
        ]
        return flowing(groups, arrows, given).reshape(count, states)

    def _onward(self, node: int, state: int) -> list[tuple[int, int, float]]:
        """Where a case goes from a node to which it comes in a state, in which state, and how likely."""
        if node in self.joins:
            return [(self.joins[node], after, share) for after, share in self.through[node, state].items()]
        after = self.track.after(node, state)
        leaving = (self.model.arrows[arrow] for arrow in self.model.out_of[node])
        return [(arrow.target, after, arrow.weight) for arrow in leaving]


def _reachable(track: Track) -> list[int]:
    """The states in which a case can ever be."""
    found = {0}
    while True:
        new = {table[state] for table in track.acts.values() for state in found}
        new |= {one | other for one in found for other in found}
        if new <= found:
            return sorted(found)
        found |= new


def _either(first: Likely, branches: Iterable[Likely]) -> Likely:
    """The bits of all branches, each decided apart from the others."""
    found = first
    for branch in branches:
        together: Likely = {}
        for (state, likely), (other, share) in product(found.items(), branch.items()):
            together[state | other] = together.get(state | other, 0.0) + likely * share
        found = together
    return found
