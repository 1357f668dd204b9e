"""Goals form a tree whose parts add up, are due in time, and answer what hurts today."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from sevenstep.chain.cycles import cycles, told
from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.dates import days_of
from sevenstep.model.step1_goals import Goal
from sevenstep.rules.rule import Breach, rule
from sevenstep.rules.titles import unquoted


@rule(
    "S101",
    "goal-cycle",
    Severity.ERROR,
    title=Text(zh="战略目标是一棵树", en="Goals form a tree"),
    reason=Text(
        zh="互为上级的目标没有顶点，往上追不到头。",
        en="Goals that stand above one another have no top: the way up never ends.",
    ),
    bad="""
    goals:
      G1: {title: Faster clearance, parent: G2}
      G2: {title: At the port, parent: G1}
    """,
    good="""
    goals:
      G1: {title: Faster clearance}
      G2: {title: At the port, parent: G1}
    """,
)
def goal_cycle(chain: Chain) -> Iterator[Breach]:
    for around in cycles(chain, "parent"):
        way = told(around, unquoted)
        yield Breach(
            around[0].source,
            Text(zh=f"目标互为上级：{way}", en=f"Goals stand above one another: {way}"),
            Text(zh="去掉其中一个 parent", en="Take one of these parents out"),
            around[0].path,
        )


@rule(
    "S102",
    "goal-without-horizon",
    Severity.WARNING,
    title=Text(zh="目标要有期限", en="A goal has a horizon"),
    reason=Text(
        zh="没有期限的目标永远不会到期，也就永远不会落空。",
        en="A goal without a date is never due, and so can never be missed.",
    ),
    bad="""
    goals:
      G1: {title: Faster clearance}
    """,
    good="""
    goals:
      G1: {title: Faster clearance, horizon: 2027}
      G1.1: {title: Faster inspection, parent: G1}
    """,
)
def goal_without_horizon(chain: Chain) -> Iterator[Breach]:
    goals = tree(chain, "parent")
    for goal in _tops(chain):
        if goal.horizon is not None:
            continue
        due = [day for one in goals.below(goal.id) if (day := _horizon(chain, one)) is not None]
        if due:
            last = max(due, key=_end)
            remedy = Text(
                zh=f"写上 horizon: 年份；最晚的分目标到 {last}",
                en=f"Add horizon: and the year; the last of its sub-goals is due {last}",
            )
        else:
            remedy = Text(zh="写上年份，如 horizon: 2027", en="Add the year, as in horizon: 2027")
        yield Breach(goal.id, Text(zh=f"目标“{goal.id}”没有期限", en=f"Goal “{goal.id}” has no horizon"), remedy)


@rule(
    "S103",
    "goal-without-challenge",
    Severity.WARNING,
    title=Text(zh="目标要回应痛点", en="A goal answers a challenge"),
    reason=Text(
        zh="不回应任何痛点的目标，客户不会觉得疼，也就不会动。",
        en="A goal that answers nothing that hurts today is a goal that nobody will act on.",
    ),
    bad="""
    challenges:
      C1: {title: Papers are keyed in five times}
    goals:
      G1: {title: Faster clearance}
    """,
    good="""
    challenges:
      C1: {title: Papers are keyed in five times}
    goals:
      G1: {title: Faster clearance}
      G1.1: {title: Key in once, parent: G1, answers: C1}
    """,
)
def goal_without_challenge(chain: Chain) -> Iterator[Breach]:
    if not _is_whole(chain):
        return
    goals = tree(chain, "parent")
    downwards = list(goals.downwards(goal.id for goal in _tops(chain)))
    answering = {goal.id for goal in chain.engagement.of(Goal) if goal.answers}
    answering_below: set[str] = set()
    for key in reversed(downwards):
        if key in answering or key in answering_below:
            answering_below.add(goals.parent.get(key, ""))
    excused = set(answering)
    for key in downwards:
        parent = goals.parent.get(key, "")
        if parent in excused:
            excused.add(key)
        elif key not in excused and key not in answering_below:
            excused.add(key)  # what is said of a goal is not said again of those below it
            yield Breach(
                key,
                Text(zh=f"目标“{key}”没有回应任何痛点", en=f"Goal “{key}” answers no challenge"),
                Text(
                    zh="写上 answers: 痛点编号；痛点还没写的，先写进 challenges:",
                    en="Add answers: and the id of a challenge; describe the challenge under challenges: first",
                ),
            )


MOST_LEVELS: Final = 4
"""Goals deeper than this are tasks."""


@rule(
    "S104",
    "goal-tree-too-deep",
    Severity.WARNING,
    title=Text(zh=f"目标树最多 {MOST_LEVELS} 层", en=f"Goals stand on {MOST_LEVELS} levels at most"),
    reason=Text(
        zh="分得太细的目标其实是任务，应写成场景或事项。",
        en="Goals cut finer than that are tasks: they belong into scenarios and items.",
    ),
    bad="""
    goals:
      G1: {title: Hub of the region}
      G2: {title: Smooth corridor, parent: G1}
      G3: {title: Faster clearance, parent: G2}
      G4: {title: Faster inspection, parent: G3}
      G5: {title: Two more scanners, parent: G4}
    """,
    good="""
    goals:
      G1: {title: Hub of the region}
      G2: {title: Smooth corridor, parent: G1}
    """,
)
def goal_tree_too_deep(chain: Chain) -> Iterator[Breach]:
    goals = tree(chain, "parent")
    levels: dict[str, int] = {}
    for key in goals.downwards(goal.id for goal in _tops(chain)):
        level = levels[key] = levels.get(goals.parent.get(key, ""), 0) + 1
        if level == MOST_LEVELS + 1:
            yield Breach(
                key,
                Text(zh=f"目标“{key}”在第 {level} 层", en=f"Goal “{key}” stands on level {level}"),
                Text(
                    zh="并入上一级目标，或改写成 scenarios: 里的任务场景",
                    en="Merge it into the goal above, or make it a scenario under scenarios:",
                ),
                ("parent",),
            )


@rule(
    "S105",
    "single-sub-goal",
    Severity.WARNING,
    title=Text(zh="分目标至少两个", en="A goal is split into two sub-goals at least"),
    reason=Text(
        zh="只有一个分目标，要么漏了别的，要么两者是一回事。",
        en="Of a single sub-goal either its siblings are missing, or it is the goal itself in other words.",
    ),
    bad="""
    goals:
      G1: {title: Smooth corridor}
      G1.1: {title: Faster clearance, parent: G1}
    """,
    good="""
    goals:
      G1: {title: Smooth corridor}
      G1.1: {title: Faster clearance, parent: G1}
      G1.2: {title: Cheaper haulage, parent: G1}
    """,
)
def single_sub_goal(chain: Chain) -> Iterator[Breach]:
    if not _is_whole(chain):
        return
    goals = tree(chain, "parent")
    for key in goals.downwards(goal.id for goal in _tops(chain)):
        children = goals.children.get(key, ())
        if len(children) == 1:
            yield Breach(
                key,
                Text(
                    zh=f"目标“{key}”只有一个分目标“{children[0]}”",
                    en=f"Goal “{key}” has a single sub-goal, “{children[0]}”",
                ),
                Text(
                    zh=f"补上其余的分目标（parent: {key}），或把两者合并",
                    en=f"Add the sub-goals that are missing (parent: {key}), or merge the two",
                ),
            )


@rule(
    "S106",
    "horizon-after-parent",
    Severity.WARNING,
    title=Text(zh="分目标不晚于上级目标", en="A sub-goal is due no later than its goal"),
    reason=Text(
        zh="上级目标到期时，分目标还没完成，上级目标就不可能达到。",
        en="A goal cannot be reached on time while a part of it is due later.",
    ),
    bad="""
    goals:
      G1: {title: Smooth corridor, horizon: 2027}
      G1.1: {title: Faster clearance, parent: G1, horizon: 2030}
    """,
    good="""
    goals:
      G1: {title: Smooth corridor, horizon: 2027}
      G1.1: {title: Faster clearance, parent: G1, horizon: 2026-06}
    """,
)
def horizon_after_parent(chain: Chain) -> Iterator[Breach]:
    goals = tree(chain, "parent")
    dated_above: dict[str, str] = {}
    for key in goals.downwards(goal.id for goal in _tops(chain)):
        parent = goals.parent.get(key, "")
        above = parent if _horizon(chain, parent) is not None else dated_above.get(parent, "")
        dated_above[key] = above
        own, bound = _horizon(chain, key), _horizon(chain, above)
        if own is not None and bound is not None and _end(own) > _end(bound):
            yield Breach(
                key,
                Text(
                    zh=f"分目标“{key}”到 {own} 才完成，上级目标“{above}”到 {bound} 就要完成",
                    en=f"Sub-goal “{key}” is due {own}, but “{above}” above it is due {bound} already",
                ),
                Text(
                    zh=f"把 {own} 提前到 {bound} 以内，或推迟“{above}”的 horizon",
                    en=f"Move {own} to {bound} or before, or put off the horizon of “{above}”",
                ),
                ("horizon",),
            )


def _tops(chain: Chain) -> Iterator[Goal]:
    """The goals that name no goal above them."""
    return (goal for goal in chain.engagement.of(Goal) if goal.parent is None)


def _is_whole(chain: Chain) -> bool:
    """Whether the tree of goals holds every goal that was written."""
    engagement = chain.engagement
    lost = (*chain.dangling, *chain.mistyped)
    return (
        engagement.complete
        and "goal" not in engagement.broken.values()
        and not any(link.relation.name == "parent" for link in lost)
    )


def _horizon(chain: Chain, goal: str) -> str | None:
    found = chain.elements.get(goal)
    return found.horizon if isinstance(found, Goal) else None


def _end(day: str) -> date:
    days = days_of(day)
    return days[1] if days else date.min


RULES: Final = (
    goal_cycle,
    goal_without_horizon,
    goal_without_challenge,
    goal_tree_too_deep,
    single_sub_goal,
    horizon_after_parent,
)
"""These rules."""
