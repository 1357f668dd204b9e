"""How much of a flow is done in systems: steps that name one, of those that say how they are done.

A step counts as often as the mean case passes it. It is online where it names a system, by hand there or not; it is
offline where it only says its mode. What says neither is not known, and left out.
"""

from collections.abc import Collection, Iterable, Mapping

from sevenstep.analysis.results import StepMetrics
from sevenstep.model.step7_flows import Activity, Flow


def is_known(step: object) -> bool:
    """Whether a step says how it is done: in a system, or by hand or not."""
    return isinstance(step, Activity) and (step.system is not None or step.mode is not None)


def unknown_steps(flow: Flow) -> list[Activity]:
    """The activities that say neither a system nor a mode."""
    return [step for step in flow.steps.values() if isinstance(step, Activity) and not is_known(step)]


def online_visits(flow: Flow, steps: Mapping[str, StepMetrics], of: Collection[str] = ()) -> tuple[float, float]:
    """How many steps of the mean case are done in a system, and how many say how they are done."""
    known = [
        (step.system is not None, steps[name].visits)
        for name, step in flow.steps.items()
        if isinstance(step, Activity) and is_known(step) and (not of or name in of) and name in steps
    ]
    return _sum(visits for is_online, visits in known if is_online), _sum(visits for _, visits in known)


def _sum(numbers: Iterable[float]) -> float:
    return sum(numbers, start=0.0)
