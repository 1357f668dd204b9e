"""Rules of step 7: a flow begins, every step is reached, from every step an end is."""

import math
from collections.abc import Iterator
from typing import Final

from sevenstep.chain.flow_graph import following, of_type, preceding, reached
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import plain_number
from sevenstep.model.step7_flows import Flow
from sevenstep.rules.rule import Breach, rule

_TOLERANCE = 1e-6
"""How far chances may be off 1: what three thirds written as 33.3333% lose is less."""


@rule(
    "S701",
    "flow-without-start",
    Severity.ERROR,
    title=Text(zh="流程要有开始", en="A flow has a start"),
    reason=Text(
        zh="不知道从哪里开始的流程，既量不出时间，也走不通。",
        en="A flow that begins nowhere can be neither followed nor measured.",
    ),
    bad="""
    flows:
      F:
        title: Declaration today
        details: I
        variant: as-is
        steps:
          fill-in: {title: Fill in, actor: agent}
          done: {title: Sent, type: end}
    """,
    good="""
    flows:
      F:
        title: Declaration today
        details: I
        variant: as-is
        steps:
          asked: {title: Goods are coming, type: start, actor: agent}
          fill-in: {title: Fill in, time: 20min}
          complete: {title: "Complete?", type: exclusive, next: {send: 80%, fill-in: 20% something missing}}
          send: {title: Send}
          done: {title: Sent, type: end}
    """,
)
def flow_without_start(chain: Chain) -> Iterator[Breach]:
    for flow in chain.engagement.of(Flow):
        if not flow.steps:
            yield Breach(
                flow.id,
                Text(zh=f"流程“{flow.id}”没有步骤", en=f"Flow “{flow.id}” has no steps"),
                Text(
                    zh="在 steps: 下面写上步骤，从 type: start 到 type: end",
                    en="Write its steps below steps:, from type: start to type: end",
                ),
            )
        elif not of_type(flow, "start"):
            yield Breach(
                flow.id,
                Text(zh=f"流程“{flow.id}”没有开始", en=f"Flow “{flow.id}” has no start"),
                Text(
                    zh="在最前面加一步：开始: {title: …, type: start}",
                    en="Put a step before the others: begin: {title: …, type: start}",
                ),
                ("steps",),
                on_key=True,
            )


@rule(
    "S702",
    "flow-without-end",
    Severity.ERROR,
    title=Text(zh="流程要有结束", en="A flow has an end"),
    reason=Text(
        zh="没有结束的流程算不出总时长，也不知道何时算办完。",
        en="Without an end nobody can say when the work is done, or how long it takes.",
    ),
    bad="""
    flows:
      F:
        title: Declaration today
        details: I
        variant: as-is
        steps:
          asked: {title: Goods are coming, type: start, actor: agent}
          fill-in: {title: Fill in, next: asked}
    """,
    good="""
    flows:
      F:
        title: Declaration today
        details: I
        variant: as-is
        steps:
          asked: {title: Goods are coming, type: start, actor: agent}
          fill-in: {title: Fill in, time: 20min}
          complete: {title: "Complete?", type: exclusive, next: {send: 80%, fill-in: 20% something missing}}
          send: {title: Send}
          done: {title: Sent, type: end}
    """,
)
def flow_without_end(chain: Chain) -> Iterator[Breach]:
    for flow in chain.engagement.of(Flow):
        if flow.steps and not of_type(flow, "end"):
            yield Breach(
                flow.id,
                Text(zh=f"流程“{flow.id}”没有结束", en=f"Flow “{flow.id}” has no end"),
                Text(
                    zh="在最后加一步：结束: {title: …, type: end}",
                    en="Add a step at the end: done: {title: …, type: end}",
                ),
                ("steps",),
                on_key=True,
            )


@rule(
    "S703",
    "unreachable-step",
    Severity.ERROR,
    title=Text(zh="每一步都要能从开始走到", en="Every step is reached from the start"),
    reason=Text(
        zh="走不到的步骤从不发生，它的时间和费用也就算错了。",
        en="A step that is never reached never happens: its time and cost do not belong into the flow.",
    ),
    bad="""
    flows:
      F:
        title: Declaration today
        details: I
        variant: as-is
        steps:
          asked: {title: Goods are coming, type: start, actor: agent, next: send}
          fill-in: {title: Fill in}
          send: {title: Send}
          done: {title: Sent, type: end}
    """,
    good="""
    flows:
      F:
        title: Declaration today
        details: I
        variant: as-is
        steps:
          asked: {title: Goods are coming, type: start, actor: agent}
          fill-in: {title: Fill in, time: 20min}
          complete: {title: "Complete?", type: exclusive, next: {send: 80%, fill-in: 20% something missing}}
          send: {title: Send}
          done: {title: Sent, type: end}
    """,
)
def unreachable_step(chain: Chain) -> Iterator[Breach]:
    for flow in chain.engagement.of(Flow):
        starts = of_type(flow, "start")
        if not starts:
            continue
        found = reached(starts, following(flow))
        for name, node in flow.steps.items():
            if name not in found and node.id in chain.elements:
                yield Breach(
                    f"{flow.id}/{name}",
                    Text(
                        zh=f"从开始走不到步骤“{name}”",
                        en=f"Step “{name}” cannot be reached from the start",
                    ),
                    Text(
                        zh="在前面某一步的 next 里写上它，或删掉它",
                        en="Name it under next of a step before it, or take it out",
                    ),
                )


