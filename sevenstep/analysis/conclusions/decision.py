"""What a decision comes to: what is chosen, how it ranks, why, and how safe that is."""

from collections.abc import Iterator, Sequence
from typing import Final

from sevenstep.analysis.conclusions.conclusion import Conclusion, Figure
from sevenstep.analysis.conclusions.wording import quoted, sentence, sentence_of
from sevenstep.analysis.decision.results import DecisionResult
from sevenstep.analysis.results import Analysis
from sevenstep.analysis.weight_move import WeightMove
from sevenstep.analysis.wording import shown_share
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, joined, many
from sevenstep.model.frames.decision import Decision
from sevenstep.model.quantity import decimal

_MOST_FIGURES: Final = 5


def decision_conclusion(analysis: Analysis, decision: Decision) -> Conclusion:
    """The headline says what is chosen, or what ranks first as long as nothing is."""
    result = analysis.decisions.get(decision.id)
    if result is None or not decision.options:
        return Conclusion(sentence("还没有可选的方案", "There is nothing to choose from yet"))
    figures = tuple(
        Figure(decision.options[one.option].title, Text(plain=decimal(one.weighted_sum, 0)))
        for one in result.ranked[:_MOST_FIGURES]
    )
    return Conclusion(sentence_of(headline(decision, result)), tuple(_lead(decision, result)), figures)


def frame_conclusion(chain: Chain, analysis: Analysis) -> Conclusion | None:
    """What all decisions come to: the one there is, or each in a sentence."""
    elements = list(chain.engagement.of(Decision))
    if len(elements) < 2:
        return decision_conclusion(analysis, elements[0]) if elements else None
    told = [(one, result) for one in elements if (result := analysis.decisions.get(one.id)) is not None]
    made = sum(result.chosen in one.options for one, result in told)
    lead = []
    for one, result in told:
        title, says = quoted(one.title), headline(one, result)
        lead.append(sentence(f"{title.zh}：{says.zh}", f"{title.en}: {says.en}"))
    return Conclusion(
        sentence(
            f"{len(elements)} 次比选，{made} 次已经选定",
            f"{made} of {many(len(elements), 'decision')} {'has' if made == 1 else 'have'} been made",
        ),
        tuple(lead),
    )


def headline(decision: Decision, result: DecisionResult) -> Text:
    """What is chosen and how it ranks, in a clause."""
    first = _titles(decision, result.first)
    if result.chosen not in decision.options:
        if not result.ranked:
            return Text(zh="还没有选定，也还排不出名次", en="nothing is chosen, and nothing can be ranked yet")
        return Text(
            zh=f"还没有选定；按现有的值，{first.zh}{'并列' if len(result.first) > 1 else '排'}第一",
            en=f"nothing is chosen yet; {first.en} {'rank' if len(result.first) > 1 else 'ranks'} first so far",
        )
    chosen = quoted(decision.options[result.chosen].title)
    if result.chosen in result.out:
        return Text(
            zh=f"选定了{chosen.zh}，但它不满足必须满足的要求",
            en=f"{chosen.en} is chosen, but does not meet what it has to",
        )
    place = result.chosen_place
    if place is None:
        return Text(zh=f"选定{chosen.zh}，没有参加排名", en=f"{chosen.en} is chosen without being ranked")
    if place > 1:
        return Text(
            zh=f"选定{chosen.zh}，它排第 {place}；排第一的是{first.zh}",
            en=f"{chosen.en} is chosen, which ranks {place}; {first.en} ranks first",
        )
    counted = len(result.ranked)
    return Text(
        zh=f"选定{chosen.zh}，在可选的 {counted} 个方案中排第一",
        en=f"{chosen.en} is chosen; it ranks first of {many(counted, 'option')} that can be chosen",
    )


def _titles(decision: Decision, options: Sequence[str]) -> Text:
    return joined([quoted(decision.options[option].title) for option in options], "、", ", ")


def _lead(decision: Decision, result: DecisionResult) -> Iterator[Text]:
    if decision.choice is not None and decision.choice.reason is not None:
        reason = decision.choice.reason
        yield sentence(f"理由：{reason.for_language('zh')}", f"The reason: {reason.for_language('en')}")
    if result.out:
        told = joined(
            [
                Text(
                    zh=f"{quoted(decision.options[option].title).zh}（{_requirements(decision, names).zh}）",
                    en=f"{quoted(decision.options[option].title).en} ({_requirements(decision, names).en})",
                )
                for option, names in result.out.items()
            ],
            "、",
            ", ",
        )
        yield sentence(f"不满足要求而出局的：{told.zh}", f"Out, for what they do not meet: {told.en}")
    yield from _safe(decision, result)
    if result.ranked and not result.agrees:
        other = _titles(decision, [one.option for one in result.ranked if one.topsis_place == 1])
        yield sentence(
            f"TOPSIS 排第一的是{other.zh}：宜先商定",
            f"TOPSIS puts {other.en} first: talk it over before you decide",
        )
    if result.unranked:
        told = _titles(decision, list(result.unranked))
        yield sentence(f"缺值而没有参加排名的：{told.zh}", f"Not ranked for want of values: {told.en}")
    if result.open:
        told = _titles(decision, list(result.open))
        yield sentence(f"要求还没有全部确认的：{told.zh}", f"Requirements are not all settled of: {told.en}")


def _requirements(decision: Decision, names: Sequence[str]) -> Text:
    return joined([decision.requirements[name].title for name in names], "、", ", ")


def _safe(decision: Decision, result: DecisionResult) -> Iterator[Text]:
    """The smallest move of a weight after which another option comes first."""
    if len(result.ranked) < 2 or len(result.criteria) < 2:
        return
    bounds: list[tuple[WeightMove, float, str]] = [
        (move, bound, rival)
        for move in result.moves
        for bound, rival in ((move.low, move.next_low), (move.high, move.next_high))
        if bound is not None and rival is not None
    ]
    if not bounds:
        yield sentence("任何一条准则的权重单独变动，第一都不变", "Whichever single weight moves, the first stays first")
        return
    move, bound, rival = min(bounds, key=lambda found: abs(found[1] - found[0].weight))
    criterion, other = quoted(decision.criteria[move.criterion].title), quoted(decision.options[rival].title)
    now, to, is_up = shown_share(move.weight), shown_share(bound), bound > move.weight
    if now == to:
        yield sentence(f"{other.zh}与第一不分高下", f"{other.en} is level with the first")
        return
    yield sentence(
        f"{criterion.zh}的权重从 {now} {'升到' if is_up else '降到'} {to} {'以上' if is_up else '以下'}，"
        f"{other.zh}就排到第一",
        f"Where the weight of {criterion.en} goes from {now} {'above' if is_up else 'below'} {to}, "
        f"{other.en} comes first",
    )
