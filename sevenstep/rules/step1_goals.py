"""Rules of step 1."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.cycles import cycles
from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.dates import days_of
from sevenstep.model.step1_goals import Challenge, Goal
from sevenstep.rules.rule import Breach, rule


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
        way = " → ".join([link.source for link in around] + [around[0].source])
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
    dated = {goal.id for goal in chain.engagement.of(Goal) if goal.horizon}
    for goal in chain.engagement.of(Goal):
        if goal.horizon or any(above in dated for above in goals.above(goal.id)):
            continue
        below = list(goals.below(goal.id))
        if below and all(one in dated for one in below if not goals.children.get(one)):
            continue
        if goal.id not in goals.parent:
            yield Breach(
                goal.id,
                Text(zh=f"目标“{goal.id}”没有期限", en=f"Goal “{goal.id}” has no horizon"),
                Text(zh="写上 horizon: 年份", en="Add horizon: and the year"),
            )


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
    goals = tree(chain, "parent")
    answering = {goal.id for goal in chain.engagement.of(Goal) if goal.answers}
    served = {above for one in answering for above in goals.above(one)} | answering
    for goal in chain.engagement.of(Goal):
        if goal.id not in served and not any(above in answering for above in goals.above(goal.id)):
            yield Breach(
                goal.id,
                Text(zh=f"目标“{goal.id}”没有回应任何痛点", en=f"Goal “{goal.id}” answers no challenge"),
                Text(
                    zh="写上 answers: 痛点编号；痛点还没写的，先写进 challenges",
                    en="Add answers: and the id of a challenge; describe the challenge first where it is not there yet",
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
    waiting = [(goal.id, 1) for goal in chain.engagement.of(Goal) if goal.id not in goals.parent]
    while waiting:
        here, level = waiting.pop()
        levels[here] = level
        waiting.extend((child, level + 1) for child in goals.children.get(here, ()))
    for key, level in levels.items():
        if level == MOST_LEVELS + 1:
            yield Breach(
                key,
                Text(zh=f"目标“{key}”在第 {level} 层", en=f"Goal “{key}” stands on level {level}"),
                Text(
                    zh="并入上一级目标，或写成场景 (scenarios)",
                    en="Merge it into the goal above, or make it a scenario",
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
    if not chain.engagement.complete or "goal" in chain.engagement.broken.values():
        return
    for key, children in tree(chain, "parent").children.items():
        if len(children) == 1:
            yield Breach(
                key,
                Text(
                    zh=f"目标“{key}”只有一个分目标“{children[0]}”",
                    en=f"Goal “{key}” has a single sub-goal, “{children[0]}”",
                ),
                Text(zh="补上其余的分目标，或把两者合并", en="Add the sub-goals that are missing, or merge the two"),
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
    for goal in chain.engagement.of(Goal):
        parent = chain.elements.get(goal.parent or "")
        if not isinstance(parent, Goal) or goal.horizon is None or parent.horizon is None:
            continue
        own, above = days_of(goal.horizon), days_of(parent.horizon)
        if own and above and own[1] > above[1]:
            yield Breach(
                goal.id,
                Text(
                    zh=f"分目标“{goal.id}”到 {goal.horizon}，晚于上级目标“{parent.id}”的 {parent.horizon}",
                    en=f"Sub-goal “{goal.id}” is due in {goal.horizon}, its goal “{parent.id}” in {parent.horizon}",
                ),
                Text(zh="把其中一个期限改过来", en="Change one of the two horizons"),
                ("horizon",),
            )


@rule(
    "S107",
    "challenge-without-evidence",
    Severity.QUESTION,
    title=Text(zh="痛点要有依据", en="A challenge has evidence"),
    reason=Text(
        zh="没有依据的痛点只是一种说法，别人可以不信。",
        en="Without evidence a challenge is an opinion, and can be waved away.",
    ),
    decision=Text(
        zh="决定这个痛点是否真的值得立目标。",
        en="It decides whether the challenge is worth a goal at all.",
    ),
    bad="""
    challenges:
      C1: {title: Papers are keyed in five times}
    """,
    good="""
    challenges:
      C1: {title: Papers are keyed in five times, evidence: [{what: Fields typed again at each desk, figure: 30%}]}
    """,
)
def challenge_without_evidence(chain: Chain) -> Iterator[Breach]:
    for challenge in chain.engagement.of(Challenge):
        if not challenge.evidence:
            yield Breach(
                challenge.id,
                challenge.title.put(zh="怎么知道“{}”？有没有数字？", en="What shows that “{}”? Are there figures?"),
                Text(zh="写进 evidence", en="Write it under evidence"),
            )


@rule(
    "S108",
    "goal-without-owner",
    Severity.QUESTION,
    title=Text(zh="目标要有负责方", en="A goal has an owner"),
    reason=Text(
        zh="没有负责方的目标，没有人会为它做决定。",
        en="For a goal that nobody owns, nobody decides anything.",
    ),
    decision=Text(
        zh="决定谁来拍板、谁来协调。", en="It decides who has the last word, and who brings the parties together."
    ),
    bad="""
    goals:
      G1: {title: Faster clearance}
    """,
    good="""
    actors:
      port-office: {title: Port office, type: government}
    goals:
      G1: {title: Faster clearance, owner: port-office}
    """,
)
def goal_without_owner(chain: Chain) -> Iterator[Breach]:
    goals = tree(chain, "parent")
    owned = {goal.id for goal in chain.engagement.of(Goal) if goal.owner}
    for goal in chain.engagement.of(Goal):
        if goal.id not in goals.parent and goal.id not in owned:
            yield Breach(
                goal.id,
                goal.title.put(zh="谁对“{}”负责？", en="Who answers for “{}”?"),
                Text(zh="写上 owner: 主体编号", en="Add owner: and the id of an actor"),
            )


@rule(
    "S109",
    "challenge-felt-nowhere",
    Severity.QUESTION,
    title=Text(zh="痛点要说明体现在哪里", en="A challenge says where it is felt"),
    reason=Text(
        zh="不知道疼在哪里，就不知道该改哪一环。",
        en="Where nobody knows where it hurts, nobody knows what to change.",
    ),
    decision=Text(
        zh="决定从哪些业务环节和流程入手。",
        en="It decides with which functions and flows the work begins.",
    ),
    bad="""
    challenges:
      C1: {title: Papers are keyed in five times}
    """,
    good="""
    challenges:
      C1: {title: Papers are keyed in five times, felt_in: [declaration]}
    functions:
      declaration: {title: Declaration}
    """,
)
def challenge_felt_nowhere(chain: Chain) -> Iterator[Breach]:
    for challenge in chain.engagement.of(Challenge):
        if not challenge.felt_in:
            yield Breach(
                challenge.id,
                challenge.title.put(zh="“{}”最明显体现在哪些环节？", en="In which functions is “{}” felt most?"),
                Text(zh="写上 felt_in: 要素编号", en="Add felt_in: and the ids of elements"),
            )


RULES: Final = (
    goal_cycle,
    goal_without_horizon,
    goal_without_challenge,
    goal_tree_too_deep,
    single_sub_goal,
    horizon_after_parent,
    challenge_without_evidence,
    goal_without_owner,
    challenge_felt_nowhere,
)
"""The rules of this step."""
