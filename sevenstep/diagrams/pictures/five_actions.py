"""The five actions of a plan (五步行动), one below the other, each with what the model holds of it; from the last a
line leads back: what is evaluated sets the next targets."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from sevenstep.chain.five_actions import ACTIONS
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import FIVE_ACTIONS
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Box
from sevenstep.diagrams.layout.column_routes import headed, straight_piece
from sevenstep.diagrams.layout.shelves import Shelf, arrange
from sevenstep.diagrams.layout.spline import rounded
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.looks.card import Card
from sevenstep.diagrams.pictures.action_delivery import build_cards, evaluation_cards
from sevenstep.diagrams.pictures.action_plan import choice_cards, need_cards, target_cards
from sevenstep.diagrams.scene import Heads, Line, Link, Scene
from sevenstep.language import Language, Text, many
from sevenstep.method import stage
from sevenstep.model.element import Element

_ACROSS: Final = 3
_HEAD: Final = 96.0
_ASIDE: Final = 16.0
_TITLES: Final = (
    Text(zh="分析需求", en="Analyse needs"),
    Text(zh="定目标与设计", en="Set targets, design"),
    Text(zh="论证选型", en="Prove the choice"),
    Text(zh="组织建设", en="Build"),
    Text(zh="评价反馈", en="Evaluate"),
)
_CARDS: Final[tuple[Callable[[Canvas], Sequence[Card]], ...]] = (
    need_cards,
    target_cards,
    choice_cards,
    build_cards,
    evaluation_cards,
)
_THEN: Final = Text(zh="下一步行动", en="the next action")
_BACK: Final = Text(zh="评价的结果反馈到下一轮目标", en="results set the next targets")


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """A shelf for each action; what it leads to first stands in its head."""
    canvas = Canvas(chain, FIVE_ACTIONS.name, FIVE_ACTIONS.title, language, link)
    shelves = [Shelf(_head(canvas, at), tuple(cards(canvas))) for at, cards in enumerate(_CARDS)]
    boxes = arrange(canvas, shelves, _ACROSS, "frame")
    keys = [shelf.head.key for shelf in shelves]
    for (start, end), (above, below) in zip(pairwise(keys), pairwise(boxes), strict=True):
        way = straight_piece((above.middle[0], above.bottom), (below.middle[0], below.top))
        canvas.edge(start, end, "frame bold", says=_THEN, curve=headed(way, Heads.LAST))
    canvas.edge(keys[-1], keys[1], "frame soft", says=_BACK, curve=rounded(_way_back(boxes[-1], boxes[1])))
    return canvas.scene()


def _way_back(last: Box, targets: Box) -> list[tuple[float, float]]:
    out = min(last.left, targets.left) - _ASIDE
    start, end = last.middle[1], targets.middle[1]
    return [(last.left, start), (out, start), (out, end), (targets.left, end)]


def _head(canvas: Canvas, at: int) -> Card:
    """Number and name, how many elements of which kind there are, and the way to their list."""
    kinds = [kind for kind in ACTIONS[at] if canvas.chain.engagement.count(kind)]
    label = card.card(
        canvas.said(_TITLES[at]), str(at + 1), notes=[_count(canvas, kind) for kind in kinds], max_width=_HEAD
    )
    first = (kinds or ACTIONS[at])[0].KIND
    key, address = f"action {at}", canvas.list_address(first, canvas.said(_TITLES[at]))
    css_class = f"{stage(first.step).css_class} action"
    return Card(key, label, lambda to: canvas.node(key, label, css_class, None, "box", "rounded,filled", to, address))


def _count(canvas: Canvas, kind: type[Element]) -> Line:
    count, names = canvas.chain.engagement.count(kind), kind.KIND
    english = many(count, names.title.for_language("en").lower())
    return Line(canvas.said(Text(zh=f"{names.title.for_language('zh')} {count}", en=english)))
