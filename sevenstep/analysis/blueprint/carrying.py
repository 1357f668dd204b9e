"""Which interfaces carry what the flows exchange, what none carries, and which carry nothing that anybody needs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sevenstep.analysis.blueprint.exchanges import DataExchange, data_exchanges, written_in
from sevenstep.analysis.blueprint.networks import Network, network, open_interfaces
from sevenstep.analysis.blueprint.system_trees import akin
from sevenstep.analysis.findings.data_ways import activities
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.choices import Running, Variant
from sevenstep.model.frames.interface import Interface
from sevenstep.model.frames.service import Service
from sevenstep.model.step7_flows import DataObject, Flow, System


@dataclass(frozen=True, slots=True)
class Carried:
    """An exchange, and the interfaces over which it goes, one after the other; none where nothing carries it."""

    exchange: DataExchange
    by: tuple[str, ...]


@per_chain
def carried(chain: Chain) -> tuple[Carried, ...]:
    """Every exchange with the shortest way over interfaces that carry its data.

    What is exchanged today goes over what runs today; what a person types goes over none.
    """
    networks: dict[tuple[str, Variant], Network] = {}
    reached: dict[tuple[str, str, Variant], dict[str, str | None]] = {}
    able = _able(open_interfaces(chain))
    found = []
    for one in data_exchanges(chain):
        if one.by_hand:
            found.append(Carried(one, ()))
            continue
        place = (one.data, one.variant)
        if place not in networks:
            every = (*able.get(one.data, ()), *able.get("", ()))
            networks[place] = network(chain, (each for each in every if _serves(each, one.variant)))
        start = (one.source, *place)
        if start not in reached:
            reached[start] = networks[place].reached([one.source])
        found.append(Carried(one, _way(chain, networks[place], reached[start], one.target)))
    return tuple(found)


def _serves(interface: Interface, variant: Variant) -> bool:
    return not interface.is_by_hand and (variant == Variant.TO_BE or interface.state is Running.RUNNING)


def _able(interfaces: Iterable[Interface]) -> Mapping[str, list[Interface]]:
    """Interfaces by the data that they carry; under no name those that do not say: they may carry any."""
    found: dict[str, list[Interface]] = defaultdict(list)
    for interface in interfaces:
        for data in interface.data or ("",):
            found[data].append(interface)
    return found


def _way(chain: Chain, among: Network, reached: Mapping[str, str | None], target: str) -> tuple[str, ...]:
    """The interfaces up to the first one that leads into the tree of the target."""
    last = next((one for one in reached if akin(chain, among.ends[one][1], target)), None)
    way: list[str] = []
    while last is not None:
        way.append(last)
        last = reached[last]
    return tuple(reversed(way))


@per_chain
def unused(chain: Chain) -> tuple[Interface, ...]:
    """The interfaces whose data nobody needs where it goes, or nobody has where it comes from.

    Data is had where a step writes it and where it is kept; it is needed where a step reads or writes it, where it is
    kept and where a service that needs it runs or is used. What does not say its data is not judged.
    """
    if not any(activity.system for flow in chain.engagement.of(Flow) for activity in activities(flow)):
        return ()
    having, needing = _having(chain), _needing(chain)
    by_data: dict[str, list[Interface]] = defaultdict(list)
    for interface in open_interfaces(chain):
        for data in interface.data:
            by_data[data].append(interface)
    used: set[str] = set()
    for data, interfaces in by_data.items():
        onwards = network(chain, interfaces).reached(sorted(having[data]))
        back = network(chain, interfaces, backwards=True).reached(sorted(needing[data]))
        used |= onwards.keys() & back.keys()
    return tuple(one for one in open_interfaces(chain) if one.data and one.id not in used)


def _having(chain: Chain) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for homes in written_in(chain).values():
        for data, systems in homes.items():
            found[data] |= systems
    for data, system in _kept(chain):
        found[data].add(system)
    return found


def _kept(chain: Chain) -> Iterator[tuple[str, str]]:
    for data in chain.engagement.of(DataObject):
        if isinstance(chain.elements.get(data.system_of_record or ""), System):
            yield data.id, data.system_of_record or ""


def _needing(chain: Chain) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for flow in chain.engagement.of(Flow):
        for activity in activities(flow):
            if isinstance(chain.elements.get(activity.system or ""), System):
                for data in (*activity.reads, *activity.writes):
                    found[data].add(activity.system or "")
    for data, system in _kept(chain):
        found[data].add(system)
    for service in chain.engagement.of(Service):
        for system in (service.hosted_in or "", *service.used_by):
            if isinstance(chain.elements.get(system), System):
                for key in service.data:
                    found[key].add(system)
    return found
