"""How many cases of an item there are a year: as it says, else as many as arrive at its flow."""

from collections.abc import Iterator
from dataclasses import dataclass

from sevenstep.analysis.arrival_rates import per_hour
from sevenstep.chain.graph import Chain
from sevenstep.model.choices import Variant
from sevenstep.model.quantity import HOURS
from sevenstep.model.step6_items import Item
from sevenstep.model.step6_items.volume import a_year
from sevenstep.model.step7_flows import Flow


@dataclass(frozen=True, slots=True)
class Volume:
    """Cases a year, and the element that says so: the item, or a flow of it."""

    cases: float
    told_by: str


def volume(chain: Chain, item: Item, variant: Variant | None = None) -> Volume | None:
    """What the item says, else the arrivals of its flow, those of the `variant` first; None where nobody says."""
    if item.volume is not None:
        return Volume(a_year(item.volume), item.id)
    found = list(arriving(chain, item))
    for flow, cases in sorted(found, key=lambda entry: entry[0].variant != variant):
        return Volume(cases, flow.id)
    return None


def arriving(chain: Chain, item: Item) -> Iterator[tuple[Flow, float]]:
    """The flows of the item that have arrivals, with the cases of a year."""
    calendars = chain.engagement.header.calendars
    for flow in chain.holders(item.id, "details"):
        if isinstance(flow, Flow) and flow.arrivals is not None:
            yield flow, per_hour(flow.arrivals, calendars.get(flow.arrivals.calendar or "")) * HOURS["y"]
