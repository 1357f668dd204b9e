"""Where data has been before a step of a flow, and which steps may carry it on by hand."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sevenstep.chain.flow_graph import following
from sevenstep.model.choices import Mode
from sevenstep.model.step7_flows import Activity, Flow

Held = tuple[str, str]
"""A data object in a system, by their ids."""


def activities(flow: Flow) -> Iterator[Activity]:
    """The activities of the flow, in the order they are written."""
    return (node for node in flow.steps.values() if isinstance(node, Activity))


def written_in(activity: Activity) -> tuple[Held, ...]:
    """The data that the activity puts into its system; none where it has no system."""
    return tuple((data, activity.system) for data in activity.writes) if activity.system else ()


@dataclass(frozen=True, slots=True)
class Ways:
    """For each step of a flow: the data in systems that a case can have met before it."""

    places: Mapping[str, tuple[tuple[int, str], ...]]
    """For each data object the systems that it is put into, in the order of the flow, with their bits."""
    bits: Mapping[str, int]

    def holding(self, step: str, data: str) -> Iterator[str]:
        """The systems in which the data is met there, in the order of the flow."""
        bits = self.bits[step]
        return (system for place, system in self.places.get(data, ()) if bits >> place & 1)

    def of(self, step: str, data: str, other_than: str | None) -> str | None:
        """The first system (in the order of the flow) in which the data is met there, other than the one named."""
        return next((system for system in self.holding(step, data) if system != other_than), None)


def before(flow: Flow) -> Ways:
    """What activities before each step have put into systems."""
    return _ways(
        flow, {activity.name: written_in(activity) for activity in activities(flow)}, following(flow), list(flow.steps)
    )


def _ways(flow: Flow, own: Mapping[str, tuple[Held, ...]], leads_to: Mapping[str, list[str]], names: list[str]) -> Ways:
    """Spreads what each step has along the arrows until nothing changes.

    One bit for each pair of data and system, not a set of steps for each step: a flow of thousands stays small.
    """
    order = tuple(dict.fromkeys(held for name in flow.steps for held in own.get(name, ())))
    places = {held: 1 << place for place, held in enumerate(order)}
    having = {name: sum({places[held] for held in own.get(name, ())}) for name in names}
    met = dict.fromkeys(names, 0)
    waiting = deque(names)
    while waiting:
        name = waiting.popleft()
        passed_on = met[name] | having[name]
        for follower in leads_to.get(name, ()):
            if follower in met and passed_on & ~met[follower]:
                met[follower] |= passed_on
                waiting.append(follower)
    by_data: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, (data, system) in enumerate(order):
        by_data[data].append((place, system))
    return Ways({data: tuple(held) for data, held in by_data.items()}, met)


def may_carry(flow: Flow) -> Iterator[tuple[Activity, str]]:
    """Steps at which a person puts something into a system, with the data that another system may hold before and that
    the person reads or writes there."""
    met = before(flow)
    for activity in activities(flow):
        if activity.system and activity.writes and activity.mode in {Mode.MANUAL, None}:
            for data in dict.fromkeys((*activity.reads, *activity.writes)):
                if met.of(activity.name, data, activity.system) is not None:
                    yield activity, data
