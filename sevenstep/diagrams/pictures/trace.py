"""The trace of one element: all it serves up to the goals, and all that serves it down to the data, step by step."""

from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import TRACE
from sevenstep.chain.trace import Trace, trace
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.layout.placed_columns import PAGE, PlacedColumn, arrange, step_column
from sevenstep.diagrams.looks.card import Card
from sevenstep.diagrams.scene import Entry, Heads, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.memory import per_process
from sevenstep.method import stage
from sevenstep.model.element import Element
from sevenstep.model.kind import Where
from sevenstep.model.kinds import KINDS
from sevenstep.model.links import Link as Tie
from sevenstep.model.links import needs_justification, relations
from sevenstep.model.relation import Role

_MOST: Final = 6
_WIDTHS: Final = (80.0, 150.0)
"""How wide the text of a card is, at least and at most."""
_BETWEEN: Final = 46.0
_NEAR: Final = 2
"""Over how many columns a tie may run."""


def draw(chain: Chain, element: Element, language: Language, link: Link) -> Scene:
    """Columns by step; of each kind at most six elements, the nearest first, and a number for the rest."""
    title = Text(zh=f"溯源：{element.title.for_language('zh')}", en=f"Trace of {element.title.for_language('en')}")
    canvas = Canvas(chain, TRACE.name(element), title, language, link)
    found = trace(chain, element.id)
    columns, shown = _columns(canvas, element, found)
    ties = _ties(element, found, columns, shown)
    placed = arrange(canvas, columns, ties)
    for (upper, lower), tie in ties.items():
        step = stage(chain.elements[tie.source].KIND.step).css_class
        up = tie.relation.up
        css_classes = f"rel-{tie.relation.name} {step}{'' if up else ' soft'}"
        says = Entry("edge", "", _UP) if up else Entry("edge", "soft", _DOWN)
        placed.join(upper, lower, css_classes, Heads.FIRST if up else Heads.LAST, says)
    return canvas.scene()


_UP: Final = Text(zh="服务于、属于", en="serves, is part of")
_DOWN: Final = Text(zh="用到", en="works with")


def _columns(canvas: Canvas, element: Element, found: Trace) -> tuple[list[PlacedColumn], dict[str, str]]:
    """The columns, and by which card each element of the trace is shown."""
    distances = {element.id: 0, **found.above, **found.below}
    by_kind: dict[str, list[Element]] = {}
    for key in sorted(distances, key=lambda reached: distances[reached]):
        member = canvas.chain.elements[key]
        if member.KIND.is_shown(Where.TRACE) or member is element:
            by_kind.setdefault(member.KIND.name, []).append(member)
    shown: dict[str, str] = {}
    columns: list[PlacedColumn] = []
    steps: set[int] = set()
    used = {place: kinds for place, kinds in _kinds_by_column().items() if by_kind.keys() & set(kinds)}
    room = min(_WIDTHS[1], max(_WIDTHS[0], PAGE / max(1, len(used)) - _BETWEEN))
    for (step, _), kinds in used.items():
        column = step_column(step, titled=step not in steps)
        steps.add(step)
        for kind in kinds:
            column.cards.extend(_cards(canvas, element, by_kind.get(kind, []), shown, room))
        columns.append(column)
    return columns, shown


@per_process
def _kinds_by_column() -> dict[tuple[int, int], list[str]]:
    """The kinds in each column, by step and tier, from the goals down to the data.

    Those that serve the step above come first, then those that work with others of their column.
    """
    columns: dict[tuple[int, int], list[str]] = {}
    for name, cls in KINDS.items():
        columns.setdefault((cls.KIND.step, cls.KIND.tier), []).append(name)
    for kinds in columns.values():
        leading = {
            name
            for name in kinds
            if any(relation.down and set(relation.to) & set(kinds) for relation in relations(name))
        }
        kinds.sort(key=lambda name: (not needs_justification(name), name not in leading))
    return dict(sorted(columns.items()))


def _cards(canvas: Canvas, centre: Element, members: list[Element], shown: dict[str, str], room: float) -> list[Card]:
    """The cards of one kind; `shown` learns by which card each element is shown."""
    level = folded(members, _MOST)
    shown |= {member.id: member.id for member in level.shown}
    cards = [
        canvas.card_of(member, max_width=room, classes="strong" if member is centre else "") for member in level.shown
    ]
    if level.hidden:
        key = f"more {members[0].KIND.name}"
        shown |= dict.fromkeys((member.id for member in members[len(level.shown) :]), key)
        cards.append(canvas.more_card(key, level.hidden, members[0].KIND.titles, room))
    return cards


def _ties(
    element: Element, found: Trace, columns: list[PlacedColumn], shown: dict[str, str]
) -> dict[tuple[str, str], Tie]:
    """One tie for each pair of cards, from the upper to the lower; far jumps only where they touch the element."""
    place = {key: number for number, column in enumerate(columns) for key in (card.key for card in column.cards)}
    ties: dict[tuple[str, str], Tie] = {}
    for tie in found.links:
        upper = tie.upper_end or ""
        lower = tie.other_end(upper)
        ends = (shown.get(upper, ""), shown.get(lower, ""))
        if not all(ends) or ends[0] == ends[1]:
            continue
        jump = abs(place[ends[0]] - place[ends[1]])
        near = 1 <= jump <= _NEAR or (jump == 0 and tie.relation.role is Role.PART_OF)
        if near or element.id in ends:
            ties.setdefault(ends, tie)
    return ties
