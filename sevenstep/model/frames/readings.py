"""What a factor stands at: a score or a figure, of the subject or of a peer, today or to be reached."""

from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.model.evidence import MemberFigure
from sevenstep.model.field import Declared, Shown
from sevenstep.model.values import Amount, Bounded


class Reading(MemberFigure):
    TITLE: ClassVar = Text(zh="评估值", en="Reading")
    EXPLANATION: ClassVar = Text(
        zh="一个分数或数值，带日期和来源；简写时只写数：`3`，没有数据就写 `missing`（或“缺”）。",
        en="A score or a figure with its date and source; written short, just the number, `3`, or `missing` where "
        "there is none.",
    )

    value: Annotated[
        Amount | None,
        Declared(
            Text(zh="数值", en="Value"),
            Text(
                zh="分数，或带单位的数值；没有数据不写，写 missing: true。",
                en="A score, or a figure with its unit; where there is none, missing: true instead.",
            ),
            "3",
            shown=Shown.FIGURE,
        ),
    ] = None


class Aim(Reading):
    TITLE: ClassVar = Text(zh="评估目标", en="Aim")
    EXPLANATION: ClassVar = Text(
        zh="要达到的分数或数值；简写时只写数或界限：`4`、`≥2000 亿元`。",
        en="The score or figure that is to be reached; written short, just the number or bound: `4`, `≥2000 亿元`.",
    )

    value: Annotated[
        Bounded | None,
        Declared(
            Text(zh="数值", en="Value"),
            Text(zh="要达到的分数、数值或界限。", en="The score, figure or bound that is to be reached."),
            "4",
            shown=Shown.FIGURE,
        ),
    ] = None
