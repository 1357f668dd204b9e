"""What the model holds of the first three of five actions: needs, targets with the design, choices."""

from collections.abc import Iterator, Sequence
from typing import Final

from sevenstep.analysis.analyse import analysis_of
from sevenstep.chain.argument import top_goal
from sevenstep.chain.graph import Chain
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.looks.card import Card
from sevenstep.diagrams.pictures.action_boxes import MOST, WIDTH, folded_cards, in_a_box, listed, plain, tally
from sevenstep.language import Text, many
from sevenstep.model.choices import NeedSide, Priority
from sevenstep.model.element import Element
from sevenstep.model.frames.decision import Decision
from sevenstep.model.frames.pools import Need
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_architecture import Function
from sevenstep.model.step4_paths import Path
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow

_DESIGN: Final[tuple[type[Element], ...]] = (Indicator, Function, Path, Scenario, Item, Flow)
_DESIGNED: Final = Text(zh="七个步骤的设计", en="Design in seven steps")
_NO_SIDE: Final = Text(zh="没有写明来源", en="Of no stated side")
_UNDECIDED: Final = Text(zh="尚未选定", en="not chosen yet")


def need_cards(canvas: Canvas) -> list[Card]:
    """Needs by the side that they come from."""
    needs = list(canvas.chain.engagement.of(Need))
    sides: list[tuple[str, Text, list[Need]]] = [
        (str(side), side.label, [need for need in needs if need.side is side]) for side in NeedSide
    ]
    sides.append(("none", _NO_SIDE, [need for need in needs if need.side is None]))
    return [
        listed(canvas, f"needs {key}", title, inside, [_musts(inside)], Need) for key, title, inside in sides if inside
    ]


def _musts(needs: Sequence[Need]) -> Text:
    must = sum(need.priority is Priority.MUST for need in needs)
    zh, en = f"{len(needs)} 项", many(len(needs), "need")
    return Text(zh=f"{zh}，{must} 项必须满足", en=f"{en}, {must} must be met") if must else Text(zh=zh, en=en)


def target_cards(canvas: Canvas) -> list[Card]:
    """The goals at the top, or the parts of the one that stands there; then how far the design unfolds them."""
    chain = canvas.chain
    roots = [goal for goal in chain.engagement.of(Goal) if top_goal(chain, goal.id) == goal.id]
    parts = _below(chain, roots[0]) if len(roots) == 1 else []
    cards = folded_cards(canvas, parts or roots, Goal, lambda goal: _of_goal(chain, goal))
    counted = [(kind, count) for kind in _DESIGN if (count := chain.engagement.count(kind))]
    if counted:
        lines = [tally(kind, count) for kind, count in counted]
        cards.append(plain(canvas, "design", _DESIGNED, lines, counted[0][0]))
    return cards


def _below(chain: Chain, goal: Goal) -> list[Goal]:
    return [one for one in chain.holders(goal.id, "parent") if isinstance(one, Goal)]


def _of_goal(chain: Chain, goal: Goal) -> Iterator[Text]:
    if goal.horizon:
        yield Text(zh=f"期限 {goal.horizon}", en=f"by {goal.horizon}")
    tree, waiting = {goal.id: goal}, [goal]
    while waiting:
        for part in _below(chain, waiting.pop()):
            if part.id not in tree:
                tree[part.id] = part
                waiting.append(part)
    measured = {one.id for key in tree for one in chain.holders(key, "measures")}
    parts = len(tree) - 1
    zh, en = [f"{len(measured)} 个指标"], [many(len(measured), "indicator")]
    if parts:
        zh.insert(0, f"{parts} 个分目标")
        en.insert(0, many(parts, "sub-goal"))
    yield Text(zh="，".join(zh), en=", ".join(en))


def choice_cards(canvas: Canvas) -> list[Card]:
    """Each decision with what is chosen of how many options, and by how many criteria."""
    level = folded(list(canvas.chain.engagement.of(Decision)), MOST)
    cards = [in_a_box(canvas, one, _of_choice(canvas, one)) for one in level.shown]
    if level.hidden:
        cards.append(canvas.more_card("more decision", level.hidden, Decision.KIND.titles, WIDTH))
    return cards


def _of_choice(canvas: Canvas, decision: Decision) -> Iterator[Text]:
    result = analysis_of(canvas.chain).decisions.get(decision.id)
    if result is None or result.chosen not in decision.options:
        yield _UNDECIDED
    else:
        yield decision.options[result.chosen].title.inserted_into(zh="选定：{}", en="chosen: {}")
        if (place := result.chosen_place) is not None:
            english = "first by all criteria" if place == 1 else f"place {place} by all criteria"
            yield Text(zh=f"综合评分排第 {place}", en=english)
    options, criteria = len(decision.options), len(decision.criteria)
    zh, en = (
        f"{options} 个方案，{criteria} 条准则",
        f"{many(options, 'option')}, {many(criteria, 'criterion', 'criteria')}",
    )
    if result is not None and result.out:
        zh, en = f"{zh}，{len(result.out)} 个出局", f"{en}, {len(result.out)} out"
    yield Text(zh=zh, en=en)
