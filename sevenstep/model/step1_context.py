"""Step 1: the position that the client is to take in its wider network, and the context that this rests on."""

from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.model.choices import ContextType
from sevenstep.model.element import Element, ExpectedDescription, ExpectedSource
from sevenstep.model.evidence import Evidence
from sevenstep.model.field import Declared, Shown
from sevenstep.model.kind import Kind, Uncovered
from sevenstep.model.relation import Closeness, Relation, Role
from sevenstep.model.values import Date, Prose, References, Title


class StrategicContext(Element):
    KIND: ClassVar = Kind(
        "context",
        "context",
        1,
        Text(zh="战略背景", en="Context"),
        Text(zh="战略背景", en="Context"),
        gathered_by=None,
        uncovered=Uncovered(
            Text(
                zh="“{}”写进了战略背景，却没有目标顺应它，也没有定位以它为依据",
                en="“{}” stands in the context, but no goal aligns with it and no position rests on it",
            ),
            Text(
                zh="在目标里写 aligns_with: {}，或在定位里写 rests_on: {}；与本项目无关就删掉，确要保留就写 "
                "accepted: {S802: 理由}",
                en="Write aligns_with: {} in a goal, or rests_on: {} in a position; take it out where it does not "
                "matter here, or keep it with accepted: {S802: reason}",
            ),
        ),
    )
    EXPLANATION: ClassVar = Text(
        zh="目标所处的大环境：趋势、上位规划、政策。",
        en="What the goals stand in: trends, higher-level plans (上位规划), policies.",
    )

    description: ExpectedDescription = None
    source: ExpectedSource = None

    type: Annotated[
        ContextType,
        Declared(
            Text(zh="类型", en="Type"),
            Text(zh="是趋势、上位规划，还是政策。", en="Whether it is a trend, a higher-level plan or a policy."),
            "plan",
            column=1,
        ),
    ]
    issuer: Annotated[
        Title | None,
        Declared(
            Text(zh="发布单位", en="Issued by"),
            Text(zh="规划或政策由谁发布；趋势可以不写。", en="Who issued the plan or policy; a trend can do without."),
            "{zh: 国家发展改革委, en: National Development and Reform Commission}",
            column=1,
        ),
    ] = None
    date: Annotated[
        Date | None,
        Declared(
            Text(zh="时间", en="Date"),
            Text(
                zh="规划、政策什么时候发布；趋势看的是哪一段时间。",
                en="When the plan or policy was issued; of a trend, the time that was looked at.",
            ),
            "2019-08",
            column=1,
        ),
    ] = None
    horizon: Annotated[
        Date | None,
        Declared(
            Text(zh="期限", en="Horizon"),
            Text(zh="规划、政策管到什么时候。", en="Until when the plan or policy holds."),
            "2035",
            column=1,
        ),
    ] = None
    asks: Annotated[
        Prose | None,
        Declared(
            Text(zh="要求", en="Asks for"),
            Text(
                zh="规划或政策要求什么；趋势要求怎样应对。",
                en="What the plan or policy asks for; of a trend, what it calls for.",
            ),
            "{zh: 建设内陆国际物流枢纽。, en: Build inland hubs of international logistics.}",
            shown=Shown.PROSE,
            expected=True,
            column=1,
        ),
    ] = None
    evidence: Annotated[
        tuple[Evidence, ...],
        Declared(
            Text(zh="依据", en="Evidence"),
            Text(
                zh="说明它的事实和数字；趋势要有数字。",
                en="The statements and figures that show it; a trend needs figures.",
            ),
            "[{what: 西部外贸年均增速, figure: 16.2%, source: quarterly p. 37}]",
            shown=Shown.TABLE,
        ),
    ] = ()


class Position(Element):
    KIND: ClassVar = Kind(
        "position",
        "positions",
        1,
        Text(zh="战略定位", en="Position"),
        Text(zh="战略定位", en="Positions"),
        tier=1,
        gathered_by=(),
        uncovered=Uncovered(
            Text(zh="没有目标承接定位“{}”", en="No goal takes up the position “{}”"),
            Text(
                zh="在实现它的目标里写 takes_up: {}，或写明理由接受：accepted: {S802: 理由}",
                en="Write takes_up: {} in the goals that make it real, or accept the gap: accepted: {S802: reason}",
            ),
        ),
    )
    EXPLANATION: ClassVar = Text(
        zh="客户要在更大的网络里成为什么。", en="What the client is to be in the network around it."
    )

    source: ExpectedSource = None

    statement: Annotated[
        Prose | None,
        Declared(
            Text(zh="定位表述", en="Statement"),
            Text(zh="用一句各方都能认可的话说出定位。", en="The position in a sentence that can be agreed to."),
            "{zh: 西部内陆通向海洋的门户。, en: The gateway of the inland west to the sea.}",
            shown=Shown.PROSE,
            expected=True,
            column=1,
        ),
    ] = None
    network: Annotated[
        Title | None,
        Declared(
            Text(zh="所在网络", en="In the network"),
            Text(zh="在哪个更大的网络里。", en="The wider network in which it is to hold."),
            "{zh: 全国内陆枢纽网络, en: The nation's network of inland hubs}",
            expected=True,
            column=1,
        ),
    ] = None
    rests_on: Annotated[
        References,
        Relation(
            "rests-on",
            ("context",),
            Text(zh="依据背景", en="rests on"),
            Text(zh="支撑的定位", en="supports positions"),
            Role.ANSWERS,
            backward_verb=Text(zh="支撑定位", en="supports"),
            closeness=Closeness.GROUNDS,
            holders=Text(zh="谁以它为依据", en="Followed by"),
        ),
        Declared(
            Text(zh="依据背景", en="Rests on"),
            Text(zh="它以哪些趋势、规划和政策为依据。", en="The trends, plans and policies that it rests on."),
            "[inland-hubs, western-growth]",
            expected=True,
            column=1,
        ),
    ] = ()
