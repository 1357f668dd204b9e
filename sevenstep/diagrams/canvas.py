"""The sheet a picture is put together on; at the end it is a scene.

Nodes get machine names: no key of the model reaches the engine. The canvas remembers what occurs in the picture: the
legend says no more and no less.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sevenstep.chain.graph import Chain
from sevenstep.diagrams.geometry import Box, Point
from sevenstep.diagrams.looks import card, finding_marks, heats, legend
from sevenstep.diagrams.looks.shapes import SHAPES
from sevenstep.diagrams.scene import (
    NOWHERE,
    Address,
    Before,
    Curve,
    Edge,
    Entry,
    Frame,
    Heads,
    Label,
    Line,
    Link,
    Node,
    Part,
    Ranks,
    SameRank,
    Scene,
)
from sevenstep.language import Language, Text
from sevenstep.method import stage
from sevenstep.model.element import Element
from sevenstep.model.kind import Kind


class Canvas:
    """A picture being put together. Nodes and frames are spoken of by keys of the caller's choice."""

    def __init__(
        self,
        chain: Chain,
        name: str,
        title: Text,
        language: Language,
        link: Link,
        ranks: Ranks | None = None,
        *,
        nodes_first: bool = False,
    ) -> None:
        self.chain = chain
        self.language = language
        self.elements = 0
        self._name = name
        self._title = title
        self._link = link
        self._ranks = ranks
        self._nodes_first = nodes_first
        self._names: dict[str, str] = {}
        self._content: dict[str | None, list[Part | str]] = {None: []}
        """What stands in each frame by its key (None: in none); frames are named by their keys."""
        self._frames: dict[str, Frame] = {}
        self._legend: dict[Entry, None] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._names

    def said(self, text: Text) -> str:
        """The text in the language of the picture."""
        return text.for_language(self.language)

    def element(
        self,
        element: Element,
        notes: Sequence[Line] = (),
        within: str | None = None,
        classes: str = "",
        max_width: float = card.MAX_WIDTH,
        lines: int = 3,
        at: Point | None = None,
        key: str = "",
    ) -> str:
        """A card for an element, which leads to its page; returns its key: the element's id, or one of its own for an
        element that stands in several places of a picture.
        """
        kind = element.KIND
        shape, style = SHAPES[kind.name]
        css_classes = f"{stage(kind.step).css_class} kind-{kind.name}"
        classes = f"{classes} {self.heat(element)}".strip()
        label = self.label(element, notes, max_width, lines)
        self.explain(Entry("node", css_classes, kind.title, shape, style))
        address = self.address(element)
        return self.node(
            key or element.id, label, f"{css_classes} {classes}".strip(), within, shape, style, at=at, address=address
        )

    def card_of(
        self,
        element: Element,
        notes: Sequence[Line] = (),
        max_width: float = card.MAX_WIDTH,
        classes: str = "",
        key: str = "",
        lines: int = 3,
    ) -> card.Card:
        """The same card, to be put in its place by a layout of ours."""
        label = self.label(element, notes, max_width, lines)

        def put(at: Point) -> str:
            return self.element(element, notes, None, classes, max_width, lines, at, key)

        return card.Card(key or element.id, label, put)

    def more_card(self, key: str, count: int, of: Text, max_width: float = card.MAX_WIDTH) -> card.Card:
        """A card that stands for `count` elements, to be put in its place by a layout of ours."""
        label = card.card(self.said(card.more(count, of)), max_width=max_width)
        return card.Card(key, label, lambda at: self.more(key, count, of, max_width=max_width, at=at))

    def label(
        self, element: Element, notes: Sequence[Line] = (), max_width: float = card.MAX_WIDTH, lines: int = 3
    ) -> Label:
        """What the element's card says, and its size."""
        kicker = element.id if self._link.ids else ""
        return card.card(self.said(element.title), kicker, self.mark(element), notes, max_width, lines)

    def heat(self, element: Element) -> str:
        """The classes that colour an element by what is felt at it."""
        by = self._link.heat
        if not by:
            return ""
        if by == heats.EVERY:
            return heats.switchable(self.chain, element.id)
        for entry in heats.entries(self.chain, by):
            self.explain(entry)
        return heats.fixed(self.chain, element.id, by)

    def url(self, element: Element) -> str:
        """Where the element's page is; empty where it has none."""
        return self._link(element) or ""

    def list_address(self, kind: Kind, title: str) -> Address:
        """Where all elements of a kind are listed; beside the pointer what they are, and what the card is called."""
        return Address(self._link.list_of(kind) or "", f"{self.said(kind.titles)} · {title}")

    def key_of(self, element: Element | None) -> str:
        """The element's id where authors are to read it in its box, else nothing."""
        return element.id if element is not None and self._link.ids else ""

    def address(self, element: Element, facts: Sequence[str] = ()) -> Address:
        """The element's page, and its full title and id, with more facts, to be told beside the pointer."""
        self.elements += 1
        said = [f"{self.said(element.KIND.title)} {element.id}", self.said(element.title), *facts]
        here = finding_marks.told(list(finding_marks.marks_of(self.chain, element)), self.language)
        return Address(self.url(element), " · ".join([*said, here] if here else said))

    def mark(self, element: Element, *signs: str) -> str:
        """The marks of the findings at an element, and how many there are of each type, behind other `signs`."""
        counts = finding_marks.counted(list(finding_marks.marks_of(self.chain, element)))
        for type in counts:
            self.explain(legend.FINDINGS[type])
        marks = (f"{finding_marks.MARKS[type]}{count}" for type, count in counts.items())
        return " ".join(part for part in (*signs, *marks) if part)

    def node(
        self,
        key: str,
        label: Label,
        classes: str,
        within: str | None = None,
        shape: str = "none",
        style: str = "",
        at: Point | None = None,
        address: Address = NOWHERE,
    ) -> str:
        """A node with a label of `card`; returns `key`."""
        name = self._names[key] = f"n{len(self._names) + 1}"
        self._content[within].append(Node(name, label, classes, shape, style, at, address))
        return key

    def more(
        self,
        key: str,
        count: int,
        of: Text,
        within: str | None = None,
        max_width: float = card.MAX_WIDTH,
        at: Point | None = None,
    ) -> str:
        """A node that stands for `count` elements which are not shown one by one."""
        label = card.card(self.said(card.more(count, of)), max_width=max_width)
        return self.node(key, label, "more", within, "box", "rounded,filled", at)

    def frame(
        self,
        key: str,
        label: Label,
        classes: str,
        element: Element | None = None,
        style: str = "",
        margin: int = 12,
        box: Box | None = None,
    ) -> str:
        """A frame with a heading, to put nodes within; with an element it leads to the element's page."""
        name = self._names[f"frame {key}"] = f"cluster_{len(self._names) + 1}"
        address = self.address(element) if element is not None else NOWHERE
        self._frames[key] = Frame(name, label, classes, (), style, margin, box, address)
        self._content[key] = []
        self._content[None].append(key)
        return key

    def edge(
        self,
        source: str,
        target: str,
        classes: str = "",
        label: Label | None = None,
        says: Text | None = None,
        heads: Heads = Heads.LAST,
        curve: Curve | None = None,
        label_at: Point | None = None,
    ) -> None:
        """An arrow; `says` explains it in the legend."""
        if says is not None:
            self.explain(Entry("edge", classes, says))
        ends = self._names[source], self._names[target]
        self._content[None].append(Edge(*ends, classes, label, heads, curve, label_at))

    def before(self, source: str, target: str, weight: int | None = None) -> None:
        """One node stands before another, and nothing is seen of it."""
        self._content[None].append(Before(self._names[source], self._names[target], weight))

    def same_rank(self, keys: Iterable[str]) -> None:
        """Nodes that stand in one row (or column)."""
        self._content[None].append(SameRank(tuple(self._names[key] for key in keys)))

    def explain(self, entry: Entry) -> None:
        """Something that occurs in the picture and goes into its legend."""
        self._legend.setdefault(entry)

    def explain_all_of(self, other: "Canvas") -> None:
        """Take over the legend of another picture, which then has none of its own."""
        for entry in other._legend:
            self._legend.setdefault(entry)

    def scene(self, *, has_legend: bool = True) -> Scene:
        """The picture, finished."""
        label = legend.label(self._legend if has_legend else (), self.language)
        content = self._finished(None)
        return Scene(
            self._name, self._title, self.language, self._ranks, content, label, self.elements, self._nodes_first
        )

    def _finished(self, key: str | None) -> tuple[Part, ...]:
        return tuple(
            replace(self._frames[part], content=self._finished(part)) if isinstance(part, str) else part
            for part in self._content[key]
        )
