"""What is wrong with the client's business."""

from typing import Annotated, ClassVar

from pydantic import Field

from sevenstep.language import Text
from sevenstep.model.choices import FindingType
from sevenstep.model.element import Element, ExpectedDescription
from sevenstep.model.evidence import Evidence
from sevenstep.model.field import Declared, Shown
from sevenstep.model.kind import Kind, Where
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import References


class Finding(Element):
    KIND: ClassVar = Kind(
        "finding",
        "findings",
        7,
        Text(zh="发现", en="Finding"),
        Text(zh="发现", en="Findings"),
        left_out={
            Where.CHAIN: "it is marked at what it touches",
            Where.OWN_TRACE: "it stands beside the chain: what it touches is on its page",
        },
    )
    EXPLANATION: ClassVar = Text(
        zh="客户业务中的问题：堵点、断点或盲点。",
        en="Something wrong with the client's business: a blockage, a break or a blind spot.",
    )

    description: ExpectedDescription = None

    type: Annotated[
        FindingType,
        Declared(
            Text(zh="类型", en="Type"),
            Text(zh="堵点、断点还是盲点。", en="A blockage (堵点), a break (断点) or a blind spot (盲点)."),
            "break",
            column=1,
        ),
    ]
    rule: Annotated[
        str | None,
        Declared(
            Text(zh="规则", en="Rule"),
            Text(
                zh="也会找出它的规则的编号：它就代表该规则在它涉及的要素上找到的问题。",
                en="The code of the rule that finds it too: it then stands for what that rule finds at the "
                "elements it touches.",
            ),
            "F101",
            shown=Shown.HIDDEN,
        ),
    ] = Field(default=None, pattern=r"^F\d{3}$")
    touches: Annotated[
        References,
        Relation(
            "touches",
            (),
            Text(zh="涉及要素", en="touches"),
            Text(zh="相关发现", en="findings"),
            forward_verb=Text(zh="出现在", en="is felt in"),
            closeness=Closeness.HURTS,
        ),
        Declared(
            Text(zh="涉及要素", en="Touches"),
            Text(zh="在哪些要素上感受得到。", en="The elements it is felt at."),
            "[booking-asis]",
            expected=True,
            column=1,
        ),
    ] = ()
    evidence: Annotated[
        tuple[Evidence, ...],
        Declared(
            Text(zh="依据", en="Evidence"),
            Text(zh="说明它确实存在的事实和数字。", en="What shows that it is real."),
            "[{what: 同一箱号录了五遍, figure: 5}]",
            shown=Shown.TABLE,
            expected=True,
        ),
    ] = ()
