"""The goal tree: what the client is to become, goal by goal, and the challenges that each goal answers."""

from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import GOAL_TREE
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.columns import Column, arrange, join, ranks
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.scene import Entry, Line, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.model.links import Link as Tie
from sevenstep.model.step1_goals import Challenge, Goal

_GAP: Final = 1.1
_MOST_ROOTS: Final = 16
_MOST_CHILDREN: Final = 8
_MOST_GOALS: Final = 60
_MOST_CHALLENGES: Final = 24
_LOOKS: Final = {"parent": "step1", "answers": "soft"}


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """Challenges, then goals from the roots down, from left to right; large trees keep what is nearest to the roots."""
    canvas = Canvas(chain, GOAL_TREE.name, GOAL_TREE.title, language, link, ranks(_GAP))
    columns = [_challenges(canvas), *_levels(canvas)]
    shown = {key for column in columns for key in column.keys}
    ties = [tie for key in shown for tie in _ties(chain, key) if tie.target in shown]
    ties.sort(key=lambda tie: (tie.relation.name, tie.target, tie.source))
    for tie in ties:
        name = tie.relation.name
        css_classes = f"rel-{name} role-{tie.relation.role} {_LOOKS[name]}"
        join(canvas, tie.target, tie.source, css_classes, says=Entry("edge", _LOOKS[name], tie.relation.forward))
    arrange(canvas, columns)
    return canvas.scene()


def _ties(chain: Chain, key: str) -> list[Tie]:
    return [link for link in chain.outgoing.get(key, ()) if link.relation.name in _LOOKS]


def _challenges(canvas: Canvas) -> Column:
    column = Column(Challenge.KIND.titles)
    challenges = folded(list(canvas.chain.engagement.of(Challenge)), _MOST_CHALLENGES)
    column.keys.extend(canvas.element(challenge, _evidence(canvas, challenge)) for challenge in challenges.shown)
    if challenges.hidden:
        column.keys.append(canvas.more("more challenges", challenges.hidden, Challenge.KIND.titles))
    return column


def _levels(canvas: Canvas) -> list[Column]:
    """The goals level by level."""
    chain = canvas.chain
    roots = folded([goal for goal in chain.engagement.of(Goal) if not chain.targets(goal.id, "parent")], _MOST_ROOTS)
    found = [Column(Goal.KIND.titles, classes="step1")]
    found[0].keys.extend(_goal(canvas, goal) for goal in roots.shown)
    if roots.hidden:
        found[0].keys.append(canvas.more("more goals", roots.hidden, Goal.KIND.titles))
    seen = {goal.id for goal in roots.shown}
    level = roots.shown
    while level:
        found.append(Column())
        level = [child for goal in level for child in _children(canvas, goal, seen, found[-1])]
    return found


def _children(canvas: Canvas, goal: Goal, seen: set[str], column: Column) -> list[Goal]:
    """Put the sub-goals of one goal into a column; where there are too many, a number stands for the rest."""
    inside = [
        child for child in canvas.chain.holders(goal.id, "parent") if isinstance(child, Goal) and child.id not in seen
    ]
    children = folded(inside, min(_MOST_CHILDREN, max(1, _MOST_GOALS - len(seen))))
    seen.update(child.id for child in children.shown)
    column.keys.extend(_goal(canvas, child) for child in children.shown)
    if children.hidden:
        column.keys.append(canvas.more(f"more {goal.id}", children.hidden, Goal.KIND.titles))
    return children.shown


def _goal(canvas: Canvas, goal: Goal) -> str:
    by = Text(zh=f"期限 {goal.horizon}", en=f"by {goal.horizon}")
    return canvas.element(goal, [Line(canvas.said(by))] if goal.horizon else [])


def _evidence(canvas: Canvas, challenge: Challenge) -> list[Line]:
    figures = [evidence.figure for evidence in challenge.evidence if evidence.figure is not None]
    return [Line(" · ".join(figure.shown(canvas.language) for figure in figures[:3]))] if figures else []
