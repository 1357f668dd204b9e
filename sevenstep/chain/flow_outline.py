"""Any flow from top to bottom: each node once, branches one below the other, what leads elsewhere said.

A split is followed by its branches, each up to where all of them meet again; an arrow that leads back is a rework loop,
one to what has been told already a jump. Nothing is lost: what no start leads to comes last.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from sevenstep.chain.back_edges import back_edges
from sevenstep.chain.flow_graph import first_after, of_type
from sevenstep.model.choices import GatewayType
from sevenstep.model.step7_flows import Flow, Gateway, SequenceFlow


class Says(Enum):
    """What a line of the outline says."""

    NODE = "node"
    """Here is a node."""
    BRANCH = "branch"
    """Here begins one of several ways, taken by that arrow."""
    BACK = "back"
    """That arrow leads back to what is above."""
    JUMP = "jump"
    """The way goes on elsewhere, at the target of that arrow."""
    REST = "rest"
    """Here begins what no start leads to."""


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One line: how deep it lies within branches, and the node or the arrow that it speaks of."""

    says: Says
    depth: int
    node: str = ""
    arrow: SequenceFlow | None = None
    together: bool = False
    """Of a branch: all of them are taken."""


@dataclass(frozen=True, slots=True)
class _Walk:
    """Follow the way from a node up to where it is to stop."""

    node: str
    stop: str | None
    depth: int
    arrow: SequenceFlow | None = None
    """By which one comes there."""
    begins: bool = False
    """It is a branch of its own, which says so where there is nothing in it."""


_Task = _Walk | OutlineLine


def outline(flow: Flow) -> list[OutlineLine]:
    """The lines of the flow. Time grows with its nodes and arrows; nothing is nested on the machine's stack."""
    return list(_Outline(flow).lines())


def is_joint(flow: Flow, name: str) -> bool:
    """Whether a node only brings ways together: it says nothing."""
    node = flow.steps[name]
    return isinstance(node, Gateway) and sum(arrow.target in flow.steps for arrow in _leaving(flow, name)) < 2


def beyond_joints(flow: Flow, name: str) -> str:
    """The first node from there on that says something: the node itself, mostly."""
    seen = set()
    while is_joint(flow, name) and name not in seen:
        seen.add(name)
        following = [arrow.target for arrow in _leaving(flow, name) if arrow.target in flow.steps]
        if not following:
            break
        name = following[0]
    return name


def _leaving(flow: Flow, name: str) -> Iterator[SequenceFlow]:
    return (arrow for arrow in flow.sequence_flows if arrow.source == name)


class _Outline:
    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.leaving: dict[str, list[SequenceFlow]] = {name: [] for name in flow.steps}
        for arrow in flow.sequence_flows:
            if arrow.target in self.leaving:
                self.leaving[arrow.source].append(arrow)
        self.back = back_edges(flow)
        self.meet = first_after(flow) if of_type(flow, "end") else {}
        self.told: set[str] = set()

    def lines(self) -> Iterator[OutlineLine]:
        entered = {arrow.target for arrows in self.leaving.values() for arrow in arrows}
        starts = of_type(self.flow, "start") or [name for name in self.flow.steps if name not in entered]
        yield from self._follow(starts or list(self.flow.steps)[:1])
        rest = [name for name in self.flow.steps if name not in self.told]
        while rest:
            yield OutlineLine(Says.REST, 0)
            unled = [name for name in rest if not any(a.target == name for r in rest for a in self.leaving[r])]
            yield from self._follow(unled or rest[:1])
            rest = [name for name in rest if name not in self.told]

    def _follow(self, starts: list[str]) -> Iterator[OutlineLine]:
        tasks: list[_Task] = [_Walk(start, None, 0) for start in reversed(starts)]
        while tasks:
            task = tasks.pop()
            if isinstance(task, OutlineLine):
                yield task
            elif task.node == task.stop or task.node in self.told:
                if task.arrow is not None and (task.begins or task.node != task.stop):
                    yield OutlineLine(Says.JUMP, task.depth, arrow=task.arrow)
            else:
                yield from self._node(task, tasks)

    def _node(self, walk: _Walk, tasks: list[_Task]) -> Iterator[OutlineLine]:
        """The node, and what comes behind it as tasks."""
        name, depth = walk.node, walk.depth
        self.told.add(name)
        arrows = self.leaving[name]
        yield OutlineLine(Says.NODE, depth, name)
        onward = [arrow for arrow in arrows if arrow not in self.back]
        if len(arrows) == 1 and onward:
            tasks.append(_Walk(onward[0].target, walk.stop, depth, onward[0]))
            return
        if len(arrows) < 2:
            yield from (OutlineLine(Says.BACK, depth, arrow=arrow) for arrow in arrows)
            return
        together = self.flow.steps[name].type == GatewayType.PARALLEL
        meet = self.meet.get(name)
        if meet in self.told or len(onward) < 2:
            meet = None
        on = self._way_on(onward, meet)
        after: list[_Task] = []
        for arrow in sorted(arrows, key=lambda arrow: arrow == on):  # the way on comes last: it is no deeper
            after.append(OutlineLine(Says.BRANCH, depth, arrow=arrow, together=together))
            if arrow in self.back:
                after.append(OutlineLine(Says.BACK, depth + 1, arrow=arrow))
            elif arrow == on:
                after.append(_Walk(arrow.target, walk.stop, depth, arrow, begins=True))
            elif arrow.target == meet:
                after.append(OutlineLine(Says.JUMP, depth + 1, arrow=arrow))
            else:
                stop = meet if meet is not None else walk.stop
                after.append(_Walk(arrow.target, stop, depth + 1, arrow, begins=True))
        if meet is not None and meet != walk.stop and on is None:
            after.append(_Walk(meet, walk.stop, depth))
        tasks.extend(reversed(after))

    @staticmethod
    def _way_on(onward: list[SequenceFlow], meet: str | None) -> SequenceFlow | None:
        """The branch that is no way of its own: the only one that leads on, or straight to where all meet."""
        if len(onward) == 1:
            return onward[0]
        return next((arrow for arrow in onward if arrow.target == meet), None)
