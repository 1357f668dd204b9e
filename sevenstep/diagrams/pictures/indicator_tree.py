"""The indicator tree: each goal with the figures that measure it, from where they stand to where they shall be."""

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import INDICATOR_TREE
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.columns import Column, arrange, join, ranks
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.scene import Entry, Line, Link, Scene
from sevenstep.language import Language
from sevenstep.model.choices import Direction
from sevenstep.model.dates import end_of
from sevenstep.model.links import Link as Tie
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator

_MOST_GOALS = 14
_MOST_INDICATORS = 42
_MAX_WIDTH = 190.0
_GAP = 1.1
_ARROWS = Direction.each(
    {Direction.INCREASE: ("↑", "up"), Direction.DECREASE: ("↓", "down"), Direction.HOLD: ("↔", "hold")}
)


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """Goals at the left, their indicators at the right."""
    canvas = Canvas(chain, INDICATOR_TREE.name, INDICATOR_TREE.title, language, link, ranks(_GAP))
    measured = [goal for goal in chain.engagement.of(Goal) if chain.holders(goal.id, "measures")]
    goals = folded(measured, _MOST_GOALS)
    left = Column(Goal.KIND.titles, classes="step1")
    left.keys.extend(canvas.element(goal) for goal in goals.shown)
    if goals.hidden:
        left.keys.append(canvas.more("more", goals.hidden, Goal.KIND.titles))
    right = Column(Indicator.KIND.titles, classes="step2", max_width=_MAX_WIDTH)
    ties = _indicators(canvas, goals.shown, right)
    for ends, tie in ties.items():
        relation = tie.relation
        css_classes = f"rel-{relation.name} role-{relation.role} step2"
        join(canvas, *ends, css_classes, says=Entry("edge", "step2", relation.forward))
    arrange(canvas, [left, right])
    return canvas.scene()


def _indicators(canvas: Canvas, goals: list[Goal], column: Column) -> dict[tuple[str, str], Tie]:
    """Put the indicators of the goals into a column, of each goal so many that all have a chance to be shown."""
    most = max(3, _MOST_INDICATORS // max(1, len(goals)))
    ties: dict[tuple[str, str], Tie] = {}
    shown: set[str] = set()
    for goal in goals:
        links = [link for link in canvas.chain.incoming[goal.id] if link.relation.name == "measures"]
        level = folded(links, most)
        for link in level.shown:
            ties[goal.id, link.source] = link
            indicator = canvas.chain.elements[link.source]
            if link.source not in shown and isinstance(indicator, Indicator):
                shown.add(link.source)
                column.keys.append(canvas.element(indicator, _figures(canvas, indicator), max_width=_MAX_WIDTH))
        if level.hidden:
            key = f"more {goal.id}"
            column.keys.append(canvas.more(key, level.hidden, Indicator.KIND.titles, max_width=_MAX_WIDTH))
            ties[goal.id, key] = links[0]
    return ties


def _figures(canvas: Canvas, indicator: Indicator) -> list[Line]:
    """Which way it shall go, from the baseline to the last target."""
    arrow, ink = _ARROWS[indicator.direction] if indicator.direction is not None else ("", "note")
    start, targets = indicator.baseline, indicator.whole_targets
    said = [start.value.shown(canvas.language, indicator.unit)] if start is not None and start.value else []
    if targets:
        date = max(targets, key=end_of)
        target = targets[date].known.shown(canvas.language, indicator.unit)
        said.append(f"{target} ({date})")
    words = " → ".join(said) if len(said) > 1 or not targets else f"→ {said[0]}"
    return [Line(f"{arrow} {words or indicator.unit}".strip(), ink)] if arrow or words else []
