"""What cannot be computed of a flow, and what was computed with something missing: both with the reason."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from sevenstep.analysis.costs import cost_factor
from sevenstep.language import Text, joined
from sevenstep.model.choices import Metric
from sevenstep.model.step7_flows import Activity, Event, Flow, Node

_NAMED: Final = 5
"""Steps that a reason names; of the others it says how many there are."""
WORK: Final[tuple[Metric, ...]] = (Metric.PROCESSING_TIME, Metric.WORK, Metric.FLOW_EFFICIENCY)
TIMES: Final[tuple[Metric, ...]] = (
    Metric.LEAD_TIME,
    Metric.PROCESSING_TIME,
    Metric.WAITING_TIME,
    Metric.WORK,
    Metric.TOTAL_WAITING,
)
UNTIMED: Final[tuple[Metric, ...]] = (Metric.LEAD_TIME, Metric.PROCESSING_TIME, Metric.WORK)
"""The metrics to which a step without a time adds nothing."""

_NO_TIMES: Final = Text(zh="没有步骤写明用时或等待", en="no step says how long it takes or how long a case waits")
_NO_WORK: Final = Text(zh="没有步骤写明用时", en="no step says how long it takes")
_NO_COST: Final = Text(zh="没有步骤写明成本", en="no step says what a case costs there")
_NO_WAIT: Final = Text(
    zh="没有步骤写明等待，按没有等待计", en="no step says how long a case waits, so it counts as not waiting"
)
BY_STEPS: Final = Text(zh="没有用时可依，按步数计", en="counted by steps, since they have no times")
NO_TIME_PASSES: Final = Text(zh="各步都不花时间", en="no time passes at any step")
_NO_ACTOR: Final = Text(zh="没有步骤写明由谁办", en="no step says who does it")
_NO_DATA: Final = Text(zh="没有步骤写明写入什么数据", en="no step says which data it writes")
_NO_MODE: Final = Text(zh="没有步骤写明是不是人工", en="no step says whether it is done by hand")


def named(nodes: Iterable[Node]) -> Text:
    """Some steps by their titles."""
    listed = list(nodes)
    told = listed if len(listed) <= _NAMED + 1 else listed[:_NAMED]
    titles = [node.title.inserted_into(zh="“{}”", en="“{}”") for node in told]
    said = joined(titles)
    left = len(listed) - len(told)
    return said.inserted_into(zh=f"{{}}等 {len(listed)} 步", en=f"{{}} and {left} more") if left else said


def unknown_times(nodes: Collection[Node]) -> dict[Metric, Text]:
    """The metrics of time that cannot be told of the nodes that cases pass, and why."""
    activities = [node for node in nodes if isinstance(node, Activity)]
    some_wait = any(node.wait is not None for node in nodes if isinstance(node, Activity | Event))
    untimed = [activity for activity in activities if activity.time is None]
    if len(untimed) < len(activities) or (some_wait and not activities):
        return {Metric.FLOW_EFFICIENCY: _lacking(untimed)} if untimed else {}
    return dict.fromkeys(WORK, _NO_WORK) if some_wait else dict.fromkeys((*TIMES, Metric.FLOW_EFFICIENCY), _NO_TIMES)


def notes_of_times(nodes: Collection[Node]) -> dict[Metric, Text]:
    """What is to be known of the metrics of time that can be told: the steps whose time counts as none."""
    untimed = [node for node in nodes if isinstance(node, Activity) and node.time is None]
    found: dict[Metric, Text] = {}
    if all(node.wait is None for node in nodes if isinstance(node, Activity | Event)):
        found = dict.fromkeys((Metric.WAITING_TIME, Metric.TOTAL_WAITING, Metric.FLOW_EFFICIENCY), _NO_WAIT)
    if not untimed:
        return found
    note = named(untimed).inserted_into(
        zh=f"{len(untimed)} 步未写用时，按 0 计：{{}}",
        en=f"{'one step' if len(untimed) == 1 else f'{len(untimed)} steps'} without a time counted as none: {{}}",
    )
    return {**found, **dict.fromkeys(UNTIMED, note)}


def unknown_share(nodes: Iterable[Node]) -> Text | None:
    """Why the share by hand cannot be told, where it cannot: by time where any step has one, else by steps."""
    activities = [node for node in nodes if isinstance(node, Activity)]
    known = [activity for activity in activities if activity.mode is not None]
    if not known:
        return _NO_MODE
    untimed = [activity for activity in known if activity.time is None]
    return _lacking(untimed) if untimed and len(untimed) < len(known) else None


def _lacking(untimed: Collection[Node]) -> Text:
    return named(untimed).inserted_into(zh="{}未写明用时", en="no time is given for {}")


def notes_of_counts(flow: Flow) -> dict[Metric, Text]:
    """The counts that are nothing only because the flow does not say what is counted."""
    found: dict[Metric, Text] = {}
    if not any(flow.lanes.values()):
        found[Metric.HANDOFFS] = _NO_ACTOR
    if not any(isinstance(step, Activity) and step.writes for step in flow.steps.values()):
        found[Metric.REENTRIES] = _NO_DATA
    return found


def unknown_cost(activities: Iterable[Activity]) -> Text | None:
    """Why there is no cost: none is given, or they cannot be added up."""
    by_unit: dict[str, list[Activity]] = {}
    for activity in activities:
        if activity.cost is not None:
            unit = activity.cost.unit
            like = next((known for known in by_unit if cost_factor(unit, known) is not None), unit)
            by_unit.setdefault(like, []).append(activity)
    if not by_unit:
        return _NO_COST
    return in_several(by_unit) if len(by_unit) > 1 else None


def in_several(by_unit: Mapping[str, Collection[Node]]) -> Text:
    """That costs are in units that cannot be added up, and which steps are in which."""
    parts = [
        named(nodes).inserted_into(zh=f"{unit or '未写币种'}（{{}}）", en=f"{unit or 'no currency'} ({{}})")
        for unit, nodes in by_unit.items()
    ]
    return joined(parts, en=" and ").inserted_into(
        zh="成本的币种不一，不能相加：{}", en="costs are in {}, which cannot be added up"
    )


def unknown_of_steps(metric: Metric, nodes: Collection[Node]) -> Text | None:
    """Why a metric of some steps cannot be told, where none of them has what it is made of."""
    activities = [node for node in nodes if isinstance(node, Activity)]
    if not nodes:
        return None
    match metric:
        case Metric.PROCESSING_TIME | Metric.WORK:
            lacks = bool(activities) and all(activity.time is None for activity in activities)
            return _lacking(activities) if lacks else None
        case Metric.WAITING_TIME | Metric.TOTAL_WAITING:
            waits = [node.wait for node in nodes if isinstance(node, Activity | Event)]
            return (
                named(nodes).inserted_into(zh="{}未写明等待", en="no wait is given for {}") if not any(waits) else None
            )
        case Metric.EMISSIONS:
            lacks = all(activity.emissions is None for activity in activities)
            return (
                named(nodes).inserted_into(zh="{}未写明碳排放", en="no emissions are given for {}") if lacks else None
            )
        case Metric.ACCURACY | Metric.DAMAGE_RATE | Metric.DISCREPANCY_RATE:
            field = {Metric.ACCURACY: "error", Metric.DAMAGE_RATE: "damage"}.get(metric, "discrepancy")
            lacks = all(getattr(activity, field) is None for activity in activities)
            return named(nodes).inserted_into(zh="{}未写明概率", en="no chance is given for {}") if lacks else None
        case Metric.ONLINE_RATE:
            lacks = all(activity.system is None and activity.mode is None for activity in activities)
            return (
                named(nodes).inserted_into(zh="{}未写明系统和方式", en="neither system nor mode is given for {}")
                if lacks
                else None
            )
        case Metric.COST:
            lacks = all(activity.cost is None for activity in activities)
            return named(nodes).inserted_into(zh="{}未写明成本", en="no cost is given for {}") if lacks else None
    return None
