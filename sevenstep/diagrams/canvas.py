"""The sheet a picture is put together on; at the end it is written out as DOT.

Nodes get machine names and attributes come from an allow-list, so nothing of the model reaches the engine but escaped
text. The canvas remembers what occurs in the picture: the legend says no more and no less.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sevenstep.chain.graph import Chain
from sevenstep.diagrams import card, legend
from sevenstep.diagrams.card import Label, Line
from sevenstep.diagrams.drawing import Drawing, Link
from sevenstep.diagrams.escape import quoted
from sevenstep.diagrams.shapes import SHAPES
from sevenstep.diagrams.spline import Point, position
from sevenstep.language import Language, Text
from sevenstep.model.element import Element
from sevenstep.model.relation import Relation

ATTRIBUTES: Final = frozenset(
    """URL arrowsize bb bgcolor class constraint dir fixedsize fontname fontsize headport height label labeljust
    labelloc layout lp margin mclimit newrank nodesep nslimit outputorder pad pos rank rankdir ranksep shape splines
    style tailport tooltip weight width""".split()  # noqa: SIM905 - as a list it would fill a page
)
"""The attributes of the engine that pictures use; none of them reads a file or takes text that is not escaped."""
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
LEVEL: Final[dict[str, Any]] = {"tailport": "e", "headport": "w"}
"""For edges that run from left to right: they leave and arrive in the middle of a side."""
_INVISIBLE: Final = {"style": "invis"}


@dataclass(slots=True)
class Cluster:
    """A framed part of the picture, and what stands in it."""

    name: str
    attributes: dict[str, str]
    content: list["str | Cluster"] = field(default_factory=list)


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
        self._root = Cluster("", {})
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
        found = {"tooltip": f"{self.said(element.KIND.title)} {element.id} · {self.said(element.title)}"}
        if url := self._link(element):
            found["URL"] = url
        return found

    def mark(self, element: Element) -> str:
        """The mark of an element with findings, and how many; empty without."""
        found = len(self.chain.holders(element.id, "touches"))
        if found:
            self.explain(legend.FINDINGS)
        return f"▲ {found}" if found else ""

    def node(self, key: str, label: Label, classes: str, within: Cluster | None = None, **attributes: str) -> str:
        """A node with a label of `card`; returns `key`."""
        name = self._names[key] = f"n{len(self._names) + 1}"
        listed = _listed({**attributes, "class": classes}, label.html)
        (within or self._root).content.append(f"{name} [{listed}]")
        return key

    def more(self, key: str, count: int, of: Text, within: Cluster | None = None, room: float = card.ROOM) -> str:
        """A node that stands for `count` elements which are not shown one by one."""
        label = card.card(self.said(card.more(count, of)), room=room)
        return self.node(key, label, "more", within, shape="box", style="rounded,filled")

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
        made = Cluster(name, {**looks, **attributes, "label": label.html})
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
        listed = _listed({**attributes, "class": classes}, label.html if label else "")
        self._root.content.append(f"{self._names[source]} -> {self._names[target]} [{listed}]")

    def link(self, upper: str, lower: str, relation: Relation, classes: str = "", **attributes: str) -> None:
        """A relation that points up the chain, drawn from the upper end: the arrow's head is at the upper end."""
        looks = f"rel-{relation.name} role-{relation.role} {classes}".strip()
        self.edge(upper, lower, looks, says=relation.forward, **{"dir": "back", **LEVEL, **attributes})

    def unseen_edge(self, source: str, target: str, **attributes: str) -> None:
        """An edge that only orders the layout."""
        listed = _listed({**_INVISIBLE, **attributes})
        self._root.content.append(f"{self._names[source]} -> {self._names[target]} [{listed}]")

    def same_rank(self, keys: Iterable[str], rank: str = "same") -> None:
        """Nodes that stand in one row (or column)."""
        listed = "; ".join(self._names[key] for key in keys)
        self._root.content.append(f"{{ rank={rank}; {listed} }}")

    def explain(self, entry: legend.Entry) -> None:
        """Something that occurs in the picture and goes into its legend."""
        self._legend.setdefault(entry)

    def drawing(self) -> Drawing:
        """The picture, finished."""
        graph = {**self._graph, "class": f"lang-{self.language}"}
        lines = [
            f"digraph {quoted(self.said(self._title))} {{",
            f"graph [{_listed(graph, legend.label(self._legend, self.language))}]",
            f"node [{_listed({**_FONT, 'margin': '0.11,0.07'})}]",
            f"edge [{_listed({**_FONT, 'fontsize': '10', 'arrowsize': '0.6'})}]",
            *_written(self._root),
            "}",
        ]
        return Drawing(self._name, self._title, "\n".join((*lines, "")), self.elements)


def _written(cluster: Cluster) -> Iterable[str]:
    for one in cluster.content:
        if isinstance(one, str):
            yield one
        else:
            yield f"subgraph {one.name} {{"
            label = one.attributes["label"]
            yield f"graph [{_listed({k: v for k, v in one.attributes.items() if k != 'label'}, label)}]"
            yield from _written(one)
            yield "}"


def _listed(attributes: dict[str, str], label: str = "") -> str:
    """Attributes as DOT; only `label`, built by `card`, is HTML-like."""
    if strange := attributes.keys() - ATTRIBUTES:
        raise ValueError(f"attributes that pictures do not use: {sorted(strange)}")
    said = [f"{name}={quoted(value)}" for name, value in attributes.items() if value]
    return ", ".join([*said, f"label={label or quoted('')}"] if label or "style" not in attributes else said)


def placed(label: Label, x: float, y: float) -> dict[str, Any]:
    """The attributes of a node of the label's size, its middle at (x, y), y downwards, in a PLACED picture."""
    size = {"width": f"{label.width / 72:.4f}", "height": f"{label.height / 72:.4f}", "fixedsize": "true"}
    return {"pos": position(x, y), **size}
