"""Which flows, paths and routes each regulation is met on, and whose areas lie in whose."""

from collections.abc import Iterator, Mapping

from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
from sevenstep.language import Text
from sevenstep.memory import per_chain
from sevenstep.model.step3_places import TransportLink, TransportPlace
from sevenstep.model.step3_regulations import Regulation
from sevenstep.model.step7_flows import Activity, DataObject, System


@per_chain
def bound_by(chain: Chain) -> Mapping[str, tuple[str, ...]]:
    """By regulation: the elements it binds and the steps that are done only for it, each once."""
    return {
        regulation.id: tuple(
            dict.fromkeys(
                (
                    *(element.id for element in chain.targets(regulation.id, "binds")),
                    *(step.id for step in chain.holders(regulation.id, "required-by")),
                )
            )
        )
        for regulation in chain.engagement.of(Regulation)
    }


@per_chain
def met_on(chain: Chain) -> Mapping[str, tuple[str, ...]]:
    """By regulation: the flows, paths and routes on which cases meet it, in the order of the model.

    Flows that hold a step it binds or that is done for it, or use its data or systems; paths that connect its functions
    or hand over its data; routes over its places and links. A flow is not met by its function alone: all flows of a
    scenario share the functions of its paths. Time grows with the links that lead there.
    """
    order = {key: place for place, key in enumerate(chain.elements)}
    return {
        regulation: tuple(
            sorted(
                {way for element in elements for way in _ways(chain, element)},
                key=lambda key: order[key],
            )
        )
        for regulation, elements in bound_by(chain).items()
    }


def _ways(chain: Chain, element: str) -> Iterator[str]:
    match chain.elements[element]:
        case Activity():
            yield element.rpartition("/")[0]
        case DataObject():
            yield from (step.id.rpartition("/")[0] for step in chain.holders(element, "reads", "writes"))
            yield from (path.id for path in chain.holders(element, "hands-data"))
        case System():
            yield from (step.id.rpartition("/")[0] for step in chain.holders(element, "done-in"))
        case TransportPlace() | TransportLink():
            yield from (route.id for route in chain.holders(element, "route-over", "route-from", "route-to"))
        case _:
            yield from (path.id for path in chain.holders(element, "connects"))


def area_title(chain: Chain, regulation: Regulation) -> Text:
    """What its jurisdiction is called; nothing where it names none."""
    if regulation.jurisdiction is not None:
        element = chain.elements.get(regulation.jurisdiction)
        return element.title if element is not None else Text(plain=regulation.jurisdiction)
    return regulation.jurisdiction_name or Text(plain="")


@per_chain
def areas_above(chain: Chain) -> Mapping[str, tuple[str, ...]]:
    """By area: those in which it lies, the nearest first. What is no element of a tree lies in none."""
    found = tree(chain, "actor-parent")
    areas = {regulation.area for regulation in chain.engagement.of(Regulation)}
    return {area: tuple(found.above(area)) for area in areas if area in found.parent}
