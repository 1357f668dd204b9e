"""What becomes of the reading and writing of data from the flows of today to those of the design."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from sevenstep.chain.graph import Chain
from sevenstep.chain.item_order import item_order
from sevenstep.memory import per_chain
from sevenstep.model.choices import Variant
from sevenstep.model.step7_flows import Activity, Flow

Does = Literal["writes", "reads"]
"""The relation of an activity to data."""


@dataclass(frozen=True, slots=True)
class DataTouch:
    """An activity that writes or reads a data object, in which variants; `activity` is that of today, if there is one.

    An activity of the design is the same as one of today where both belong to one item and have one title.
    """

    data: str
    does: Does
    matter: str
    """The item that its flows detail; the flow where it details none."""
    activity: str
    variants: frozenset[Variant]


@per_chain
def data_touches(chain: Chain) -> tuple[DataTouch, ...]:
    """Every writing and reading of data, in the order of the business, of the steps and of what they name."""
    found: dict[tuple[str, Does, str, str], tuple[str, set[Variant]]] = {}
    for flow in _in_order(chain):
        matter = flow.details if flow.details in chain.elements and flow.details is not None else flow.id
        for node in flow.steps.values():
            if isinstance(node, Activity):
                title = node.title.for_language("zh")
                for does, data in _named(chain, node):
                    touched = found.setdefault((data, does, matter, title), (node.id, set()))
                    touched[1].add(flow.variant)
    return tuple(
        DataTouch(data, does, matter, activity, frozenset(variants))
        for (data, does, matter, _), (activity, variants) in found.items()
    )


def _in_order(chain: Chain) -> list[Flow]:
    """Flows by the order of the business, those of today before those of the design."""
    place, variants = item_order(chain), list(Variant)
    flows = list(chain.engagement.of(Flow))
    return sorted(flows, key=lambda flow: (place.get(flow.details or "", len(place)), variants.index(flow.variant)))


def _named(chain: Chain, node: Activity) -> Iterator[tuple[Does, str]]:
    for data in node.writes:
        if data in chain.elements:
            yield "writes", data
    for data in node.reads:
        if data in chain.elements:
            yield "reads", data


def variants_of(touches: Iterable[DataTouch]) -> frozenset[Variant]:
    """In which variants any of them happens."""
    return frozenset(variant for touch in touches for variant in touch.variants)


@per_chain
def systems_with_data(chain: Chain) -> frozenset[str]:
    """The systems in which any step writes or reads data."""
    doers = (chain.elements[touch.activity] for touch in data_touches(chain))
    systems = {doer.system for doer in doers if isinstance(doer, Activity) and doer.system is not None}
    return frozenset(systems & chain.elements.keys())
