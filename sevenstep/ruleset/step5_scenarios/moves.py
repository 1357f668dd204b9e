"""How far scenarios move indicators."""

from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.model.quantity import Quantity
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step5_scenarios import Scenario


def every_move(chain: Chain) -> Iterator[tuple[Scenario, str, Quantity]]:
    """Every move of an indicator that there is."""
    for scenario in chain.engagement.of(Scenario):
        for key, change in scenario.changes.items():
            if isinstance(chain.elements.get(key), Indicator):
                yield scenario, key, change
