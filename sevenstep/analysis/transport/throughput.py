"""How much can pass between two places over all ways together, and what binds it: a largest flow and a smallest cut."""

from collections.abc import Mapping
from typing import Any

from sevenstep.analysis.transport.passages import Ground
from sevenstep.analysis.transport.results import Load, Throughput
from sevenstep.analysis.units import UnlikeUnits, convert


def unit_of_capacity(loads: Mapping[str, Load]) -> str:
    """The unit of the first capacity: the others are told in it."""
    return next((load.unit for load in loads.values() if load.capacity is not None), "")


def flow_graph(ground: Ground, loads: Mapping[str, Load], unit: str) -> Any:
    """What runs, each place and link as an arrow from its way in to its way out that lets its capacity through."""
    import networkx

    graph: Any = networkx.DiGraph()
    for key in ground.passages:
        if key in ground.runs:
            capacity = _told(loads.get(key), unit)
            bound = {} if capacity is None else {"capacity": capacity}
            graph.add_edge((key, "in"), (key, "out"), **bound)
    for place, joins in ground.joins.items():
        for link, there in joins:
            if {place, link, there} <= ground.runs:
                graph.add_edge((place, "out"), (link, "in"))
                graph.add_edge((link, "out"), (there, "in"))
    return graph


def throughput(graph: Any, start: str, end: str, unit: str) -> Throughput | None:
    """What can pass from one place to another; None where no way leads there, or one has no capacity on it at all."""
    import networkx

    source, sink = (start, "in"), (end, "out")
    if source not in graph or sink not in graph or start == end or not networkx.has_path(graph, source, sink):
        return None
    try:
        most, (before, _) = networkx.minimum_cut(graph, source, sink)
    except networkx.NetworkXUnbounded:
        return None
    cut = [key for key, side in before if side == "in" and (key, "out") not in before]
    order = {key: position for position, (key, _) in enumerate(graph)}
    return Throughput(float(most), unit, tuple(sorted(cut, key=order.__getitem__)))


def is_told(load: Load, unit: str) -> bool:
    """Whether its capacity, if it has one, can be told in the unit."""
    return load.capacity is None or _told(load, unit) is not None


def _told(load: Load | None, unit: str) -> float | None:
    if load is None or load.capacity is None:
        return None
    try:
        return convert(load.capacity, load.unit, unit)
    except UnlikeUnits:
        return None
