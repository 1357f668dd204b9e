"""The operation steps of an item: what is done, by whom, and in which activities of its flows."""

from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.model.field import Declared, Shown
from sevenstep.model.part import Part
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import Prose, Reference, References, Title


class Operation(Part):
    TITLE: ClassVar = Text(zh="操作步骤", en="Operation step")
    EXPLANATION: ClassVar = Text(zh="事项的一个操作步骤，用文字说明。", en="One operation step of an item, in words.")

    does: Annotated[
        Prose,
        Declared(
            Text(zh="做什么", en="What is done"),
            Text(zh="做什么。", en="What is done."),
            "{zh: 核对箱型, en: Check the container type}",
            shown=Shown.PROSE,
        ),
    ]
    unit: Annotated[
        Reference | None,
        Relation(
            "performed-by",
            ("actor",),
            Text(zh="责任单位", en="performed by"),
            Text(zh="承担的事项", en="performs in"),
            backward_verb=Text(zh="承担事项", en="performs in"),
            closeness=Closeness.WORKS,
        ),
        Declared(
            Text(zh="责任单位", en="Unit"), Text(zh="由哪个参与主体负责。", en="The actor responsible."), "forwarder"
        ),
    ] = None
    role: Annotated[
        Title | None,
        Declared(
            Text(zh="岗位", en="Role"),
            Text(zh="该单位里的岗位。", en="The role in that unit."),
            "{zh: 操作员, en: clerk}",
        ),
    ] = None
    steps: Annotated[
        References,
        Relation(
            "worked-out-in",
            ("activity",),
            Text(zh="落到作业", en="worked out in"),
            Text(zh="落实的事项", en="works out"),
            closeness=Closeness.NONE,  # its flow tells why an activity is there
        ),
        Declared(
            Text(zh="对应作业", en="Activities"),
            Text(
                zh="流程里的哪些作业在办这一步：写“流程/步骤”，现状和目标的都可以写。评估据此看步骤全不全、次序对不对。",
                en="The activities of the flows in which it is done, as `flow/step`, of the as-is and the to-be one. "
                "By them the evaluation sees whether the steps are complete and in order.",
            ),
            "[booking-asis/fill-in]",
        ),
    ] = ()
