"""Which interfaces carry what the flows exchange, what none carries, and which carry nothing that anybody needs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sevenstep.analysis.blueprint.exchanges import DataExchange, data_exchanges, written_in
from sevenstep.analysis.blueprint.networks import Network, network, open_interfaces
from sevenstep.analysis.blueprint.path_exchanges import PathExchange, path_exchanges
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


@dataclass(frozen=True, slots=True)
class PathCarried:
    """The same of what an exchange of a path asks for."""

    exchange: PathExchange
    by: tuple[str, ...]


@per_chain
def carried(chain: Chain) -> tuple[Carried, ...]:
    """Every exchange with the shortest way over interfaces that carry its data.

    What is exchanged today goes over what runs today; what a person types goes over none.
    """
    ways = _ways(chain)
    return tuple(
        Carried(one, () if one.by_hand else ways.over(one.data, one.variant, one.source, one.target))
        for one in data_exchanges(chain)
    )


@per_chain
def carried_on_paths(chain: Chain) -> tuple[PathCarried, ...]:
    """What exchanges of paths ask for and no flow says already, with the shortest way as above.

    What gets from the sender's system to the receiver's without the system named is not lacking.
    """
    ways = _ways(chain)
    said = {(one.source, one.target, one.data, one.variant) for one in data_exchanges(chain)}

    def is_there(one: PathExchange) -> bool:
        if (one.source, one.target, one.data, one.variant) in said:
            return True
        if one.around is None:
            return False
        return (*one.around, one.data, one.variant) in said or bool(ways.over(one.data, one.variant, *one.around))

    return tuple(
        PathCarried(one, ways.over(one.data, one.variant, one.source, one.target))
        for one in path_exchanges(chain)
        if not is_there(one)
    )


@per_chain
def _ways(chain: Chain) -> "_Ways":
    return _Ways(chain)


class _Ways:
    """The ways of data over open interfaces; what has been looked for once is kept."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self.able = _able(open_interfaces(chain))
        self.networks: dict[tuple[str, Variant], Network] = {}
        self.reached: dict[tuple[str, str, Variant], dict[str, str | None]] = {}

    def over(self, data: str, variant: Variant, source: str, target: str) -> tuple[str, ...]:
        """The interfaces up to the first one that leads into the tree of the target."""
        place = (data, variant)
        if place not in self.networks:
            every = (*self.able.get(data, ()), *self.able.get("", ()))
            self.networks[place] = network(self.chain, (each for each in every if _serves(each, variant)))
        among, start = self.networks[place], (source, *place)
        if start not in self.reached:
            self.reached[start] = among.reached([source])
        reached = self.reached[start]
        last = next((one for one in reached if akin(self.chain, among.ends[one][1], target)), None)
        way: list[str] = []
        while last is not None:
            way.append(last)
            last = reached[last]
        return tuple(reversed(way))


def _serves(interface: Interface, variant: Variant) -> bool:
    return not interface.is_by_hand and (variant == Variant.TO_BE or interface.state is Running.RUNNING)


def _able(interfaces: Iterable[Interface]) -> Mapping[str, list[Interface]]:
    """Interfaces by the data that they carry; under no name those that do not say: they may carry any."""
    found: dict[str, list[Interface]] = defaultdict(list)
    for interface in interfaces:
        for data in interface.data or ("",):
            found[data].append(interface)
    return found


@per_chain
def unused(chain: Chain) -> tuple[Interface, ...]:
    """The interfaces whose data nobody needs where it goes, or nobody has where it comes from.

    Data is had where a step writes it and where it is kept; it is needed where a step reads or writes it, where it is
    kept and where a service that needs it runs or is used; and both where a path hands it over. What does not say its
    data is not judged.
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
    for asked in path_exchanges(chain):
        found[asked.data].add(asked.source)
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
    for asked in path_exchanges(chain):
        found[asked.data].add(asked.target)
    for service in chain.engagement.of(Service):
        for system in (service.hosted_in or "", *service.used_by):
            if isinstance(chain.elements.get(system), System):
                for key in service.data:
                    found[key].add(system)
    return found
