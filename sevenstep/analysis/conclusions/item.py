"""What an item comes to: from how long to how long, at which cost and in what time, where it ranks, and whether it can
be run."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.choices import Answer, ItemQuestion
from sevenstep.analysis.conclusions.conclusion import Conclusion, Figure
from sevenstep.analysis.conclusions.effects import comparison_of, difference_of, helping
from sevenstep.analysis.conclusions.wording import (
    figure_of,
    is_same,
    listed,
    named,
    part_of,
    quoted,
    said,
    said_width,
    sentence,
    sentence_of,
    spaced,
)
from sevenstep.analysis.results import Analysis, Comparison, Difference
from sevenstep.analysis.verdict_wording import both
from sevenstep.analysis.wording import is_better
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, joined
from sevenstep.model.choices import Metric, Variant
from sevenstep.model.quantity import Quantity
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow

_TILES: Final = (
    Metric.LEAD_TIME,
    Metric.COST,
    Metric.REENTRIES,
    Metric.REWORK_PROBABILITY,
    Metric.HANDOFFS,
)
_MOST_TILES: Final = 3
_INVESTED: Final = Text(zh="建设资金", en="Cost of the change")
_LASTS: Final = Text(zh="建设工期", en="Time of the change")


def item_conclusion(chain: Chain, analysis: Analysis, item: Item) -> Conclusion:
    """The headline says what it brings, at which cost and in what time, and where it ranks."""
    comparison = comparison_of(analysis, item.id)
    return Conclusion(
        _headline(chain, analysis, item, comparison),
        tuple(_lead(chain, analysis, item, comparison)),
        tuple(_figures(item, comparison)),
    )


def amount_said(amount: Quantity) -> Text:
    """A figure as its author gave it, in both languages."""
    return both(amount.shown)


def invested(item: Item) -> Text | None:
    """What it takes to bring it about: money and time, as far as they are known."""
    return paid_for(item.change.money, item.change.time) if item.change is not None else None


def paid_for(money: Quantity | None, time: Quantity | None) -> Text | None:
    """Money and time as a clause, as far as they are known."""
    if money is not None and time is not None:
        cost, lasts = amount_said(money), amount_said(time)
        return Text(zh=f"投入 {cost.zh}、工期 {lasts.zh}", en=f"at {cost.en} in {lasts.en}")
    if money is not None:
        cost = amount_said(money)
        return Text(zh=f"投入 {cost.zh}", en=f"at {cost.en}")
    if time is not None:
        lasts = amount_said(time)
        return Text(zh=f"工期 {lasts.zh}", en=f"in {lasts.en}")
    return None


def rank_of(analysis: Analysis, item: str) -> tuple[int, int, bool] | None:
    """The place of an item, of how many, and whether another has the same score; None where it is not ranked."""
    place = analysis.ranking.places.get(item)
    if place is None:
        return None
    return place, len(analysis.ranking.items), item in analysis.ranking.level


def _rank(analysis: Analysis, item: str) -> Text | None:
    found = rank_of(analysis, item)
    if found is None:
        return None
    place, count, level = found
    if count == 1:
        return None
    return Text(
        zh=f"{count} 个事项中排第 {place}{'（有同分的）' if level else ''}",
        en=f"number {place} of {count} items{' (level with another)' if level else ''}",
    )


# -- the headline ---------------------------------------------------------------------------


def _headline(chain: Chain, analysis: Analysis, item: Item, comparison: Comparison | None) -> Text:
    effect = moved(difference_of(comparison, Metric.LEAD_TIME)) or moved(
        difference_of(comparison, Metric.COST), comparison.currency if comparison is not None else ""
    )
    parts = [effect or _no_effect(chain, item, comparison), invested(item), _rank(analysis, item.id)]
    told = [part for part in parts if part is not None]
    zh = "；".join(part.for_language("zh") for part in told)
    return sentence(zh, "; ".join(part.for_language("en") for part in told))


def moved(difference: Difference | None, currency: str = "") -> Text | None:
    """A metric from as is to to be, as a clause; None where it is not known."""
    if difference is None:
        return None
    metric, before, after = difference.metric, difference.before.mean, difference.after.mean
    was, then = said(metric, before, currency, (after,)), said(metric, after, currency, (before,))
    name = metric.label
    if is_same(before, after) or was.zh == then.zh:
        return Text(zh=f"{name.zh}不变，仍为 {then.zh}", en=f"{name.en} stays at {then.en}")
    zh, en = ("降到", "falls") if after < before else ("升到", "rises")
    if metric == Metric.LEAD_TIME:
        zh = "缩到" if after < before else "增到"
    return Text(zh=f"{name.zh}由 {spaced(was.zh)}{zh} {then.zh}", en=f"{name.en} {en} from {was.en} to {then.en}")


def _no_effect(chain: Chain, item: Item, comparison: Comparison | None) -> Text:
    """Why nothing is told of what it brings."""
    flows = [flow for flow in chain.holders(item.id, "details") if isinstance(flow, Flow)]
    variants = {flow.variant for flow in flows}
    if comparison is not None or len(variants) == 2:
        return Text(zh="现状与目标的差别尚无法测算", en="as is and to be cannot be compared yet")
    if Variant.AS_IS in variants:
        return Text(zh="只有现状流程，尚无目标流程", en="it has a flow of today only, and no to-be flow yet")
    if variants:
        return Text(
            zh="只有目标流程，没有现状可比", en="it has a to-be flow only, and nothing of today to compare it with"
        )
    return Text(zh="尚无流程，成效无从测算", en="it has no flow yet, so its effect is not known")


# -- the lead -------------------------------------------------------------------------------


def _lead(chain: Chain, analysis: Analysis, item: Item, comparison: Comparison | None) -> Iterator[Text]:
    if (several := _several(chain, item, comparison)) is not None:
        yield several
    if (due := due_to(chain, difference_of(comparison, Metric.LEAD_TIME))) is not None:
        yield due
    if comparison is not None and (cost := difference_of(comparison, Metric.COST)) is not None:
        told = moved(cost, comparison.currency)
        if told is not None and difference_of(comparison, Metric.LEAD_TIME) is not None:
            yield sentence_of(told)
    if comparison is not None:
        yield from _worse(comparison)
    yield from _verdicts(analysis, item)
    if needed := [element.id for element in chain.targets(item.id, "depends-on")]:
        what = named(chain, needed)
        yield sentence(f"须先完成{what.zh}", f"First comes {what.en}")


def _several(chain: Chain, item: Item, comparison: Comparison | None) -> Text | None:
    """Which flows are compared, where the item has more than one of a variant."""
    flows = [flow for flow in chain.holders(item.id, "details") if isinstance(flow, Flow)]
    if comparison is None or len(flows) <= len(comparison.before) + len(comparison.after):
        return None
    before, after = named(chain, comparison.before), named(chain, comparison.after)
    return sentence(
        f"本事项有 {len(flows)} 个流程，此处比较的是{before.zh}与{after.zh}",
        f"It has {len(flows)} flows; compared here are {before.en} and {after.en}",
    )


def due_to(chain: Chain, difference: Difference | None) -> Text | None:
    """Which measures a difference of a metric is due to."""
    if difference is None:
        return None
    shares = helping(difference)
    if not shares:
        return None
    beside = (difference.before.mean, difference.after.mean)
    if len(shares) == 1 and is_same(shares[0].difference, difference.mean):
        what = named(chain, shares[0].measures)
        return sentence(f"全部来自{what.zh}", f"All of it is due to {what.en}")
    parts = []
    for share in shares[:3]:
        what, much = named(chain, share.measures), said_width(difference.metric, share.difference, beside=beside)
        part = part_of(abs(share.difference), abs(difference.mean))
        parts.append(Text(zh=f"{what.zh}（{much.zh}，占 {part}）", en=f"{what.en} ({much.en}, {part})"))
    told = listed(parts)
    mostly = sum(share.difference for share in shares) / difference.mean >= 0.5
    if mostly:
        return sentence(f"主要来自{told.zh}", f"Most of it is due to {told.en}")
    return sentence(f"其中可归因于举措的部分：{told.zh}", f"Only a part can be put down to measures: {told.en}")


def _worse(comparison: Comparison) -> Iterator[Text]:
    """What gets worse with it."""
    worse = [
        difference.metric.label
        for difference in comparison.differences
        if difference.metric in _TILES
        and not is_same(difference.before.mean, difference.after.mean)
        and not is_better(difference.metric, difference.mean)
        and difference.metric not in {Metric.LEAD_TIME}
    ]
    if worse:
        told = listed(worse)
        yield sentence(f"代价是{told.zh}增加", f"The price is more {told.en}")


def _verdicts(analysis: Analysis, item: Item) -> Iterator[Text]:
    """The four questions, those by name that are not answered with yes; of a plain no the reason, too."""
    evaluation = analysis.evaluations.get(item.id)
    if evaluation is None:
        return
    yes = [question for question in ItemQuestion if evaluation.verdicts[question].answer == Answer.YES]
    if len(yes) == len(ItemQuestion):
        yield sentence(
            "四项评估均满足：步骤完整、责任到人、资源充足、可以调整",
            "All four questions are answered yes: complete steps, named people, enough resources, ready to be adjusted",
        )
        return
    for answer, zh, en in (
        (Answer.NO, "不满足", "Not met"),
        (Answer.PARTLY, "部分满足", "Partly met"),
        (Answer.UNKNOWN, "无法判断", "Not to be judged"),
    ):
        if found := [question for question in ItemQuestion if evaluation.verdicts[question].answer == answer]:
            told = (
                joined([_with_ground(analysis, item, question, answer) for question in found], "；", "; ")
                if answer == Answer.NO
                else listed([quoted(question.label) for question in found])
            )
            yield sentence(f"{zh}：{told.for_language('zh')}", f"{en}: {told.for_language('en')}")


def _with_ground(analysis: Analysis, item: Item, question: ItemQuestion, answer: Answer) -> Text:
    grounds = analysis.evaluations[item.id].verdicts[question].grounds
    ground = next((found for found in grounds if found.answer == answer), None)
    if ground is None:
        return question.label
    return ground.message.inserted_into(zh=f"{question.label.zh}（{{}}）", en=f"{question.label.en} ({{}})")


# -- the figures ----------------------------------------------------------------------------


def _figures(item: Item, comparison: Comparison | None) -> Iterator[Figure]:
    count = 0
    for metric in _TILES:
        difference = difference_of(comparison, metric)
        if comparison is None or difference is None or count == _MOST_TILES:
            continue
        if difference.before.mean or difference.after.mean:
            yield figure_of(metric, difference, comparison.currency)
            count += 1
    if item.change is not None and item.change.money is not None:
        yield Figure(_INVESTED, after=amount_said(item.change.money))
    if item.change is not None and item.change.time is not None:
        yield Figure(_LASTS, after=amount_said(item.change.time))
