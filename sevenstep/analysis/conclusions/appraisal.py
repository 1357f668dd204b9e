"""What an appraisal comes to: what it is worth, when it has come back, whether loans can be paid, and what turns it."""

from collections.abc import Iterator, Sequence
from typing import Final

from sevenstep.analysis.appraisal.results import AppraisalState, Worth
from sevenstep.analysis.appraisal.wording import (
    money_said,
    payback_said,
    rate_shown,
    ratio_shown,
    year_said,
    years_shown,
)
from sevenstep.analysis.choices import MoneyKind, Verdict
from sevenstep.analysis.conclusions.conclusion import Conclusion, Figure
from sevenstep.analysis.conclusions.wording import quoted, sentence, sentence_of
from sevenstep.analysis.results import Analysis
from sevenstep.analysis.verdict_wording import both
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, joined, many
from sevenstep.model.frames.appraisal import Appraisal

_WORTH: Final = Text(zh="净现值", en="Net present value")
_RATE: Final = Text(zh="内部收益率", en="Internal rate of return")
_BACK: Final = Text(zh="收回投入", en="Paid back")
_RATIO: Final = Text(zh="效益费用比", en="Benefit–cost ratio")
_COVERAGE: Final = Text(zh="偿债备付率最低", en="Lowest coverage")
_NEVER: Final = Text(zh="测算期内收不回", en="not within the years looked at")
_NONE: Final = Text(zh="没有", en="none")
_MANY: Final = 2.0
"""A rise of more is told as how many times it becomes."""


def state_of(analysis: Analysis, appraisal: str) -> AppraisalState | None:
    """What is computed of an appraisal."""
    return next((state for state in analysis.appraisals if state.appraisal == appraisal), None)


def appraisal_conclusion(analysis: Analysis, appraisal: Appraisal) -> Conclusion:
    """The headline says what it is worth and when it has come back."""
    state = state_of(analysis, appraisal.id)
    if state is None or not state.streams:
        return Conclusion(
            sentence("尚未写明收支，算不出净现值", "No money is stated yet, so nothing can be said of its worth")
        )
    return Conclusion(sentence_of(_headline(state)), tuple(_lead(state)), tuple(_figures(state)))


def frame_conclusion(chain: Chain, analysis: Analysis) -> Conclusion | None:
    """What all appraisals come to: the one there is, or each in a sentence."""
    elements = list(chain.engagement.of(Appraisal))
    if not elements:
        return None
    if len(elements) == 1:
        return appraisal_conclusion(analysis, elements[0])
    told = [(one, state) for one in elements if (state := state_of(analysis, one.id)) is not None and state.streams]
    good = sum(state.worth.present_value >= 0 for _, state in told)
    lead = []
    for element, state in told:
        title, says = quoted(element.title), _headline(state)
        lead.append(sentence(f"{title.zh}：{says.zh}", f"{title.en}: {says.en}"))
    return Conclusion(
        sentence(
            f"{len(elements)} 项测算中 {good} 项净现值为正",
            f"The present value of {good} of {many(len(elements), 'appraisal')} is above nought",
        ),
        tuple(lead),
    )


def _headline(state: AppraisalState) -> Text:
    worth = money_said(state.worth.present_value, state.currency)
    name = _WORTH if state.rate is not None else Text(zh="净收益（未折现）", en="Net benefit (not discounted)")
    back = state.worth.payback
    if back is None:
        count = len(state.years)
        return Text(
            zh=f"{name.zh} {worth.zh}，{count} 年内收不回投入",
            en=f"{name.en} {worth.en}; the outlay does not come back in {many(count, 'year')}",
        )
    if back == 0:
        return Text(zh=f"{name.zh} {worth.zh}", en=f"{name.en} {worth.en}")
    when = payback_said(state, back)
    return Text(zh=f"{name.zh} {worth.zh}，{when.zh}收回投入", en=f"{name.en} {worth.en}; the outlay is back {when.en}")


