from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.field import fields_of
from sevenstep.model.quantity import plain_number
from sevenstep.model.step7_flows import Activity, Change
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step7_flows.changes import every_change

_FIELDS: Final = ("error", "damage", "discrepancy")
_MOSTLY: Final = 0.5


@rule(
    "S770",
    "goes-wrong-mostly",
    Severity.WARNING,
    title=Text(zh="一步出错的概率不该过半", en="A step goes wrong less often than not"),
    reason=Text(
        zh="写成 98% 的，往往是把准确率当成了差错概率。",
        en="Who writes 98 % often means the share that goes right: the chance of an error is then 2 %.",
    ),
)
def goes_wrong_mostly(chain: Chain) -> Iterator[Violation]:
    for activity in chain.engagement.of(Activity):
        yield from _too_often(activity.id, activity, ())
    for measure, node, _, change in every_change(chain):
        yield from _too_often(measure.id, change, ("changes", node.id))


def _too_often(element: str, said: Activity | Change, path: tuple[str, ...]) -> Iterator[Violation]:
    labels = {field.name: field.declared.label for field in fields_of(type(said))}
    for name in _FIELDS:
        chance = getattr(said, name)
        if chance is None or chance <= _MOSTLY:
            continue
        right = plain_number(round((1 - chance) * 100, 2))
        yield Violation(
            element,
            Text(
                zh=f"{labels[name].zh}是 {chance.shown('zh')}：办一次多半要出问题",
                en=f"The {labels[name].for_language('en').lower()} is {chance.shown('en')}: it goes wrong more often "
                "than not",
            ),
            Text(
                zh=f"若 {chance.shown('zh')} 是不出问题的比例，写成 {name}: {right}%",
                en=f"If {chance.shown('en')} is the share that goes right, write {name}: {right}%",
            ),
            (*path, name),
        )
