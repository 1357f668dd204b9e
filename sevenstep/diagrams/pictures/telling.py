"""What the picture of a flow tells of its steps: how they look, what stands in them, and what the pointer says."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.looks.waiting import CLASSES, Heat, wait_of
from sevenstep.diagrams.scene import Entry, Line
from sevenstep.language import Text
from sevenstep.model.element import Element
from sevenstep.model.step7_flows import Activity, AnyNode, Event

_WAIT: Final = Text(zh="等 {}", en="wait {}")
_WORK: Final = Text(zh="办 {}", en="work {}")
_REQUIRED: Final = Text(zh="§ 只因法规标准而做", en="§ done only for a regulation")
_NOBODY: Final = Text(zh="（未指定主体）", en="(no actor named)")
_KEY: Final = Text(zh="关键节点", en="key node")
REGULATION: Final = "§"
GONE: Final = "was"
"""How arrows look that the design does not have; they are drawn last."""


class Telling:
    """Of each step its title, how long it is waited there, how it is done, and what is found at it."""

    def __init__(self, canvas: Canvas, heat: Heat) -> None:
        self.canvas = canvas
        self.heat = heat

    def explain(self, nodes: Iterable[AnyNode]) -> None:
        """What the legend begins with: how deep the ground is where it is waited, from short to long."""
        there = {self.heat.of(node) for node in nodes}
        for css_class in CLASSES:
            if css_class in there:
                self.canvas.explain(self.heat.entry(css_class))

    def title(self, node: AnyNode) -> str:
        """What the step is called."""
        return self.canvas.said(node.title)

    def leads_to(self, node: AnyNode) -> Element:
        """The element whose page a box leads to, and whose findings stand on it."""
        return node

    def nobody(self) -> str:
        """What stands at the lane of steps that name no actor."""
        return self.canvas.said(_NOBODY)

    def kind(self, node: AnyNode) -> str:
        """Of which kind of element a box is."""
        return node.KIND.name

    def icon(self, node: Activity) -> str:
        """How it is done, by the name of a symbol."""
        if node.mode is None:
            return ""
        self.canvas.explain(Entry("icon", str(node.mode), node.mode.label))
        return str(node.mode)

    def notes(self, node: AnyNode) -> Sequence[Line]:
        """What stands below the title."""
        if not isinstance(node, Activity | Event):
            return []
        if node.wait is not None and wait_of(node):
            return [self.fact(_WAIT, node.wait.shown(self.canvas.language))]
        if isinstance(node, Activity) and node.time is not None:
            return [self.fact(_WORK, node.time.shown(self.canvas.language))]
        return []

    def classes(self, node: AnyNode) -> Iterator[str]:
        """How the step looks."""
        if heat := self.heat.of(node):
            yield heat
        if required_by(self.canvas, node):
            self.canvas.explain(Entry("node", "work by-regulation", _REQUIRED, "box", "rounded"))
            yield "by-regulation"
        if node.key_node:
            self.canvas.explain(Entry("node", "work key-node", _KEY, "box", "rounded"))
            yield "key-node"

    def signs(self, node: AnyNode) -> str:
        """What stands beside the marks of findings."""
        return REGULATION if required_by(self.canvas, node) else ""

    def facts(self, node: AnyNode) -> list[str]:
        """What the pointer tells of a step besides."""
        key = [self.canvas.said(_KEY)] if node.key_node else []
        if not isinstance(node, Activity):
            return key
        language = self.canvas.language
        system = self.canvas.chain.elements.get(node.system or "")
        told = [*key, *([self.canvas.said(system.title)] if system else [])]
        told += [self.canvas.said(node.mode.label)] if node.mode else []
        told += [self.fact(_WORK, node.time.shown(language)).text] if node.time else []
        told += [f"{REGULATION} {self.canvas.said(one.title)}" for one in required_by(self.canvas, node)]
        return told

    def arrow_classes(self, _ends: tuple[str, str]) -> str:
        """How an arrow looks besides, by the names of the steps that it comes from and leads to."""
        return ""

    def fact(self, form: Text, said: str) -> Line:
        """A line that says something of a step."""
        return Line(self.canvas.said(form).format(said), "fact")


def required_by(canvas: Canvas, node: AnyNode) -> list[Element]:
    """The regulations that the node is done for and nothing else."""
    return canvas.chain.targets(node.id, "required-by") if isinstance(node, Activity) and node.required_by else []
