"""Indicators of which no figure is known."""

from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import Flow


def indicators_without_figures(chain: Chain) -> Iterator[Indicator]:
    """The indicators that were never measured, that no flow estimates and that are no online rate.

    None where flows could not be read.
    """
    engagement = chain.engagement
    if not engagement.has_read_all(Flow):
        return
    for indicator in engagement.of(Indicator):
        if (
            indicator.online_rate is None
            and indicator.baseline is None
            and not indicator.measurements
            and not chain.holders(indicator.id, "estimates")
        ):
            yield indicator
