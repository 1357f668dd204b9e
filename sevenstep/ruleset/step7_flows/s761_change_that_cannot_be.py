from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.field import fields_of
from sevenstep.model.step7_flows import Activity, Change, Node
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step7_flows.changes import every_change


@rule(
    "S761",
    "change-that-cannot-be",
    Severity.ERROR,
    title=Text(zh="改变要适合那一步", en="A change fits the step that it changes"),
    reason=Text(
        zh="网关没有时间和成本，作业没有分支概率，取消了的步骤什么都不剩；写错的改变不会被计算。",
        en="Gateways have neither time nor cost, activities no chances, and of a dropped step nothing is left: such a "
        "change is not counted.",
    ),
)
def change_that_cannot_be(chain: Chain) -> Iterator[Violation]:
    for measure, node, _, change in every_change(chain):
        if (wrong := _misfit(node, change)) is not None:
            yield Violation(
                measure.id,
                Text(
                    zh=f"举措“{measure.id}”对“{node.id}”的改变不成立：{wrong.for_language('zh')}",
                    en=f"Measure “{measure.id}” cannot change “{node.id}” so: {wrong.for_language('en')}",
                ),
                Text(zh="去掉不适合的部分", en="Take out what does not fit"),
                ("changes", node.id),
            )


def _misfit(node: Node, change: Change) -> Text | None:
    said = [field.name for field in fields_of(Change) if field.name in change.model_fields_set]
    if change.drop and len(said) > 1:
        return Text(zh="取消的步骤不能再有别的值", en="a step that is dropped has no other values")
    if change.drop and not isinstance(node, Activity):
        return Text(zh="只有作业可以取消", en="only activities can be dropped")
    if change.chances and not node.next:
        return Text(zh="它后面没有分支", en="it has no branches")
    if isinstance(node, Activity):
        return None
    strange = [name for name in said if name not in {"chances", *type(node).model_fields}]
    if strange:
        names = ", ".join(strange)
        return Text(zh=f"只有作业才有 {names}", en=f"only activities have {names}")
    return None
