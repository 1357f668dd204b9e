"""What the exchanges of step 4 ask of interfaces: data that one party hands to another by a system has to get in there,
and out again.

A path names the system it goes through, not where the data comes from and goes to: that follows from the steps of both
parties. Who puts the data in at that system, or looks it up there, needs no interface at that end.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sevenstep.analysis.blueprint.exchanges import BY_HAND, written_in
from sevenstep.analysis.blueprint.system_trees import akin
from sevenstep.analysis.findings.data_ways import activities
from sevenstep.chain.graph import Chain
from sevenstep.chain.participants import superiors
from sevenstep.memory import per_chain
from sevenstep.model.choices import Variant
from sevenstep.model.step4_paths import Exchange, Path
from sevenstep.model.step7_flows import DataObject, Flow, System


@dataclass(frozen=True, slots=True)
class PathExchange:
    """Data that has to get from one system into another for one exchange of a path, its number counted from 0: from
    where the sender has it into the system named, or from there to where the receiver works with it.

    `around` is the way from the one to the other that leaves out the system named, where both are known.
    """

    path: str
    number: int
    data: str
    source: str
    target: str
    variant: Variant
    around: tuple[str, str] | None = None


@per_chain
def path_exchanges(chain: Chain) -> tuple[PathExchange, ...]:
    """Every such need, in the order of paths.

    A path of one variant is held against the flows of that variant. One that is told in one way only is what the design
    keeps: it asks for what follows from the flows of today and from those to be alike.
    """
    steps = _Steps(chain)
    return tuple(dict.fromkeys(one for path in chain.engagement.of(Path) for one in _of_path(chain, path, steps)))


class _Steps:
    """The systems in which actors put data in, and work with it, in the order of the steps; the whole has what its
    parts do. What a person does by hand today is no work in a system that an interface could serve."""

    def __init__(self, chain: Chain) -> None:
        self.putting: dict[tuple[Variant, str, str], list[str]] = defaultdict(list)
        self.using: dict[tuple[Variant, str, str], list[str]] = defaultdict(list)
        self.variants = tuple(dict.fromkeys(flow.variant for flow in chain.engagement.of(Flow)))
        for flow in chain.engagement.of(Flow):
            for activity in activities(flow):
                system, actor = activity.system or "", flow.lanes[activity.name]
                if actor is None or not isinstance(chain.elements.get(system), System):
                    continue
                is_by_hand = flow.variant == Variant.AS_IS and activity.mode in BY_HAND
                for who in superiors(chain, actor):
                    for data in activity.writes:
                        self.putting[flow.variant, who, data].append(system)
                    for data in () if is_by_hand else (*activity.reads, *activity.writes):
                        self.using[flow.variant, who, data].append(system)


def _of_path(chain: Chain, path: Path, steps: _Steps) -> Iterator[PathExchange]:
    for number, exchange in enumerate(path.exchanges):
        through = exchange.system or ""
        if not isinstance(chain.elements.get(through), System):
            continue
        for key in exchange.data:
            here = PathExchange(path.id, number, key, through, through, path.variant or Variant.TO_BE)
            if path.variant is not None:
                yield from _of_variant(chain, exchange, here, path.variant, steps)
            elif steps.variants:
                *others, last = ([*_of_variant(chain, exchange, here, one, steps)] for one in steps.variants)
                ends = [{(one.source, one.target) for one in other} for other in others]
                yield from (one for one in last if all((one.source, one.target) in other for other in ends))


def _of_variant(
    chain: Chain, exchange: Exchange, here: PathExchange, variant: Variant, steps: _Steps
) -> Iterator[PathExchange]:
    """What a data object that is handed over asks for, as far as the flows of one variant tell."""
    data = chain.elements.get(here.data)
    if isinstance(data, DataObject):
        having = steps.putting.get((variant, exchange.sender, data.id), [])
        is_put_in = _is_at(chain, here.source, written_in(chain)[variant].get(data.id, ()))
        having = _with_record(chain, data, exchange.sender, having, is_put_in=is_put_in)
        working = list(dict.fromkeys(steps.using.get((variant, exchange.receiver, data.id), ())))
        yield from _legs(chain, here, having, working)


def _legs(chain: Chain, here: PathExchange, having: list[str], working: list[str]) -> Iterator[PathExchange]:
    """What has to get to the system named, and on from it."""
    if any(_is_at(chain, place, working) for place in having):
        return  # both work in one system
    comes = having[:1] if not _is_at(chain, here.source, having) else []
    goes = working if not _is_at(chain, here.source, working) else []
    for source in comes:
        around = (source, goes[0]) if len(goes) == 1 else None
        yield replace(here, source=source, around=around)
    for target in goes:
        yield replace(here, target=target, around=(comes[0], target) if comes else None)


def _is_at(chain: Chain, system: str, places: Iterable[str]) -> bool:
    return any(akin(chain, system, place) for place in places)


def _with_record(chain: Chain, data: DataObject, sender: str, places: list[str], *, is_put_in: bool) -> list[str]:
    """The systems in which the sender has the data, its system of record first.

    Where no step of the sender puts it in, that is where it is kept, if the data or that system is the sender's own,
    and nobody puts it into the system that the exchange names.
    """
    record = data.system_of_record or ""
    system = chain.elements.get(record)
    if not isinstance(system, System):
        return places
    owners = [whole for owner in (data.owner, system.owner) if owner is not None for whole in superiors(chain, owner)]
    is_kept = not places and not is_put_in and sender in owners
    return [record, *places] if record in places or is_kept else places
