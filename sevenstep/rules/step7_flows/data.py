"""Rules of step 7: flows against the paths they run on, and the data they read and write."""

from collections import deque
from collections.abc import Iterator, Mapping
from typing import Final

from sevenstep.chain.flow_graph import following, leads_nowhere, of_type, reached
from sevenstep.chain.graph import Chain
from sevenstep.chain.participants import participants, superiors
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step4_paths import Actor, Path
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.model.step7_flows import Activity, DataObject, Flow
from sevenstep.rules.rule import Breach, rule


@rule(
    "S718",
    "lane-not-on-path",
    Severity.WARNING,
    title=Text(zh="流程里做事的主体都在协同路径上", en="Who works in a flow has a part in its paths"),
    reason=Text(
        zh="流程里有他的活，路径上却没有他的职责：不是路径漏了人，就是流程找错了人。",
        en="Work without a part on the path: either the path forgets somebody, or the flow names the wrong party.",
    ),
    bad="""
    actors:
      agent: {title: 货代, type: enterprise}
      customs: {title: 海关, type: government}
      railway: {title: 铁路, type: operator}
    paths:
      declaration:
        title: Declaration
        connects: {declare: {R: agent, A: agent}}
        exchanges: [{from: agent, to: customs}]
    scenarios:
      early: {title: Declare early, realizes: declaration}
    items:
      declare-early: {title: Declare before arrival, scenario: early}
    flows:
      declare-asis:
        title: Declaration, as is
        details: declare-early
        variant: as-is
        steps:
          coming: {title: Goods are coming, type: start, actor: agent}
          declare: {title: Declare}
          load: {title: Confirm loading, actor: railway}
          tell: {title: Tell the agent}
          review: {title: Review, actor: customs}
          done: {title: Accepted, type: end}
    """,
    good="""
    actors:
      agent: {title: 货代, type: enterprise}
      customs: {title: 海关, type: government}
      customs-office: {title: 现场海关, type: government, parent: customs}
    paths:
      declaration:
        title: Declaration
        connects: {declare: {R: agent, A: agent}}
        exchanges: [{from: agent, to: customs}]
    scenarios:
      early: {title: Declare early, realizes: declaration}
    items:
      declare-early: {title: Declare before arrival, scenario: early}
    flows:
      declare-asis:
        title: Declaration, as is
        details: declare-early
        variant: as-is
        steps:
          coming: {title: Goods are coming, type: start, actor: agent}
          declare: {title: Declare}
          review: {title: Review, actor: customs-office}
          done: {title: Accepted, type: end}
    """,
)
def lane_not_on_path(chain: Chain) -> Iterator[Breach]:
    by_scenario: dict[str, set[str]] = {}
    above: dict[str, list[str]] = {}
    for flow in chain.engagement.of(Flow):
        scenario = _scenario(chain, flow)
        if scenario is None:
            continue
        if scenario.id not in by_scenario:
            by_scenario[scenario.id] = _taking_part(chain, scenario)
        taking_part = by_scenario[scenario.id]
        strangers: dict[str, list[str]] = {}
        for name, node in flow.steps.items():
            actor = flow.lanes[name]
            if not taking_part or actor is None or not isinstance(node, Activity) or node.id not in chain.elements:
                continue
            if actor not in above:
                known = isinstance(chain.elements.get(actor), Actor)
                above[actor] = superiors(chain, actor) if known else []
            if above[actor] and taking_part.isdisjoint(above[actor]):
                strangers.setdefault(actor, []).append(node.id)
        of_whom = {one for actor in taking_part for one in superiors(chain, actor)} if strangers else set()
        for actor, activities in strangers.items():
            if actor not in of_whom:
                yield _stranger(chain, flow, actor, activities, scenario)


def _stranger(chain: Chain, flow: Flow, actor: str, activities: list[str], scenario: Scenario) -> Breach:
    first = chain.elements[activities[0]]
    name = activities[0].rpartition("/")[2]
    return Breach(
        activities[0],
        Text(
            zh=f"流程“{flow.id}”的“{name}”由“{actor}”做，可场景“{scenario.id}”的协同路径上都没有它",
            en=f"“{actor}” does “{name}” in flow “{flow.id}”, but has no part in any path of scenario “{scenario.id}”",
        ),
        Text(
            zh=f"在路径里写上“{actor}”的职责（R、A、C、I）或交互（from、to），或改正 actor",
            en=f"Give “{actor}” a duty (R, A, C, I) or an exchange (from, to) on a path, or name another actor here",
        ),
        ("actor",) if isinstance(first, Activity) and first.actor else (),
        also=tuple((other, ()) for other in activities[1:]),
    )


