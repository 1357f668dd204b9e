"""How mature something is now, and how mature it shall be."""

from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.model.field import Declared, Shown
from sevenstep.model.frames.yardstick import JudgedBy
from sevenstep.model.part import Part
from sevenstep.model.source import Source
from sevenstep.model.values import Date, Score


class Maturity(Part):
    TITLE: ClassVar = Text(zh="成熟度", en="Maturity")
    EXPLANATION: ClassVar = Text(
        zh="今天在哪一级，要到哪一级。", en="The level today, and the level that is to be reached."
    )

    scale: JudgedBy = None
    now: Annotated[
        Score | None,
        Declared(Text(zh="现在", en="Now"), Text(zh="今天的分数。", en="The score today."), "2", shown=Shown.FIGURE),
    ] = None
    target: Annotated[
        Score | None,
        Declared(
            Text(zh="目标", en="Target"),
            Text(zh="要达到的分数。", en="The score that is to be reached."),
            "4",
            shown=Shown.FIGURE,
        ),
    ] = None
    date: Annotated[
        Date | None,
        Declared(Text(zh="时间", en="Date"), Text(zh="什么时候评的。", en="When it was judged."), "2024-03"),
    ] = None
    by: Annotated[
        Date | None,
        Declared(
            Text(zh="期限", en="By"), Text(zh="目标到什么时候达到。", en="By when the target is to be reached."), "2027"
        ),
    ] = None
    source: Annotated[
        Source | None,
        Declared(
            Text(zh="来源", en="Source"),
            Text(zh="谁评的、出自哪里。", en="Who judged, and where it stands."),
            "quarterly p. 43",
        ),
    ] = None
