"""Blockages: where work is held up."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from sevenstep.analysis.choices import Weight
from sevenstep.analysis.findings.data_ways import activities, before, may_carry
from sevenstep.analysis.findings.rule import FindingContext, Match, finding
from sevenstep.analysis.findings.thresholds import CARRIED, HANDOFFS, REWORK, STEP_SHARE, UTILISATION, WAITING_SHARE
from sevenstep.analysis.results import Fact, FlowMetrics, ResourceLoad, Value
from sevenstep.analysis.wording import reach, shown_hours, shown_share, shown_simulated
from sevenstep.chain.flow_graph import in_loops
from sevenstep.language import Language, Text, joined, many, noun
from sevenstep.model.choices import FindingType, Metric
from sevenstep.model.quantity import plain_number
from sevenstep.model.step7_flows import Activity, Flow

if TYPE_CHECKING:
    from sevenstep.analysis.flow_metrics.carrying import Carried
    from sevenstep.analysis.flow_metrics.savings import Savings

_MOST_NAMED: Final = 3
_LEAST_WAITING: Final = 3
"""Steps that wait, with fewer of which it says nothing that one has most of the waiting."""
_LEAST_SHARE: Final = 0.02
"""The part of the lead time that a step must cost at least to be named."""
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


def _counted(value: float, singular: str, digits: int = 2) -> str:
    """An English count that need not be whole."""
    rounded = round(value, digits)
    return f"{plain_number(rounded)} {noun(rounded, singular)}"


def measured(context: FindingContext) -> Iterator[tuple[Flow, FlowMetrics]]:
    """The flows whose metrics are known."""
    for flow in context.chain.engagement.of(Flow):
        if flow.id in context.metrics:
            yield flow, context.metrics[flow.id]


@finding(
    "F101",
    "waiting-dominates",
    FindingType.BLOCKAGE,
    Weight.SERIOUS,
    WAITING_SHARE,
    title=Text(zh="等待远多于办理", en="Waiting dominates"),
    meaning=Text(
        zh="业务大部分时间处于等待。增加人手、加快办理对缩短全程作用甚微，应减少的是等待。"
        "只计决定全程的那条路径上的等待：消除后，全程确实缩短。",
        en="Cases wait most of the time. More people or faster work hardly help: the waiting has to be cut."
        " Only waiting on the path that decides the lead time counts: without it the flow would be shorter.",
    ),
    advice=Text(
        zh="从消除等待后缩短最多的几步改起：查明等谁答复、等哪份材料，改为同时进行、提前准备或自动答复。",
        en="Begin with the steps whose waiting costs most: find out whose answer and which papers they wait for; "
        "work in parallel, prepare beforehand, or let a system answer.",
    ),
)
def waiting_dominates(context: FindingContext) -> Iterator[Match]:
    limit = context.threshold(WAITING_SHARE)
    for flow, found in measured(context):
        lead, waits = found.values.get(Metric.LEAD_TIME), _waits(found)
        if lead is None or not lead.mean or Metric.PROCESSING_TIME not in found.values:
            continue
        if sum(waits.values()) / lead.mean <= limit:  # no more than that can be saved
            continue
        savings = context.savings(flow)
        saved = savings.without(waits)
        if saved is None or saved.mean / lead.mean <= limit:
            continue
        named, facts = _costly(flow, savings, waits, lead.mean, saved.mean)
        part = saved.mean / lead.mean
        yield Match(
            (flow.id, *(f"{flow.id}/{name}" for name in named)),
            Text(
                zh=f"全程 {shown_hours(lead.mean, 'zh')}，其中 {shown_share(part)} 在等待",
                en=f"Of {shown_hours(lead.mean, 'en')} from start to end, {shown_share(part)} is waiting",
            ),
            (Fact(Metric.LEAD_TIME.label, hours(lead.mean)), Fact(_ALL_SAVED, saved_hours(saved)), *facts),
        )


_ALL_SAVED: Final = Text(zh="消除全部等待可缩短", en="saved if nothing waited")


def _waits(found: FlowMetrics) -> dict[str, float]:
    """How long the mean case waits at each step where it waits."""
    return {name: step.waiting for name, step in found.steps.items() if step.waiting > 0}


def _costly(
    flow: Flow, savings: "Savings", waits: dict[str, float], lead: float, whole: float
) -> tuple[list[str], list[Fact]]:
    """The steps whose waiting costs most, with what each costs; where these are not half of all, those too that cost
    nothing alone and yet something together."""
    least = _LEAST_SHARE * lead
    alone = savings.alone(waits, least, _MOST_NAMED)
    said = Text(zh="“{}”不再等待可缩短", en="saved without the wait at “{}”")
    facts = [
        Fact(flow.steps[name].title.inserted_into(said.for_language("zh"), said.for_language("en")), saved_hours(saved))
        for name, saved in alone
    ]
    names = [name for name, _ in alone]
    if sum(saved.mean for _, saved in alone) > 0.5 * whole:
        return names, facts
    group = savings.together({name: wait for name, wait in waits.items() if name not in names}, least)
    if group is None:
        return names, facts
    titles = joined(flow.steps[name].title.inserted_into(zh="“{}”", en="“{}”") for name in group[0])
    told = titles.inserted_into(
        zh="{}都不再等待可缩短（只改其中一步几乎没有效果）",
        en="saved without the waits at {} together (one of them alone saves next to nothing)",
    )
    return [*group[0], *names], [Fact(told, saved_hours(group[1])), *facts]


def saved_hours(saved: Value) -> Text:
    """What is saved, to the digits that the simulated cases leave."""
    half = reach(saved)
    return Text(zh=shown_hours(saved.mean, "zh", half=half), en=shown_hours(saved.mean, "en", half=half))


def _mostly_waits(found: FlowMetrics) -> bool:
    """Whether more than half of the lead time is waiting: where there is little of it, no step holds the case up."""
    lead, waiting = found.values.get(Metric.LEAD_TIME), found.values.get(Metric.WAITING_TIME)
    return lead is not None and waiting is not None and waiting.mean > 0.5 * lead.mean


@finding(
    "F102",
    "waiting-at-one-step",
    FindingType.BLOCKAGE,
    Weight.NOTABLE,
    STEP_SHARE,
    title=Text(zh="一步卡住全程", en="One step holds everything up"),
    meaning=Text(
        zh="消除这一步的等待，全程即大幅缩短。"
        "只在全程时间一半以上为等待、且至少三步需要等待的流程中查找：步骤更少时，占比最大不说明问题。",
        en="Without the waiting at this one step everything would take much less: how long depends on it. Looked for "
        "only where more than half of the lead time is waiting and at least three steps wait: with fewer, one of them "
        "always has most of it.",
    ),
    advice=Text(zh="先改这一步。", en="Start with this step."),
)
def waiting_at_one_step(context: FindingContext) -> Iterator[Match]:
    limit = context.threshold(STEP_SHARE)
    for flow, found in measured(context):
        waits = _waits(found)
        if len(waits) < _LEAST_WAITING or not _mostly_waits(found):
            continue
        lead = found.values[Metric.LEAD_TIME].mean
        for name, saved in context.savings(flow).alone(waits, limit * lead, 1):
            part = saved.mean / lead
            if part <= limit:
                continue
            title = flow.steps[name].title
            ends = (lead, lead - saved.mean)
            zh, en = ([shown_hours(end, language, ends) for end in ends] for language in ("zh", "en"))
            yield Match(
                (f"{flow.id}/{name}", flow.id),
                title.inserted_into(
                    zh=f"“{{}}”不再等待，全程由 {zh[0]} 降到 {zh[1]}，少 {shown_share(part)}",
                    en=f"Without the wait at “{{}}” the lead time falls from {en[0]} to {en[1]} (−{shown_share(part)})",
                ),
                (Fact(_WAIT_THERE, hours(waits[name])), Fact(_SAVED, saved_hours(saved))),
            )


_WAIT_THERE: Final = Text(zh="在这一步等待", en="waiting at this step")
_SAVED: Final = Text(zh="全程可缩短", en="lead time saved")


@finding(
    "F103",
    "rework",
    FindingType.BLOCKAGE,
    Weight.SERIOUS,
    REWORK,
    title=Text(zh="返工频繁", en="Rework is the rule"),
    meaning=Text(
        zh="每退回一次，时间和费用就重复一次；久而久之，“先提交再说”成为习惯。",
        en="Each time a case is sent back, time and cost are spent again; in the long run people get used to "
        "handing in first and correcting later.",
    ),
    advice=Text(
        zh="查明退回原因：材料不齐的，提交前校验；两边数据不一致的，共用一份。",
        en="Look at why: check before handing in what is incomplete, share one record where two differ.",
    ),
)
def rework(context: FindingContext) -> Iterator[Match]:
    limit = context.threshold(REWORK)
    for flow, found in measured(context):
        chance = found.values[Metric.REWORK_PROBABILITY].mean
        if chance <= limit + _SLACK:
            continue
        loops = in_loops(flow)
        again = [activity.name for activity in activities(flow) if activity.name in loops]
        yield Match(
            (flow.id, *(f"{flow.id}/{name}" for name in again)),
            Text(
                zh=f"{shown_share(chance)} 的业务至少被退回一次",
                en=f"{shown_share(chance)} of the cases are sent back at least once",
            ),
            (
                Fact(Metric.REWORK_PROBABILITY.label, share(chance)),
                *(Fact(flow.steps[name].title, _times(found.steps[name].visits)) for name in again[:_MOST_NAMED]),
            ),
        )


def _times(visits: float) -> Text:
    return Text(
        zh=f"每件 {plain_number(round(visits, 2))} 次",
        en=f"{_counted(visits, 'time')} a case",
    )


@finding(
    "F104",
    "resource-over-capacity",
    FindingType.BLOCKAGE,
    Weight.SERIOUS,
    UTILISATION,
    title=Text(zh="资源能力不足", en="A resource is at its limit"),
    meaning=Text(
        zh="工作量超过资源能力，排队将持续增长；接近能力时，每次高峰都要很久才能消化。",
        en="More work comes than it can do, so the queue keeps growing; or nearly as much, so each rush takes long "
        "to clear.",
    ),
    advice=Text(
        zh="增加能力、错开高峰，或由其他资源分担。",
        en="Add capacity, spread the peaks, or let other resources share the work.",
    ),
)
def resource_over_capacity(context: FindingContext) -> Iterator[Match]:
    limit = context.threshold(UTILISATION)
    for queues in context.queues:
        for group in queues.groups:
            asked = group[0].offered
            if asked > limit:
                theirs = "what they can do together" if len(group) > 1 else "what it can do"
                yield Match(
                    tuple(load.resource for load in group),
                    joined([_title(context, load) for load in group]).inserted_into(
                        zh=f"要{{}}做的工作是{'合起来的' if len(group) > 1 else ''}能力的 {shown_share(asked)}"
                        f"（{'现状' if queues.variant == 'as-is' else '目标'}）",
                        en=f"The work that comes to {{}} is {shown_share(asked)} of {theirs} ({queues.variant})",
                    ),
                    (
                        Fact(Text(zh="负荷", en="load"), share(asked)),
                        *(fact for load in group for fact in _waiting_for(context, load, is_one=len(group) == 1)),
                    ),
                )


def _title(context: FindingContext, load: ResourceLoad) -> Text:
    known = context.chain.elements.get(load.resource)
    return known.title if known is not None else Text(plain=load.resource)


def _waiting_for(context: FindingContext, load: ResourceLoad, *, is_one: bool) -> Iterator[Fact]:
    """How many wait for a resource and how long; it is named where there are several."""
    queue = Text(zh="平均排队（模拟）", en="mean queue, simulated")
    wait = Text(zh="平均等候（模拟）", en="mean wait, simulated")
    if not is_one:
        title = _title(context, load)
        queue, wait = (
            title.inserted_into(zh=f"{{}}：{label.for_language('zh')}", en=f"{{}}: {label.for_language('en')}")
            for label in (queue, wait)
        )
    yield Fact(queue, _simulated(load.queue, lambda value, _: plain_number(round(value, 2))))
    yield Fact(wait, _simulated(load.wait, lambda value, language: shown_hours(value, language, (load.wait.mean,))))


def _simulated(value: Value, said: Callable[[float, Language], str]) -> Text:
    return Text(
        zh=shown_simulated(value, lambda number: said(number, "zh"), "zh"),
        en=shown_simulated(value, lambda number: said(number, "en"), "en"),
    )


@finding(
    "F105",
    "carried-by-hand",
    FindingType.BLOCKAGE,
    Weight.NOTABLE,
    CARRIED,
    title=Text(zh="人工在系统之间转录数据", en="People carry data between systems"),
    meaning=Text(
        zh="由人从一个系统读出数据，再录入另一个尚无该数据的系统：既慢又易错。每步每件只计一次，不计返工；接口已传送的、只查看不录入的也不计。",
        en="A person reads data in one system and puts them, or what comes of them, into another that does not have "
        "them: slow, and copied wrongly. Each step counts once a case, without rework; what an interface has passed "
        "on, or what is only looked at, does not count.",
    ),
    advice=Text(zh="两个系统之间建接口，或只用一个系统。", en="Connect the two systems, or use only one of them."),
)
def carried_by_hand(context: FindingContext) -> Iterator[Match]:
    limit = context.threshold(CARRIED)
    for flow, _ in measured(context):
        read = [(activity, data) for activity, data in may_carry(flow) if data in activity.reads]
        if len({activity.id for activity, _ in read}) <= limit:  # each counts once at most
            continue
        at_steps: dict[str, Carried] = {}
        for carried in context.carried(flow, read):
            known = at_steps.get(carried.step.id)
            if known is None or carried.times > known.times:
                at_steps[carried.step.id] = carried
        times = sum(carried.times for carried in at_steps.values())
        if times > limit + _SLACK:
            met = before(flow)
            yield Match(
                (flow.id, *at_steps),
                Text(
                    zh=f"每件人工转录数据 {plain_number(round(times, 2))} 次",
                    en=f"A person carries data between systems {_counted(times, 'time')} a case",
                ),
                tuple(
                    Fact(
                        carried.step.title,
                        _from_to(context, met.of(carried.step.name, carried.data, carried.step.system), carried.step),
                    )
                    for carried in at_steps.values()
                ),
            )


def _from_to(context: FindingContext, system: str | None, later: Activity) -> Text:
    ends = [context.chain.elements.get(key or "") for key in (system, later.system)]
    titles = [Text(plain="?") if end is None else end.title for end in ends]
    return joined(titles, zh=" → ", en=" → ")


@finding(
    "F106",
    "many-handoffs",
    FindingType.BLOCKAGE,
    Weight.NOTABLE,
    HANDOFFS,
    title=Text(zh="交接过多", en="Too many hand-offs"),
    meaning=Text(
        zh="每交接一次，就多一次等待、多一分误解；交接过多，则无人对全程负责。",
        en="Each hand-off adds a wait and a misunderstanding; with many of them nobody answers for the whole.",
    ),
    advice=Text(
        zh="把相邻的几步交给一方做完，或由一方全程负责。",
        en="Let one party do several steps in a row, or answer for the whole.",
    ),
)
def many_handoffs(context: FindingContext) -> Iterator[Match]:
    limit = context.threshold(HANDOFFS)
    for flow, found in measured(context):
        known = found.values.get(Metric.HANDOFFS)
        value = 0.0 if known is None else known.mean
        if value > limit:
            parties = {lane for lane in flow.lanes.values() if lane}
            yield Match(
                (flow.id,),
                Text(
                    zh=f"每件交接 {plain_number(round(value, 1))} 次，涉及 {len(parties)} 方",
                    en=f"{_counted(value, 'hand-off', 1)} a case, between {many(len(parties), 'party', 'parties')}",
                ),
                (
                    Fact(Metric.HANDOFFS.label, number(value)),
                    Fact(Text(zh="参与单位", en="parties"), number(len(parties))),
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
