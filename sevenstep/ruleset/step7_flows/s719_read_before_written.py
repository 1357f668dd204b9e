from collections import deque
from collections.abc import Iterator, Mapping

from sevenstep.chain.flow_graph import following, leads_nowhere, of_type, reached
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Activity, DataObject, Flow
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S719",
    "read-before-written",
    Severity.WARNING,
    title=Text(zh="数据先写后读", en="Data is written before it is read"),
    reason=Text(
        zh="读的时候还没有人写：不是次序画反了，就是少画了一步。",
        en="What nobody has written yet cannot be read: either the order is wrong, or a step is missing.",
    ),
)
def read_before_written(chain: Chain) -> Iterator[Violation]:
    if not chain.engagement.has_read_all(Flow):
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


def _too_early(chain: Chain, flow: Flow, writers: dict[str, str]) -> Iterator[Violation]:
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
                yield Violation(
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
    writes = {
        name: sum({bits[data] for data in activity.writes if data in bits}) for name, activity in _activities(flow)
    }
    waiting = deque(before)
    while waiting:
        name = waiting.popleft()
        after = before[name] | writes.get(name, 0)
        for follower in leads_to.get(name, ()):
            if after & ~before[follower]:
                before[follower] |= after
                waiting.append(follower)
    return before
