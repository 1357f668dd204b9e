from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S624",
    "step-of-another-item",
    Severity.ERROR,
    title=Text(zh="操作步骤的作业在本事项的流程里", en="An operation is done in flows of its own item"),
    reason=Text(
        zh="别的事项的作业说明不了这个事项的步骤全不全。",
        en="An activity of another item does not show that the operations of this one are complete.",
    ),
)
def step_of_another_item(chain: Chain) -> Iterator[Violation]:
    for item in chain.engagement.of(Item):
        own = {flow.id for flow in chain.holders(item.id, "details")}
        for number, operation in enumerate(item.operations):
            for place, step in enumerate(operation.steps):
                flow = chain.elements.get(step.rpartition("/")[0])
                if step in chain.elements and isinstance(flow, Flow) and flow.id not in own:
                    yield Violation(
                        item.id,
                        Text(
                            zh=f"第 {number + 1} 步的作业“{step}”在流程“{flow.id}”里，它不细化事项“{item.id}”",
                            en=f"Activity “{step}” of operation {number + 1} is of flow “{flow.id}”, which does not "
                            f"detail item “{item.id}”",
                        ),
                        Text(
                            zh="换成本事项流程里的作业，或给流程写上 details",
                            en="Name an activity of its own flows, or have the flow detail this item",
                        ),
                        ("operations", number, "steps", place),
                    )
