"""The goal tree: what the client is to become, goal by goal, what each goal answers, and what all of it rests on."""

from collections.abc import Iterable, Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import GOAL_TREE
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.layout.placed_columns import PlacedColumn, arrange
from sevenstep.diagrams.scene import Entry, Heads, Line, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.model.evidence import Evidence
from sevenstep.model.links import Link as Tie
from sevenstep.model.step1_context import Position, StrategicContext
from sevenstep.model.step1_goals import Challenge, Goal

_MOST_ROOTS: Final = 16
_MOST_CHILDREN: Final = 8
_MOST_GOALS: Final = 60
_MOST_GROUNDS: Final = 24
_WIDTH: Final = 152.0
_LOOKS: Final = {"parent": "step1", "answers": "soft", "takes-up": "step1 bold", "aligns-with": "dotted"}
_GROUNDS: Final = Text(zh="定位与背景", en="Position and context")


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """What goals rest on and answer, then goals from the roots down, all in the order of their author.

    Large trees keep what is nearest to the roots.
    """
    canvas = Canvas(chain, GOAL_TREE.name, GOAL_TREE.title, language, link)
    columns = [_grounds(canvas), _challenges(canvas), *_levels(canvas)]
    shown = {card.key for column in columns for card in column.cards}
    ties = [tie for key in chain.elements if key in shown for tie in _ties(chain, key) if tie.target in shown]
    placed = arrange(canvas, columns, [(tie.target, tie.source) for tie in ties], sorts=False)
    for tie in ties:
        name = tie.relation.name
        css_classes = f"rel-{name} role-{tie.relation.role} {_LOOKS[name]}"
        says = Entry("edge", _LOOKS[name], tie.relation.forward)
        placed.join(tie.target, tie.source, css_classes, Heads.FIRST, says)
    return canvas.scene()


def _ties(chain: Chain, key: str) -> list[Tie]:
    return [link for link in chain.outgoing.get(key, ()) if link.relation.name in _LOOKS]


def _grounds(canvas: Canvas) -> PlacedColumn:
    """The position, and the context that goals align with."""
    engagement = canvas.chain.engagement
    column = PlacedColumn(_GROUNDS, classes="step1")
    every = [*engagement.of(Position), *engagement.of(StrategicContext)]
    level = folded(every, _MOST_GROUNDS)
    column.cards.extend(canvas.card_of(element, (), _WIDTH) for element in level.shown)
    if level.hidden:
        column.cards.append(canvas.more_card("more grounds", level.hidden, StrategicContext.KIND.titles, _WIDTH))
    return column


def _challenges(canvas: Canvas) -> PlacedColumn:
    column = PlacedColumn(Challenge.KIND.titles)
    challenges = folded(list(canvas.chain.engagement.of(Challenge)), _MOST_GROUNDS)
    column.cards.extend(
        canvas.card_of(challenge, list(_evidence(canvas, challenge.evidence)), _WIDTH) for challenge in challenges.shown
    )
    if challenges.hidden:
        column.cards.append(canvas.more_card("more challenges", challenges.hidden, Challenge.KIND.titles, _WIDTH))
    return column


def _evidence(canvas: Canvas, evidence: Iterable[Evidence]) -> Iterator[Line]:
    """Up to two figures with what they count."""
    told = [one for one in evidence if one.figure is not None]
    for one in told[:2]:
        figure = one.figure.shown(canvas.language) if one.figure is not None else ""
        yield Line(f"{figure} · {canvas.said(one.what)}")


def _levels(canvas: Canvas) -> list[PlacedColumn]:
    """The goals level by level, children in the order of their author below their parents."""
    chain = canvas.chain
    roots = folded([goal for goal in chain.engagement.of(Goal) if not chain.targets(goal.id, "parent")], _MOST_ROOTS)
    found = [PlacedColumn(Goal.KIND.titles, classes="step1")]
    found[0].cards.extend(canvas.card_of(goal, _by(canvas, goal), _WIDTH) for goal in roots.shown)
    if roots.hidden:
        found[0].cards.append(canvas.more_card("more goals", roots.hidden, Goal.KIND.titles, _WIDTH))
    seen = {goal.id for goal in roots.shown}
    level = roots.shown
    while level:
        found.append(PlacedColumn())
        level = [child for goal in level for child in _children(canvas, goal, seen, found[-1])]
    return found


def _children(canvas: Canvas, goal: Goal, seen: set[str], column: PlacedColumn) -> list[Goal]:
    """Put the sub-goals of one goal into a column; where there are too many, a number stands for the rest."""
    inside = [
        child for child in canvas.chain.holders(goal.id, "parent") if isinstance(child, Goal) and child.id not in seen
    ]
    children = folded(inside, min(_MOST_CHILDREN, max(1, _MOST_GOALS - len(seen))))
    seen.update(child.id for child in children.shown)
    column.cards.extend(canvas.card_of(child, _by(canvas, child), _WIDTH) for child in children.shown)
    if children.hidden:
        column.cards.append(canvas.more_card(f"more {goal.id}", children.hidden, Goal.KIND.titles, _WIDTH))
    return children.shown


def _by(canvas: Canvas, goal: Goal) -> list[Line]:
    by = Text(zh=f"期限 {goal.horizon}", en=f"by {goal.horizon}")
    return [Line(canvas.said(by))] if goal.horizon else []
