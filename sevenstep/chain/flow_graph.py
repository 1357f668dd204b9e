"""The arrows of a flow as a graph: what follows what, what is reached, and what every way passes."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, TypeVar

from sevenstep.model.step7_flows import Flow

Name = TypeVar("Name", bound=Hashable)


def of_type(flow: Flow, kind: str) -> list[str]:
    """The names of the nodes of that type."""
    return [name for name, node in flow.steps.items() if node.type == kind]


def following(flow: Flow) -> dict[str, list[str]]:
    """The nodes that each node leads to; what it leads to in vain is left out."""
    found: dict[str, list[str]] = {}
    for arrow in flow.sequence_flows:
        if arrow.target in flow.steps:
            found.setdefault(arrow.source, []).append(arrow.target)
    return found


def preceding(flow: Flow) -> dict[str, list[str]]:
    """The nodes that lead to each node."""
    found: dict[str, list[str]] = {}
    for arrow in flow.sequence_flows:
        found.setdefault(arrow.target, []).append(arrow.source)
    return found


def reached(starts: Iterable[Name], neighbours: Mapping[Name, list[Name]]) -> set[Name]:
    """The nodes that can be reached from `starts`, those included."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        for name in neighbours.get(waiting.pop(), ()):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return found


def loops(flow: Flow) -> list[set[str]]:
    """The nodes that lead to each other and back, those of one knot of loops together. Time grows with the arrows."""
    import networkx

    ahead = following(flow)
    graph: Any = networkx.DiGraph()
    graph.add_edges_from((source, target) for source, targets in ahead.items() for target in targets)
    rounds = networkx.strongly_connected_components(graph)
    return [names for names in rounds if len(names) > 1 or any(name in ahead.get(name, ()) for name in names)]


def forwards(flow: Flow) -> dict[str, list[str]]:
    """The nodes that each node leads to on the way forward, every node behind those that lead to it.

    In a loop, arrows to what is written further up lead back and are left out, as are those that lead nowhere.
    """
    import networkx

    at = {name: place for place, name in enumerate(flow.steps)}
    knot = {name: number for number, names in enumerate(loops(flow)) for name in names}
    graph: Any = networkx.DiGraph()
    graph.add_nodes_from(at)
    for arrow in flow.sequence_flows:
        source, target = arrow.source, arrow.target
        is_back = knot.get(source, -1) == knot.get(target, -2) and at[target] <= at[source]
        if target in at and not is_back:
            graph.add_edge(source, target)
    return {name: list(graph.successors(name)) for name in networkx.topological_sort(graph)}


def in_loops(flow: Flow) -> set[str]:
    """The nodes that a case can come back to."""
    return set().union(*loops(flow))


def leads_nowhere(flow: Flow) -> bool:
    """Whether an arrow of the flow names a node that is not there."""
    return any(arrow.target not in flow.steps for arrow in flow.sequence_flows)


def is_connected(flow: Flow) -> bool:
    """Whether the flow starts and ends, and every node lies on a way from a start to an end."""
    starts, ends = of_type(flow, "start"), of_type(flow, "end")
    if not starts or not ends or leads_nowhere(flow):
        return False
    count = len(flow.steps)
    return len(reached(starts, following(flow))) == count == len(reached(ends, preceding(flow)))


def last_before(flow: Flow) -> dict[str, str]:
    """For each node, the last other node that every way from the starts to it passes, where there is one."""
    return dominators(of_type(flow, "start"), following(flow))


def first_after(flow: Flow) -> dict[str, str]:
    """For each node, the first other node that every way from it to the ends passes, where there is one."""
    return dominators(of_type(flow, "end"), preceding(flow))


def dominators(first: Iterable[Name], neighbours: Mapping[Name, list[Name]]) -> dict[Name, Name]:
    """For each node, the last other node that every way from `first` to it passes, where there is one."""
    import networkx

    graph: Any = networkx.DiGraph()
    outside = object()
    graph.add_edges_from((outside, name) for name in first)
    graph.add_edges_from((source, target) for source, targets in neighbours.items() for target in targets)
    found: Mapping[Any, Any] = networkx.immediate_dominators(graph, outside)
    return {
        name: above
        for name, above in found.items()
        if name is not outside and above is not None and above is not outside and above != name
    }
