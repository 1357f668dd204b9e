"""The argument of the engagement in one picture: from what is assessed to who brings it about, and with what.

Columns from left to right: domains (the factors of a method that has any), assessments, challenges, goals, projects by
phase, and what projects take: needs they answer, resources, money. A model without assessments begins with what hurts.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from sevenstep.chain.argument import argument
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import ARGUMENT
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.layout.placed_columns import PlacedColumn, arrange
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.looks.card import Card
from sevenstep.diagrams.scene import Entry, Heads, Line, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.method import PROGRAMME, stage
from sevenstep.model.element import Element
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.phase import Phase
from sevenstep.model.frames.pools import Fund, Need, Pool
from sevenstep.model.frames.project import Project
from sevenstep.model.step1_goals import Challenge, Goal
from sevenstep.model.step3_architecture import Domain

_WIDTH: Final = 104.0
_PAGE: Final = 980.0
_MOST: Final = 12
_MOST_TITLES: Final = 6
_BOLD: Final = 3
_COLUMNS: Final[tuple[type[Element], ...]] = (Domain, Assessment, Challenge, Goal)
_TAKEN: Final[tuple[type[Element], ...]] = (Need, Pool, Fund)
_LEADS: Final = Text(zh="由此而来；粗线表示超过三处", en="leads to; bold for more than three ties")
_TAKES: Final = Text(zh="项目所用", en="What projects take")


@dataclass(slots=True)
class _Drawing:
    """The columns, and which card stands for each element."""

    canvas: Canvas
    columns: list[PlacedColumn] = field(default_factory=list)
    stands_for: dict[str, str] = field(default_factory=dict)

    def put(self, column: PlacedColumn, drawn: Card, elements: Iterable[str]) -> None:
        column.cards.append(drawn)
        self.stands_for.update(dict.fromkeys(elements, drawn.key))


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """Cards in columns, joined where the model ties them; many of one kind are folded into a number."""
    canvas = Canvas(chain, ARGUMENT.name, ARGUMENT.title, language, link)
    drawing = _Drawing(canvas)
    tied = {one for tie in argument(chain) for one in tie}
    for kind in _COLUMNS:
        _elements(drawing, kind, [one for one in chain.engagement.of(kind) if one.id in tied])
    _projects(drawing)
    _taken(drawing, tied)
    ties = Counter(
        (drawing.stands_for[before], drawing.stands_for[after])
        for before, after in sorted(argument(chain))
        if before in drawing.stands_for and after in drawing.stands_for
    )
    placed = arrange(canvas, drawing.columns, ties, page=_PAGE)
    for (before, after), count in ties.items():
        bold = " bold" if count > _BOLD else ""
        placed.join(before, after, f"frame{bold}", Heads.LAST, Entry("edge", "frame", _LEADS))
    return canvas.scene()


def _elements(drawing: _Drawing, kind: type[Element], every: Sequence[Element]) -> None:
    column = PlacedColumn(kind.KIND.titles, classes=stage(kind.KIND.step).css_class)
    level = folded(every, _MOST)
    for element in level.shown:
        drawing.put(column, drawing.canvas.card_of(element, _notes(drawing.canvas, element), _WIDTH), [element.id])
    if level.hidden:
        rest = [one.id for one in every[len(level.shown) :]]
        more = drawing.canvas.more_card(f"more {kind.KIND.name}", level.hidden, kind.KIND.titles, _WIDTH)
        drawing.put(column, more, rest)
    drawing.columns.append(column)


def _notes(canvas: Canvas, element: Element) -> list[Line]:
    if isinstance(element, Assessment) and element.peers:
        count = len(element.peers)
        return [Line(canvas.said(Text(zh=f"{count} 个对标对象", en=f"against {count} peer{'s' * (count != 1)}")))]
    if isinstance(element, Goal) and element.horizon:
        return [Line(canvas.said(Text(zh=f"期限 {element.horizon}", en=f"by {element.horizon}")))]
    return []


def _projects(drawing: _Drawing) -> None:
    """Phases with the titles of their projects; a project of no phase stands for itself."""
    canvas, chain = drawing.canvas, drawing.canvas.chain
    column = PlacedColumn(Project.KIND.titles, classes=PROGRAMME.css_class)
    for phase in chain.engagement.of(Phase):
        inside = [one for one in chain.holders(phase.id, "in-phase") if isinstance(one, Project)]
        if not inside:
            continue
        level = folded(inside, _MOST_TITLES)
        lines = [Line(f"· {canvas.said(project.title)}") for project in level.shown]
        if level.hidden:
            lines.append(Line(canvas.said(card.more(level.hidden, Project.KIND.titles))))
        drawing.put(column, canvas.card_of(phase, lines, _WIDTH + 30), [one.id for one in inside])
    drawing.columns.append(column)
    alone = [one for one in chain.engagement.of(Project) if one.id not in drawing.stands_for]
    level_alone = folded(alone, _MOST)
    for project in level_alone.shown:
        drawing.put(column, canvas.card_of(project, (), _WIDTH + 30), [project.id])
    if level_alone.hidden:
        rest = [one.id for one in alone[len(level_alone.shown) :]]
        drawing.put(column, canvas.more_card("more project", level_alone.hidden, Project.KIND.titles, _WIDTH), rest)


def _taken(drawing: _Drawing, tied: set[str]) -> None:
    """Needs, resources and money: a card for each kind, with their titles."""
    canvas = drawing.canvas
    column = PlacedColumn(_TAKES, classes=PROGRAMME.css_class)
    for kind in _TAKEN:
        every = [one for one in canvas.chain.engagement.of(kind) if one.id in tied]
        if not every:
            continue
        level = folded(every, _MOST_TITLES)
        lines = [Line(f"· {canvas.said(one.title)}") for one in level.shown]
        if level.hidden:
            lines.append(Line(canvas.said(card.more(level.hidden, kind.KIND.titles))))
        drawing.put(column, _plain(canvas, f"all {kind.KIND.name}", kind.KIND.titles, lines), [one.id for one in every])
    drawing.columns.append(column)


def _plain(canvas: Canvas, key: str, title: Text, lines: Sequence[Line]) -> Card:
    label = card.card(canvas.said(title), notes=lines, max_width=_WIDTH)
    return Card(key, label, lambda at: canvas.node(key, label, "frame", None, "box", "rounded,filled", at))
