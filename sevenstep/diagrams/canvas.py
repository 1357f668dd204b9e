"""The sheet a picture is put together on; at the end it is written out as DOT.

Nodes get machine names and attributes come from an allow-list, so nothing of the model reaches the engine but escaped
text. The canvas remembers what occurs in the picture: the legend says no more and no less.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sevenstep.chain.graph import Chain
from sevenstep.diagrams.drawing import Drawing, Link
from sevenstep.diagrams.layout.spline import Point, position
from sevenstep.diagrams.looks import card, finding_marks, legend
from sevenstep.diagrams.looks.card import Label, Line
from sevenstep.diagrams.looks.shapes import SHAPES
from sevenstep.diagrams.output.dot_text import Cluster, listed, written
from sevenstep.diagrams.output.escape import quoted
from sevenstep.language import Language, Text
from sevenstep.model.element import Element

_FONT: Final = {"fontname": "Verdana", "fontsize": "12"}
_GRAPH: Final = {
    "nodesep": "0.22",
    "ranksep": "0.5",
    "pad": "0.15",
    "labelloc": "b",
    "labeljust": "l",
    "bgcolor": "#ffffff",
    "nslimit": "4",
    "mclimit": "1",
    "outputorder": "edgesfirst",
}
PLACED: Final = {"layout": "neato"}
"""The graph's attributes where every node and edge brings its place: the engine lays out nothing, it only writes."""
_INVISIBLE: Final = {"style": "invis"}


