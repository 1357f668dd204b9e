"""Are the operation steps complete and in order?"""

from collections.abc import Iterator, Sequence

from sevenstep.analysis.choices import Answer, ItemQuestion
from sevenstep.analysis.item_evaluation.matching import Matching
from sevenstep.analysis.item_evaluation.order import out_of_order
from sevenstep.analysis.item_evaluation.verdicts import Ground, ItemVerdict, of_parts
from sevenstep.analysis.item_evaluation.words import named, numbered, titles_of
from sevenstep.language import Text, many
from sevenstep.model.step7_flows import Activity


def operations(matching: Matching, unread: bool) -> ItemVerdict:
    """The verdict; `unread` where steps of the flow could not be read."""
    grounds = tuple(_grounds(matching, unread))
    return ItemVerdict(ItemQuestion.OPERATIONS, of_parts(grounds), grounds)


def _grounds(matching: Matching, unread: bool) -> Iterator[Ground]:
    if not matching.item.operations:
        yield Ground(
            Answer.UNKNOWN,
            Text(zh="未写操作步骤", en="No operation steps are written"),
            add=Text(zh="写上 operations", en="Add operations"),
        )
    elif not matching.flows:
        yield Ground(
            Answer.UNKNOWN,
            Text(zh="没有流程可对照", en="There is no flow to hold them against"),
            add=Text(zh="画出它的流程：flows 里写 details", en="Draw its flow: a flow with details"),
        )
    elif unread or not matching.activities:
        yield Ground(
            Answer.UNKNOWN,
            Text(zh="流程里没有作业，或有步骤读不出来", en="The flow has no activities, or some could not be read"),
            tuple(flow.id for flow in matching.flows),
            Text(zh="补全流程的步骤", en="Complete the steps of the flow"),
        )
    else:
        complete = _complete(matching)
        yield complete
        if len(matching.idle) < len(matching.item.operations):
            yield from _ordered(matching)


def _complete(matching: Matching) -> Ground:
    """Each operation has an activity, and each activity done by people an operation."""
    idle, left, count = matching.idle, matching.left, len(matching.item.operations)
    flows = tuple(flow.id for flow in matching.flows)
    if not idle and not left:
        if not matching.is_declared:
            return _only_units(flows)
        return Ground(
            Answer.YES,
            Text(
                zh=f"{count} 个步骤都有作业，人办的作业都归到了步骤",
                en=f"All {count} operations have activities, and all activities done by people an operation"
                if count > 1
                else "The operation has activities, and all activities done by people belong to it",
            ),
            flows,
        )
    told = [*([_told_idle(idle, matching)] if idle else []), *([_told_left(left)] if left else [])]
    return Ground(
        Answer.NO if len(idle) == count else Answer.PARTLY,
        Text(
            zh="；".join(part.for_language("zh") for part in told),
            en="; ".join(part.for_language("en") for part in told),
        ),
        (*flows, *(activity.id for activity in left)),
        Text(
            zh="补上作业或步骤，并在步骤的 steps 里写明",
            en="Add the activity or the operation, and name it under steps",
        ),
        finding="F434" if matching.is_declared else "",
    )


def _only_units(flows: tuple[str, ...]) -> Ground:
    return Ground(
        Answer.UNKNOWN,
        Text(
            zh="各步的责任单位在流程里都有作业；但未写明哪一步由哪些作业办理",
            en="The unit of each operation has activities in the flow, but which operation is done in which activities "
            "is not said",
        ),
        flows,
        Text(zh="在每一步写上 steps: [流程/步骤]", en="Add steps: [flow/step] to each operation"),
    )


def _told_idle(idle: Sequence[int], matching: Matching) -> Text:
    zh, en = numbered(idle)
    if matching.is_declared:
        return Text(zh=f"{zh}在流程中没有作业", en=f"{en} without an activity in the flow")
    return Text(zh=f"{zh}的责任单位在流程里没有作业", en=f"{en}: the unit does no activity of the flow")


def _told_left(left: Sequence[Activity]) -> Text:
    titles = titles_of(left)
    return Text(
        zh=f"{len(left)} 项人办的作业不属于任何步骤：{titles.for_language('zh')}",
        en=f"{many(len(left), 'activity', 'activities')} done by people in no operation: {titles.for_language('en')}",
    )


def _ordered(matching: Matching) -> Iterator[Ground]:
    if not matching.is_declared:
        return
    wrong = [(flow, pair) for flow in matching.flows for pair in out_of_order(flow, matching.of_operation)]
    for flow, (first, second) in wrong:
        one, other = named(matching.item, first), named(matching.item, second)
        yield Ground(
            Answer.NO,
            Text(
                zh=f"第 {second + 1} 步{other.for_language('zh')}写在第 {first + 1} 步{one.for_language('zh')}后面，"
                "流程中却先办",
                en=f"Operation {second + 1} {other.for_language('en')} is written behind operation {first + 1} "
                f"{one.for_language('en')}, and the flow does it first",
            ),
            (flow.id, *matching.of_operation[second], *matching.of_operation[first]),
            Text(zh="按流程的先后改，或改流程", en="Put them in the order of the flow, or change the flow"),
            finding="F431",
        )
    if not wrong:
        yield Ground(Answer.YES, Text(zh="次序和流程一致", en="Their order is that of the flow"))
