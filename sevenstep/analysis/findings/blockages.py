"""Blockages: where work is held up."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.findings.data_ways import activities, before
from sevenstep.analysis.findings.rule import Seen, Sight, finding
from sevenstep.analysis.findings.thresholds import CARRIED, HANDOFFS, REWORK, STEP_SHARE, UTILISATION, WAITING_SHARE
from sevenstep.analysis.results import Fact, FlowMetrics
from sevenstep.analysis.wording import shown_hours, shown_share
from sevenstep.chain.flow_graph import in_loops
from sevenstep.language import Text, joined
from sevenstep.model.quantity import plain_number
from sevenstep.model.step7_flows import METRICS, Activity, Flow

_MOST_NAMED: Final = 3
_SLACK: Final = 1e-9
"""What a computed probability may differ by from the one that was written."""


def hours(value: float) -> Text:
    """A length of time in both languages."""
    return Text(zh=shown_hours(value, "zh"), en=shown_hours(value, "en"))


def share(value: float) -> Text:
    """A share in per cent."""
    return Text(plain=shown_share(value))


def number(value: float) -> Text:
    """A count, rounded to what can be read out."""
    return Text(plain=plain_number(round(value, 2)))


def measured(sight: Sight) -> Iterator[tuple[Flow, FlowMetrics]]:
    """The flows whose metrics are known."""
    for flow in sight.chain.engagement.of(Flow):
        if flow.id in sight.metrics:
            yield flow, sight.metrics[flow.id]


@finding(
    "F101",
    "waiting-dominates",
    "blockage",
    "serious",
    WAITING_SHARE,
    title=Text(zh="等待远多于办理", en="Waiting dominates"),
    meaning=Text(
        zh="办件大部分时间躺着不动。加人、加快办理几乎缩短不了全程，要减少的是等待。",
        en="Most of the time the case lies still. More people or faster work hardly shorten it: it is the waiting that "
        "has to go.",
    ),
    advice=Text(
        zh="找出等得最久的几步：等谁的答复、等哪份材料；改成同时进行、提前准备或自动答复。",
        en="Look at the steps that wait longest: for whose answer, for which paper? Do things at once or beforehand, "
        "or let a system answer.",
    ),
)
def waiting_dominates(sight: Sight) -> Iterator[Seen]:
    limit = sight.threshold(WAITING_SHARE)
    for flow, found in measured(sight):
        lead, waiting = found.values.get("lead_time"), found.values.get("waiting_time")
        if lead is None or waiting is None or not lead.mean or waiting.mean / lead.mean <= limit:
            continue
        longest = _waiting_longest(found)
        part = waiting.mean / lead.mean
        yield Seen(
            (flow.id, *(f"{flow.id}/{name}" for name in longest)),
            Text(
                zh=f"全程 {shown_hours(lead.mean, 'zh')}，其中 {shown_share(part)} 在等待",
                en=f"Of {shown_hours(lead.mean, 'en')} from start to end, {shown_share(part)} is waiting",
            ),
            (
                Fact(METRICS["lead_time"], hours(lead.mean)),
                Fact(METRICS["waiting_time"], hours(waiting.mean)),
                *(Fact(flow.steps[name].title, hours(found.steps[name].waiting)) for name in longest),
            ),
        )


def _mostly_waits(found: FlowMetrics) -> bool:
    """Whether more than half of the lead time is waiting: where there is little of it, no step holds the case up."""
    lead, waiting = found.values.get("lead_time"), found.values.get("waiting_time")
    return lead is not None and waiting is not None and waiting.mean > 0.5 * lead.mean


def _waiting_longest(found: FlowMetrics) -> list[str]:
    waits = sorted(((step.waiting, name) for name, step in found.steps.items() if step.waiting), reverse=True)
    return [name for _, name in waits[:_MOST_NAMED]]


@finding(
    "F102",
    "waiting-at-one-step",
    "blockage",
    "notable",
    STEP_SHARE,
    title=Text(zh="一步卡住全程", en="One step holds the case up"),
    meaning=Text(
        zh="大半的等待集中在一步，全程多久取决于它。",
        en="Much of the waiting is at one step: how long everything takes depends on it.",
    ),
    advice=Text(zh="先改这一步。", en="Mend this step first."),
)
def waiting_at_one_step(sight: Sight) -> Iterator[Seen]:
    limit = sight.threshold(STEP_SHARE)
    for flow, found in measured(sight):
        total = sum(step.waiting for step in found.steps.values())
        waiting = [(step.waiting, name) for name, step in found.steps.items() if step.waiting]
        if len(waiting) < 3 or not _mostly_waits(found):
            continue
        most, name = max(waiting)
        if most / total > limit:
            title = flow.steps[name].title
            yield Seen(
                (f"{flow.id}/{name}", flow.id),
                title.put(
                    zh=f"全部等待的 {shown_share(most / total)} 在“{{}}”这一步",
                    en=f"{shown_share(most / total)} of all waiting is at “{{}}”",
                ),
                (Fact(title, hours(most)), Fact(Text(zh="各步等待合计", en="waiting at all steps"), hours(total))),
            )


@finding(
    "F103",
    "rework",
    "blockage",
    "serious",
    REWORK,
    title=Text(zh="返工成了常态", en="Rework is the rule"),
    meaning=Text(
        zh="每退回一次，时间和费用都重来一遍；更重的是，办事的人学会了“先交上去再说”。",
        en="Each time a case is sent back, time and cost are spent again; worse, people learn to hand in and see.",
    ),
    advice=Text(
        zh="看退回的原因：材料不齐的，提交前校验；两边数据不一致的，共用一份。",
        en="Look at why: check before handing in what is incomplete, share one record where two differ.",
    ),
)
def rework(sight: Sight) -> Iterator[Seen]:
    limit = sight.threshold(REWORK)
    for flow, found in measured(sight):
        chance = found.values["rework_probability"].mean
        if chance <= limit + _SLACK:
            continue
        loops = in_loops(flow)
        again = [one.name for one in activities(flow) if one.name in loops]
        yield Seen(
            (flow.id, *(f"{flow.id}/{name}" for name in again)),
            Text(
                zh=f"{shown_share(chance)} 的办件至少被退回一次",
                en=f"{shown_share(chance)} of the cases are sent back at least once",
            ),
            (
                Fact(METRICS["rework_probability"], share(chance)),
                *(Fact(flow.steps[name].title, _times(found.steps[name].visits)) for name in again[:_MOST_NAMED]),
            ),
        )


def _times(visits: float) -> Text:
    return Text(zh=f"每件 {plain_number(round(visits, 2))} 次", en=f"{plain_number(round(visits, 2))} times a case")


@finding(
    "F104",
    "resource-over-capacity",
    "blockage",
    "serious",
    UTILISATION,
    title=Text(zh="资源不够用", en="A resource is at its limit"),
    meaning=Text(
        zh="来的活超过（或快要超过）它能干的活，队只会越排越长。",
        en="More work comes than it can do, or nearly so: the queue only grows.",
    ),
    advice=Text(
        zh="加能力、错开高峰，或让别的资源也能做这件事。",
        en="Add capacity, spread the peaks, or let others do the work too.",
    ),
)
def resource_over_capacity(sight: Sight) -> Iterator[Seen]:
    limit = sight.threshold(UTILISATION)
    for queues in sight.queues:
        for load in queues.loads:
            if load.offered > limit:
                yield Seen(
                    (load.resource,),
                    Text(
                        zh=f"到来的工作是能力的 {shown_share(load.offered)}"
                        f"（{'现状' if queues.variant == 'as-is' else '目标'}）",
                        en=f"The work that comes is {shown_share(load.offered)} of what it can do ({queues.variant})",
                    ),
                    (
                        Fact(Text(zh="负荷", en="load"), share(load.offered)),
                        Fact(Text(zh="平均排队", en="mean queue"), number(load.queue.mean)),
                        Fact(Text(zh="平均等候", en="mean wait for it"), hours(load.wait.mean)),
                    ),
                )


@finding(
    "F105",
    "carried-by-hand",
    "blockage",
    "notable",
    CARRIED,
    title=Text(zh="人在系统之间搬数据", en="People carry data between systems"),
    meaning=Text(
        zh="前一步在一个系统里写好的数据，后一步由人抄进另一个系统：慢，而且会抄错。",
        en="What one step has put into a system is copied into another by hand: slow, and copied wrongly.",
    ),
    advice=Text(zh="两个系统之间建接口，或只用一个系统。", en="Let the systems pass the data on, or use one of them."),
)
def carried_by_hand(sight: Sight) -> Iterator[Seen]:
    limit = sight.threshold(CARRIED)
    for flow, found in measured(sight):
        carried = _carried(flow)
        times = sum(found.steps[later.name].visits for later, _ in carried)
        if times > limit:
            yield Seen(
                (flow.id, *(later.id for later, _ in carried)),
                Text(
                    zh=f"每件由人在系统之间搬运数据 {plain_number(round(times, 2))} 次",
                    en=f"A person carries data between systems {plain_number(round(times, 2))} times a case",
                ),
                tuple(Fact(later.title, _from_to(sight, system, later)) for later, system in carried),
            )


def _carried(flow: Flow) -> list[tuple[Activity, str]]:
    """Manual steps in a system that take what an earlier step has written in another, with that other system."""
    met = before(flow)
    found = []
    for later in activities(flow):
        if later.system and later.mode == "manual":
            systems = (met.of(later.name, data, later.system) for data in later.reads)
            if system := next((one for one in systems if one is not None), None):
                found.append((later, system))
    return found


def _from_to(sight: Sight, system: str, later: Activity) -> Text:
    ends = [sight.chain.elements.get(one) for one in (system, later.system or "")]
    titles = [Text(plain="?") if one is None else one.title for one in ends]
    return joined(titles, zh=" → ", en=" → ")


@finding(
    "F106",
    "many-handoffs",
    "blockage",
    "notable",
    HANDOFFS,
    title=Text(zh="移交太多", en="Too many hand-offs"),
    meaning=Text(
        zh="每移交一次就多一次等待、一次误解；移交多了，没有人对全程负责。",
        en="Each hand-off adds a wait and a misunderstanding; with many of them nobody answers for the whole.",
    ),
    advice=Text(
        zh="把相邻的几步交给一方做完，或由一方全程负责。",
        en="Let one party do several steps in a row, or answer for the whole.",
    ),
)
def many_handoffs(sight: Sight) -> Iterator[Seen]:
    limit = sight.threshold(HANDOFFS)
    for flow, found in measured(sight):
        value = found.values["handoffs"].mean
        if value > limit:
            parties = {lane for lane in flow.lanes.values() if lane}
            yield Seen(
                (flow.id,),
                Text(
                    zh=f"每件移交 {plain_number(round(value, 1))} 次，涉及 {len(parties)} 方",
                    en=f"{plain_number(round(value, 1))} hand-offs a case, between {len(parties)} parties",
                ),
                (
                    Fact(METRICS["handoffs"], number(value)),
                    Fact(Text(zh="参与方", en="parties"), number(len(parties))),
                ),
            )


RULES: Final = (
    waiting_dominates,
    waiting_at_one_step,
    rework,
    resource_over_capacity,
    carried_by_hand,
    many_handoffs,
)
"""Blockages, in the order of the codes."""
