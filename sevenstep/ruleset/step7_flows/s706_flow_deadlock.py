from collections.abc import Iterator

from sevenstep.chain.flow_graph import following, last_before, of_type, reached
from sevenstep.chain.graph import Chain
from sevenstep.chain.soundness.verdict import Stuck
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import EventType, GatewayType
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step7_flows.judged_flows import judged_flows, listed


@rule(
    "S706",
    "flow-deadlock",
    Severity.ERROR,
    title=Text(zh="流程不会卡死", en="A flow never comes to a standstill"),
    reason=Text(
        zh="并行网关要等齐所有来路；有一路不会来，事情就永远停在那里，时长也无从算起。",
        en="A parallel gateway waits for all that lead to it. If one never comes, the case stops there for ever; its "
        "time cannot be computed.",
    ),
)
def flow_deadlock(chain: Chain) -> Iterator[Violation]:
    for flow, found in judged_flows(chain):
        if not found.stuck:
            continue
        split_before, leads_to = last_before(flow), following(flow)
        for stuck in found.stuck:
            arrived, missing = listed(stuck.arrived), listed(stuck.missing)
            around = reached(of_type(flow, "start"), {name: to for name, to in leads_to.items() if name != stuck.node})
            is_loop = not around.intersection(stuck.missing)
            yield Violation(
                f"{flow.id}/{stuck.node}",
                Text(
                    zh=f"“{stuck.node}”会永远等下去：{arrived.for_language('zh')}那一路到了，{missing.for_language('zh')}那一路"
                    + ("却要先经过它才能来" if is_loop else "却不会再来"),
                    en=f"“{stuck.node}” can wait for ever: {arrived.for_language('en')} has come, but "
                    f"{missing.for_language('en')} " + ("comes only after it" if is_loop else "can no longer come"),
                ),
                _way_out(flow, stuck, split_before.get(stuck.node), is_split=len(leads_to[stuck.node]) > 1),
            )


def _way_out(flow: Flow, stuck: Stuck, split: str | None, *, is_split: bool) -> Text:
    name = stuck.node
    if is_split:
        ways = listed((*stuck.arrived, *stuck.missing))
        return Text(
            zh=f"在“{name}”前加一个单选网关（type: exclusive, next: {name}），让{ways.for_language('zh')}都接到它",
            en=f"Put a gateway with type: exclusive and next: {name} before “{name}”; let "
            f"{ways.for_language('en')} lead to it",
        )
    if len(of_type(flow, "start")) > 1 and split is None:
        return Text(
            zh="每个开始各办各的事；若是同一件事要等齐几样，用一个开始，后面接并行网关分开",
            en="Each start begins a case of its own. If one case needs both, use one start, then a parallel gateway",
        )
    if split is not None and flow.steps[split].type not in {GatewayType.PARALLEL, EventType.END}:
        return Text(
            zh=f"若几路都要办，把“{split}”改成 type: parallel；若只走一路，把“{name}”改成 type: exclusive",
            en=f"If all ways are to be taken, make “{split}” type: parallel; if only one is, “{name}” type: exclusive",
        )
    return Text(
        zh=f"让“{name}”等的每一路都必定会来，或把它改成 type: exclusive（只等一路）或 inclusive（来几路等几路）",
        en=f"See that all that “{name}” waits for must come, or make it type: exclusive (waits for one) or type: "
        "inclusive (for those under way)",
    )
