"""The systems of today as a list: what is done in each, who enters what, what is entered again, what becomes of it.

All of it follows from flows and items; nothing is declared for it.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from sevenstep.analysis.choices import Fate
from sevenstep.analysis.findings.data_ways import Ways, activities, before
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.choices import Mode, Variant
from sevenstep.model.step7_flows import Activity, Flow, System

_BY_HAND = frozenset({Mode.MANUAL, None})


@dataclass(frozen=True, slots=True)
class DataEntry:
    """An activity that puts data into the system: who, which, how. `again` are those data that another system has
    before, with that system, where a person types them."""

    activity: str
    actor: str | None
    data: tuple[str, ...]
    mode: Mode | None
    again: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Transfer:
    """Data that comes from one system into another, carried by a person or not."""

    source: str
    target: str
    data: tuple[str, ...]
    by_hand: bool


@dataclass
class Platform:
    """A system, its activities as is and to be, and all that is told of it."""

    system: str
    fate: Fate = Fate.UNUSED
    now: list[str] = field(default_factory=list)
    then: list[str] = field(default_factory=list)
    entries: list[DataEntry] = field(default_factory=list)
    transfers: list[Transfer] = field(default_factory=list)
    keeps: tuple[str, ...] = ()
    items: tuple[str, ...] = ()

    @property
    def again(self) -> int:
        """How many data are typed into it that another system has, each activity for itself."""
        return sum(len(entry.again) for entry in self.entries)


@per_chain
def platforms(chain: Chain) -> dict[str, Platform]:
    """Every system, in the order of the files. Time grows with the arrows times the data in systems."""
    found = {system.id: Platform(system.id) for system in chain.engagement.of(System)}
    moved: dict[tuple[str, str, bool], dict[str, None]] = defaultdict(dict)
    for flow in chain.engagement.of(Flow):
        met = before(flow) if flow.variant == Variant.AS_IS else None
        for activity in activities(flow):
            platform = found.get(activity.system or "")
            if platform is None:
                continue
            if met is None:
                platform.then.append(activity.id)
                continue
            platform.now.append(activity.id)
            for data, source in _coming(activity, met):
                if source in found:
                    moved[source, platform.system, activity.mode in _BY_HAND][data] = None
            if activity.writes:
                platform.entries.append(_entry(flow, activity, met))
    for (source, target, by_hand), brought in moved.items():
        for end in (source, target):
            found[end].transfers.append(Transfer(source, target, tuple(brought), by_hand))
    for platform in found.values():
        platform.fate = _fate(chain, platform)
        platform.keeps = tuple(data.id for data in chain.holders(platform.system, "kept-in"))
        platform.items = tuple(dict.fromkeys(_items(chain, platform)))
    return found


def _coming(activity: Activity, met: Ways) -> Iterator[tuple[str, str]]:
    """The data that an activity brings into its system from another one: it puts something in, and uses what that has.

    What is only looked at comes into no system.
    """
    if not activity.writes:
        return
    for data in dict.fromkeys((*activity.reads, *activity.writes)):
        source = met.of(activity.name, data, activity.system)
        if source is not None:
            yield data, source


def _entry(flow: Flow, activity: Activity, met: Ways) -> DataEntry:
    again = tuple(
        (data, source)
        for data in dict.fromkeys(activity.writes)
        if activity.mode in _BY_HAND and (source := met.of(activity.name, data, activity.system)) is not None
    )
    data = tuple(dict.fromkeys(activity.writes))
    return DataEntry(activity.id, flow.lanes[activity.name], data, activity.mode, again)


def _fate(chain: Chain, platform: Platform) -> Fate:
    """A system goes only where everything that is done in it today has a design without it."""
    if not platform.now:
        return Fate.NEW if platform.then else Fate.UNUSED
    if platform.then:
        return Fate.STAYS
    flows = {key.rpartition("/")[0] for key in platform.now}
    return Fate.GOES if all(_has_design(chain, flow) for flow in flows) else Fate.OPEN


def _has_design(chain: Chain, key: str) -> bool:
    flow = chain.elements.get(key)
    item = flow.details if isinstance(flow, Flow) else None
    others = chain.holders(item, "details") if item is not None else ()
    return any(isinstance(other, Flow) and other.variant == Variant.TO_BE for other in others)


def _items(chain: Chain, platform: Platform) -> Iterator[str]:
    """The items that name the system, and those in whose flows of today something is done in it."""
    yield from (item.id for item in chain.holders(platform.system, "needs-system"))
    for key in platform.now:
        flow = chain.elements.get(key.rpartition("/")[0])
        if isinstance(flow, Flow) and flow.details in chain.elements and flow.details is not None:
            yield flow.details