def _lead(state: AppraisalState) -> Iterator[Text]:
    yield _basis(state)
    if state.worst is not None and state.best is not None:
        worst, best = (money_said(one.present_value, state.currency) for one in (state.worst, state.best))
        turns = state.worst.present_value < 0 <= state.worth.present_value
        yield sentence(
            f"各项取最不利的值，净现值 {worst.zh}；取最有利的值，{best.zh}" + ("：最坏情形下不划算" if turns else ""),
            f"With everything at its worst it is {worst.en}, at its best {best.en}"
            + (": in the worst case it does not pay" if turns else ""),
        )
    if (turning := _turning(state)) is not None:
        yield turning
    if state.coverage is not None:
        yield _coverage(state)
    if (building := interest_while_building(state)) is not None:
        yield building
    assumed = sum(stream.is_assumed for stream in state.streams)
    if assumed:
        count = len(state.streams)
        yield sentence(
            f"{count} 项收支中 {assumed} 项是假设",
            f"{assumed} of {many(count, 'line')} of money {'rests' if assumed == 1 else 'rest'} on assumptions",
        )
    for text in state.left_out:
        yield sentence_of(text)


def _basis(state: AppraisalState) -> Text:
    first, last = year_said(state, 0), year_said(state, len(state.years) - 1)
    joint = "至 " if state.is_dated else "至"
    zh = [f"{first.zh}{joint}{last.zh}，{state.prices.label.zh}"]
    en = [f"From {first.en} to {last.en}, in {state.prices.label.en}"]
    if state.rate is not None:
        zh[0] += f"，折现率 {rate_shown(state.rate)}"
        en[0] += f", discounted at {rate_shown(state.rate)}"
    returns = rates_said(state.worth)
    zh.append(
        f"内部收益率{' ' if len(state.worth.rates) == 1 else ''}{returns.zh}" if state.worth.rates else "没有内部收益率"
    )
    en.append(f"internal rate of return {returns.en}" if state.worth.rates else f"there is {returns.en}")
    if state.worth.benefit_cost is not None:
        ratio = ratio_shown(state.worth.benefit_cost)
        zh.append(f"效益费用比 {ratio}")
        en.append(f"benefit–cost ratio {ratio}")
    return sentence("；".join(zh), "; ".join(en))


def rates_said(worth: Worth) -> Text:
    """All internal rates of return; that there are several is told, since none of them then decides."""
    if not worth.rates:
        return Text(zh="没有", en="no internal rate of return")
    told = [rate_shown(rate) for rate in worth.rates]
    if len(told) == 1:
        return Text(plain=told[0], zh=told[0], en=told[0])
    return Text(
        zh=f"有 {len(told)} 个（{'、'.join(told)}），以净现值为准",
        en=f"has {len(told)} values ({', '.join(told)}), so the present value decides",
    )


def _turning(state: AppraisalState) -> Text | None:
    """How far things may change before it no longer pays, or have to before it does."""
    turning = state.turning
    if state.worth.present_value < 0:
        if turning.benefits_fall is None:
            return None
        wanted = rate_shown(-turning.benefits_fall)
        return sentence(
            f"收入和节省要多 {wanted}，才不亏", f"Income and savings have to be {wanted} higher before it pays"
        )
    zh: list[str] = []
    en: list[str] = []
    if turning.benefits_fall is not None:
        fall = turning.benefits_fall
        zh.append(f"收入和节省减少 {rate_shown(fall)}" if fall <= 1 else "收入和节省全部落空")
        en.append(f"income and savings may fall by {rate_shown(fall)}" if fall <= 1 else "both may fail wholly")
    if turning.outlay_rise is not None:
        rise = turning.outlay_rise
        times = ratio_shown(round(1 + rise))
        zh.append(f"投入增加 {rate_shown(rise)}" if rise <= _MANY else f"投入增至 {times} 倍")
        en.append(f"outlay may rise by {rate_shown(rise)}" if rise <= _MANY else f"outlay may be {times} times as much")
    if turning.slip is not None:
        slip = both(lambda language: years_shown(turning.slip or 0.0, language))
        zh.append(f"推迟 {slip.zh}")
        en.append(f"the start may slip by {slip.en}")
    if not zh:
        return None
    several = len(zh) > 1
    return sentence(
        f"{'、'.join(zh)}{'，单独发生时' if several else '，'}仍不亏",
        f"{', '.join(en)}{', each alone,' if several else ''} before it turns",
    )


