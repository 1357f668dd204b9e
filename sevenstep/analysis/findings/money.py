"""What is wrong with the money: it does not pay, or loans cannot be paid back."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.appraisal.wording import money_said, ratio_shown, year_said
from sevenstep.analysis.choices import Weight
from sevenstep.analysis.findings.rule import FindingContext, FindingRule, Match, finding
from sevenstep.analysis.results import Fact
from sevenstep.language import Text
from sevenstep.model.choices import FindingType


@finding(
    "F501",
    "does-not-pay",
    FindingType.BLOCKAGE,
    Weight.SERIOUS,
    title=Text(zh="投入大于收益", en="It costs more than it is worth"),
    meaning=Text(
        zh="折现之后，投入和运行费用超过全部收益：照这样做，钱收不回来。",
        en="Discounted, outlay and running cost exceed all that comes in: the money does not come back.",
    ),
    advice=Text(
        zh="看净现值随什么变化：先动最宽的几项，或分期、缩小范围，或把算不成钱的好处讲清楚。",
        en="See what moves the present value and change that first; or do it in stages, or on a smaller scale; or say "
        "which benefits are not money.",
    ),
)
def does_not_pay(context: FindingContext) -> Iterator[Match]:
    for state in context.appraisals:
        worth = state.worth.present_value
        if state.streams and worth < 0:
            said, title = money_said(worth, state.currency), context.chain.elements[state.appraisal].title
            yield Match(
                (state.appraisal,),
                Text(
                    zh=f"“{title.for_language('zh')}”的净现值是 {said.zh}",
                    en=f"The present value of “{title.for_language('en')}” is {said.en}",
                ),
                (Fact(Text(zh="净现值", en="net present value"), said),),
            )


@finding(
    "F502",
    "coverage-below-limit",
    FindingType.BLOCKAGE,
    Weight.SERIOUS,
    title=Text(zh="还本付息的钱不够", en="Not enough to pay interest and principal"),
    meaning=Text(
        zh="有的年份，可用于还款的钱低于贷款方的要求（没有要求的，低于应还本息）：贷款批不下来，或到时还不上。",
        en="In some years there is less to pay with than the lender asks for (where nothing is asked, than is due): "
        "the loan is refused, or cannot be paid.",
    ),
    advice=Text(
        zh="延长期限或宽限期，换还本方式，减少借款，写明建设期利息由谁支付，或落实早期的收入和补助。",
        en="Ask for a longer term or grace, another repayment, a smaller loan; say who pays interest while building; "
        "or secure income and grants of the first years.",
    ),
)
def coverage_below_limit(context: FindingContext) -> Iterator[Match]:
    for state in context.appraisals:
        found = state.coverage
        if found is None or not found.is_short or found.lowest is None or found.worst_year is None:
            continue
        title, year = context.chain.elements[state.appraisal].title, year_said(state, found.worst_year)
        lowest, limit = ratio_shown(found.lowest), ratio_shown(found.limit or 1.0)
        yield Match(
            (state.appraisal,),
            Text(
                zh=f"“{title.for_language('zh')}”的偿债备付率 {year.zh}只有 {lowest}，下限是 {limit}",
                en=f"Coverage of “{title.for_language('en')}” is {lowest} in {year.en}, and should be {limit} at least",
            ),
            (
                Fact(Text(zh="最低偿债备付率", en="lowest coverage"), Text(plain=lowest)),
                Fact(Text(zh="下限", en="limit"), Text(plain=limit)),
            ),
        )


RULES: Final[tuple[FindingRule, ...]] = (does_not_pay, coverage_below_limit)
"""Findings of money, in the order of their codes."""