class Canvas:
    """A picture being put together. Nodes and clusters are spoken of by keys of the caller's choice."""

    def __init__(self, chain: Chain, name: str, title: Text, language: Language, link: Link, **graph: str) -> None:
        self.chain = chain
        self.language = language
        self.elements = 0
        self._name = name
        self._title = title
        self._link = link
        self._graph = {**_GRAPH, **_FONT, **graph}
        self._names: dict[str, str] = {}
        self._root = Cluster("", "")
        self._legend: dict[legend.Entry, None] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._names

    def said(self, text: Text) -> str:
        """The text in the language of the picture."""
        return text.in_(self.language)

    def element(
        self,
        element: Element,
        notes: Sequence[Line] = (),
        within: Cluster | None = None,
        classes: str = "",
        room: float = card.ROOM,
        lines: int = 3,
        at: Point | None = None,
    ) -> str:
        """A card for an element, which leads to its page; returns its key, the element's id."""
        return self.copy(element.id, element, notes, within, classes, room, lines, at)

    def label(self, element: Element, notes: Sequence[Line] = (), room: float = card.ROOM, lines: int = 3) -> Label:
        """What the element's card says, and its size."""
        return card.card(self.said(element.title), element.id, self.mark(element), notes, room, lines)

    def copy(
        self,
        key: str,
        element: Element,
        notes: Sequence[Line] = (),
        within: Cluster | None = None,
        classes: str = "",
        room: float = card.ROOM,
        lines: int = 3,
        at: Point | None = None,
    ) -> str:
        """The same under a key of its own, for an element that stands in several places of a picture."""
        kind = element.KIND
        label = self.label(element, notes, room, lines)
        shape, style = SHAPES[kind.name]
        looks = f"step{kind.step} kind-{kind.name}"
        self.explain(legend.Entry("node", looks, kind.title, shape, style))
        attributes = {"shape": shape, "style": style, **self.address(element)}
        if shape == "cds" and at is None:  # the engine forgets the margin of this shape
            attributes["height"] = f"{label.height / 72 + 0.08:.3f}"
        if at is not None:
            attributes |= placed(label, *at)
        return self.node(key, label, f"{looks} {classes}".strip(), within, **attributes)

    def address(self, element: Element) -> dict[str, str]:
        """The attributes that lead to the element's page, and say its full title and id."""
        self.elements += 1
        said = f"{self.said(element.KIND.title)} {element.id} · {self.said(element.title)}"
        here = finding_marks.told(list(finding_marks.felt(self.chain, element)), self.language)
        found = {"tooltip": f"{said} · {here}" if here else said}
        if url := self._link(element):
            found["URL"] = url
        return found

    def mark(self, element: Element) -> str:
        """The marks of the findings at an element, and how many there are of each type; empty without."""
        counts = finding_marks.counted(list(finding_marks.felt(self.chain, element)))
        for type in counts:
            self.explain(legend.FINDINGS[type])
        return " ".join(f"{finding_marks.MARKS[type]}{count}" for type, count in counts.items())

    def node(self, key: str, label: Label, classes: str, within: Cluster | None = None, **attributes: str) -> str:
        """A node with a label of `card`; returns `key`."""
        name = self._names[key] = f"n{len(self._names) + 1}"
        (within or self._root).content.append(f"{name} [{listed({**attributes, 'class': classes}, label.html)}]")
        return key

    def more(
        self,
        key: str,
        count: int,
        of: Text,
        within: Cluster | None = None,
        room: float = card.ROOM,
        at: Point | None = None,
    ) -> str:
        """A node that stands for `count` elements which are not shown one by one."""
        label = card.card(self.said(card.more(count, of)), room=room)
        where = placed(label, *at) if at is not None else {}
        return self.node(key, label, "more", within, shape="box", style="rounded,filled", **where)

    def cluster(
        self,
        key: str,
        label: Label,
        classes: str,
        within: Cluster | None = None,
        element: Element | None = None,
        **attributes: str,
    ) -> Cluster:
        """A frame with a heading; with an element it leads to the element's page."""
        name = self._names[f"cluster {key}"] = f"cluster_{len(self._names) + 1}"
        looks = {"labelloc": "t", "labeljust": "l", "margin": "12", "class": classes, **_FONT}
        if element is not None:
            looks |= self.address(element)
        made = Cluster(name, listed({**looks, **attributes}, label.html))
        (within or self._root).content.append(made)
        return made

    def edge(
        self,
        source: str,
        target: str,
        classes: str = "",
        label: Label | None = None,
        says: Text | None = None,
        **attributes: str,
    ) -> None:
        """An arrow; `says` explains it in the legend."""
        if says is not None:
            self.explain(legend.Entry("edge", classes, says))
        said = listed({**attributes, "class": classes}, label.html if label else None)
        self._root.content.append(f"{self._names[source]} -> {self._names[target]} [{said}]")

    def unseen_edge(self, source: str, target: str, **attributes: str) -> None:
        """An edge that only orders the layout."""
        said = listed({**_INVISIBLE, **attributes})
        self._root.content.append(f"{self._names[source]} -> {self._names[target]} [{said}]")

    def same_rank(self, keys: Iterable[str]) -> None:
        """Nodes that stand in one row (or column)."""
        self._root.content.append(f"{{ rank=same; {'; '.join(self._names[key] for key in keys)} }}")

    def explain(self, entry: legend.Entry) -> None:
        """Something that occurs in the picture and goes into its legend."""
        self._legend.setdefault(entry)

    def explain_all_of(self, other: "Canvas") -> None:
        """Take over the legend of another picture, which then has none of its own."""
        for entry in other._legend:
            self._legend.setdefault(entry)

    def drawing(self, *, has_legend: bool = True) -> Drawing:
        """The picture, finished."""
        graph = {**self._graph, "class": f"lang-{self.language}"}
        lines = [
            f"digraph {quoted(self.said(self._title))} {{",
            f"graph [{listed(graph, legend.label(self._legend if has_legend else (), self.language))}]",
            f"node [{listed({**_FONT, 'margin': '0.11,0.07'})}]",
            f"edge [{listed({**_FONT, 'fontsize': '10', 'arrowsize': '0.6'})}]",
            *written(self._root),
            "}",
        ]
        return Drawing(self._name, self._title, "\n".join((*lines, "")), self.elements)


def placed(label: Label, x: float, y: float) -> dict[str, Any]:
    """The attributes of a node of the label's size, its middle at (x, y), y downwards, in a PLACED picture."""
    size = {"width": f"{label.width / 72:.4f}", "height": f"{label.height / 72:.4f}", "fixedsize": "true"}
    return {"pos": position(x, y), **size}
