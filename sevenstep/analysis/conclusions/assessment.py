"""What an assessment comes to: the level, the distance to the target and to the peers, and what lifts it most."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.assessment.assess import factor_places
from sevenstep.analysis.assessment.lifting import Lift, counts_to_target, lifting, lifting_branches
from sevenstep.analysis.assessment.results import AssessmentResult, FactorResult, Pace
from sevenstep.analysis.assessment.wording import (
    is_seen,
    level_said,
    score_shown,
    value_said,
    width_shown,
    years_shown,
)
from sevenstep.analysis.conclusions.conclusion import Conclusion, Figure, Scale
from sevenstep.analysis.conclusions.wording import named, quoted, sentence, sentence_of, titled
from sevenstep.analysis.results import Analysis
from sevenstep.analysis.weight_move import WeightMove
from sevenstep.analysis.wording import shown_share
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, many
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.factor import Factor

_MOST_FIGURES: Final = 6
_MOST_PACES: Final = 2
_REACHED: Final = 1e-9


def assessment_conclusion(chain: Chain, analysis: Analysis, assessment: Assessment) -> Conclusion:
    """The headline says where the subject stands, how far the target is, and the place among the peers."""
    result = analysis.assessments.get(assessment.id)
    if result is None or result.now.good is None:
        return Conclusion(
            sentence(
                "还没有评估值，看不出站在哪里", "Nothing has been assessed yet, so nobody can tell where it stands"
            )
        )
    return Conclusion(
        sentence_of(headline(chain, result)),
        tuple(_lead(chain, result)),
        tuple(_figure(chain, result, found) for found in result.factors if found.depth == 0)[:_MOST_FIGURES],
    )


def frame_conclusion(chain: Chain, analysis: Analysis) -> Conclusion | None:
    """What all assessments come to: the one there is, or each in a sentence."""
    elements = list(chain.engagement.of(Assessment))
    if len(elements) < 2:
        return assessment_conclusion(chain, analysis, elements[0]) if elements else None
    told = [(one, result) for one in elements if (result := analysis.assessments.get(one.id)) is not None]
    known = [(one, result) for one, result in told if result.now.good is not None]
    lead = []
    for one, result in known:
        title, says = quoted(one.title), headline(chain, result)
        lead.append(sentence(f"{title.zh}：{says.zh}", f"{title.en}: {says.en}"))
    return Conclusion(_of_several(len(elements), [result for _, result in known]), tuple(lead))


def _of_several(number: int, known: list[AssessmentResult]) -> Text:
    """How many of all assessments have reached their targets, in a sentence."""
    aimed = [result for result in known if result.gap is not None]
    behind = sum((result.gap or 0.0) > _REACHED for result in aimed)
    of_zh, of_en = f"{number} 项评估", many(number, "assessment")
    if not known:
        return sentence(f"{of_zh}都还没有评估值", f"Nothing has been assessed yet in {of_en}")
    if not aimed:
        return sentence(f"{of_zh}都还没有设目标", f"None of {of_en} has a target yet")
    without = number - len(aimed)
    rest_zh = f"，{without} 项还没有目标或评估值" if without else ""
    rest_en = f"; {without} {'has' if without == 1 else 'have'} no target or no value yet" if without else ""
    if behind == number:
        return sentence(f"{of_zh}都还没有达到目标", f"None of {of_en} has reached its target yet")
    if not behind and not without:
        return sentence(f"{of_zh}都达到了目标", f"All of {of_en} have reached their targets")
    return sentence(
        f"{of_zh}中，{len(aimed) - behind} 项达到了目标，{behind} 项还没有{rest_zh}",
        f"{len(aimed) - behind} of {of_en} reached the target, {behind} did not yet{rest_en}",
    )


def factor_conclusion(chain: Chain, analysis: Analysis, factor: Factor) -> Conclusion | None:
    """Where one factor stands; None where it belongs to no assessment."""
    place = factor_places(chain).get(factor.id)
    result = analysis.assessments.get(place[0]) if place is not None else None
    if place is None or result is None:
        return None
    found = result.factors[place[1]]
    if found.now.good is None:
        return Conclusion(
            sentence_of(found.problem)
            if found.problem is not None
            else sentence("还没有评估值：不当作零分，总分因此只说得出一个范围", "It has not been assessed yet")
        )
    lead = [*_of_factor(chain, result, found), *_paces(chain, [found])]
    return Conclusion(sentence_of(_factor_headline(chain, result, found)), tuple(lead))


def headline(chain: Chain, result: AssessmentResult) -> Text:
    """Where the whole stands, in a clause."""
    now = _at(chain, result, result.level, result.now.good or 0.0)
    zh, en = f"处于{now.zh}", f"it stands at {now.en}"
    if result.target is not None and result.target.good is not None:
        gap, date = result.gap or 0.0, result.target_date
        date_zh = f"{date} 年" if date.isdigit() else f"{date} 的"
        aim = _level(chain, result, result.target_level)
        to_zh = f"（{aim.zh}）" if aim is not None and result.target_level != result.level else ""
        to_en = f" (“{aim.en}”)" if aim is not None and result.target_level != result.level else ""
        if gap > _REACHED and not is_seen(result, gap):
            zh += f"，离 {date_zh}目标{to_zh}只差一点"
            en += f", all but at the target of {date}{to_en}"
        elif gap > _REACHED:
            width = width_shown(result, gap)
            zh += f"，离 {date_zh}目标{to_zh}还差 {width}"
            en += f", {width} short of the target of {date}{to_en}"
        else:
            zh, en = f"{zh}，达到目标", f"{en}, which reaches the target"
    if result.place is not None:
        zh += f"，连对标对象共 {result.places} 个，列第 {result.place}"
        en += f", and ranks {result.place} of {result.places} with its peers"
    return Text(zh=zh, en=en)


def _at(chain: Chain, result: AssessmentResult, level: int | None, good: float) -> Text:
    """A standing with its level, as in: “Growing” (2.7 of 5)."""
    score, most = score_shown(result, good), score_shown(result, 1.0)
    name = level_said(chain, result.scale, level)
    if name is None:
        return Text(zh=f" {score} 分（满分 {most}）", en=f"{score} of {most}")
    title = quoted(name)
    return Text(zh=f"{title.zh}一级（{score}，满分 {most}）", en=f"{title.en} ({score} of {most})")


def _level(chain: Chain, result: AssessmentResult, level: int | None) -> Text | None:
    found = level_said(chain, result.scale, level)
    return found.inserted_into("{}", "{}") if found is not None else None


def _lead(chain: Chain, result: AssessmentResult) -> Iterator[Text]:
    yield from _lifts(chain, result)
    yield from _behind(chain, result)
    yield from _paces(chain, result.factors)
    yield from _safe(chain, result)
    yield from _missing(chain, result)


def _lifts(chain: Chain, result: AssessmentResult) -> Iterator[Text]:
    """The lowest factors that lift the whole most. In a large tree none of them alone lifts it by anything that shows:
    then the branches that do."""
    found = _seen(result, lifting(result.factors)) or _seen(result, lifting_branches(result))
    if not found:
        return
    (first, lift), *others = found
    title, width = titled(chain, first.factor), width_shown(result, lift)
    to_target = counts_to_target(result.factors)
    zh = f"{title.zh}最能拉动总体：达到{'目标' if to_target else '最好值'}可提高 {width}"
    en = f"{title.en} lifts the whole most, by {width} where it reaches {'its target' if to_target else 'the best'}"
    if others:
        next_ = titled(chain, others[0][0].factor)
        zh, en = f"{zh}，其次是{next_.zh}", f"{en}, followed by {next_.en}"
    yield sentence(zh, en)


def _seen(result: AssessmentResult, lifts: list[Lift]) -> list[Lift]:
    return [(found, lift) for found, lift in lifts[:2] if is_seen(result, lift)]


def _behind(chain: Chain, result: AssessmentResult) -> Iterator[Text]:
    """The lowest factor on which the peers are furthest ahead, by their mean."""
    gaps = []
    for found in result.factors:
        told = [peer.good for peer in found.peers.values() if peer.good is not None]
        if found.is_leaf and found.now.good is not None and told:
            gaps.append((sum(told) / len(told) - found.now.good, found))
    if not gaps:
        return
    most, found = max(gaps, key=lambda gap: gap[0])
    title = titled(chain, found.factor)
    if most > _REACHED:
        width = shown_share(round(most, 2))
        yield sentence(
            f"与对标对象的平均相比，{title.zh}落后最多，差满分的 {width}",
            f"Against the mean of the peers {title.en} is furthest behind, by {width} of the scale",
        )
    else:
        yield sentence("没有一项落后于对标对象的平均", "On no factor is it behind the mean of the peers")


def _paces(chain: Chain, factors: "tuple[FactorResult, ...] | list[FactorResult]") -> Iterator[Text]:
    told = [(found, found.pace) for found in factors if found.pace is not None]
    for found, pace in told[:_MOST_PACES]:
        yield pace_said(chain, found, pace)


def pace_said(chain: Chain, found: FactorResult, pace: Pace) -> Text:
    """What a target asks against how long others took."""
    title, years = titled(chain, found.factor), years_shown(pace.years)
    fast, slow = years_shown(pace.fastest), years_shown(pace.slowest)
    others_zh = f"{fast} 年" if fast == slow else f"{fast}–{slow} 年"
    others_en = f"{fast} years" if fast == slow else f"{fast} to {slow} years"
    if pace.years < pace.fastest * (1 - _REACHED):
        verdict_zh, verdict_en = "比谁都快", "nobody has been as fast"
    elif pace.years > pace.slowest:
        verdict_zh, verdict_en = "比谁都慢", "all of them were faster"
    else:
        verdict_zh, verdict_en = "有人做到过", "it has been done"
    now = value_said(found, found.reached) if found.reached is not None else Text(plain="")
    aim = value_said(found, found.aimed) if found.aimed is not None else Text(plain="")
    return sentence(
        f"{title.zh}要用 {years} 年从 {now.for_language('zh')} 到 {aim.for_language('zh')}，"
        f"他人走同样的路用了 {others_zh}：{verdict_zh}",
        f"{title.en} is to go from {now.for_language('en')} to {aim.for_language('en')} in {years} years; "
        f"others took {others_en} for as much: {verdict_en}",
    )


def _safe(chain: Chain, result: AssessmentResult) -> Iterator[Text]:
    """How far weights may move before the level, or the place, changes: the nearest bound."""
    level = _nearest(result.level_moves)
    if result.level_moves and level is None:
        yield sentence("任何一项权重单独变动，等级都不变", "Whichever single weight moves, the level stays what it is")
    elif level is not None:
        yield _moved(chain, level, Text(zh="等级就会变", en="the level changes"))
    if (rank := _nearest(result.rank_moves)) is not None:
        yield _moved(chain, rank, Text(zh="名次就会变", en="the place among the peers changes"))


def _nearest(moves: tuple[WeightMove, ...]) -> tuple[WeightMove, float] | None:
    bounds = [(move, bound) for move in moves for bound in (move.low, move.high) if bound is not None]
    return min(bounds, key=lambda found: abs(found[1] - found[0].weight), default=None)


def _moved(chain: Chain, found: tuple[WeightMove, float], then: Text) -> Text:
    move, bound = found
    title, now, to = titled(chain, move.criterion), shown_share(move.weight), shown_share(bound)
    is_up = bound > move.weight
    return sentence(
        f"{title.zh}的权重从 {now} {'升到' if is_up else '降到'} {to} {'以上' if is_up else '以下'}，{then.zh}",
        f"Where the weight of {title.en} goes from {now} {'above' if is_up else 'below'} {to}, {then.en}",
    )


def _missing(chain: Chain, result: AssessmentResult) -> Iterator[Text]:
    if not result.missing:
        return
    what = named(chain, result.missing)
    share = shown_share(1 - result.now.known)
    low, high = score_shown(result, result.now.low), score_shown(result, result.now.high)
    yield sentence(
        f"缺数据的有{what.zh}，占总分的 {share}，没有当作零分：总体可能在 {low} 到 {high} 之间",
        f"Nothing is known of {what.en}, {share} of the whole; that does not count as nought: "
        f"the whole may be anything from {low} to {high}",
    )


def _factor_headline(chain: Chain, result: AssessmentResult, found: FactorResult) -> Text:
    name = level_said(chain, found.scale, found.level)
    if found.reached is not None:
        value = value_said(found, found.reached)
        level = f"，{quoted(name).zh}一级" if name is not None else ""
        level_en = f", at {quoted(name).en}" if name is not None else ""
        zh, en = f"今天是 {value.zh}{level}", f"it stands at {value.en}{level_en}"
    else:
        at = _at(chain, result, found.level, found.now.good or 0.0)
        zh, en = f"处于{at.zh}", f"it stands at {at.en}"
    if found.place is not None:
        zh += f"，连对标对象共 {found.places} 个，列第 {found.place}"
        en += f", and ranks {found.place} of {found.places} with its peers"
    if found.aimed is not None:
        aim = value_said(found, found.aimed)
        zh, en = f"{zh}，目标 {aim.zh}", f"{en}; the target is {aim.en}"
    elif found.target is not None and found.target.good is not None:
        score = score_shown(result, found.target.good)
        zh, en = f"{zh}，目标 {score}", f"{en}; the target is {score}"
    return Text(zh=zh, en=en)


def _of_factor(chain: Chain, result: AssessmentResult, found: FactorResult) -> Iterator[Text]:
    share, title = shown_share(found.share), titled(chain, result.assessment)
    yield sentence(f"占{title.zh}总分的 {share}", f"It is {share} of {title.en}")
    if found.lift and is_seen(result, found.lift):
        width = width_shown(result, found.lift)
        yield sentence(f"达到目标可把总体提高 {width}", f"Reaching its target lifts the whole by {width}")


def _figure(chain: Chain, result: AssessmentResult, found: FactorResult) -> Figure:
    element = chain.elements[found.factor]
    good, target = found.now.good, found.target.good if found.target is not None else None
    return Figure(
        element.title,
        Text(plain=score_shown(result, good)) if good is not None else Text(zh="缺数据", en="not known"),
        target=Text(plain=score_shown(result, target)) if target is not None else None,
        scale=Scale(result.told(good) if good is not None else None, None, result.told(target) if target else None),
        about=found.factor,
    )
