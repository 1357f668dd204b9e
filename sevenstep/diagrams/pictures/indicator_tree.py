"""The indicator tree: each goal with the figures that measure it, from where they stand to where they shall be."""

from collections.abc import Sequence
from typing import Final

from sevenstep.analysis.analyse import analysis_of
from sevenstep.analysis.results import StageValue
from sevenstep.analysis.wording import shown_number
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import INDICATOR_TREE
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.layout.shelves import Shelf, arrange
from sevenstep.diagrams.looks.card import Card
from sevenstep.diagrams.scene import Line, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.model.choices import Direction, Stage
from sevenstep.model.dates import end_of
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator

_MOST_GOALS: Final = 24
_MOST_INDICATORS: Final = 60
_GOAL_WIDTH: Final = 160.0
_WIDTH: Final = 236.0
_ACROSS: Final = 2
_ARROWS = Direction.each(
    {Direction.INCREASE: ("↑", "up"), Direction.DECREASE: ("↓", "down"), Direction.HOLD: ("↔", "hold")}
)
_COMPUTED: Final = Text(zh="（算得）", en=" (computed)")
_ALSO: Final = Text(zh="也衡量：{}", en="also measures: {}")


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """A shelf for each goal in the order of the author: the goal, and beside it the indicators that measure it.

    An indicator of several goals stands with the first of them, and names the others.
    """
    canvas = Canvas(chain, INDICATOR_TREE.name, INDICATOR_TREE.title, language, link)
    goals = folded([goal for goal in chain.engagement.of(Goal) if _measuring(chain, goal)], _MOST_GOALS)
    most = max(4, _MOST_INDICATORS // max(1, len(goals.shown)))
    seen: set[str] = set()
    shelves = []
    for goal in goals.shown:
        here = [indicator for indicator in _measuring(chain, goal) if indicator.id not in seen]
        seen.update(indicator.id for indicator in here)
        if here:
            head = canvas.card_of(goal, max_width=_GOAL_WIDTH, key=f"goal {goal.id}")
            shelves.append(Shelf(head, _cards(canvas, goal, here, most)))
    if goals.hidden:
        shelves.append(Shelf(canvas.more_card("more", goals.hidden, Goal.KIND.titles, _GOAL_WIDTH), ()))
    arrange(canvas, shelves, _ACROSS, "rel-measures step2")
    return canvas.scene()


def _measuring(chain: Chain, goal: Goal) -> list[Indicator]:
    return [holder for holder in chain.holders(goal.id, "measures") if isinstance(holder, Indicator)]


def _cards(canvas: Canvas, goal: Goal, indicators: Sequence[Indicator], most: int) -> tuple[Card, ...]:
    level = folded(indicators, most)
    cards = [
        canvas.card_of(indicator, [*figures(canvas, indicator), *_also(canvas, goal, indicator)], _WIDTH)
        for indicator in level.shown
    ]
    if level.hidden:
        cards.append(canvas.more_card(f"more {goal.id}", level.hidden, Indicator.KIND.titles, _WIDTH))
    return tuple(cards)


def _also(canvas: Canvas, goal: Goal, indicator: Indicator) -> list[Line]:
    others = [canvas.said(other.title) for other in canvas.chain.targets(indicator.id, "measures") if other != goal]
    return [Line(canvas.said(_ALSO).format(" · ".join(others)))] if others else []


def figures(canvas: Canvas, indicator: Indicator) -> list[Line]:
    """Which way it shall go, from where it stands to the last target."""
    arrow, ink = _ARROWS[indicator.direction] if indicator.direction is not None else ("", "note")
    said = [start] if (start := _start(canvas, indicator)) else []
    targets = indicator.whole_targets
    if targets:
        date = max(targets, key=end_of)
        target = targets[date].known.shown(canvas.language, indicator.unit)
        said.append(f"{target} ({date})")
    words = " → ".join(said) if len(said) > 1 or not targets else f"→ {said[0]}"
    return [Line(f"{arrow} {words or indicator.unit}".strip(), ink)] if arrow or words else []


def _start(canvas: Canvas, indicator: Indicator) -> str:
    """The stated baseline, or what its formula makes of those of others."""
    stated = indicator.baseline
    if stated is not None and stated.value:
        return stated.value.shown(canvas.language, indicator.unit)
    state = analysis_of(canvas.chain).goal_attainment.indicators.get(indicator.id)
    found: StageValue | None = state.stage_values.get(Stage.BASELINE) if state is not None else None
    if state is None or found is None:
        return ""
    return shown_number(found.value, state.unit, canvas.language) + canvas.said(_COMPUTED)