def _coverage(state: AppraisalState) -> Text:
    found = state.coverage
    if found is None or found.lowest is None or found.worst_year is None:
        return sentence("贷款在测算期内没有要还的本息", "No interest or principal is due within the years looked at")
    year = year_said(state, found.worst_year)
    low, mean = ratio_shown(found.lowest), ratio_shown(found.mean or 0.0)
    limit = ratio_shown(found.limit or 1.0)
    zh = f"偿债备付率最低 {low}（{year.zh}）、平均 {mean}"
    en = f"Coverage is {low} at its lowest ({year.en}), {mean} on average"
    if found.is_short:
        zh += f"，低于{'贷款方要求的' if found.limit else ''} {limit}"
        en += f", below {'the lender’s limit of ' if found.limit else ''}{limit}"
    elif found.limit:
        zh += f"，达到贷款方要求的 {limit}"
        en += f", above the lender’s limit of {limit}"
    if found.fall is not None and not found.is_short:
        zh += f"；收入减少 {rate_shown(found.fall)} 以内仍还得起"
        en += f"; income may fall by {rate_shown(found.fall)} before it is not"
    return sentence(zh, en)


def interest_while_building(state: AppraisalState) -> Text | None:
    """Who pays interest before anything is earned; None where no loan says that it builds."""
    own = sum(loan.out_of_own_money for loan in state.loans)
    added = sum(loan.capitalised for loan in state.loans)
    zh, en = [], []
    if own > 0:
        said = money_said(own, state.currency)
        zh.append(f"{said.zh}由借款方的自有资金支付")
        en.append(f"{said.en} is paid out of the borrower’s own money")
    if added > 0:
        said = money_said(added, state.currency)
        zh.append(f"{said.zh}计入本金，投运后一并偿还")
        en.append(f"{said.en} is added to what is owed and paid back with it")
    if not zh:
        return None
    return sentence(
        f"建设期利息不靠收入：{'，'.join(zh)}", f"Interest while building does not wait for income: {', '.join(en)}"
    )


def _figures(state: AppraisalState) -> Iterator[Figure]:
    worth = state.worth
    yield Figure(_WORTH, after=money_said(worth.present_value, state.currency), verdict=_paid(worth.present_value >= 0))
    yield Figure(_RATE, after=joined([Text(plain=rate_shown(rate)) for rate in worth.rates]) if worth.rates else _NONE)
    if worth.payback:
        discounted = worth.discounted_payback
        note = payback_said(state, discounted) if discounted is not None else _NEVER
        yield Figure(
            _BACK,
            after=payback_said(state, worth.payback),
            note=note.inserted_into(zh="折现后 {}", en="discounted: {}"),
        )
    elif worth.payback is None:
        yield Figure(_BACK, after=_NEVER)
    if worth.benefit_cost is not None:
        yield Figure(_RATIO, after=Text(plain=ratio_shown(worth.benefit_cost)))
    found = state.coverage
    if found is not None and found.lowest is not None:
        limit = Text(plain=ratio_shown(found.limit)) if found.limit is not None else None
        yield Figure(
            _COVERAGE, after=Text(plain=ratio_shown(found.lowest)), target=limit, verdict=_paid(not found.is_short)
        )


def _paid(reached: bool) -> Verdict | None:
    return None if reached else Verdict.MISSED


def kinds_of(state: AppraisalState) -> Sequence[MoneyKind]:
    """The kinds of lines that it has, in the order in which they are told."""
    return [kind for kind in MoneyKind if any(stream.kind is kind for stream in state.streams)]
