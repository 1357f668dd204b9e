"""What to do first: the items that the order of the roadmap begins with, with money, time and effect."""

from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.results import Analysis, Difference
from sevenstep.analysis.wording import MORE_IS_BETTER, is_better
from sevenstep.chain.graph import Chain
from sevenstep.model.choices import Metric
from sevenstep.model.quantity import Quantity
from sevenstep.model.step6_items import Item

MOST_FIRST: Final = 3
_TOLD: Final = (Metric.LEAD_TIME, Metric.COST, Metric.ACCURACY, Metric.REWORK_PROBABILITY, Metric.REENTRIES)
"""The metrics that an effect is told by: the first of them that gets better."""
_LEAST: Final = 0.02
"""The least part of a metric whose change is an effect."""


@dataclass(frozen=True, slots=True)
class FirstItem:
    """An item, what it takes to bring it about (None: not stated), and what its flows gain by it (None: nothing is
    known)."""

    item: str
    place: int
    money: Quantity | None
    time: Quantity | None
    effect: Difference | None
    currency: str


def first_items(chain: Chain, analysis: Analysis, most: int = MOST_FIRST) -> tuple[FirstItem, ...]:
    """The best items that can begin at once, the highest rank first; where nothing is ranked there are none."""
    begin = set(analysis.ranking.phases[0]) if analysis.ranking.phases else set()
    ranked = [item for item in analysis.ranking.items if item.item in begin]
    ranked += [item for item in analysis.ranking.items if item.item not in begin]
    places = analysis.ranking.places
    return tuple(_told(chain, analysis, item.item, places[item.item]) for item in ranked[:most])


def _told(chain: Chain, analysis: Analysis, key: str, place: int) -> FirstItem:
    item = chain.elements[key]
    change = item.change if isinstance(item, Item) else None
    comparison = next((found for found in analysis.comparisons if found.item == key), None)
    return FirstItem(
        item=key,
        place=place,
        money=change.money if change is not None else None,
        time=change.time if change is not None else None,
        effect=_effect({found.metric: found for found in comparison.differences}) if comparison is not None else None,
        currency=comparison.currency if comparison is not None else "",
    )


def _effect(differences: dict[Metric, Difference]) -> Difference | None:
    for metric in _TOLD:
        found = differences.get(metric)
        if found is None or not is_better(metric, found.mean):
            continue
        whole = abs(found.after.mean if metric in MORE_IS_BETTER else found.before.mean)
        if abs(found.mean) > _LEAST * whole:
            return found
    return None