@rule(
    "S704",
    "cannot-finish",
    Severity.ERROR,
    title=Text(zh="从每一步都要能走到结束", en="From every step an end can be reached"),
    reason=Text(
        zh="走进死胡同的事项永远办不完。",
        en="A case that runs into a dead end is never done.",
    ),
    bad="""
    flows:
      F:
        title: Declaration today
        details: I
        variant: as-is
        steps:
          asked: {title: Goods are coming, type: start, actor: agent}
          complete: {title: "Complete?", type: exclusive, next: {done: 80%, ask-again: 20%}}
          done: {title: Sent, type: end}
          ask-again: {title: Ask again}
    """,
    good="""
    flows:
      F:
        title: Declaration today
        details: I
        variant: as-is
        steps:
          asked: {title: Goods are coming, type: start, actor: agent}
          fill-in: {title: Fill in, time: 20min}
          complete: {title: "Complete?", type: exclusive, next: {send: 80%, fill-in: 20% something missing}}
          send: {title: Send}
          done: {title: Sent, type: end}
    """,
)
def cannot_finish(chain: Chain) -> Iterator[Breach]:
    for flow in chain.engagement.of(Flow):
        ends = of_type(flow, "end")
        if not ends:
            continue
        finishing = reached(ends, preceding(flow))
        leads_to = following(flow)
        for name, node in flow.steps.items():
            if name in finishing or node.id not in chain.elements:
                continue
            is_dead_end = not leads_to.get(name)
            yield Breach(
                f"{flow.id}/{name}",
                Text(
                    zh=f"步骤“{name}”后面没有下一步" if is_dead_end else f"从步骤“{name}”走不到结束",
                    en=f"Nothing follows step “{name}”" if is_dead_end else f"No end can be reached from step “{name}”",
                ),
                Text(
                    zh="用 next 指向下一步，或让它 type: end",
                    en="Lead on with next, or make it type: end",
                ),
            )


@rule(
    "S705",
    "chances-off-one",
    Severity.ERROR,
    title=Text(zh="分支的概率加起来是 100%", en="The chances of the branches add up to 100%"),
    reason=Text(
        zh="概率加不到一，就有一部分事项凭空消失或多出来。",
        en="If chances do not add up to one, cases vanish or appear from nowhere.",
    ),
    bad="""
    flows:
      F:
        title: Declaration today
        details: I
        variant: as-is
        steps:
          asked: {title: Goods are coming, type: start, actor: agent}
          complete: {title: "Complete?", type: exclusive, next: {done: 80%, ask-again: 30%}}
          ask-again: {title: Ask again, next: {complete: 90%, done: null}}
          done: {title: Sent, type: end}
    """,
    good="""
    flows:
      F:
        title: Declaration today
        details: I
        variant: as-is
        steps:
          asked: {title: Goods are coming, type: start, actor: agent}
          fill-in: {title: Fill in, time: 20min}
          complete: {title: "Complete?", type: exclusive, next: {send: 80%, fill-in: 20% something missing}}
          send: {title: Send}
          done: {title: Sent, type: end}
    """,
)
def chances_off_one(chain: Chain) -> Iterator[Breach]:
    for flow in chain.engagement.of(Flow):
        for name, node in flow.steps.items():
            chances = [branch.chance for branch in (node.next or {}).values()]
            given = [chance for chance in chances if chance is not None]
            if not given or node.type in {"inclusive", "parallel"} or node.id not in chain.elements:
                continue
            total = math.fsum(given)
            if len(given) < len(chances):
                message = Text(
                    zh=f"“{name}”的分支有的写了概率，有的没写",
                    en=f"Of the branches of “{name}” some have a chance and some have none",
                )
            elif abs(total - 1) > _TOLERANCE:
                message = Text(
                    zh=f"“{name}”的分支概率加起来是 {plain_number(total * 100)}%",
                    en=f"The chances of the branches of “{name}” add up to {plain_number(total * 100)}%",
                )
            else:
                continue
            yield Breach(
                f"{flow.id}/{name}",
                message,
                Text(zh="改到合计 100%", en="Make them add up to 100%"),
                ("next",),
                on_key=True,
            )


RULES: Final = (flow_without_start, flow_without_end, unreachable_step, cannot_finish, chances_off_one)
"""Where a flow begins and ends, in the order of the codes."""
