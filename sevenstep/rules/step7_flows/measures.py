"""Rules of step 7: what measures say that they change."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Activity, Change, Event, Flow, Gateway, Measure, Node
from sevenstep.model.suggest import did_you_mean
from sevenstep.rules.rule import Breach, rule

_SLACK: Final = 0.011


@rule(
    "S760",
    "change-in-the-design",
    Severity.ERROR,
    title=Text(zh="举措改变的是现状流程", en="A measure changes steps of an as-is flow"),
    reason=Text(
        zh="效果是从现状一步步算到目标的；目标流程里已经有了举措，再改一次就算重了。",
        en="Effects are computed from the flow as is; the to-be flow holds the measure already: it would count twice.",
    ),
    bad="""
    flows:
      gate-asis: {title: "Gate, as is", variant: as-is, steps: {queue: {title: Queue}}}
      gate-tobe: {title: "Gate, to be", variant: to-be, steps: {queue: {title: Queue}}}
    measures:
      slots: {title: Slots, shapes: gate-tobe, changes: {gate-tobe/queue: {wait: 30min}}}
    """,
    good="""
    flows:
      gate-asis: {title: "Gate, as is", variant: as-is, steps: {queue: {title: Queue}}}
      gate-tobe: {title: "Gate, to be", variant: to-be, steps: {queue: {title: Queue}}}
    measures:
      slots: {title: Slots, shapes: gate-tobe, changes: {gate-asis/queue: {wait: 30min}}}
    """,
)
def change_in_the_design(chain: Chain) -> Iterator[Breach]:
    for measure, node, flow, _ in _changes(chain):
        if flow.variant == "to-be":
            yield Breach(
                measure.id,
                Text(
                    zh=f"举措“{measure.id}”改变的“{node.id}”属于目标流程",
                    en=f"Measure “{measure.id}” changes “{node.id}”, a step of a to-be flow",
                ),
                Text(
                    zh="改成现状流程里的步骤，目标流程写在 shapes 里",
                    en="Name a step of the as-is flow; the to-be flow stands under shapes",
                ),
                ("changes", node.id),
                on_key=True,
            )


@rule(
    "S761",
    "change-that-cannot-be",
    Severity.ERROR,
    title=Text(zh="改变要适合那一步", en="A change fits the step that it changes"),
    reason=Text(
        zh="网关没有时间和成本，作业没有分支概率，取消了的步骤什么都不剩；写错的改变不会被计算。",
        en="Gateways have neither time nor cost, activities no chances, and of a dropped step nothing is left: such a "
        "change is not counted.",
    ),
    bad="""
    flows:
      gate-asis:
        title: Gate, as is
        variant: as-is
        steps:
          queue: {title: Queue, wait: 2h}
    measures:
      slots: {title: Slots, changes: {gate-asis/queue: {drop: true, wait: 30min}}}
    """,
    good="""
    flows:
      gate-asis:
        title: Gate, as is
        variant: as-is
        steps:
          queue: {title: Queue, wait: 2h}
    measures:
      slots: {title: Slots, changes: {gate-asis/queue: {wait: 30min}}}
    """,
)
def change_that_cannot_be(chain: Chain) -> Iterator[Breach]:
    for measure, node, _, change in _changes(chain):
        if (wrong := _misfit(node, change)) is not None:
            yield Breach(
                measure.id,
                Text(
                    zh=f"举措“{measure.id}”对“{node.id}”的改变不成立：{wrong.in_('zh')}",
                    en=f"Measure “{measure.id}” cannot change “{node.id}” so: {wrong.in_('en')}",
                ),
                Text(zh="去掉不适合的部分", en="Take out what does not fit"),
                ("changes", node.id),
            )


@rule(
    "S762",
    "changed-chances",
    Severity.ERROR,
    title=Text(zh="改变后的概率对得上分支", en="Changed chances fit the branches"),
    reason=Text(
        zh="改变后的概率加起来不是 100%，或者写了没有的分支，举措的效果就算不出来。",
        en="Where changed chances do not add up to 100 %, or name a branch that is not there, the effect is unknown.",
    ),
    bad="""
    flows:
      gate-asis:
        title: Gate, as is
        variant: as-is
        steps:
          in: {title: In, type: start}
          check: {title: Check the papers}
          match: {title: "Do they match?", type: exclusive, next: {done: 85%, check: 15%}}
          done: {title: Done, type: end}
    measures:
      slots: {title: Slots, changes: {gate-asis/match: {chances: {done: 95%}}}}
    """,
    good="""
    flows:
      gate-asis:
        title: Gate, as is
        variant: as-is
        steps:
          in: {title: In, type: start}
          check: {title: Check the papers}
          match: {title: "Do they match?", type: exclusive, next: {done: 85%, check: 15%}}
          done: {title: Done, type: end}
    measures:
      slots: {title: Slots, changes: {gate-asis/match: {chances: {done: 95%, check: 5%}}}}
    """,
)
def changed_chances(chain: Chain) -> Iterator[Breach]:
    for measure, node, _, change in _changes(chain):
        branches = node.next or {}
        here = ("changes", node.id, "chances")
        for strange in (target for target in change.chances if branches and target not in branches):
            yield Breach(
                measure.id,
                Text(
                    zh=f"“{node.id}”后面没有分支“{strange}”",
                    en=f"“{node.id}” has no branch “{strange}”",
                ),
                did_you_mean(strange, branches)
                or Text(zh=f"分支有：{'、'.join(branches)}", en=f"Its branches are {', '.join(branches)}"),
                (*here, strange),
                on_key=True,
            )
        if not isinstance(node, Gateway) or node.type != "exclusive" or not change.chances.keys() <= branches.keys():
            continue
        after = [change.chances.get(target, branch.chance) for target, branch in branches.items()]
        total = sum(chance for chance in after if chance is not None)
        if change.chances and (total > 1 + _SLACK or (None not in after and total < 1 - _SLACK)):
            yield Breach(
                measure.id,
                Text(
                    zh=f"改变后“{node.id}”各分支的概率加起来是 {total:.0%}",
                    en=f"After the change the chances behind “{node.id}” add up to {total:.0%}",
                ),
                Text(zh="写全各分支改变后的概率，合计 100%", en="Give all branches their new chances, 100% in all"),
                here,
            )


def _changes(chain: Chain) -> Iterator[tuple[Measure, Node, Flow, Change]]:
    """Every change of a step that is there, with the flow of that step."""
    for measure in chain.engagement.of(Measure):
        for key, change in measure.changes.items():
            node = chain.elements.get(key)
            flow = chain.elements.get(key.rpartition("/")[0])
            if isinstance(node, Node) and isinstance(flow, Flow):
                yield measure, node, flow, change


def _misfit(node: Node, change: Change) -> Text | None:
    said = [name for name in Change.model_fields if name in change.model_fields_set]
    if change.drop and len(said) > 1:
        return Text(zh="取消的步骤不能再有别的值", en="a step that is dropped has no other values")
    if change.drop and not isinstance(node, Activity):
        return Text(zh="只有作业可以取消", en="only activities can be dropped")
    if change.chances and not node.next:
        return Text(zh="它后面没有分支", en="it has no branches")
    if isinstance(node, Activity):
        return None
    can = {"actor", "chances", "wait"} if isinstance(node, Event) else {"actor", "chances"}
    strange = [name for name in said if name not in can]
    if strange:
        names = ", ".join(strange)
        return Text(zh=f"只有作业才有 {names}", en=f"only activities have {names}")
    return None


RULES: Final = (change_in_the_design, change_that_cannot_be, changed_chances)
"""What measures change, in the order of the codes."""
