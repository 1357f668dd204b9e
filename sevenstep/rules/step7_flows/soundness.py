"""Rules of step 7: a flow is sound. Whatever happens, it ends, it ends once, and every step can happen."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.flow_graph import first_after, following, last_before, of_type, preceding, reached
from sevenstep.chain.graph import Chain
from sevenstep.chain.soundness.verdict import Soundness, Stuck, soundness
from sevenstep.diagnostic import Severity
from sevenstep.language import Text, joined
from sevenstep.memory import per_element
from sevenstep.model.step7_flows import GATEWAYS, Flow
from sevenstep.rules.rule import Breach, rule


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
    bad="""
    flows:
      clearance:
        title: Clearance
        variant: as-is
        steps:
          declared: {title: Declared, type: start}
          chosen: {title: "Chosen for inspection?", type: exclusive, next: {inspect: 5% chosen, release: 95%}}
          inspect: {title: Inspect, next: both}
          release: {title: Release on papers, next: both}
          both: {title: Cleared, type: parallel}
          done: {title: Goods may leave, type: end}
      booking:
        title: Booking
        variant: as-is
        steps:
          asked: {title: Space is needed, type: start}
          split: {title: Ask all, type: parallel, next: [rail, ship]}
          rail: {title: Ask the railway, next: join}
          ship: {title: Ask the carrier, next: join}
          join: {title: All have answered, type: parallel}
          fits: {title: "All confirmed?", type: exclusive, next: {done: 80%, rebook: 20% one fails}}
          rebook: {title: Change the date, next: split}
          done: {title: Booked, type: end}
    """,
    good="""
    flows:
      clearance:
        title: Clearance
        variant: as-is
        steps:
          declared: {title: Declared, type: start}
          chosen: {title: "Chosen for inspection?", type: exclusive, next: {inspect: 5% chosen, release: 95%}}
          inspect: {title: Inspect, next: cleared}
          release: {title: Release on papers, next: cleared}
          cleared: {title: Cleared, type: exclusive}
          done: {title: Goods may leave, type: end}
    """,
)
def flow_deadlock(chain: Chain) -> Iterator[Breach]:
    for flow, found in _examined(chain):
        if not found.stuck:
            continue
        split_before, leads_to = last_before(flow), following(flow)
        for one in found.stuck:
            arrived, missing = _listed(one.arrived), _listed(one.missing)
            around = reached(of_type(flow, "start"), {name: to for name, to in leads_to.items() if name != one.node})
            is_loop = not around.intersection(one.missing)
            yield Breach(
                f"{flow.id}/{one.node}",
                Text(
                    zh=f"“{one.node}”会永远等下去：{arrived.in_('zh')}那一路到了，{missing.in_('zh')}那一路"
                    + ("却要先经过它才能来" if is_loop else "却不会再来"),
                    en=f"“{one.node}” can wait for ever: {arrived.in_('en')} has come, but {missing.in_('en')} "
                    + ("comes only after it" if is_loop else "can no longer come"),
                ),
                _way_out(flow, one, split_before.get(one.node), is_split=len(leads_to[one.node]) > 1),
            )


def _way_out(flow: Flow, one: Stuck, split: str | None, *, is_split: bool) -> Text:
    name = one.node
    if is_split:
        ways = _listed((*one.arrived, *one.missing))
        return Text(
            zh=f"在“{name}”前加一个择一网关（type: exclusive, next: {name}），让{ways.in_('zh')}都接到它",
            en=f"Put a gateway with type: exclusive and next: {name} before “{name}”; let {ways.in_('en')} lead to it",
        )
    if len(of_type(flow, "start")) > 1 and split is None:
        return Text(
            zh="每个开始各办各的事；若是同一件事要等齐几样，用一个开始，后面接并行网关分开",
            en="Each start begins a case of its own. If one case needs both, use one start, then a parallel gateway",
        )
    if split is not None and flow.steps[split].type not in {"parallel", "end"}:
        return Text(
            zh=f"若几路都要办，把“{split}”改成 type: parallel；若只走一路，把“{name}”改成 type: exclusive",
            en=f"If all ways are to be taken, make “{split}” type: parallel; if only one is, “{name}” type: exclusive",
        )
    return Text(
        zh=f"让“{name}”等的每一路都必定会来，或把它改成 type: exclusive（只等一路）或 inclusive（来几路等几路）",
        en=f"See that all that “{name}” waits for must come, or make it type: exclusive (waits for one) or type: "
        "inclusive (for those under way)",
    )


@rule(
    "S707",
    "runs-twice",
    Severity.ERROR,
    title=Text(zh="并行的几路先汇合再往下走", en="Parallel ways are joined before they go on"),
    reason=Text(
        zh="并行的几路不汇合就往下走，后面每一步都要做几遍：时长、费用和移交次数全算错。",
        en="Parallel ways that go on without being joined do all that follows once each: times and costs come out "
        "wrong.",
    ),
    bad="""
    flows:
      departure:
        title: Departure
        variant: as-is
        steps:
          ready: {title: Train is loaded, type: start}
          split: {title: Do both, type: parallel, next: [waybill, manifest]}
          waybill: {title: Issue the waybill, next: depart}
          manifest: {title: Send the manifest, next: depart}
          depart: {title: Let the train leave}
          gone: {title: Train has left, type: end}
    """,
    good="""
    flows:
      departure:
        title: Departure
        variant: as-is
        steps:
          ready: {title: Train is loaded, type: start}
          split: {title: Do both, type: parallel, next: [waybill, manifest]}
          waybill: {title: Issue the waybill, next: join}
          manifest: {title: Send the manifest, next: join}
          join: {title: Both are done, type: parallel}
          depart: {title: Let the train leave}
          gone: {title: Train has left, type: end}
    """,
)
def runs_twice(chain: Chain) -> Iterator[Breach]:
    for flow, found in _examined(chain):
        for one in found.twice:
            name, meeting = one.node, _listed(one.meeting)
            if one.meeting:
                message = Text(
                    zh=f"“{name}”会走两遍：{meeting.in_('zh')}同时进行，又各自接到它",
                    en=f"“{name}” can run twice: {meeting.in_('en')} are under way at once, and each leads to it",
                )
                join = f"join: {{title: …, type: parallel, next: {name}}}"
                remedy = Text(
                    zh=f"在“{name}”前加汇合 {join}，这几路都写 next: join",
                    en=f"Join them before “{name}” with {join}; let each way have next: join",
                )
            else:
                message = Text(
                    zh=f"“{name}”会走两遍：并行的一路还没汇合就绕了回去，又从头走一次",
                    en=f"“{name}” can run twice: a parallel way leads back and begins anew before the ways are joined",
                )
                remedy = Text(
                    zh="先用并行网关汇合，再判断要不要返工；或者让返工只回到本路之内",
                    en="Join the ways by a parallel gateway and lead back after it, or lead back only within the way",
                )
            yield Breach(f"{flow.id}/{name}", message, remedy)


@rule(
    "S708",
    "dead-step",
    Severity.ERROR,
    title=Text(zh="每一步都要有可能发生", en="Every step can happen"),
    reason=Text(
        zh="有箭头连着却永远轮不到的步骤，画出来像在做，其实没有人做。",
        en="A step that arrows lead to, but that no case ever comes to, looks like work that is done. It never is.",
    ),
    bad="""
    flows:
      release:
        title: Release
        variant: to-be
        steps:
          checked: {title: Declaration is checked, type: start}
          released: {title: Goods are released, type: end, next: inform}
          inform: {title: Inform the shipper}
          file: {title: File the papers}
          filed: {title: Filed, type: end}
      gate:
        title: Gate
        variant: to-be
        steps:
          arrived: {title: Truck has arrived, type: start}
          booked: {title: "Slot booked?", type: exclusive, next: {enter: 100%, wait: 0% no slot}}
          wait: {title: Wait for a slot}
          enter: {title: Enter}
          inside: {title: Inside, type: end}
    """,
    good="""
    flows:
      release:
        title: Release
        variant: to-be
        steps:
          checked: {title: Declaration is checked, type: start}
          released: {title: Goods are released, type: event}
          inform: {title: Inform the shipper}
          file: {title: File the papers}
          filed: {title: Filed, type: end}
    """,
)
def dead_step(chain: Chain) -> Iterator[Breach]:
    for flow, found in _examined(chain):
        if not found.dead:
            continue
        left, leads_to, led_by = dict.fromkeys(found.dead, True), following(flow), preceding(flow)
        within = {name: [to for to in leads_to.get(name, ()) if to in left] for name in left}
        for name in found.dead:
            before = next((one for one in led_by.get(name, ()) if one not in within), None)
            if name not in left or before is None:
                continue
            behind = [other for other in reached([name], within) if left.pop(other, False)]
            is_end = flow.steps[before].type == "end"
            yield Breach(
                f"{flow.id}/{name}",
                Text(
                    zh=f"步骤“{name}”永远不会发生："
                    + (f"“{before}”是结束，到那里就办完了" if is_end else f"“{before}”从不走这一路"),
                    en=f"Step “{name}” never happens: "
                    + (f"“{before}” is an end, where the case is over" if is_end else f"“{before}” never leads there"),
                ),
                Text(
                    zh=f"把“{before}”改成 type: event，或删掉它后面的步骤",
                    en=f"Make “{before}” type: event, or take out what follows it",
                )
                if is_end
                else Text(
                    zh="给这一路大于 0% 的概率，或删掉它",
                    en="Give this branch a chance above 0%, or take it out",
                ),
                also=tuple((f"{flow.id}/{other}", ()) for other in sorted(behind) if other != name),
            )


@rule(
    "S709",
    "gateways-mismatched",
    Severity.WARNING,
    title=Text(zh="分支与汇合用同一种网关", en="A split and its join are gateways of one type"),
    reason=Text(
        zh="分开时说“都办”，汇合时说“来一路就行”，读者不知道该信哪一个。",
        en="Where the split says “all ways” and the join “whatever comes”, the reader cannot tell which is meant.",
    ),
    bad="""
    flows:
      arrival:
        title: Arrival
        variant: to-be
        steps:
          berthed: {title: Ship has berthed, type: start}
          split: {title: Do both, type: parallel, next: [unload, report]}
          unload: {title: Unload, next: join}
          report: {title: Report to customs, next: join}
          join: {title: Both are done, type: inclusive}
          done: {title: Arrived, type: end}
    """,
    good="""
    flows:
      arrival:
        title: Arrival
        variant: to-be
        steps:
          berthed: {title: Ship has berthed, type: start}
          split: {title: Do both, type: parallel, next: [unload, report]}
          unload: {title: Unload, next: join}
          report: {title: Report to customs, next: join}
          join: {title: Both are done, type: parallel}
          done: {title: Arrived, type: end}
    """,
)
def gateways_mismatched(chain: Chain) -> Iterator[Breach]:
    for flow, found in _examined(chain):
        if not found.holds:
            continue
        for name, join in _mismatched(flow):
            split_is, join_is = flow.steps[name].type, flow.steps[join].type
            split_word, join_word = GATEWAYS[split_is], GATEWAYS[join_is]
            yield Breach(
                f"{flow.id}/{name}",
                Text(
                    zh=f"“{name}”用{split_word.in_('zh')}分开，却在{join_word.in_('zh')}“{join}”汇合",
                    en=f"“{name}” is {split_word.in_('en')}, but its ways meet in “{join}”, {join_word.in_('en')}",
                ),
                Text(
                    zh=f"把“{join}”改成 type: {split_is}，或把“{name}”改成 type: {join_is}",
                    en=f"Make “{join}” type: {split_is}, or “{name}” type: {join_is}",
                ),
                ("type",),
                also=((f"{flow.id}/{join}", ("type",)),),
            )


@per_element
def _mismatched(flow: Flow) -> Iterator[tuple[str, str]]:
    """Each gateway that splits, with the gateway of another type in which its ways meet."""
    leads_to, led_by = following(flow), preceding(flow)
    splits = {name: node.type for name, node in flow.steps.items() if node.type in GATEWAYS and len(leads_to[name]) > 1}
    joins = {node.type for name, node in flow.steps.items() if node.type in GATEWAYS and len(led_by.get(name, ())) > 1}
    if not any(joins - {split} for split in splits.values()):
        return
    meets = first_after(flow)
    for name, split in splits.items():
        join = meets.get(name)
        if join is None or flow.steps[join].type not in GATEWAYS or flow.steps[join].type == split:
            continue
        beyond, leads_to[join] = leads_to.get(join, []), []
        on_the_way = reached([name], leads_to)
        leads_to[join] = beyond
        if sum(one in on_the_way for one in led_by[join]) > 1:
            yield name, join


@rule(
    "S764",
    "soundness-not-judged",
    Severity.HINT,
    title=Text(zh="流程走不走得通能判断出来", en="Whether a flow can come to a standstill can be judged"),
    reason=Text(
        zh="分支交叉得太多，可能的走法就多得看不完：没报卡死，不等于不会卡死。",
        en="Where very many ways cross, they can be combined in more ways than can be looked at. That no standstill is "
        "reported then does not mean that there is none.",
    ),
    bad="""
    flows:
      survey:
        title: Survey
        variant: as-is
        steps:
          asked: {title: Asked, type: start}
          all: {title: Ask all, type: parallel, next: [port, rail, road, river]}
          port: {title: Whom the port asks, type: inclusive, next: [ship, train, truck]}
          rail: {title: Whom the railway asks, type: inclusive, next: [train, truck, barge]}
          road: {title: Whom the hauliers ask, type: inclusive, next: [truck, barge, ship]}
          river: {title: Whom the river port asks, type: inclusive, next: [barge, ship, train]}
          ship: {title: Carriers have answered, type: inclusive, next: known}
          train: {title: Train drivers have answered, type: inclusive, next: known}
          truck: {title: Truckers have answered, type: inclusive, next: known}
          barge: {title: Boatmen have answered, type: inclusive, next: known}
          known: {title: All is known, type: inclusive}
          done: {title: Done, type: end}
    """,
    good="""
    flows:
      survey:
        title: Survey
        variant: as-is
        steps:
          asked: {title: Asked, type: start}
          some: {title: Whom to ask, type: inclusive, next: [ship, train, truck]}
          ship: {title: Ask the carriers, next: known}
          train: {title: Ask the train drivers, next: known}
          truck: {title: Ask the truckers, next: known}
          known: {title: All is known, type: inclusive}
          done: {title: Done, type: end}
    """,
)
def soundness_not_judged(chain: Chain) -> Iterator[Breach]:
    for flow, found in _examined(chain):
        if not found.complete and not found.stuck and not found.twice:
            yield Breach(
                flow.id,
                flow.title.put(
                    zh="“{}”会不会卡死、有没有步骤重复走，没有判断：分支交叉，可能的走法太多",
                    en="Whether cases of “{}” can come to a standstill, or do a step twice, was not judged: its ways "
                    "cross in too many combinations",
                ),
                Text(
                    zh="让每个分开的网关各有一个汇合，分支之间不交叉；或把其中一段拆成单独的流程",
                    en="Let the ways of each split meet in one join of its own, without crossing others, or make a "
                    "part a flow of its own",
                ),
                ("steps",),
                on_key=True,
            )


def _examined(chain: Chain) -> Iterator[tuple[Flow, Soundness]]:
    for flow in chain.engagement.of(Flow):
        found = soundness(flow)
        if found is not None and all(node.id in chain.elements for node in flow.steps.values()):
            yield flow, found


def _listed(names: tuple[str, ...]) -> Text:
    return joined((Text(plain=f"“{name}”") for name in names), "、", " and ")


RULES: Final = (flow_deadlock, runs_twice, dead_step, gateways_mismatched)
"""What can happen in a flow, in the order of the codes."""
