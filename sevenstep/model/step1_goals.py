"""Step 1: what the client is to become, and what stands in the way."""

from typing import Annotated, ClassVar

from pydantic import Field

from sevenstep.language import Text
from sevenstep.model.element import Element, ExpectedDescription, ExpectedOwner, ExpectedSource
from sevenstep.model.evidence import Evidence
from sevenstep.model.field import Declared, Shown
from sevenstep.model.kind import Kind
from sevenstep.model.relation import Closeness, Relation, Role
from sevenstep.model.values import Date, Prose, Reference, References


class Challenge(Element):
    KIND: ClassVar = Kind(
        "challenge", "challenges", 1, Text(zh="痛点", en="Challenge"), Text(zh="痛点", en="Challenges")
    )
    EXPLANATION: ClassVar = Text(zh="客户今天遇到的问题，有依据。", en="A problem the client has today, with evidence.")

    description: ExpectedDescription = None
    source: ExpectedSource = None

    evidence: Annotated[
        tuple[Evidence, ...],
        Declared(
            Text(zh="依据", en="Evidence"),
            Text(zh="说明它确实存在的事实和数字。", en="What shows that it is real: statements and figures."),
            "[{what: 七成单证要重填, figure: 70%, date: 2023, source: quarterly p. 43}]",
            shown=Shown.TABLE,
            expected=True,
        ),
    ] = ()
    felt_in: Annotated[
        References,
        Relation(
            "felt-in",
            (),
            Text(zh="体现在", en="felt in"),
            Text(zh="感受到的痛点", en="feels"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="体现在", en="Felt in"),
            Text(zh="在哪些要素上感受得到，哪一步的都可以。", en="The elements, of any step, where it is felt."),
            "[booking, declaration]",
            expected=True,
        ),
    ] = ()


class Goal(Element):
    KIND: ClassVar = Kind(
        "goal",
        "goals",
        1,
        Text(zh="战略目标", en="Goal"),
        Text(zh="战略目标", en="Goals"),
        tier=2,
        gathered_by=("parent",),
    )
    EXPLANATION: ClassVar = Text(
        zh="客户要达到的状态；目标构成一棵树。", en="What the client wants to become; goals form a tree."
    )

    owner: ExpectedOwner = None

    statement: Annotated[
        Prose | None,
        Declared(
            Text(zh="目标表述", en="Statement"),
            Text(zh="用一句各方都能认可的话说出目标。", en="The goal in a sentence that can be agreed to."),
            "{zh: 2027 年通关不超过 16 小时。, en: Clearance within 16 hours by 2027.}",
            shown=Shown.PROSE,
            expected=True,
        ),
    ] = None
    horizon: Annotated[
        Date | None,
        Declared(
            Text(zh="期限", en="Horizon"),
            Text(zh="到什么时候达到。", en="By when it is to be reached."),
            "2027",
            expected=True,
            column=1,
        ),
    ] = None
    parent: Annotated[
        Reference | None,
        Relation(
            "parent",
            ("goal",),
            Text(zh="属于目标", en="part of"),
            Text(zh="分目标", en="sub-goals"),
            Role.PART_OF,
            forward_verb=Text(zh="属于目标", en="is part of"),
        ),
        Declared(Text(zh="上级", en="Part of"), Text(zh="它上面的目标。", en="The goal above it."), "G1", column=1),
    ] = None
    answers: Annotated[
        References,
        Relation(
            "answers",
            ("challenge",),
            Text(zh="回应痛点", en="answers"),
            Text(zh="由目标回应", en="answered by goals"),
            Role.ANSWERS,
            backward_verb=Text(zh="要靠目标解决：", en="is answered by"),
            closeness=Closeness.HURTS,
            holders=Text(zh="应对举措", en="Answered by"),
        ),
        Declared(
            Text(zh="回应", en="Answers"),
            Text(zh="它回应的痛点。", en="The challenges it responds to."),
            "[C1, C2]",
            expected=True,
            column=1,
        ),
    ] = Field(default=())
    takes_up: Annotated[
        References,
        Relation(
            "takes-up",
            ("position",),
            Text(zh="承接定位", en="takes up"),
            Text(zh="由目标承接", en="taken up by goals"),
            Role.ANSWERS,
            backward_verb=Text(zh="由目标承接：", en="is taken up by"),
            closeness=Closeness.AIMS,
            holders=Text(zh="承接的目标", en="Taken up by"),
        ),
        Declared(
            Text(zh="承接定位", en="Takes up"),
            Text(zh="它把哪个战略定位变成现实。", en="The position that it helps to make real."),
            "gateway",
            column=1,
        ),
    ] = ()
    aligns_with: Annotated[
        References,
        Relation(
            "aligns-with",
            ("context",),
            Text(zh="顺应背景", en="aligns with"),
            Text(zh="由目标顺应", en="followed by goals"),
            Role.ANSWERS,
            backward_verb=Text(zh="由目标顺应：", en="is followed by"),
            closeness=Closeness.AIMS,
            holders=Text(zh="谁以它为依据", en="Followed by"),
        ),
        Declared(
            Text(zh="顺应背景", en="Aligns with"),
            Text(
                zh="它对应的上位规划、政策，顺应的趋势。",
                en="The higher-level plans, policies and trends that it follows.",
            ),
            "[inland-hubs, western-growth]",
            column=1,
        ),
    ] = ()
