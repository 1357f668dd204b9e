"""A flow with the data that each step reads and writes, and the system that it is done in."""

from collections.abc import Iterator, Sequence
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import FLOW_DATA
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.flow_rows import whole
from sevenstep.diagrams.looks.waiting import NO_HEAT
from sevenstep.diagrams.pictures.lanes import Lanes
from sevenstep.diagrams.pictures.telling import Telling
from sevenstep.diagrams.scene import Line, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.model.step7_flows import Activity, AnyNode, Flow

_READS: Final = Text(zh="读 {}", en="reads {}")
_WRITES: Final = Text(zh="写 {}", en="writes {}")
_IN: Final = Text(zh="在 {}", en="in {}")
_MORE: Final = Text(zh="{} 等 {} 项", en="{} and {} more")


def draw(chain: Chain, flow: Flow, language: Language, link: Link) -> Scene:
    """The flow, told by its data."""
    title = flow.title.inserted_into(zh="{}：数据与系统", en="{}: data and systems")
    canvas = Canvas(chain, FLOW_DATA.name(flow), title, language, link)
    Lanes(canvas, _DataTelling(canvas, NO_HEAT)).draw(whole(flow))
    return canvas.scene()


class _DataTelling(Telling):
    def notes(self, node: AnyNode) -> Sequence[Line]:
        return list(self._lines(node)) if isinstance(node, Activity) else []

    def signs(self, _node: AnyNode) -> str:
        return ""

    def facts(self, node: AnyNode) -> list[str]:
        if not isinstance(node, Activity):
            return []
        names = [(_READS, node.reads), (_WRITES, node.writes)]
        return [self.fact(form, self._all(keys)).text for form, keys in names if keys]

    def _lines(self, node: Activity) -> Iterator[Line]:
        system = self.canvas.chain.elements.get(node.system or "")
        if node.reads:
            yield self.fact(_READS, self._named(node.reads))
        if node.writes:
            yield self.fact(_WRITES, self._named(node.writes))
        if system is not None:
            yield self.fact(_IN, self.canvas.said(system.title))

    def _named(self, keys: Sequence[str]) -> str:
        """The first by name; of many how many more."""
        first = self._title(keys[0])
        if len(keys) == 1:
            return first
        count = len(keys) if self.canvas.language == "zh" else len(keys) - 1
        return self.canvas.said(_MORE).format(first, count)

    def _all(self, keys: Sequence[str]) -> str:
        return ("、" if self.canvas.language == "zh" else ", ").join(map(self._title, keys))

    def _title(self, key: str) -> str:
        element = self.canvas.chain.elements.get(key)
        return self.canvas.said(element.title) if element is not None else key