def _scenario(chain: Chain, flow: Flow) -> Scenario | None:
    for item in chain.targets(flow.id, "details"):
        for scenario in chain.targets(item.id, "belongs-to"):
            if isinstance(scenario, Scenario):
                return scenario
    return None


def _taking_part(chain: Chain, scenario: Scenario) -> set[str]:
    """Who takes part in the scenario's paths; nobody where not all of them is there to be read."""
    paths = [path for path in chain.targets(scenario.id, "realizes") if isinstance(path, Path)]
    found = [participants(chain, path) for path in paths]
    known = [one for one in found if one is not None]
    if len(known) < len(set(scenario.realizes)):
        return set()
    return set().union(*known)


@rule(
    "S719",
    "read-before-written",
    Severity.WARNING,
    title=Text(zh="数据先写后读", en="Data is written before it is read"),
    reason=Text(
        zh="读的时候还没有人写：不是次序画反了，就是少画了一步。",
        en="What nobody has written yet cannot be read: either the order is wrong, or a step is missing.",
    ),
    bad="""
    data:
      release-notice: {title: 放行通知}
    flows:
      clearance:
        title: Clearance
        variant: as-is
        steps:
          declared: {title: Declared, type: start}
          pick-up: {title: Pick up the goods, reads: release-notice}
          release: {title: Release, writes: release-notice}
          done: {title: Gone, type: end}
    """,
    good="""
    data:
      release-notice: {title: 放行通知}
      declaration: {title: 报关单}
    flows:
      clearance:
        title: Clearance
        variant: as-is
        steps:
          declared: {title: Declared, type: start}
          release: {title: Release, reads: declaration, writes: release-notice}
          pick-up: {title: Pick up the goods, reads: release-notice}
          done: {title: Gone, type: end}
    """,
)
def read_before_written(chain: Chain) -> Iterator[Breach]:
    if not chain.engagement.complete or "flow" in chain.engagement.broken.values():
        return
    writing_items: dict[str, set[str]] = {}
    for flow in chain.engagement.of(Flow):
        for _, activity in _activities(flow):
            for data in activity.writes:
                writing_items.setdefault(data, set()).add(flow.details or flow.id)
    for flow in chain.engagement.of(Flow):
        if leads_nowhere(flow):
            continue
        own = {flow.details or flow.id}
        writers: dict[str, str] = {}
        for name, activity in _activities(flow):
            for data in activity.writes:
                if writing_items[data] == own:
                    writers.setdefault(data, name)
        if writers and any(data in writers for _, activity in _activities(flow) for data in activity.reads):
            yield from _too_early(chain, flow, writers)


def _too_early(chain: Chain, flow: Flow, writers: dict[str, str]) -> Iterator[Breach]:
    bits = {data: 1 << place for place, data in enumerate(writers)}
    before = _written_before(flow, bits)
    for name, activity in _activities(flow):
        if name not in before or activity.id not in chain.elements:
            continue
        for index, data in enumerate(activity.reads):
            if data in writers and data not in activity.writes and not before[name] & bits[data]:
                if not isinstance(chain.elements.get(data), DataObject):
                    continue
                writer = writers[data]
                yield Breach(
                    activity.id,
                    Text(
                        zh=f"作业“{name}”要读“{data}”，可写它的“{writer}”不在前面",
                        en=f"“{name}” reads “{data}”, but “{writer}”, which writes it, does not come before",
                    ),
                    Text(
                        zh=f"把“{writer}”排到“{name}”前面；若数据来自别处，写 accepted: {{S719: 从哪里来}}",
                        en=f"Put “{writer}” before “{name}”; if the data comes from elsewhere, say so: "
                        "accepted: {S719: where it comes from}",
                    ),
                    ("reads", index),
                )


def _activities(flow: Flow) -> Iterator[tuple[str, Activity]]:
    return ((name, node) for name, node in flow.steps.items() if isinstance(node, Activity))


def _written_before(flow: Flow, bits: Mapping[str, int]) -> dict[str, int]:
    """For each node that is reached: the data, as bits, that is written on any way from a start to it."""
    leads_to = following(flow)
    on_the_way = reached(of_type(flow, "start"), leads_to)
    before = {name: 0 for name in flow.steps if name in on_the_way}
    writes = {name: sum({bits[data] for data in one.writes if data in bits}) for name, one in _activities(flow)}
    waiting = deque(before)
    while waiting:
        name = waiting.popleft()
        after = before[name] | writes.get(name, 0)
        for follower in leads_to.get(name, ()):
            if after & ~before[follower]:
                before[follower] |= after
                waiting.append(follower)
    return before


