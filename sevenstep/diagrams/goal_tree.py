"""The goal tree: what the client is to become, goal by goal, and the challenges that each goal answers."""

from sevenstep.chain.graph import Chain
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.card import Line
from sevenstep.diagrams.drawing import Drawing, Link
from sevenstep.diagrams.fold import folded
from sevenstep.language import Language, Text
from sevenstep.model.step1_goals import Challenge, Goal

NAME = "goal-tree"
TITLE = Text(zh="战略目标树", en="Goal tree")
_MOST_CHILDREN = 8
_MOST_GOALS = 70
_MOST_CHALLENGES = 5


def draw(chain: Chain, language: Language, link: Link) -> Drawing:
    """Goals from left to right, roots first; large trees keep the goals nearest to the roots."""
    canvas = Canvas(chain, NAME, TITLE, language, link, rankdir="LR", ranksep="0.75")
    goals = list(chain.engagement.of(Goal))
    roots = [goal for goal in goals if not chain.targets(goal.id, "parent")]
    level = folded(roots, _MOST_CHILDREN * 2)
    for goal in level.shown:
        _goal(canvas, goal)
    if level.hidden:
        canvas.more("more", level.hidden, Goal.KIND.titles)
    waiting = level.shown
    while waiting:
        waiting = [child for goal in waiting for child in _children(canvas, goal)]
    for challenge in folded(list(chain.engagement.of(Challenge)), _MOST_GOALS).shown:
        _answers(canvas, challenge)
    return canvas.drawing()


def _goal(canvas: Canvas, goal: Goal) -> None:
    horizon = [Line(f"{canvas.said(Text(zh='期限', en='by'))} {goal.horizon}")] if goal.horizon else []
    canvas.element(goal, horizon)


def _children(canvas: Canvas, goal: Goal) -> list[Goal]:
    children = [one for one in canvas.chain.holders(goal.id, "parent") if isinstance(one, Goal)]
    room = min(_MOST_CHILDREN, max(0, _MOST_GOALS - canvas.elements))
    level = folded([one for one in children if one.id not in canvas], room)
    for child in level.shown:
        _goal(canvas, child)
        _hang(canvas, goal.id, child.id)
    if level.hidden:
        _hang(canvas, goal.id, canvas.more(f"more {goal.id}", level.hidden, Goal.KIND.titles))
    return level.shown


def _hang(canvas: Canvas, parent: str, child: str) -> None:
    relation = next(one for one in Goal.model_fields["parent"].metadata if hasattr(one, "role"))
    canvas.link(parent, child, relation, "step1")


def _answers(canvas: Canvas, challenge: Challenge) -> None:
    links = [link for link in canvas.chain.incoming.get(challenge.id, ()) if link.relation.name == "answers"]
    canvas.element(challenge, _evidence(canvas, challenge))
    for link in links[:_MOST_CHALLENGES]:
        if link.source in canvas:
            canvas.link(challenge.id, link.source, link.relation, "soft", constraint="true")


def _evidence(canvas: Canvas, challenge: Challenge) -> list[Line]:
    figures = [one.figure for one in challenge.evidence if one.figure is not None]
    return [Line(" · ".join(figure.shown(canvas.language) for figure in figures[:3]))] if figures else []
