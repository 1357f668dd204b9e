"""What a flow does not state of quality, emissions and systems: why it gives no metric of them, and what others leave
out."""

from typing import Final

from sevenstep.analysis.chances_of_events import CHANCES, known_metrics, stated
from sevenstep.analysis.emissions import in_another_unit
from sevenstep.analysis.missing import named
from sevenstep.analysis.online_steps import is_known, unknown_steps
from sevenstep.language import Text
from sevenstep.model.choices import Metric
from sevenstep.model.step7_flows import Activity, Flow

_OF_WHAT: Final[dict[Metric, Text]] = {
    Metric.ACCURACY: Text(zh="差错概率（error）", en="a chance of error (error)"),
    Metric.DAMAGE_RATE: Text(zh="货损概率（damage）", en="a chance of damage (damage)"),
    Metric.DISCREPANCY_RATE: Text(zh="货差概率（discrepancy）", en="a chance of discrepancy (discrepancy)"),
    Metric.FIRST_PASS_YIELD: Text(zh="差错、货损或货差的概率", en="a chance of error, damage or discrepancy"),
}
_NO_EMISSIONS: Final = Text(zh="没有步骤写明碳排放", en="no step says what it emits")
_NO_SYSTEM: Final = Text(
    zh="没有步骤写明用什么系统、是不是人工", en="no step names a system or says whether it is done by hand"
)


def unstated(flow: Flow) -> dict[Metric, Text]:
    """Why the flow has no value of some metrics of quality, emissions and systems."""
    return {**_quality(flow), **_emissions(flow), **_online(flow)}


def _quality(flow: Flow) -> dict[Metric, Text]:
    """The metrics of quality of which no step states a chance: nobody knows, which is not 100 %."""
    known = known_metrics(flow)
    return {
        metric: what.inserted_into(zh="没有步骤写明{}", en="no step states {}")
        for metric, what in _OF_WHAT.items()
        if metric not in known
    }


def notes_of_quality(flow: Flow) -> dict[Metric, Text]:
    """How many activities state no chance or emissions where others do, and no system or mode."""
    activities = [step for step in flow.steps.values() if isinstance(step, Activity)]
    found: dict[Metric, Text] = {}
    for metric in CHANCES:
        silent = sum(not stated(step, metric) for step in activities)
        if 0 < silent < len(activities):
            found[metric] = _counted(silent, len(activities))
    silent = sum(step.emissions is None for step in activities)
    if 0 < silent < len(activities):
        found[Metric.EMISSIONS] = _counted(silent, len(activities))
    if unknown := unknown_steps(flow):
        found[Metric.ONLINE_RATE] = named(unknown).inserted_into(
            zh="系统和方式均未写明，未计入：{}", en="left out, since they name neither a system nor a mode: {}"
        )
    return found


def _counted(silent: int, all_: int) -> Text:
    return Text(
        zh=f"{all_} 步作业里有 {silent} 步未写，按 0 计",
        en=f"{silent} of {all_} activities do not say, which counts as none",
    )


def _emissions(flow: Flow) -> dict[Metric, Text]:
    """Why there are no emissions, where there are none."""
    if wrong := in_another_unit(flow.steps.values()):
        reason = named(wrong).inserted_into(
            zh="{}的碳排放不是二氧化碳当量的质量", en="the emissions of {} are in no mass of CO2 equivalent"
        )
        return {Metric.EMISSIONS: reason}
    says = any(isinstance(step, Activity) and step.emissions is not None for step in flow.steps.values())
    return {} if says else {Metric.EMISSIONS: _NO_EMISSIONS}


def _online(flow: Flow) -> dict[Metric, Text]:
    """Why there is no online rate, where there is none."""
    return {} if any(map(is_known, flow.steps.values())) else {Metric.ONLINE_RATE: _NO_SYSTEM}
