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
        zh="操作步骤与流程的先后不一致：交接时总有一方尚未就绪。",
        en="Who goes by the operations and who goes by the flow do things in another order: at a hand-over one of them "
        "is not ready.",
    ),
    advice=Text(zh="商定先后，两处写成一致。", en="Settle which comes first, and write it the same in both."),
)
def operations_out_of_order(context: FindingContext) -> Iterator[Match]:
    return _grounds(context, "F431")


@finding(
    "F432",
    "people-not-enough",
    FindingType.BLOCKAGE,
    Weight.SERIOUS,
    title=Text(zh="人手不足以运行", en="Not enough people to run it"),
    meaning=Text(
        zh="一年的工作量超过这些人员的工时：工作将积压，或依靠加班。",
        en="A year's work is more than the hours of these people: it piles up, or is done in overtime.",
    ),
    advice=Text(
        zh="增加人手，或先缩短作业用时、改为自动办理，再上线。",
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
    title=Text(zh="经费不足以运行", en="Not enough money to run it"),
    meaning=Text(
        zh="流程一年的费用超过运行经费：建成后难以持续运行。",
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
    title=Text(zh="操作步骤与流程不对应", en="Operations and flow do not match"),
    meaning=Text(
        zh="有步骤没有作业，或有作业不属于任何步骤：步骤或流程有遗漏。",
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
    title=Text(zh="负责单位与办理单位不一致", en="One unit is responsible, another does the work"),
    meaning=Text(
        zh="步骤写明由一个单位负责，流程中却由另一个单位办理：出现问题时责任不清。",
        en="One unit is responsible for the operation, and another does its activities: when it goes wrong, neither is "
        "the one to ask.",
    ),
    advice=Text(
        zh="明确负责单位；委托办理的，写明委托关系。", en="Settle who is responsible; say so where it is delegated."
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
