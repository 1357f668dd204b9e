"""Branches that end apart, joined: what a case does is over when all its tokens have ended (BPMN 2.0, ch. 13.4).

A split whose branches never meet again gets a join of its own behind all their ends, and what follows this join is what
followed the ends: a node without a name that takes no time. Whatever is computed of blocks is then right for several
ends, too. Steps that are come to from inside and from outside of such a split are there once for each.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.flow_metrics.blocks import blocks
from sevenstep.analysis.flow_metrics.network import Arrow, FlowModel
from sevenstep.chain.soundness.net import FiringRule
from sevenstep.language import Text
from sevenstep.model.choices import EventType
from sevenstep.model.step7_flows import Event, Node

_OUTSIDE: Final = 0
"""Where a token is before any split whose branches end apart."""
_MOST: Final = 100
"""How many nodes may be added beyond one for each that is there; beyond them ends are left as they are."""


def closed(model: FlowModel) -> FlowModel:
    """The plan with its ends joined, where it is one of blocks then; the same plan otherwise."""
    forks = _forks(model)
    if not forks:
        return model
    joined = _Joining(model, forks).joined()
    return joined if joined is not None and blocks(joined) is not None else model


@dataclass(frozen=True, slots=True)
class _Group:
    """Branches of one split that meet again, by their arrows, and the nodes they lead to as bits."""

    arrows: tuple[int, ...]
    nodes: int


def _forks(model: FlowModel) -> dict[int, Sequence[_Group]]:
    """The splits whose branches end apart, with those of their branches that go together."""
    ahead = _ahead(model)
    found: dict[int, Sequence[_Group]] = {}
    for split in range(len(model.nodes)):
        if not model.is_split(split):
            continue
        groups: list[_Group] = []
        for arrow in model.out_of[split]:
            new = _Group((arrow,), ahead[model.arrows[arrow].target])
            for group in [group for group in groups if group.nodes & new.nodes]:
                groups.remove(group)
                new = _Group((*group.arrows, *new.arrows), group.nodes | new.nodes)
            groups.append(new)
        if len(groups) > 1:
            found[split] = sorted(groups, key=lambda group: group.arrows)
    return found


def _ahead(model: FlowModel) -> list[int]:
    """The nodes that each node leads to, itself among them, as bits."""
    found = [0] * len(model.nodes)
    for group in reversed(model.components):
        nodes = 0
        for node in group:
            nodes |= 1 << node
            for arrow in model.out_of[node]:
                nodes |= found[model.arrows[arrow].target]
        for node in group:
            found[node] = nodes
    return found


class _Joining:
    """The plan written anew from its starts, each node once for every place between splits in which it is come to."""

    def __init__(self, model: FlowModel, forks: dict[int, Sequence[_Group]]) -> None:
        self.model = model
        self.forks = forks
        self.nodes: list[Node] = list(model.nodes)
        self.firing_rules = list(model.firing_rules)
        self.leaving: dict[int, list[tuple[int, float]]] = {}
        self.exits: list[int | None] = [None]
        """Where tokens go on that end, by place."""
        self.numbers: dict[tuple[int, int], int] = {}
        self.claimed: set[int] = set()
        self.waiting: deque[tuple[int, int]] = deque()

    def joined(self) -> FlowModel | None:
        """None where it grows too large, or a node is never come to."""
        model = self.model
        for start in model.starts:
            self._number(start, _OUTSIDE)
        while self.waiting:
            node, place = self.waiting.popleft()
            if len(self.nodes) > 2 * len(model.nodes) + _MOST or not self._write(node, place):
                return None
        if len(self.claimed) < len(model.nodes):
            return None
        arrows = [
            Arrow(node, target, weight)
            for node in range(len(self.nodes))
            for target, weight in self.leaving.get(node, ())
        ]
        return FlowModel(model.flow, tuple(self.nodes), tuple(self.firing_rules), model.starts, tuple(arrows))

    def _number(self, node: int, place: int) -> int:
        if (node, place) not in self.numbers:
            self.waiting.append((node, place))
            is_new = node not in self.claimed
            self.claimed.add(node)
            self.numbers[node, place] = (
                node if is_new else self._add(self.model.nodes[node], self.model.firing_rules[node])
            )
        return self.numbers[node, place]

    def _add(self, node: Node, firing_rule: FiringRule, *onward: int) -> int:
        self.nodes.append(node)
        self.firing_rules.append(firing_rule)
        self.leaving[len(self.nodes) - 1] = [(target, 1.0) for target in onward]
        return len(self.nodes) - 1

    def _nameless(self, kind: EventType) -> Event:
        return Event.model_construct(id=f"{self.model.flow.id}/", title=Text(plain=""), type=kind)

    def _write(self, node: int, place: int) -> bool:
        model, number, onward = self.model, self.numbers[node, place], self.exits[place]
        if model.firing_rules[node] is FiringRule.END:
            if onward is not None:
                self.firing_rules[number] = FiringRule.ONE
                self.leaving[number] = [(onward, 1.0)]
            return True
        if node in self.forks:
            return self._fork(node, number, onward)
        leaving = [(model.arrows[arrow].target, model.arrows[arrow].weight) for arrow in model.out_of[node]]
        self.leaving[number] = [(self._number(target, place), weight) for target, weight in leaving]
        return True

    def _fork(self, node: int, number: int, onward: int | None) -> bool:
        model, groups = self.model, self.forks[node]
        firing_rule = model.firing_rules[node]
        if firing_rule is FiringRule.SOME and any(len(group.arrows) > 1 for group in groups):
            return False
        if onward is None:
            onward = self._add(self._nameless(EventType.END), FiringRule.END)
        join = self._add(self._nameless(EventType.EVENT), firing_rule, onward)
        self.leaving[number] = []
        for group in groups:
            self.exits.append(self._add(self._nameless(EventType.EVENT), FiringRule.ONE, join))
            place = len(self.exits) - 1
            first = number
            if len(group.arrows) > 1:
                first = self._add(self._nameless(EventType.EVENT), FiringRule.ALL)
                self.leaving[number].append((first, 1.0))
            self.leaving[first].extend(
                (self._number(model.arrows[arrow].target, place), model.arrows[arrow].weight) for arrow in group.arrows
            )
        return True
