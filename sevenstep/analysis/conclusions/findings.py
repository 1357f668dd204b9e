"""What all findings together come to: how many there are today, how grave, which cost most time, and what nobody has
taken up."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.choices import Weight
from sevenstep.analysis.conclusions.conclusion import Conclusion
from sevenstep.analysis.conclusions.finding import Stake, computed_stake, saved_by
from sevenstep.analysis.conclusions.wording import said, sentence, titled
from sevenstep.analysis.results import Analysis, ComputedFinding
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, many, noun
from sevenstep.model.choices import Metric, Variant
from sevenstep.model.step7_flows import Flow, Measure

_MOST: Final = 5
_WEIGHTS: Final = {weight: place for place, weight in enumerate(Weight)}


@dataclass(frozen=True, slots=True)
class TopFinding:
    """A finding of today that costs most: what is at stake, the measures that shorten the flow, and by how many hours;
    `answered` tells whether they were written as answers to it."""

    finding: ComputedFinding
    stake: Stake
    measures: tuple[str, ...]
    saved: float
    answered: bool


@dataclass(frozen=True, slots=True)
class FlowWait:
    """A flow of today, the hours that a case waits in it, and the hours that it takes in `whole`."""

    flow: str
    hours: float
    whole: float


def is_of_design(finding: ComputedFinding) -> bool:
    """Whether the finding is not felt today: it is what the design leaves, or brings."""
    return finding.variant == Variant.TO_BE


def open_findings(analysis: Analysis) -> list[ComputedFinding]:
    """The findings of today that nobody has accepted."""
    return [found for found in analysis.findings if found.accepted is None and not is_of_design(found)]


def top_findings(chain: Chain, analysis: Analysis) -> tuple[TopFinding, ...]:
    """The findings of today at which cases wait longest, one a flow."""
    best: dict[str, TopFinding] = {}
    for finding in open_findings(analysis):
        stake = computed_stake(chain, analysis, finding)
        if stake is None or stake.metric != Metric.WAITING_TIME or not stake.amount:
            continue
        known = best.get(stake.flow)
        if known is None or _order(finding, stake) < _order(known.finding, known.stake):
            best[stake.flow] = _top(chain, analysis, finding, stake)
    found = sorted(best.values(), key=lambda top: (-top.stake.amount, top.stake.flow))
    return tuple(found[:_MOST])


def _order(finding: ComputedFinding, stake: Stake) -> tuple[int, float, str]:
    """The gravest first, then where most is at stake."""
    return _WEIGHTS[finding.weight], -stake.amount, finding.code


def _top(chain: Chain, analysis: Analysis, finding: ComputedFinding, stake: Stake) -> TopFinding:
    if finding.measures and (saved := saved_by(analysis, stake.flow, finding.measures)):
        return TopFinding(finding, stake, finding.measures, saved, answered=True)
    shaping = _at_work(chain, stake.flow)
    saved = saved_by(analysis, stake.flow, shaping)
    if saved:
        return TopFinding(finding, stake, shaping, saved, answered=False)
    return TopFinding(finding, stake, finding.measures, 0.0, answered=bool(finding.measures))


def _at_work(chain: Chain, flow: str) -> tuple[str, ...]:
    """The measures that change the flow, or shape the to-be flow of its item."""
    element = chain.elements.get(flow)
    if not isinstance(element, Flow):
        return ()
    found = {holder.id for node in element.steps.values() for holder in chain.holders(node.id, "changes")}
    for twin in chain.holders(element.details or "", "details"):
        found |= {holder.id for holder in chain.holders(twin.id, "shapes")}
    return tuple(measure.id for measure in chain.engagement.of(Measure) if measure.id in found)


def waits(chain: Chain, analysis: Analysis) -> tuple[FlowWait, ...]:
    """The flows of today by how long a case waits in them, in the order of the model."""
    found = []
    for flow in chain.engagement.of(Flow):
        metrics = analysis.metrics.get(flow.id)
        value = metrics.values.get(Metric.WAITING_TIME) if metrics is not None else None
        if flow.variant == Variant.AS_IS and value is not None:
            lasts = metrics.values.get(Metric.LEAD_TIME) if metrics is not None else None
            found.append(FlowWait(flow.id, value.mean, lasts.mean if lasts is not None else value.mean))
    return tuple(found)


def unanswered(analysis: Analysis) -> list[ComputedFinding]:
    """The findings of today that no measure answers."""
    return [found for found in open_findings(analysis) if not found.measures]


def findings_conclusion(chain: Chain, analysis: Analysis) -> Conclusion:
    """The headline says where most time is lost, the lead how many findings there are and what nobody has taken up."""
    return Conclusion(_headline(chain, analysis), tuple(_lead(analysis)))


def _headline(chain: Chain, analysis: Analysis) -> Text:
    top = top_findings(chain, analysis)
    found = open_findings(analysis)
    if not found:
        return sentence(
            "以模型目前的深度，现状业务中未发现问题", "As far as the model goes, no problem of today is found"
        )
    if not top:
        count = len(found)
        return sentence(
            f"现状业务中发现 {count} 个问题，均与等待无关",
            f"{many(count, 'problem')} of today found, none of waiting",
        )
    first, everywhere = top[0], waits(chain, analysis)
    where, told = titled(chain, first.stake.flow), said(Metric.WAITING_TIME, first.stake.amount)
    mostly = sum(wait.hours >= wait.whole / 2 for wait in everywhere)
    if len(everywhere) > 1 and mostly:
        return sentence(
            f"{len(everywhere)} 个现状流程中，{mostly} 个有一半以上的时间在等待；最久的是{where.zh}，{told.zh}",
            f"In {mostly} of the {len(everywhere)} flows of today cases wait more than half of the time; longest in "
            f"{where.en}, {told.en}",
        )
    return sentence(
        f"等待最久的是{where.zh}：平均 {told.zh}", f"The longest wait is in {where.en}: {told.en} on average"
    )


def _lead(analysis: Analysis) -> Iterator[Text]:
    found = open_findings(analysis)
    if not found:
        return
    count, grave = len(found), sum(one.weight == Weight.SERIOUS for one in found)
    yield sentence(
        f"现状问题共 {count} 个" + (f"，其中严重的 {grave} 个" if grave else ""),
        f"There {'is' if count == 1 else 'are'} {many(count, 'problem')} of today"
        + (f", {grave} of them serious" if grave else ""),
    )
    if left := len(unanswered(analysis)):
        grave = sum(one.weight == Weight.SERIOUS for one in unanswered(analysis))
        zh = f"，其中严重的 {grave} 个优先" if grave else ""
        en = f", the {grave} serious first" if grave else ""
        yield sentence(
            f"有 {left} 个未写明由哪项举措应对：应逐个确定举措，或说明接受的理由{zh}",
            f"{left} {noun(left, 'names', 'name')} no measure: decide on one for each{en}, or say why it is accepted",
        )
    if design := sum(is_of_design(one) and one.accepted is None for one in analysis.findings):
        yield sentence(
            f"目标流程中仍有 {design} 处，需在设计中继续改进，另列于后",
            f"The design leaves {many(design, 'place')} to be worked on, listed apart below",
        )