@rule(
    "S720",
    "data-without-owner",
    Severity.WARNING,
    title=Text(zh="每个数据对象有负责方", en="Every data object has an owner"),
    reason=Text(
        zh="没有负责方的数据，错了没有人改，要共享也没有人能点头。",
        en="Where data has no owner, nobody mends its errors, and nobody can agree to share it.",
    ),
    bad="""
    data:
      booking-form: {title: 订舱单}
    """,
    good="""
    actors:
      agent: {title: 货代, type: enterprise}
    data:
      booking-form: {title: 订舱单, owner: agent}
    """,
)
def data_without_owner(chain: Chain) -> Iterator[Breach]:
    for data in chain.engagement.of(DataObject):
        if data.owner is None:
            yield Breach(
                data.id,
                Text(zh=f"数据对象“{data.id}”没有负责方", en=f"Data object “{data.id}” has no owner"),
                Text(zh="写上 owner: 主体编号", en="Add owner: and the id of an actor"),
            )


@rule(
    "S721",
    "data-without-record",
    Severity.WARNING,
    title=Text(zh="每个数据对象有权威系统", en="Every data object has a system of record"),
    reason=Text(
        zh="各处各存一份，不知道以谁为准，对账就永远对不完。",
        en="Where every party keeps a copy and none counts, reconciling never ends.",
    ),
    bad="""
    actors:
      agent: {title: 货代, type: enterprise}
    data:
      booking-form: {title: 订舱单, owner: agent}
    """,
    good="""
    actors:
      agent: {title: 货代, type: enterprise}
    systems:
      rail-booking: {title: 铁路订舱系统}
    data:
      booking-form: {title: 订舱单, owner: agent, system_of_record: rail-booking}
    """,
)
def data_without_record(chain: Chain) -> Iterator[Breach]:
    for data in chain.engagement.of(DataObject):
        if data.system_of_record is None:
            yield Breach(
                data.id,
                Text(
                    zh=f"数据对象“{data.id}”没有写以哪个系统为准",
                    en=f"Data object “{data.id}” does not say which system's copy counts",
                ),
                Text(
                    zh="写上 system_of_record: 系统编号；没有系统的，写 accepted: {S721: 只有纸质}",
                    en="Add system_of_record: and the id of a system; without one: accepted: {S721: on paper only}",
                ),
            )


@rule(
    "S722",
    "data-unused",
    Severity.WARNING,
    title=Text(zh="每个数据对象都有人用", en="Every data object is used"),
    reason=Text(
        zh="没有作业读写、也没有环节和路径传递的数据，不知道为什么要列在这里。",
        en="If no activity reads or writes it and nobody hands it over, the reader cannot tell why it is listed.",
    ),
    bad="""
    data:
      booking-form: {title: 订舱单}
      loading-list: {title: 装车清单}
    flows:
      booking:
        title: Booking
        variant: as-is
        steps:
          asked: {title: Space is needed, type: start}
          fill-in: {title: Fill in the form, writes: booking-form}
          done: {title: Booked, type: end}
    """,
    good="""
    data:
      booking-form: {title: 订舱单}
    flows:
      booking:
        title: Booking
        variant: as-is
        steps:
          asked: {title: Space is needed, type: start}
          fill-in: {title: Fill in the form, writes: booking-form}
          done: {title: Booked, type: end}
    """,
)
def data_unused(chain: Chain) -> Iterator[Breach]:
    engagement = chain.engagement
    if not engagement.complete or not _USERS.isdisjoint(engagement.broken.values()):
        return
    for data in engagement.of(DataObject):
        if not any(link.relation.name in _USES for link in chain.incoming.get(data.id, ())):
            yield Breach(
                data.id,
                Text(
                    zh=f"没有作业、环节或路径用到数据对象“{data.id}”",
                    en=f"No activity, function or path uses data object “{data.id}”",
                ),
                Text(
                    zh=f"在读写它的作业里写上 reads: {data.id} 或 writes: {data.id}，或删掉它",
                    en=f"Add reads: {data.id} or writes: {data.id} to the activity that uses it, or take it out",
                ),
            )


_USES: Final = frozenset({"reads", "writes", "feeds-data", "hands-data"})
_USERS: Final = frozenset({"flow", "function", "path"})

RULES: Final = (lane_not_on_path, read_before_written, data_without_owner, data_without_record, data_unused)
"""Paths and data, in the order of the codes."""
