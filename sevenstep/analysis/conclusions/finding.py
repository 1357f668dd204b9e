"""What a finding comes to: what is wrong and where, how much waiting is at stake, and which measure answers it with
what effect."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.choices import Weight
from sevenstep.analysis.conclusions.conclusion import Conclusion, Figure, Scale
from sevenstep.analysis.conclusions.effects import comparison_with, difference_of
from sevenstep.analysis.conclusions.item import amount_said
from sevenstep.analysis.conclusions.wording import named, said, said_width, sentence, sentence_of, titled
from sevenstep.analysis.results import Analysis, ComputedFinding
from sevenstep.analysis.verdict_wording import both
from sevenstep.analysis.wording import shown_change
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, noun
from sevenstep.model.choices import FindingType, Metric, Variant
from sevenstep.model.step7_flows import Finding, Flow

_WEIGHTS: Final = {weight: place for place, weight in enumerate(Weight)}
_MOST_TOLD: Final = 3


@dataclass(frozen=True, slots=True)
class Stake:
    """What is at stake at a finding, as one metric of a flow or of a step in it.

    `amount` is what a case has of it at the `place` (a flow, or a step), `whole` what it has in the flow. `saved` is
    how much the `measures` that answer the finding take from the flow: of waiting, what they take from the lead time.
    """

    place: str
    metric: Metric
    amount: float
    whole: float
    measures: tuple[str, ...]
    saved: float = 0.0

    @property
    def flow(self) -> str:
        """The flow that is meant."""
        return self.place.rpartition("/")[0] or self.place

    @property
    def hours(self) -> float:
        """The hours that a case waits there."""
        return self.amount if self.metric == Metric.WAITING_TIME else 0.0


def finding_conclusion(chain: Chain, analysis: Analysis, finding: Finding) -> Conclusion:
    """The headline says what is at stake where, and what the measures that answer it change of it."""
    measures = tuple(measure.id for measure in chain.holders(finding.id, "answers-finding"))
    stake = stake_of(chain, analysis, finding.type, finding.touches, measures)
    return Conclusion(
        _headline(chain, finding, stake, measures),
        tuple(_lead(chain, analysis, finding, stake, measures)),
        tuple(_figures(analysis, stake, finding)),
    )


def stake_of(
    chain: Chain, analysis: Analysis, type: FindingType, touches: Sequence[str], measures: Sequence[str]
) -> Stake | None:
    """What is at stake: of a break the data that are entered again, else the waiting; where its measures help, where it
    is a step rather than a flow, where it is felt today, and where it is most. None where nothing of it is computed."""
    metrics = (Metric.REENTRIES, Metric.WAITING_TIME) if type == FindingType.BREAK else (Metric.WAITING_TIME,)
    for metric in metrics:
        found = [
            stake
            for key in touches
            if (stake := _stake(chain, analysis, key, metric, measures)) is not None and stake.amount > 0
        ]
        if found:
            return max(
                found,
                key=lambda stake: (
                    _is_today(chain, stake.flow),
                    stake.saved > 0,
                    "/" in stake.place,
                    stake.amount,
                ),
            )
    return None


def _is_today(chain: Chain, flow: str) -> bool:
    found = chain.elements.get(flow)
    return isinstance(found, Flow) and found.variant == Variant.AS_IS


def _stake(chain: Chain, analysis: Analysis, key: str, metric: Metric, measures: Sequence[str]) -> Stake | None:
    flow, _, name = key.rpartition("/")
    metrics = analysis.metrics.get(flow or key)
    value = metrics.values.get(metric) if metrics is not None else None
    if metrics is None or value is None or key not in chain.elements:
        return None
    amount = value.mean
    if flow:
        step = metrics.steps.get(name)
        if step is None or metric != Metric.WAITING_TIME:
            return None
        amount = step.waiting
    return Stake(key, metric, amount, value.mean, tuple(measures), saved_by(analysis, flow or key, measures, metric))


def saved_by(analysis: Analysis, flow: str, measures: Sequence[str], metric: Metric = Metric.WAITING_TIME) -> float:
    """How much these measures take from the flow, never negative; of waiting what they take from its lead time."""
    asked = Metric.LEAD_TIME if metric == Metric.WAITING_TIME else metric
    difference = difference_of(comparison_with(analysis, flow), asked)
    if difference is None or flow not in _before(analysis, flow):
        return 0.0
    return max(0.0, -sum(share.difference for share in difference.shares if set(share.measures) & set(measures)))


def _before(analysis: Analysis, flow: str) -> tuple[str, ...]:
    """The flows of today in the comparison of the flow: what measures take away, they take away from them."""
    found = comparison_with(analysis, flow)
    return found.before if found is not None else ()


def computed_stake(chain: Chain, analysis: Analysis, finding: ComputedFinding) -> Stake | None:
    """What is at stake at a computed finding: at the first element that it touches."""
    return stake_of(chain, analysis, finding.type, finding.touches[:1], finding.measures)


# -- the headline ---------------------------------------------------------------------------


def _headline(chain: Chain, finding: Finding, stake: Stake | None, measures: Sequence[str]) -> Text:
    where = _where(chain, finding, stake)
    answer = _answer(chain, stake, measures)
    return sentence(
        f"{where.for_language('zh')}；{answer.for_language('zh')}",
        f"{where.for_language('en')}; {answer.for_language('en')}",
    )


def _where(chain: Chain, finding: Finding, stake: Stake | None) -> Text:
    kind = finding.type.label
    if stake is not None and (stake.saved or finding.type == FindingType.BLOCKAGE or stake.metric == Metric.REENTRIES):
        title, told = titled(chain, stake.place), said(stake.metric, stake.amount, beside=(stake.whole,))
        if stake.metric == Metric.REENTRIES:
            return Text(
                zh=f"{title.zh}里同样的数据平均重复录入 {told.zh} 次",
                en=f"in {title.en}, the same data are entered again {told.en} {noun(stake.amount, 'time')} on average",
            )
        return Text(
            zh=f"{kind.zh}所在的{title.zh}平均等待 {told.zh}", en=f"at {title.en}, cases wait {told.en} on average"
        )
    known = [key for key in finding.touches if key in chain.elements]
    if not known:
        return Text(zh=f"尚未写明该{kind.zh}出在何处", en=f"it is not stated yet where this {kind.en} is felt")
    what = named(chain, known)
    return Text(zh=f"{kind.zh}出在{what.zh}", en=f"this {kind.en} is felt at {what.en}")


def _answer(chain: Chain, stake: Stake | None, measures: Sequence[str]) -> Text:
    if not measures:
        return Text(zh="尚无举措应对", en="no measure answers it yet")
    what, verb = named(chain, measures), "takes" if len(measures) == 1 else "take"
    if stake is None or not stake.saved:
        answer = "answers" if len(measures) == 1 else "answer"
        return Text(zh=f"由{what.zh}应对，成效尚无法测算", en=f"{what.en} {answer} it, with an effect not computed yet")
    return _saving(chain, stake, what, verb)


def _saving(chain: Chain, stake: Stake, what: Text, verb: str) -> Text:
    """What the measures take away."""
    if stake.metric == Metric.REENTRIES:
        left = said(stake.metric, max(0.0, stake.whole - stake.saved), beside=(stake.whole,))
        cut = "cuts" if verb == "takes" else "cut"
        return Text(zh=f"{what.zh}可减至 {left.zh} 次", en=f"{what.en} {cut} that to {left.en}")
    told = said_width(Metric.LEAD_TIME, stake.saved, beside=(stake.whole,))
    if "/" in stake.place:
        flow = titled(chain, stake.flow)
        return Text(
            zh=f"{what.zh}可使{flow.zh}全程缩短 {told.zh}", en=f"{what.en} {verb} {told.en} from all of {flow.en}"
        )
    return Text(zh=f"{what.zh}可使全程缩短 {told.zh}", en=f"{what.en} {verb} {told.en} from the lead time")


# -- the lead -------------------------------------------------------------------------------


def _lead(
    chain: Chain, analysis: Analysis, finding: Finding, stake: Stake | None, measures: Sequence[str]
) -> Iterator[Text]:
    yield from _evidence(finding)
    for found in _computed(analysis, finding)[:_MOST_TOLD]:
        yield sentence_of(found.message)
    others = [key for key in finding.touches if key in chain.elements and (stake is None or key != stake.place)]
    if stake is not None and others:
        what = named(chain, others)
        yield sentence(f"还涉及{what.zh}", f"It is felt at {what.en}, too")
    if costs := [
        (measure, amount)
        for key in measures
        if (measure := chain.elements.get(key)) is not None and (amount := getattr(measure, "cost", None)) is not None
    ]:
        measure, amount = costs[0]
        told, title = amount_said(amount), titled(chain, measure.id)
        yield sentence(f"{title.zh}要投入 {told.zh}", f"{title.en} costs {told.en}")


def _evidence(finding: Finding) -> Iterator[Text]:
    for piece in finding.evidence[:_MOST_TOLD]:
        figure = amount_said(piece.figure) if piece.figure is not None else None
        if piece.what is not None and figure is not None:
            yield sentence(
                f"{piece.what.for_language('zh')}：{figure.zh}", f"{piece.what.for_language('en')}: {figure.en}"
            )
        elif piece.what is not None:
            yield sentence_of(piece.what)


def _computed(analysis: Analysis, finding: Finding) -> list[ComputedFinding]:
    """What the analysis computes of it, the gravest first."""
    found = [computed for computed in analysis.findings if finding.id in computed.taken_up]
    return sorted(found, key=lambda computed: _WEIGHTS[computed.weight])


# -- the figures ----------------------------------------------------------------------------


def _figures(analysis: Analysis, stake: Stake | None, finding: Finding) -> Iterator[Figure]:
    if stake is not None:
        told = said(stake.metric, stake.amount, beside=(stake.whole,))
        yield Figure(stake.metric.label, before=told, about=stake.place)
        asked = Metric.LEAD_TIME if stake.metric == Metric.WAITING_TIME else stake.metric
        difference = difference_of(comparison_with(analysis, stake.flow), asked)
        if difference is not None and stake.saved:
            before, after = difference.before.mean, difference.before.mean - stake.saved
            beside = (before, after)
            change = both(lambda language: shown_change(asked, before, after, language))
            yield Figure(
                asked.label,
                said(asked, before, beside=beside),
                said(asked, after, beside=beside),
                change=change if change.zh else None,
                is_better=True,
                scale=Scale(before, after),
                about=stake.flow,
            )
    for piece in finding.evidence[:2]:
        if piece.what is not None and piece.figure is not None:
            yield Figure(piece.what, before=amount_said(piece.figure))
