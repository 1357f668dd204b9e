"""Data that has to get from one system into another, as the flows of today and of the design have it.

A step needs data in its system that it reads or writes there. Where the data is in no system of the same tree by then,
but another system has it, it has to come from there: a person types it in, or an interface carries it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sevenstep.analysis.blueprint.system_trees import akin
from sevenstep.analysis.findings.data_ways import Ways, activities, before
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.choices import Mode, Variant
from sevenstep.model.step7_flows import Activity, DataObject, Flow, System

BY_HAND = frozenset({Mode.MANUAL, None})
"""How a step is done that a person does without help of the system."""


@dataclass(frozen=True, slots=True)
class DataExchange:
    """A data object that gets from one system into another in one variant: at which steps, by a person or not."""

    source: str
    target: str
    data: str
    variant: Variant
    by_hand: bool
    steps: tuple[str, ...]


@per_chain
def data_exchanges(chain: Chain) -> tuple[DataExchange, ...]:
    """Every exchange, in the order of flows and steps. Time grows with the arrows times the data in systems."""
    found: dict[tuple[str, str, str, Variant, bool], list[str]] = defaultdict(list)
    homes = written_in(chain)
    for flow in chain.engagement.of(Flow):
        met = before(flow)
        for activity in activities(flow):
            for source, data in _coming(chain, activity, met, homes[flow.variant]):
                by_hand = activity.mode in BY_HAND and bool(activity.writes)
                if flow.variant == Variant.AS_IS and activity.mode in BY_HAND and not by_hand:
                    continue  # today a person looks at it, wherever it is
                found[source, activity.system or "", data, flow.variant, by_hand].append(activity.id)
    return tuple(DataExchange(*key, tuple(steps)) for key, steps in found.items())


@per_chain
def written_in(chain: Chain) -> Mapping[Variant, Mapping[str, frozenset[str]]]:
    """The systems into which any step of a variant puts each data object."""
    found: dict[Variant, dict[str, set[str]]] = {variant: defaultdict(set) for variant in Variant}
    for flow in chain.engagement.of(Flow):
        for activity in activities(flow):
            if isinstance(chain.elements.get(activity.system or ""), System):
                for data in activity.writes:
                    found[flow.variant][data].add(activity.system or "")
    return {variant: {data: frozenset(at) for data, at in homes.items()} for variant, homes in found.items()}


def _coming(
    chain: Chain, activity: Activity, met: Ways, homes: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """The data that has to come into the system of the activity, with where it comes from."""
    system = activity.system or ""
    if not isinstance(chain.elements.get(system), System):
        return
    for key in dict.fromkeys((*activity.reads, *activity.writes)):
        data = chain.elements.get(key)
        if isinstance(data, DataObject):
            source = _source(chain, data, activity, met, homes.get(key, frozenset()))
            if source is not None and not akin(chain, source, system):
                yield source, key


def _source(chain: Chain, data: DataObject, activity: Activity, met: Ways, homes: frozenset[str]) -> str | None:
    """Where the data comes from: of the systems that have it by then its system of record, else the first.

    Where the case has met it in none, it was there before: what is read comes from the system of record, unless some
    step puts it into the system where it is read.
    """
    system = activity.system or ""
    holding = [one for one in met.holding(activity.name, data.id) if isinstance(chain.elements.get(one), System)]
    record = data.system_of_record
    if holding:
        if any(akin(chain, one, system) for one in holding):
            return None
        return record if record in holding else holding[0]
    if data.id not in activity.reads or any(akin(chain, one, system) for one in homes):
        return None
    return record if isinstance(chain.elements.get(record or ""), System) else None
