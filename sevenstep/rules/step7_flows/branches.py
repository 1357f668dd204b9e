"""Rules of step 7: what stands at the branches of a flow."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.flow_graph import leads_nowhere
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import plain_number
from sevenstep.model.step7_flows import Branch, Flow, Gateway, Node
from sevenstep.rules.rule import Breach, rule


@rule(
    "S710",
    "branch-without-condition",
    Severity.WARNING,
    title=Text(zh="分支写明条件", en="Branches say when they are taken"),
    reason=Text(
        zh="没有条件，办事的人不知道该走哪一路，系统也没法判断。",
        en="Without conditions those who do the work cannot tell which way to go, and no system can decide it.",
    ),
    bad="""
    flows:
      clearance:
        title: Clearance
        variant: as-is
        steps:
          declared: {title: Declared, type: start}
          check: {title: Check papers, next: [release, inspect, amend]}
          amend: {title: Amend the declaration, next: check}
          inspect: {title: Inspect}
          release: {title: Release}
          done: {title: Cleared, type: end}
    """,
    good="""
    flows:
      clearance:
        title: Clearance
        variant: as-is
        steps:
          declared: {title: Declared, type: start}
          check: {title: Check papers}
          in-order:
            title: In order?
            type: exclusive
            next: {release: 90%, inspect: 5% chosen for inspection, amend: {chance: 5%, when: papers missing}}
          amend: {title: Amend the declaration, next: check}
          inspect: {title: Inspect}
          release: {title: Release}
          done: {title: Cleared, type: end}
    """,
)
def branch_without_condition(chain: Chain) -> Iterator[Breach]:
    for node in chain.engagement.of(Node):
        if (isinstance(node, Gateway) and node.type == "parallel") or not node.next:
            continue
        unsaid = [target for target, branch in node.next.items() if branch.when is None]
        if len(unsaid) < 2:
            continue
        names = [f"“{target}”" for target in unsaid]
        yield Breach(
            node.id,
            Text(
                zh=f"“{node.name}”没有写何时走哪一路：{'、'.join(names)}",
                en=f"“{node.name}” does not say when each of these ways is taken: {', '.join(names)}",
            ),
            _conditions(node.next[unsaid[0]], unsaid[0]),
            ("next", unsaid[0]),
            on_key=True,
        )


def _conditions(branch: Branch, target: str) -> Text:
    chance = "" if branch.chance is None else f"{plain_number(branch.chance * 100)}% "
    return Text(
        zh=f"写上条件，如 next: {{{target}: {chance}单证齐全, …}}，最多留一路不写；若几路都要走，用 type: parallel",
        en=f"Give all but one a condition, as in next: {{{target}: {chance}papers complete, …}}; "
        "if all are taken, use type: parallel",
    )


@rule(
    "S711",
    "gateway-does-nothing",
    Severity.WARNING,
    title=Text(zh="网关要么分，要么合", en="A gateway splits or joins"),
    reason=Text(
        zh="一进一出的网关什么也没决定：要么少画了一路，要么多余。",
        en="A gateway with one way in and one way out decides nothing: a branch is missing, or it is not needed.",
    ),
    bad="""
    flows:
      gate:
        title: Gate
        variant: as-is
        steps:
          arrived: {title: Truck has arrived, type: start}
          booked: {title: "Slot booked?", type: exclusive}
          enter: {title: Enter}
          inside: {title: Inside, type: end}
    """,
    good="""
    flows:
      gate:
        title: Gate
        variant: as-is
        steps:
          arrived: {title: Truck has arrived, type: start}
          booked: {title: "Slot booked?", type: exclusive, next: {enter: 80% booked, wait: 20%}}
          wait: {title: Wait for a slot}
          enter: {title: Enter}
          inside: {title: Inside, type: end}
    """,
)
def gateway_does_nothing(chain: Chain) -> Iterator[Breach]:
    for flow in chain.engagement.of(Flow):
        gateways = [(name, node) for name, node in flow.steps.items() if isinstance(node, Gateway)]
        if not gateways or leads_nowhere(flow):
            continue
        into = [arrow.target for arrow in flow.transitions]
        out_of = [arrow.source for arrow in flow.transitions]
        once_in = _named_once(into)
        once_out = _named_once(out_of)
        for name, node in gateways:
            if name in once_in and name in once_out and node.id in chain.elements:
                yield Breach(
                    node.id,
                    Text(
                        zh=f"网关“{name}”只有一进一出",
                        en=f"Gateway “{name}” has one way in and one way out",
                    ),
                    Text(
                        zh="在 next 里补上另一路，如 next: {a: 80% 条件, b: 20%}，或删掉这个网关",
                        en="Add the other branch, as in next: {a: 80% condition, b: 20%}, or take the gateway out",
                    ),
                )


def _named_once(names: list[str]) -> set[str]:
    seen: set[str] = set()
    more: set[str] = set()
    for name in names:
        (more if name in seen else seen).add(name)
    return seen - more


@rule(
    "S712",
    "chances-on-parallel",
    Severity.WARNING,
    title=Text(zh="并行网关的分支不写概率", en="Branches of a parallel gateway have no chances"),
    reason=Text(
        zh="并行的几路全都要走；写了概率，就看不出究竟是都走还是选一路。",
        en="All ways of a parallel gateway are taken. A chance leaves it open whether all are meant, or one of them.",
    ),
    bad="""
    flows:
      arrival:
        title: Arrival
        variant: as-is
        steps:
          berthed: {title: Ship has berthed, type: start}
          split: {title: Do both, type: parallel, next: {unload: 70%, report: 30%}}
          unload: {title: Unload, next: join}
          report: {title: Report to customs, next: join}
          join: {title: Both are done, type: parallel}
          done: {title: Arrived, type: end}
    """,
    good="""
    flows:
      arrival:
        title: Arrival
        variant: as-is
        steps:
          berthed: {title: Ship has berthed, type: start}
          split: {title: Do both, type: parallel, next: [unload, report]}
          unload: {title: Unload, next: join}
          report: {title: Report to customs, next: join}
          join: {title: Both are done, type: parallel}
          done: {title: Arrived, type: end}
    """,
)
def chances_on_parallel(chain: Chain) -> Iterator[Breach]:
    for node in chain.engagement.of(Gateway):
        likely = [target for target, branch in (node.next or {}).items() if branch.chance is not None]
        if node.type != "parallel" or not likely:
            continue
        others = ", ".join(node.next or ())
        yield Breach(
            node.id,
            Text(
                zh=f"并行网关“{node.name}”的分支写了概率，可几路都要走",
                en=f"Branches of the parallel gateway “{node.name}” have chances, though all of them are taken",
            ),
            Text(
                zh=f"几路都走：next: [{others}]；只走一路：type: exclusive；走其中几路：type: inclusive",
                en=f"If all are taken, next: [{others}]; if one is, type: exclusive; if some are, type: inclusive",
            ),
            ("next", likely[0]),
            also=tuple((node.id, ("next", target)) for target in likely[1:]),
        )


@rule(
    "S738",
    "inclusive-branch-without-chance",
    Severity.QUESTION,
    title=Text(zh="多选网关的每一路有自己的概率", en="Every branch of an inclusive gateway has its own chance"),
    reason=Text(
        zh="多选网关的几路各走各的，合计不必是 100%；没有写概率的一路，分析只能当作一半的办件会走。",
        en="The branches of an inclusive gateway are taken apart from one another and need not add up to 100%; of one "
        "without a chance the analysis can only reckon that half of the cases take it.",
    ),
    decision=Text(
        zh="决定这一路的作业、时间和费用按多少办件计算。",
        en="It decides on how many cases the work, time and cost of this branch are reckoned.",
    ),
    bad="""
    flows:
      parcel:
        title: Make a parcel ready
        variant: as-is
        steps:
          in: {title: Parcel is in, type: start}
          needs: {title: What does it need?, type: inclusive, next: {label: always, insure: 30% valuable goods}}
          label: {title: Write the label, next: ready}
          insure: {title: Insure it, next: ready}
          ready: {title: Papers ready, type: inclusive}
          out: {title: Parcel is ready, type: end}
    """,
    good="""
    flows:
      parcel:
        title: Make a parcel ready
        variant: as-is
        steps:
          in: {title: Parcel is in, type: start}
          needs: {title: What does it need?, type: inclusive, next: {label: 100% always, insure: 30% valuable goods}}
          label: {title: Write the label, next: ready}
          insure: {title: Insure it, next: ready}
          ready: {title: Papers ready, type: inclusive}
          out: {title: Parcel is ready, type: end}
    """,
)
def inclusive_branch_without_chance(chain: Chain) -> Iterator[Breach]:
    for flow in chain.engagement.of(Flow):
        for node in flow.steps.values():
            if not isinstance(node, Gateway) or node.type != "inclusive" or node.id not in chain.elements:
                continue
            branches = node.next or {}
            for target, branch in branches.items():
                if branch.chance is None and len(branches) > 1 and target in flow.steps:
                    after = flow.steps[target].title
                    yield Breach(
                        node.id,
                        Text(
                            zh=f"“{node.title.in_('zh')}”之后，每 100 件有几件走到“{after.in_('zh')}”？现在按 50 件算",
                            en=f"Behind “{node.title.in_('en')}”, how many of 100 cases go on to “{after.in_('en')}”? "
                            "50 are reckoned now",
                        ),
                        Text(
                            zh=f"写上概率，每件都走写 {target}: 100%",
                            en=f"Give its chance; where every case takes it, {target}: 100%",
                        ),
                        ("next", target),
                        on_key=True,
                    )


RULES: Final = (
    branch_without_condition,
    gateway_does_nothing,
    chances_on_parallel,
    inclusive_branch_without_chance,
)
"""What stands at the branches, in the order of the codes."""
