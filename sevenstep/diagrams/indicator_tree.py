"""The indicator tree: each goal with the figures that measure it, from where they stand to where they shall be."""

from sevenstep.chain.graph import Chain
from sevenstep.diagrams.canvas import LEVEL, Canvas
from sevenstep.diagrams.card import Line
from sevenstep.diagrams.drawing import Drawing, Link
from sevenstep.diagrams.fold import folded
from sevenstep.language import Language, Text
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator

NAME = "indicator-tree"
TITLE = Text(zh="指标树", en="Indicator tree")
_MOST_GOALS = 24
_MOST_INDICATORS = 60
_ROOM = 190.0
_ARROWS = {"increase": ("↑", "up"), "decrease": ("↓", "down"), "hold": ("↔", "hold")}


def draw(chain: Chain, language: Language, link: Link) -> Drawing:
    """Goals at the left, their indicators at the right."""
    canvas = Canvas(chain, NAME, TITLE, language, link, rankdir="LR", ranksep="1.1", nodesep="0.16")
    measured = [goal for goal in chain.engagement.of(Goal) if chain.holders(goal.id, "measures")]
    goals = folded(measured, _MOST_GOALS)
    room = max(3, _MOST_INDICATORS // max(1, len(goals.shown)))
    for goal in goals.shown:
        canvas.element(goal)
    for goal in goals.shown:
        _indicators(canvas, goal, room)
    if goals.hidden:
        canvas.more("more", goals.hidden, Goal.KIND.titles)
    return canvas.drawing()


def _indicators(canvas: Canvas, goal: Goal, room: int) -> None:
    links = [link for link in canvas.chain.incoming[goal.id] if link.relation.name == "measures"]
    level = folded(links, room)
    for link in level.shown:
        indicator = canvas.chain.elements[link.source]
        if link.source not in canvas and isinstance(indicator, Indicator):
            canvas.element(indicator, _figures(canvas, indicator), room=_ROOM, lines=2)
        canvas.link(goal.id, link.source, link.relation, "step2")
    if level.hidden:
        key = canvas.more(f"more {goal.id}", level.hidden, Indicator.KIND.titles, room=_ROOM)
        canvas.edge(goal.id, key, "step2", dir="none", **LEVEL)


def _figures(canvas: Canvas, indicator: Indicator) -> list[Line]:
    """Which way it shall go, from the baseline to the last target."""
    arrow, ink = _ARROWS.get(indicator.direction or "", ("", "note"))
    said = [indicator.baseline.value.shown(canvas.language, indicator.unit)] if indicator.baseline else []
    if indicator.targets:
        date = max(indicator.targets)
        target = indicator.targets[date].value.shown(canvas.language, indicator.unit)
        said.append(f"{target} ({date})")
    words = " → ".join(said) if len(said) > 1 or not indicator.targets else f"→ {said[0]}"
    return [Line(f"{arrow} {words or indicator.unit}".strip(), ink)] if arrow or words else []
