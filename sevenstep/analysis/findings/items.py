"""What is wrong with the items themselves: their order, their people, their money."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.choices import Weight
from sevenstep.analysis.findings.rule import FindingContext, FindingRule, Match, finding
from sevenstep.language import Text
from sevenstep.model.choices import FindingType


def _grounds(context: FindingContext, code: str) -> Iterator[Match]:
    """The grounds of verdicts that are a finding of this code, each with its item."""
    for evaluation in context.evaluations.values():
        title = context.chain.elements[evaluation.item].title
        for verdict in evaluation.verdicts.values():
            for ground in verdict.grounds:
                if ground.finding == code:
                    touches = dict.fromkeys((evaluation.item, *evaluation.flows[:1], *ground.touches))
                    yield Match(
                        tuple(touches),
                        Text(
                            zh=f"“{title.for_language('zh')}”：{ground.message.for_language('zh')}",
                            en=f"“{title.for_language('en')}”: {ground.message.for_language('en')}",
                        ),
                    )


@finding(
    "F431",
    "operations-out-of-order",
    FindingType.BREAK,
    Weight.NOTABLE,
    title=Text(zh="操作步骤的次序和流程不同", en="Operations in another order than the flow"),
    meaning=Text(
        zh="照步骤办的人和照流程办的人先后不同：交接时总有一方还没有办好。",
        en="Who goes by the operations and who goes by the flow do things in another order: at a hand-over one of them "
        "is not ready.",
    ),
    advice=Text(zh="谈清楚先办哪一步，两处写成一样。", en="Settle which comes first, and write it the same in both."),
)
def operations_out_of_order(context: FindingContext) -> Iterator[Match]:
    return _grounds(context, "F431")


@finding(
    "F432",
    "people-not-enough",
    FindingType.BLOCKAGE,
    Weight.SERIOUS,
    title=Text(zh="人手不够运行", en="Not enough people to run it"),
    meaning=Text(
        zh="一年的工作量超过这些人的工时：活会越积越多，或者靠加班。",
        en="A year's work is more than the hours of these people: it piles up, or is done in overtime.",
    ),
    advice=Text(
        zh="增加人手，或先减少作业的用时、改成自动，再上线。",
        en="Add people, or make the activities shorter or automatic before it starts.",
    ),
)
def people_not_enough(context: FindingContext) -> Iterator[Match]:
    return _grounds(context, "F432")


@finding(
    "F433",
    "money-not-enough",
    FindingType.BLOCKAGE,
    Weight.SERIOUS,
    title=Text(zh="经费不够运行", en="Not enough money to run it"),
    meaning=Text(
        zh="流程一年要花的钱超过运行经费：办成了也运行不下去。",
        en="The flow costs more a year than there is to run it: once brought about it cannot be kept up.",
    ),
    advice=Text(zh="落实经费，或降低每件的成本。", en="Secure the money, or make a case cheaper."),
)
def money_not_enough(context: FindingContext) -> Iterator[Match]:
    return _grounds(context, "F433")


@finding(
    "F434",
    "operations-incomplete",
    FindingType.BLIND_SPOT,
    Weight.NOTABLE,
    title=Text(zh="操作步骤和流程对不上", en="Operations and flow do not cover each other"),
    meaning=Text(
        zh="有步骤没有作业，或有作业不属于任何步骤：不是步骤漏了，就是流程画漏了。",
        en="An operation has no activity, or an activity no operation: either the list or the flow lacks something.",
    ),
    advice=Text(zh="逐步对照，补上漏的一边。", en="Go through them one by one, and add what is missing."),
)
def operations_incomplete(context: FindingContext) -> Iterator[Match]:
    return _grounds(context, "F434")


@finding(
    "F435",
    "done-by-another-unit",
    FindingType.BREAK,
    Weight.NOTABLE,
    title=Text(zh="负责的和办理的不是一家", en="Responsible is one, and another does it"),
    meaning=Text(
        zh="步骤写明由一家负责，流程里却由另一家来办：出了事，找谁都不对。",
        en="One unit is responsible for the operation, and another does its activities: when it goes wrong, neither is "
        "the one to ask.",
    ),
    advice=Text(
        zh="明确由谁负责；委托别人办的，写明委托。", en="Settle who is responsible; say so where it is delegated."
    ),
)
def done_by_another_unit(context: FindingContext) -> Iterator[Match]:
    return _grounds(context, "F435")


RULES: Final[tuple[FindingRule, ...]] = (
    operations_out_of_order,
    people_not_enough,
    money_not_enough,
    operations_incomplete,
    done_by_another_unit,
)
"""Findings of items, in the order of the codes."""
