"""The emissions of a flow in one unit: kilograms of CO2 equivalent, in whatever mass of it they were written."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from sevenstep.analysis.units import convert, is_emissions, of_a_case
from sevenstep.memory import per_element
from sevenstep.model.quantity import Quantity
from sevenstep.model.step7_flows import Activity, Flow, Node

UNIT: Final = "kgCO2e"
"""The unit of all emissions in results."""


@per_element
def emissions(flow: Flow) -> dict[str, Quantity]:
    """What the activities of a flow emit, by id; those in another unit are left out."""
    wrong = {node.id for node in in_another_unit(flow.steps.values())}
    return {node.id: _in_kilograms(said) for node, said in _stated(flow.steps.values()) if node.id not in wrong}


def in_another_unit(nodes: Iterable[Node]) -> list[Node]:
    """The steps whose emissions are in no mass of CO2 equivalent."""
    return [node for node, said in _stated(nodes) if not is_emissions(of_a_case(said.unit))]


def _stated(nodes: Iterable[Node]) -> Iterator[tuple[Node, Quantity]]:
    for node in nodes:
        if isinstance(node, Activity) and node.emissions is not None:
            yield node, node.emissions


def _in_kilograms(said: Quantity) -> Quantity:
    unit = of_a_case(said.unit)
    return replace(said, points=tuple(convert(point, unit, UNIT) for point in said.points), unit=UNIT)
