"""The inventory of data over all flows: who writes and who reads each data object, where it is first captured, and
where it is entered again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sevenstep.chain.graph import Chain
from sevenstep.chain.item_order import item_order
from sevenstep.memory import per_chain
from sevenstep.model.choices import Mode, Variant
from sevenstep.model.step7_flows import Activity, DataObject, Flow


@dataclass(frozen=True, slots=True)
class DataUse:
    """What the flows of one variant do with a data object, all by their ids.

    `writers` and `readers` are actors. `captured` is the first step that writes it, in the order of the items and of
    their steps; `again` are the later ones at which a person puts it into a system that did not have it yet.
    """

    items: tuple[str, ...] = ()
    flows: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    captured: str | None = None
    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DataEntry:
    """A data object in the inventory, as it is and as it shall be."""

    data: str
    as_is: DataUse
    to_be: DataUse

    def of(self, variant: Variant) -> DataUse:
        return self.as_is if variant is Variant.AS_IS else self.to_be

    @property
    def flows(self) -> tuple[str, ...]:
        return (*self.as_is.flows, *self.to_be.flows)

    @property
    def items(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.as_is.items, *self.to_be.items)))


@dataclass(slots=True)
class _Gathered:
    items: dict[str, None] = field(default_factory=dict)
    flows: dict[str, None] = field(default_factory=dict)
    writers: dict[str, None] = field(default_factory=dict)
    readers: dict[str, None] = field(default_factory=dict)
    captured: str | None = None
    again: list[str] = field(default_factory=list)
    systems: set[str] = field(default_factory=set)

    def finished(self) -> DataUse:
        return DataUse(
            tuple(self.items),
            tuple(self.flows),
            tuple(self.writers),
            tuple(self.readers),
            self.captured,
            tuple(self.again),
        )


@per_chain
def data_inventory(chain: Chain) -> Mapping[str, DataEntry]:
    """Every data object with its uses, by id, in the order of the files. Time grows with what activities use."""
    found: dict[tuple[str, Variant], _Gathered] = {}
    for item, flow in _flows(chain):
        for name, node in flow.steps.items():
            if isinstance(node, Activity):
                _gather(found, item, flow, node, flow.lanes[name])
    return {
        data.id: DataEntry(
            data.id,
            *(found.get((data.id, variant), _Gathered()).finished() for variant in (Variant.AS_IS, Variant.TO_BE)),
        )
        for data in chain.engagement.of(DataObject)
    }


def _flows(chain: Chain) -> Iterator[tuple[str | None, Flow]]:
    """The flows with their items, in the order of the items; those of none at the end."""
    order = item_order(chain)
    flows = [(flow.details if flow.details in order else None, flow) for flow in chain.engagement.of(Flow)]
    last = len(order)
    return iter(sorted(flows, key=lambda pair: last if pair[0] is None else order[pair[0]]))


def _gather(
    found: dict[tuple[str, Variant], _Gathered], item: str | None, flow: Flow, node: Activity, actor: str | None
) -> None:
    for uses, is_written in ((node.reads, False), (node.writes, True)):
        for data in dict.fromkeys(uses):
            here = found.setdefault((data, flow.variant), _Gathered())
            here.flows[flow.id] = None
            if item is not None:
                here.items[item] = None
            if actor is not None:
                (here.writers if is_written else here.readers)[actor] = None
            if is_written:
                _written(here, node)


def _written(here: _Gathered, node: Activity) -> None:
    if here.captured is None:
        here.captured = node.id
    elif node.system is not None and node.system not in here.systems and node.mode in {Mode.MANUAL, None}:
        here.again.append(node.id)
    if node.system is not None:
        here.systems.add(node.system)
