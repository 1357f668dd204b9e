"""The online rate 上网率: how much of what parties do together is done in systems, by path, domain, actor and in all.

An *exchange* is online where it goes through a system (channel `system`, or a system is named), offline where it goes
another way; one that names neither channel nor system is not known and left out. It counts once. A *step* is online
where it names a system, offline where it only says its mode (`online_steps`); it counts as often as the mean case
passes it.

A path belongs to a domain of which it connects a function, and has the steps of the flows that detail the items of the
scenarios that realize it. An exchange belongs to the actor at either end, a step to the actor in whose lane it stands,
both to all above that actor too. As it shall be, what is not told anew stays as it is.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from sevenstep.analysis.online_shares import OnlineRate, OnlineShares, Share
from sevenstep.analysis.online_steps import is_known
from sevenstep.analysis.results import FlowMetrics, StageValue
from sevenstep.analysis.units import UnlikeUnits, convert, kind
from sevenstep.chain.graph import Chain
from sevenstep.chain.path_variants import is_design_of_today
from sevenstep.chain.tree import tree
from sevenstep.language import Text
from sevenstep.model.choices import Channel, OnlineCount, Stage, Variant
from sevenstep.model.element import Element
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step3_architecture import Domain
from sevenstep.model.step4_paths import Actor, Exchange, Path
from sevenstep.model.step7_flows import Activity, Flow

ORIGIN: Final = "online_rate"
"""Where such a value of an indicator comes from."""
NOTHING_KNOWN: Final = Text(
    zh="没有一次交互写明渠道或系统，也没有步骤写明系统或方式",
    en="no exchange names a channel or a system, and no step a system or a mode",
)


@dataclass(frozen=True, slots=True)
class _Counted:
    """One exchange, or one step of a flow: to which paths and actors it belongs, and how it is done. `source` is what
    tells it as is and to be alike: the path as it is, or the item of the flow."""

    source: str
    paths: frozenset[str]
    actors: frozenset[str]
    is_exchange: bool
    is_online: bool
    weight: float


@dataclass(frozen=True)
class OnlineRates:
    """The online rates of an engagement. Time grows with the exchanges and the steps times the depth of actors."""

    chain: Chain
    counted: Mapping[Variant, tuple[_Counted, ...]]
    has_design: bool
    """Whether anything is told as it shall be."""
    _domains: dict[str, set[str]] = field(default_factory=dict)

    def of(self, elements: Collection[str]) -> OnlineRate:
        """Of some paths, domains and actors together, each exchange and step once; of the whole where none is named."""
        wanted = set(elements)
        for domain in wanted & self._domains.keys():
            wanted = wanted | self._domains[domain]
        exchanges: dict[Variant, Share] = {}
        steps: dict[Variant, Share] = {}
        for variant, counted in self.counted.items():
            fitting = [one for one in counted if not elements or one.paths & wanted or one.actors & wanted]
            exchanges[variant] = _sum(one for one in fitting if one.is_exchange)
            steps[variant] = _sum(one for one in fitting if not one.is_exchange)
        return OnlineRate(next(iter(elements), None), exchanges, steps)

    def by_source(self, elements: Collection[str], counts: OnlineCount | None) -> dict[str, dict[Variant, Share]]:
        """The same, apart for each path and item that tells of it: what is online as is, and as it shall be."""
        wanted = set(elements)
        for domain in wanted & self._domains.keys():
            wanted = wanted | self._domains[domain]
        found: dict[str, dict[Variant, Share]] = {}
        for variant, counted in self.counted.items():
            for one in counted:
                if elements and not (one.paths & wanted or one.actors & wanted):
                    continue
                if counts is None or one.is_exchange == (counts == OnlineCount.EXCHANGES):
                    of_source = found.setdefault(one.source, dict.fromkeys(Variant, Share()))
                    of_source[variant] = of_source[variant] + _sum([one])
        return found

    def shares(self) -> OnlineShares:
        """Of the whole, and of each element of which anything is known, in the order of the model.

        A path that is told as is and to be stands there once.
        """
        whole = self.of(())
        return OnlineShares(
            self.has_design, whole if whole.is_known else None, self._each(Path), self._each(Domain), self._each(Actor)
        )

    def _each(self, cls: type[Element]) -> tuple[OnlineRate, ...]:
        elements = [
            element
            for element in self.chain.engagement.of(cls)
            if not (isinstance(element, Path) and is_design_of_today(self.chain, element))
        ]
        found = (self.of([element.id]) for element in elements)
        return tuple(rate for rate in found if rate.is_known)


def _sum(counted: Iterable[_Counted]) -> Share:
    online = known = 0.0
    for one in counted:
        known += one.weight
        online += one.weight if one.is_online else 0.0
    return Share(online, known)


def online_rates(chain: Chain, metrics: Mapping[str, FlowMetrics]) -> OnlineRates:
    """What is online of the engagement; `metrics` are those of the flows by id."""
    paths, flows = list(chain.engagement.of(Path)), list(chain.engagement.of(Flow))
    families = _families(chain, paths)
    realized = _paths_of_flows(chain, flows, families)
    above = _Above(chain)
    counted = {
        variant: (
            *_exchanges(_paths_at(paths, variant), families, above),
            *_steps(_flows_at(flows, variant), metrics, realized, above),
        )
        for variant in Variant
    }
    variants = {*(path.variant for path in paths), *(flow.variant for flow in flows)}
    has_design = Variant.TO_BE in variants
    return OnlineRates(chain, counted, has_design, _paths_of_domains(chain, families))


class _Above:
    """An actor with all those above it."""

    def __init__(self, chain: Chain) -> None:
        self._tree = tree(chain, "actor-parent")
        self._known: dict[str, frozenset[str]] = {}

    def of(self, actor: str) -> frozenset[str]:
        if actor not in self._known:
            self._known[actor] = frozenset([actor, *self._tree.above(actor)])
        return self._known[actor]


def _families(chain: Chain, paths: Iterable[Path]) -> dict[str, frozenset[str]]:
    """Each path with that which it changes and those that change it: one path, told in two ways."""
    found = {path.id: {path.id} for path in paths}
    for link in chain.related("changes-path"):
        if link.source in found and link.target in found:
            found[link.source].add(link.target)
            found[link.target].add(link.source)
    return {key: frozenset(family) for key, family in found.items()}


def _paths_at(paths: Collection[Path], variant: Variant) -> Iterator[Path]:
    """The paths as they are, or as they shall be: those of that variant or of none, and those not told anew."""
    replaced = {path.changes for path in paths if path.variant == Variant.TO_BE}
    for path in paths:
        if (path.variant != Variant.TO_BE and (variant == Variant.AS_IS or path.id not in replaced)) or (
            path.variant == Variant.TO_BE and variant == Variant.TO_BE
        ):
            yield path


def _flows_at(flows: Collection[Flow], variant: Variant) -> Iterator[Flow]:
    """Likewise with flows, by the item that they detail."""
    replaced = {flow.details for flow in flows if flow.variant == Variant.TO_BE and flow.details is not None}
    for flow in flows:
        if flow.variant == variant or (variant == Variant.TO_BE and flow.details not in replaced):
            yield flow


def _exchanges(paths: Iterable[Path], families: Mapping[str, frozenset[str]], above: _Above) -> Iterator[_Counted]:
    for path in paths:
        for exchange in path.exchanges:
            if exchange.channel is not None or exchange.system is not None:
                parties = above.of(exchange.sender) | above.of(exchange.receiver)
                yield _Counted(path.changes or path.id, families[path.id], parties, True, is_online(exchange), 1.0)


def is_online(exchange: Exchange) -> bool:
    """Whether an exchange goes through a system."""
    return exchange.system is not None or exchange.channel == Channel.SYSTEM


def _steps(
    flows: Iterable[Flow],
    metrics: Mapping[str, FlowMetrics],
    realized: Mapping[str, frozenset[str]],
    above: _Above,
) -> Iterator[_Counted]:
    for flow in flows:
        if flow.id not in metrics:
            continue
        for name, step in flow.steps.items():
            if isinstance(step, Activity) and is_known(step) and name in metrics[flow.id].steps:
                lane = flow.lanes[name]
                parties = above.of(lane) if lane is not None else frozenset()
                visits = metrics[flow.id].steps[name].visits
                yield _Counted(
                    flow.details or flow.id, realized[flow.id], parties, False, step.system is not None, visits
                )


def _paths_of_flows(
    chain: Chain, flows: Iterable[Flow], families: Mapping[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    """The paths that each flow carries out: by its item and the scenario of that."""
    found = {}
    for flow in flows:
        scenarios = [
            scenario for item in chain.targets(flow.id, "details") for scenario in chain.targets(item.id, "belongs-to")
        ]
        paths = (path.id for scenario in scenarios for path in chain.targets(scenario.id, "realizes"))
        found[flow.id] = frozenset(key for path in paths for key in families.get(path, ()))
    return found


def _paths_of_domains(chain: Chain, families: Mapping[str, frozenset[str]]) -> dict[str, set[str]]:
    """The paths that connect a function of each domain."""
    found: dict[str, set[str]] = {domain.id: set() for domain in chain.engagement.of(Domain)}
    for link in chain.related("connects"):
        for domain in chain.targets(link.target, "in-domain"):
            found.setdefault(domain.id, set()).update(families.get(link.source, {link.source}))
    return found


def indicator_rates(
    chain: Chain, rates: OnlineRates, units: Mapping[str, str | None]
) -> tuple[dict[str, dict[Stage, StageValue]], dict[str, Text]]:
    """The values of the indicators that are online rates, by stage, and why some have none."""
    found: dict[str, dict[Stage, StageValue]] = {}
    reasons: dict[str, Text] = {}
    for indicator in chain.engagement.of(Indicator):
        if (asked := indicator.online_rate) is None:
            continue
        of = [key for key in asked.of if key in chain.elements]
        if asked.of and not of:
            continue  # what it names is not there: that is told by the check
        rate = rates.of(of)
        for variant in Variant if rates.has_design else (Variant.AS_IS,):
            share = rate.share(variant, asked.counts).rate
            if share is None:
                reasons[indicator.id] = NOTHING_KNOWN
                continue
            try:
                value = convert(share, "", units.get(indicator.id) or "")
            except UnlikeUnits as unlike:
                reasons[indicator.id] = unlike.message
                continue
            found.setdefault(indicator.id, {})[Stage(variant)] = StageValue(value, value, value, ORIGIN)
    return found, reasons


def fits(unit: str) -> bool:
    """Whether an indicator in that unit can be an online rate."""
    return kind(unit) == "share" or not unit.strip()
