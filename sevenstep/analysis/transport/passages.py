"""Places and links in numbers of one unit, by which ways can be added up and compared."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sevenstep.analysis.units import UnlikeUnits, convert
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.choices import BestBy, Ways
from sevenstep.model.dates import days_of
from sevenstep.model.quantity import Quantity
from sevenstep.model.step3_places import Traffic, TransportLink, TransportPlace


@dataclass(frozen=True, slots=True)
class Passage:
    """A place or link as it is passed once; None for what is not said. `capacity` is an hour's."""

    id: str
    hours: float | None
    cost: float | None
    reliability: float | None
    distance: float | None
    is_link: bool

    def weight(self, best: BestBy) -> float | None:
        """What it adds to a way; None for a link that cannot be compared. A place that says nothing adds nothing."""
        if best is BestBy.FASTEST:
            found = self.hours
        elif best is BestBy.CHEAPEST:
            found = self.cost
        elif self.reliability is None:
            found = None
        else:
            return _unsure(self.reliability)
        return found if found is not None or self.is_link else 0.0


def _unsure(reliability: float) -> float | None:
    """The logarithm of what goes wrong: sums of it are products of reliabilities. Nothing passes where all fails."""
    return -math.log(reliability) if reliability > 0 else None


@dataclass(frozen=True, slots=True)
class Ground:
    """All places and links. `joins` has, by place, each link that leaves it with the place it leads to."""

    passages: Mapping[str, Passage]
    joins: Mapping[str, tuple[tuple[str, str], ...]]
    runs: frozenset[str]
    opens: Mapping[str, date | None]
    """What does not run yet and is not closed: its first day, None where that is not said."""
    day: date
    currency: str


@per_chain
def ground(chain: Chain) -> Ground:
    """The places and links of an engagement, those left out whose ends are not there. Linear in their number."""
    engagement = chain.engagement
    day = day_of(chain)
    places = {place.id: place for place in engagement.of(TransportPlace)}
    links = [
        link for link in engagement.of(TransportLink) if set(link.ends) <= places.keys() and link.start != link.end
    ]
    every: list[Traffic] = [*places.values(), *links]
    currency = unit_of_cost(every)
    joins: dict[str, list[tuple[str, str]]] = {place: [] for place in places}
    for link in links:
        joins[link.start].append((link.id, link.end))
        if link.ways is Ways.BOTH:
            joins[link.end].append((link.id, link.start))
    return Ground(
        {element.id: _passage(element, currency) for element in every},
        {place: tuple(found) for place, found in joins.items()},
        frozenset(element.id for element in every if element.runs_on(day)),
        {element.id: _opening(element) for element in every if element.opens_after(day)},
        day,
        currency,
    )


def day_of(chain: Chain) -> date:
    """The day whose state counts: the last of the engagement's date, else the one on which it is looked at."""
    return chain.engagement.as_of


def unit_of_cost(elements: Iterable[Traffic]) -> str:
    """The unit of the first cost: all others are told in it."""
    return next((element.cost.unit for element in elements if element.cost is not None), "")


def mean(quantity: Quantity) -> float:
    """One number of a value or a range."""
    return sum(quantity.points) / len(quantity.points)


def told_in(quantity: Quantity, unit: str) -> float | None:
    """The value in another unit; None where it cannot be told in it."""
    try:
        return convert(mean(quantity), quantity.unit, unit)
    except UnlikeUnits:
        return None


def _passage(element: Traffic, currency: str) -> Passage:
    is_link = isinstance(element, TransportLink)
    cost = told_in(element.cost, currency) if element.cost is not None else None
    distance = element.distance if isinstance(element, TransportLink) else None
    return Passage(
        element.id,
        element.time.mean_hours if element.time is not None else None,
        cost if cost is None or cost >= 0 else None,
        float(element.reliability) if element.reliability is not None else None,
        told_in(distance, "km") if distance is not None else None,
        is_link,
    )


def _opening(element: Traffic) -> date | None:
    days = days_of(element.opens) if element.opens else None
    return days[0] if days else None


def onward(ground: Ground, here: str) -> Iterator[tuple[str, str]]:
    """Each link that leaves a place, with the place it leads to."""
    return iter(ground.joins.get(here, ()))
