"""The model against what was measured: what flows as they are say of an indicator beside its baseline and its last
measurement."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sevenstep.analysis.analyse import seed_of
from sevenstep.analysis.choices import Method
from sevenstep.analysis.estimates import estimates
from sevenstep.analysis.findings.thresholds import MEASURED_DIFFERENCE, threshold
from sevenstep.analysis.flow_metrics import metrics, probability_of_steps
from sevenstep.analysis.indicator_formulas import formulas
from sevenstep.analysis.indicator_values import indicator_values
from sevenstep.analysis.results import FlowMetrics, StageValue
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.choices import Stage, Variant
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import Flow

_QUICKLY = 100
"""Cases that tell whether it is worth while to look closer; what is exact needs none at all."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """An indicator that the flows of today put elsewhere than it was measured: what they say, which they are, and what
    was stated and measured."""

    indicator: str
    unit: str
    model: StageValue
    flows: tuple[str, ...]
    baseline: StageValue | None
    measured: StageValue | None


@per_chain
def deviations(chain: Chain) -> tuple[Deviation, ...]:
    """The indicators whose as-is value agrees neither with their baseline nor with their last measurement: it differs
    by more than its interval and more than the threshold."""
    flows = [flow for flow in chain.engagement.of(Flow) if flow.variant == Variant.AS_IS and flow.estimates]
    found = dict(_measured(chain, flows, _QUICKLY))
    suspects = list(_deviations(chain, found, _QUICKLY, is_quick=True))
    if not suspects:
        return ()
    speaking = {flow for suspect in suspects for flow in suspect.flows}
    is_any = any(not suspect.flows for suspect in suspects)  # a formula does not say which flows it is made of
    simulated = [
        flow
        for flow in flows
        if flow.id in found
        and (is_any or flow.id in speaking)
        and any(value.method == Method.SIMULATED for value in found[flow.id].values.values())
    ]
    cases = chain.engagement.header.analysis.cases
    found |= _measured(chain, simulated, cases)
    return tuple(_deviations(chain, found, cases, is_quick=False))


def _measured(chain: Chain, flows: Sequence[Flow], cases: int) -> Iterator[tuple[str, FlowMetrics]]:
    """The metrics of the flows that can be computed."""
    for flow in flows:
        answer = metrics(flow, cases, seed_of(chain.engagement.header.analysis.seed, flow.id))
        if isinstance(answer, FlowMetrics):
            yield flow.id, answer


def _deviations(chain: Chain, found: Mapping[str, FlowMetrics], cases: int, *, is_quick: bool) -> Iterator[Deviation]:
    if not found:
        return
    begin = chain.engagement.header.analysis.seed
    units = formulas(chain).units
    estimated, _ = estimates(
        chain, found, lambda flow, steps: probability_of_steps(flow, steps, cases, seed_of(begin, flow.id)), units, {}
    )
    known = indicator_values(chain, estimated)
    allowed = (0.5 if is_quick else 1.0) * threshold(chain.engagement.header.analysis, MEASURED_DIFFERENCE)
    for indicator in chain.engagement.of(Indicator):
        stage_values = known.stage_values[indicator.id]
        model = stage_values.get(Stage.AS_IS)
        if model is not None and is_quick:  # the interval of a few cases would hide too much
            model = replace(model, low=model.value, high=model.value)
        baseline, today = stage_values.get(Stage.BASELINE), stage_values.get(Stage.TODAY)
        baseline = baseline if baseline is not None and baseline.origin == "stated" else None
        today = today if today is not None and today.origin == "measured" else None
        facts = [fact for fact in (baseline, today) if fact is not None]
        if model is None or not facts or any(_agree(model, fact, allowed) for fact in facts):
            continue
        speaking = tuple(model.origin.split()) if model.origin not in {"formula", "online_rate"} else ()
        yield Deviation(indicator.id, units[indicator.id] or "", model, speaking, baseline, today)


def _agree(model: StageValue, fact: StageValue, allowed: float) -> bool:
    """Whether both can be the same, but for the part of the larger that is allowed."""
    apart = max(fact.low - model.high, model.low - fact.high, 0.0)
    return apart <= allowed * max(abs(fact.value), abs(model.value))
