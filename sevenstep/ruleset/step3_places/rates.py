"""The amounts that are said of places, links and routes."""

from collections.abc import Iterator

from sevenstep.analysis.units import measure
from sevenstep.chain.graph import Chain
from sevenstep.model.quantity import Quantity
from sevenstep.model.step3_places import Route, Traffic, TransportLink


def rates(chain: Chain) -> Iterator[tuple[str, str, Quantity]]:
    """What is for a unit of time: the element, the field, the amount."""
    for element in chain.elements.values():
        if isinstance(element, Traffic):
            found = {"capacity": element.capacity, "load": element.load}
        elif isinstance(element, Route):
            found = {"volume": element.volume}
        else:
            continue
        yield from ((element.id, key, amount) for key, amount in found.items() if amount is not None)


def amounts(chain: Chain) -> Iterator[tuple[str, str, Quantity]]:
    """Everything that cannot be below zero."""
    yield from rates(chain)
    for element in chain.elements.values():
        if isinstance(element, Traffic) and element.cost is not None:
            yield element.id, "cost", element.cost
        if isinstance(element, TransportLink) and element.distance is not None:
            yield element.id, "distance", element.distance


def is_per_time(amount: Quantity) -> bool:
    """Whether it is so much in a unit of time."""
    return any(name in {"hour", "working_day"} and power == -1 for name, power in measure(amount.unit).dimensions)
