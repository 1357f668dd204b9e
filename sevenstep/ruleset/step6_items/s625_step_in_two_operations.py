from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step6_items import Item
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S625",
    "step-in-two-operations",
    Severity.WARNING,
    title=Text(zh="一项作业只落在一个操作步骤里", en="An activity belongs to one operation"),
    reason=Text(
        zh="同一作业写在两步里，两步的先后和责任就说不清。",
        en="With one activity in two operations, neither their order nor who is responsible can be told.",
    ),
)
def step_in_two_operations(chain: Chain) -> Iterator[Violation]:
    for item in chain.engagement.of(Item):
        first: dict[str, int] = {}
        for number, operation in enumerate(item.operations):
            for place, step in enumerate(operation.steps):
                before = first.setdefault(step, number)
                if place != operation.steps.index(step) or before != number:
                    yield Violation(
                        item.id,
                        Text(
                            zh=f"作业“{step}”既在第 {before + 1} 步，又在第 {number + 1} 步",
                            en=f"Activity “{step}” is in operation {before + 1} and in operation {number + 1}",
                        )
                        if before != number
                        else Text(
                            zh=f"作业“{step}”在第 {number + 1} 步里写了两次",
                            en=f"Activity “{step}” stands twice in operation {number + 1}",
                        ),
                        Text(zh="只留一处", en="Keep one of them"),
                        ("operations", number, "steps", place),
                    )
