from collections.abc import Iterator
from typing import TYPE_CHECKING

from sevenstep.analysis.results import StageValue
from sevenstep.analysis.verdict_wording import both, figure_shown
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text, joined
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule

if TYPE_CHECKING:
    from sevenstep.analysis.as_is import Deviation


@rule(
    "S217",
    "model-differs-from-measured",
    Severity.QUESTION,
    title=Text(zh="现状流程算出来的与测得的一致", en="The flows as they are agree with what was measured"),
    reason=Text(
        zh="现状都算不对的模型，算出来的目标值也信不得。",
        en="A model that does not give today's value cannot be relied on for the value to be.",
    ),
    decision=Text(
        zh="决定改流程里的时间和概率，还是改指标的定义，也决定目标流程的测算能不能用。",
        en="It decides whether times and chances in the flow or the definition of the indicator are wrong, and whether "
        "what the design promises can be used.",
    ),
)
def model_differs_from_measured(chain: Chain) -> Iterator[Violation]:
    engagement = chain.engagement
    if not engagement.has_read_all(Flow):
        return
    # brought in only when it looks: the rules are known by their texts, and need no numbers for that
    from sevenstep.analysis.as_is import deviations

    for deviation in deviations(chain):
        facts, said = joined(_facts(deviation), "，", "; "), _said(deviation, deviation.model)
        left_out = Text(zh="（未计等候资源的时间）", en=" without waiting for resources")
        without = left_out if _waits_left_out(chain, deviation) else Text(zh="", en="")
        yield Violation(
            deviation.indicator,
            chain.elements[deviation.indicator].title.inserted_into(
                zh=f"“{{}}”按现状流程是 {said.zh}{without.zh}，{facts.zh}：差在哪里？",
                en=f"By the flows as they are, “{{}}” is {said.en}{without.en}; {facts.en}. "
                "Where does the difference come from?",
            ),
            Text(
                zh="改正流程里的时间、概率或基线；说得清原因的，写明理由：accepted: {S217: 理由}",
                en="Correct times and chances in the flow, or the baseline; where the reason is known, say it: "
                "accepted: {S217: reason}",
            ),
            _path(chain, deviation),
            also=tuple((flow, ("estimates", deviation.indicator)) for flow in deviation.flows),
        )


def _waits_left_out(chain: Chain, deviation: "Deviation") -> bool:
    """Whether cases wait for resources in the flows, which their metrics know nothing of."""
    from sevenstep.analysis.resting import waits_left_out

    flows = (chain.elements.get(key) for key in deviation.flows)
    return any(isinstance(flow, Flow) and waits_left_out(flow, flow.estimates[deviation.indicator]) for flow in flows)


def _facts(deviation: "Deviation") -> Iterator[Text]:
    if deviation.measured is not None:
        said = _said(deviation, deviation.measured)
        day = deviation.measured.date
        yield Text(zh=f"{day} 测得的却是 {said.zh}", en=f"measured in {day}: {said.en}")
    if deviation.baseline is not None:
        said, day = _said(deviation, deviation.baseline), deviation.baseline.date
        zh, en = (f"（{day}）", f" ({day})") if day else ("", "")
        yield Text(zh=f"基线{zh}是 {said.zh}", en=f"baseline{en}: {said.en}")


def _said(deviation: "Deviation", stage_value: StageValue) -> Text:
    others = [other for other in (deviation.model, deviation.measured, deviation.baseline) if other is not None]
    return both(lambda language: figure_shown(stage_value, deviation.unit, language, others))


def _path(chain: Chain, deviation: "Deviation") -> KeyPath:
    indicator = chain.elements[deviation.indicator]
    if (
        deviation.measured is not None
        and isinstance(indicator, Indicator)
        and deviation.measured.date in indicator.measurements
    ):
        return ("measurements", deviation.measured.date)
    return ("baseline",)
