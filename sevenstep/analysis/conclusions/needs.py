"""What a target needs before anybody can say whether it is reached, and who can give it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.choices import CaveatKind, Verdict
from sevenstep.analysis.judging import end_of
from sevenstep.analysis.results import Analysis, IndicatorState
from sevenstep.chain.graph import Chain
from sevenstep.language import Choice, Text
from sevenstep.model.choices import Stage, Variant
from sevenstep.model.source import Source
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import Flow


class NeedKind(Choice):
    """What is missing; the labels say it of a number of targets."""

    VALUE = "value", "个需一次实测或由目标流程测算", "need a measurement or an estimate by a to-be flow"
    MEASUREMENT = "measurement", "个需补到期后的实测", "need a measurement made since their date"
    ESTIMATE = "estimate", "个需目标流程给出同一项度量", "need the same metric of the to-be flow"
    FLOW = "flow", "个需先补全目标流程", "need the to-be flow completed"
    INPUTS = "inputs", "个需先有公式中的数值", "need values that their formula takes"
    DIRECTION = "direction", "个需写明以哪个方向为优", "need a direction"
    TARGET = "target", "个需核对目标值与基线", "need target and baseline checked"
    RESOURCES = "resources", "个需核实资源能力", "need capacities confirmed"
    TIMES = "times", "个需补步骤用时", "need times of steps"
    DATA = "data", "个需更准的数据", "need better data"


@dataclass(frozen=True, slots=True)
class Need:
    """What one indicator needs: in a sentence without its full stop, what of (elements), and whom to ask.

    `whom` are elements (actors); `source` is what its baseline was taken from, for where nobody is named.
    """

    indicator: str
    kind: NeedKind
    asked: Text
    touches: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()
    source: Source | None = None


_DIRECTION: Final = Text(zh="需先写明以哪个方向为优", en="It has to say first which way is better")
_TARGET: Final = Text(
    zh="目标值和基线要先核对：目标值不能比基线还差",
    en="Target and baseline are to be checked first: a target cannot be worse than the baseline",
)
_VALUE: Final = Text(
    zh="若要判断，需要一次实测，或在目标流程中写明由哪项度量测算",
    en="To judge it takes a measurement, or a to-be flow that says by which metric it estimates it",
)
_BASELINE: Final = Text(
    zh="若要判断，需先有基线，再有一次实测或目标流程的测算",
    en="To judge it takes a baseline first, and then a measurement or an estimate by a to-be flow",
)


def all_needs(chain: Chain, analysis: Analysis) -> tuple[Need, ...]:
    """What every target needs that cannot be judged yet, in the order of the model."""
    found = (needs(chain, analysis, indicator) for indicator in chain.engagement.of(Indicator))
    return tuple(need for need in found if need is not None)


def needs(chain: Chain, analysis: Analysis, indicator: Indicator) -> Need | None:
    """What the last target of an indicator needs to be judged; None where it has none, or where it is judged."""
    state = analysis.goal_attainment.indicators.get(indicator.id)
    if state is None or not state.targets or state.verdict in {Verdict.REACHED, Verdict.MISSED}:
        return None
    kind, asked, touches = _need(chain, analysis, indicator, state)
    source = indicator.source
    if indicator.baseline is not None and indicator.baseline.source is not None:
        source = indicator.baseline.source
    return Need(indicator.id, kind, asked, touches, tuple(_whom(chain, indicator, touches)), source)


_Needed = tuple[NeedKind, Text, tuple[str, ...]]


def _need(chain: Chain, analysis: Analysis, indicator: Indicator, state: IndicatorState) -> _Needed:
    if state.verdict == Verdict.UNSETTLED:
        return _settling(state)
    if not indicator.direction and not state.targets[-1][1].bound:
        return NeedKind.DIRECTION, _DIRECTION, ()
    if state.has(CaveatKind.TARGET_WORSE):
        return NeedKind.TARGET, _TARGET, ()
    day = state.targets[-1][0]
    if day and end_of(day) < chain.engagement.today:
        said = Text(zh=f"{day} 已过，要补一次此后的实测", en=f"{day} has passed: it takes a measurement made since")
        return NeedKind.MEASUREMENT, said, ()
    flows = _estimating(chain, indicator.id)
    if to_be := [flow for flow in flows if flow.variant == Variant.TO_BE]:
        return NeedKind.FLOW, _of_flow(state), tuple(flow.id for flow in to_be)
    if as_is := [flow for flow in flows if flow.variant == Variant.AS_IS]:
        said = Text(
            zh="现状流程测算了它，目标流程也要写明同一项度量",
            en="The flow as it is estimates it; the to-be flow has to give the same metric",
        )
        return NeedKind.ESTIMATE, said, tuple(flow.id for flow in as_is)
    if lacking := _inputs_lacking(chain, analysis, indicator):
        said = Text(
            zh="它按公式计算，先要有这些指标在目标阶段的数值",
            en="It is computed by a formula: first it takes to-be values of these indicators",
        )
        return NeedKind.INPUTS, said, lacking
    return NeedKind.VALUE, _BASELINE if Stage.BASELINE not in state.stage_values else _VALUE, ()


def _of_flow(state: IndicatorState) -> Text:
    reason = state.reason
    if reason is None:
        return Text(zh="需先补全目标流程", en="The to-be flow has to be completed first")
    return reason.inserted_into(zh="目标流程需先补全：{}", en="The to-be flow has to be completed first: {}")


def _settling(state: IndicatorState) -> _Needed:
    """What would settle a verdict that chance, or what is left out, could turn."""
    for kind, need, zh, en in (
        (
            CaveatKind.QUEUES,
            NeedKind.RESOURCES,
            "要核实这些资源的能力和业务量，把排队也算进去",
            "Capacity and arrivals of these resources are to be confirmed, so that queueing is counted too",
        ),
        (
            CaveatKind.INCOMPLETE,
            NeedKind.TIMES,
            "要补上这些步骤的用时",
            "The times of these steps are to be filled in",
        ),
    ):
        if (found := next((caveat for caveat in state.caveats if caveat.kind == kind), None)) is not None:
            return need, Text(zh=zh, en=en), found.elements
    return (
        NeedKind.DATA,
        Text(
            zh="测算值与目标值相差在误差之内，要更准的数据或一次实测",
            en="Value and target lie within the error: it takes better data, or a measurement",
        ),
        (),
    )


def _estimating(chain: Chain, indicator: str) -> list[Flow]:
    return [flow for flow in chain.engagement.of(Flow) if indicator in flow.estimates]


def _inputs_lacking(chain: Chain, analysis: Analysis, indicator: Indicator) -> tuple[str, ...]:
    known = analysis.goal_attainment.indicators
    return tuple(
        element.id
        for element in chain.targets(indicator.id, "computed-from")
        if element.id in known and Stage.TO_BE not in known[element.id].stage_values
    )


def _whom(chain: Chain, indicator: Indicator, touches: tuple[str, ...]) -> Iterator[str]:
    """Who answers for it; else who answers for what is missing."""
    if indicator.owner and indicator.owner in chain.elements:
        yield indicator.owner
        return
    owners = [chain.elements[key].owner for key in touches if key in chain.elements]
    yield from dict.fromkeys(owner for owner in owners if owner and owner in chain.elements)
