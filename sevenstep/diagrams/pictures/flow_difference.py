"""A flow as it shall be over the same flow as it is, in one picture: what goes, what comes, what changes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sevenstep.chain.back_edges import back_edges
from sevenstep.chain.flow_differences import Fate, FlowDifference, StepPair, flow_differences
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import FLOW_DIFFERENCE
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.flow_rows import Connector, Stretch
from sevenstep.diagrams.looks.waiting import NO_HEAT, wait_of
from sevenstep.diagrams.pictures.lanes import Lanes
from sevenstep.diagrams.pictures.telling import GONE, Telling
from sevenstep.diagrams.scene import Entry, Line, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.model.step7_flows import Activity, AnyNode, Branch, Event, Flow, SequenceFlow

_CLASSES: Final = {
    Fate.GOES: "only-as-is",
    Fate.COMES: "only-to-be",
    Fate.CHANGES: "changes",
    Fate.STAYS: "stays",
}
_SAYS: Final = {
    Fate.GOES: Text(zh="取消", en="goes"),
    Fate.COMES: Text(zh="新增", en="new"),
    Fate.CHANGES: Text(zh="改变", en="changes"),
    Fate.STAYS: Text(zh="不变", en="stays"),
}
_WAY_GOES: Final = Text(zh="原来的走向", en="the way of today")
_WAY_COMES: Final = Text(zh="新的走向", en="new way")
_WAIT: Final = Text(zh="等 {}", en="wait {}")
_WORK: Final = Text(zh="办 {}", en="work {}")
_THEN: Final = Text(zh="→ {}", en="→ {}")
_NONE: Final = Text(zh="0", en="0")
_FORMERLY: Final = Text(zh="原由 {}", en="was: {}")


def draw(chain: Chain, flow: Flow, language: Language, link: Link) -> Scene:
    """The flow as it shall be, with what goes of the flow as it is."""
    title = flow.title.inserted_into(zh="{}：与现状的差异", en="{}: what changes")
    canvas = Canvas(chain, FLOW_DIFFERENCE.name(flow), title, language, link)
    merged = _Merged(flow_differences(chain)[flow.id])
    Lanes(canvas, _Differing(canvas, merged)).draw(merged.stretch)
    return canvas.scene()


class _Merged:
    """Both flows as one: nodes of the design by their names behind a plus, those that go behind a minus."""

    def __init__(self, difference: FlowDifference) -> None:
        self.difference = difference
        before, after = difference.before, difference.after
        self.pair: dict[str, StepPair] = {}
        """By the id of the node that is drawn."""
        old_key: dict[str, str] = {}
        steps: dict[str, AnyNode | Connector] = {}
        lanes: dict[str, str | None] = {}
        for pair in difference.pairs:
            key = f"+{pair.after}" if pair.after is not None else f"-{pair.before}"
            if pair.before is not None:
                old_key[pair.before] = key
            flow, name = (after, pair.after) if pair.after is not None else (before, pair.before or "")
            steps[key] = flow.steps[name]
            lanes[key] = flow.lanes[name]
            self.pair[flow.steps[name].id] = pair
        old = {(old_key[one.source], old_key[one.target]): one.branch for one in _known(before)}
        new = {(f"+{one.source}", f"+{one.target}"): one.branch for one in _known(after)}
        self.goes = old.keys() - new.keys()
        self.comes = new.keys() - old.keys()
        arrows = tuple(SequenceFlow(*ends, branch) for ends, branch in _together(old, new))
        back = back_edges(Stretch(steps, arrows, lanes))
        self.stretch = Stretch(steps, arrows, lanes, back, back)


def _known(flow: Flow) -> Iterator[SequenceFlow]:
    return (arrow for arrow in flow.sequence_flows if arrow.target in flow.steps)


def _together(
    old: dict[tuple[str, str], Branch], new: dict[tuple[str, str], Branch]
) -> Iterable[tuple[tuple[str, str], Branch]]:
    """The arrows of the design before those that go: they get the straight ways."""
    return {**new, **{ends: branch for ends, branch in old.items() if ends not in new}}.items()


class _Differing(Telling):
    """Tells of each step what becomes of it."""

    def __init__(self, canvas: Canvas, merged: _Merged) -> None:
        super().__init__(canvas, NO_HEAT)
        self._merged = merged

    def explain(self, nodes: Iterable[AnyNode]) -> None:
        there = {self._fate(node) for node in nodes}
        for fate, css_class in _CLASSES.items():
            if fate in there:
                self.canvas.explain(Entry("node", f"work {css_class}", _SAYS[fate], "box", "rounded"))

    def notes(self, node: AnyNode) -> Sequence[Line]:
        pair = self._merged.pair[node.id]
        if self._fate(node) is not Fate.CHANGES:
            return super().notes(node)
        return list(self._changes(pair)) or super().notes(node)

    def classes(self, node: AnyNode) -> Iterator[str]:
        yield _CLASSES[self._fate(node)]

    def facts(self, node: AnyNode) -> list[str]:
        return [self.canvas.said(_SAYS[self._fate(node)]), *super().facts(node)]

    def signs(self, _node: AnyNode) -> str:
        return ""

    def arrow_classes(self, ends: tuple[str, str]) -> str:
        if ends in self._merged.goes:
            self.canvas.explain(Entry("edge", GONE, _WAY_GOES))
            return GONE
        if ends in self._merged.comes:
            self.canvas.explain(Entry("edge", "only-to-be", _WAY_COMES))
            return "only-to-be"
        return ""

    def _fate(self, node: AnyNode) -> Fate:
        return self._merged.difference.fate(self._merged.pair[node.id])

    def _changes(self, pair: StepPair) -> Iterator[Line]:
        """How long it was and will be waited, or worked; and who did it."""
        difference, language = self._merged.difference, self.canvas.language
        old, new = difference.before.steps[pair.before or ""], difference.after.steps[pair.after or ""]
        changed = difference.changed(pair)
        if "wait" in changed and isinstance(old, Activity | Event) and isinstance(new, Activity | Event):
            was = old.wait.shown(language) if old.wait is not None and wait_of(old) else self.canvas.said(_NONE)
            is_now = new.wait.shown(language) if new.wait is not None and wait_of(new) else self.canvas.said(_NONE)
            yield from (self.fact(_WAIT, was), self.fact(_THEN, is_now))
        elif "time" in changed and isinstance(old, Activity) and isinstance(new, Activity) and old.time and new.time:
            yield self.fact(_WORK, old.time.shown(language))
            yield self.fact(_THEN, new.time.shown(language))
        actor = self.canvas.chain.elements.get(old.actor or "")
        if "actor" in changed and actor is not None:
            yield self.fact(_FORMERLY, self.canvas.said(actor.title))
