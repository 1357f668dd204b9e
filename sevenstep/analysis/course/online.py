"""Online rates in time: what is done in systems while the design of some items is in force.

The steps of an item are those of its design for the share of cases for which that is in force. What parties hand over
on a path is as designed once that holds of all items that carry the path out; where none does, it stays as it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sevenstep.analysis.course.flow_states import Pair, Shares
from sevenstep.analysis.online_rate import ORIGIN, OnlineRates
from sevenstep.analysis.online_shares import Share
from sevenstep.analysis.stage_value import StageValue
from sevenstep.analysis.units import convert
from sevenstep.chain.graph import Chain
from sevenstep.model.choices import Variant
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step4_paths import Path
from sevenstep.model.step7_flows import Flow

Designed = Callable[[Pair, Shares], float]


@dataclass(frozen=True, slots=True)
class OnlineInTime:
    """What tells the rate of one indicator: the pairs of flows by the path or item whose design they bring about, and
    what is online of it as is and to be."""

    unit: str
    pairs: Mapping[str, tuple[Pair, ...]]
    counted: Mapping[str, Mapping[Variant, Share]]

    def value(self, shares: Shares, designed: Designed) -> StageValue | None:
        """The rate with that in force; None where nothing is known."""
        online = known = 0.0
        for source, of_source in self.counted.items():
            part = min((designed(pair, shares) for pair in self.pairs.get(source, ())), default=0.0)
            for variant, weight in ((Variant.AS_IS, 1 - part), (Variant.TO_BE, part)):
                online += of_source[variant].online * weight
                known += of_source[variant].known * weight
        if not known:
            return None
        rate = convert(online / known, "", self.unit)
        return StageValue(rate, rate, rate, ORIGIN)


def online_in_time(
    chain: Chain, rates: OnlineRates, indicator: Indicator, unit: str, pairs: Mapping[str, Pair]
) -> OnlineInTime | None:
    """What tells the rate; None where no measure and no project can change it."""
    asked = indicator.online_rate
    if asked is None:
        return None
    counted = rates.by_source([key for key in asked.of if key in chain.elements], asked.counts)
    items = _items_of_paths(chain)
    found: dict[str, tuple[Pair, ...]] = {}
    for source, of_source in counted.items():
        if of_source[Variant.AS_IS] == of_source[Variant.TO_BE]:
            continue
        told = tuple(pairs[key] for key in items.get(source, (source,)) if key in pairs)
        if told:
            found[source] = told
    return OnlineInTime(unit, found, counted) if found else None


def _items_of_paths(chain: Chain) -> dict[str, tuple[str, ...]]:
    """The items by which each path is carried out: those with a design of the scenarios that realize it."""
    found: dict[str, dict[str, None]] = {path.id: {} for path in chain.engagement.of(Path)}
    for flow in chain.engagement.of(Flow):
        if flow.variant != Variant.TO_BE or flow.details is None:
            continue
        for item in chain.targets(flow.id, "details"):
            for scenario in chain.targets(item.id, "belongs-to"):
                for path in chain.targets(scenario.id, "realizes"):
                    key = path.changes if isinstance(path, Path) and path.changes else path.id
                    found.setdefault(key, {})[flow.details] = None
    return {key: tuple(items) for key, items in found.items()}
