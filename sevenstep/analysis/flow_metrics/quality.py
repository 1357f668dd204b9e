"""Whether a case goes through without an error, damage or discrepancy: exact by blocks, else from simulated cases.

A step goes wrong with the same chance each time that it is passed, whatever went wrong elsewhere. So a case that passes
steps with the chances p, q, … stays free of all with the probability (1 - p)(1 - q)…, and the mean over all ways
through the flow solves the linear equations of its visits with each passing damped by 1 - p (the generating function of
an absorbing Markov chain at 1 - p; Kemeny & Snell, Finite Markov Chains, 1960, ch. 3). The branches of a block are
multiplied. Simulated cases tell how often each step is passed; the product is then taken of each case, so that nothing
has to be drawn and all else stays as it is without chances.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy

from sevenstep.analysis.chances_of_events import RATES, chance_of, known_metrics
from sevenstep.analysis.flow_metrics.blocks import Block
from sevenstep.analysis.flow_metrics.flow_model import FlowModel
from sevenstep.analysis.flow_metrics.means import exact, simulated
from sevenstep.analysis.flow_metrics.visit_probability import probability_without
from sevenstep.analysis.results import Value
from sevenstep.analysis.simulation.cases import Counter
from sevenstep.model.choices import Metric

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.float64]

Asked = tuple[Metric, tuple[str, ...]]
"""A metric of quality, of some steps by their names or of all."""


class Quality:
    """The metrics of quality of one flow, those of some steps that indicators ask for among them."""

    def __init__(self, model: FlowModel) -> None:
        self._model = model
        known = known_metrics(model.flow)
        parts = [(estimate.metric, estimate.of) for estimate in model.flow.estimates.values() if estimate.of]
        whole: list[Asked] = [(metric, ()) for metric in known]
        self.asked: tuple[Asked, ...] = tuple(
            dict.fromkeys(
                [*whole, *(part for part in parts if part[0] in known and part[0] != Metric.FIRST_PASS_YIELD)]
            )
        )

    def counters(self) -> list[Counter]:
        """What is added up in simulated cases: the logarithm of the chance that nothing happens."""
        with numpy.errstate(divide="ignore"):
            return [
                Counter(
                    weights={number: float(numpy.log1p(-chance)) for number, chance in self._chances(*asked).items()}
                )
                for asked in self.asked
            ]

    def exact(self, blocks: Sequence[Block]) -> dict[Asked, Value]:
        """Of a flow that is made of blocks. Raises NeverEnds."""
        found = {}
        for asked in self.asked:
            without = probability_without(self._model, blocks, self._chances(*asked), self._arrows(asked[0]))
            found[asked] = exact(1 - without if asked[0] in RATES else without)
        return found

    def simulated(self, counts: "Iterable[Numbers]", rework: "Numbers") -> dict[Asked, Value]:
        """Of simulated cases: what the counters counted, and how often each case was sent back."""
        found = {}
        for asked, counted in zip(self.asked, counts, strict=True):
            without = numpy.exp(counted)
            if asked[0] == Metric.FIRST_PASS_YIELD:
                without = without * (rework == 0)
            value = simulated(1 - without if asked[0] in RATES else without, percentiles=False)
            found[asked] = replace(value, low=max(0.0, value.low), high=min(1.0, value.high))
        return found

    def _chances(self, metric: Metric, of: Collection[str]) -> dict[int, float]:
        nodes = enumerate(self._model.nodes)
        chances = {number: chance_of(node, metric) for number, node in nodes if not of or node.name in of}
        return {number: chance for number, chance in chances.items() if chance > 0}

    def _arrows(self, metric: Metric) -> Collection[int]:
        return self._model.back if metric == Metric.FIRST_PASS_YIELD else ()
