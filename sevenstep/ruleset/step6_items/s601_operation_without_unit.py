from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step6_items import Item
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S601",
    "operation-without-unit",
    Severity.WARNING,
    title=Text(zh="每个操作步骤都有责任单位", en="Every operation has a unit that is responsible"),
    reason=Text(
        zh="没有责任单位的步骤没有人去做。",
        en="An operation for which no unit is responsible is done by nobody.",
    ),
)
def operation_without_unit(chain: Chain) -> Iterator[Violation]:
    for item in chain.engagement.of(Item):
        missing = [index for index, operation in enumerate(item.operations) if operation.unit is None]
        if missing:
            numbers = ", ".join(str(index + 1) for index in missing)
            yield Violation(
                item.id,
                Text(
                    zh=f"事项“{item.id}”的第 {numbers} 步没有责任单位",
                    en=f"Operation{'' if len(missing) == 1 else 's'} {numbers} of item “{item.id}” "
                    f"{'has' if len(missing) == 1 else 'have'} no responsible unit",
                ),
                Text(zh="写上 unit: 主体编号，role: 岗位", en="Add unit: and the id of an actor, and role:"),
                ("operations", missing[0]),
                also=tuple((item.id, ("operations", index)) for index in missing[1:]),
            )
