"""With whom an assessment compares, and how long others took."""

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, model_validator

from sevenstep.language import Text
from sevenstep.model.field import Declared, Shown
from sevenstep.model.part import Part
from sevenstep.model.source import Source
from sevenstep.model.values import Amount, Date, Prose, Time, Title, each_once, is_text


class Peer(Part):
    TITLE: ClassVar = Text(zh="对标对象", en="Peer")
    EXPLANATION: ClassVar = Text(
        zh="与谁相比；简写时只写名称。", en="Who it is compared with; written short, just the title."
    )
    SHORT: ClassVar = ("title",)

    title: Annotated[
        Title,
        Declared(
            Text(zh="名称", en="Title"),
            Text(zh="它叫什么。", en="What it is called."),
            "{zh: 甲区, en: District A}",
        ),
    ]
    date: Annotated[
        Date | None,
        Declared(
            Text(zh="时间", en="Date"),
            Text(
                zh="它的评估值是什么时候的；单个值另有时间的写在值里。",
                en="Of when its values are; one of another date says so itself.",
            ),
            "2022",
        ),
    ] = None
    source: Annotated[
        Source | None,
        Declared(
            Text(zh="来源", en="Source"),
            Text(zh="它的评估值出自哪里。", en="Where its values come from."),
            "quarterly p. 8",
        ),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"title": value} if is_text(value) else value


class Course(Part):
    TITLE: ClassVar = Text(zh="他人历程", en="Course of others")
    EXPLANATION: ClassVar = Text(
        zh="别人从一个数走到另一个数用了多久：写起止的数和用时，或按日期写出走过的数。",
        en="How long others took from one value to another: both values and the time, or the values by date.",
    )

    title: Annotated[
        Title | None,
        Declared(
            Text(zh="名称", en="Title"),
            Text(zh="是谁的历程；对标对象写 peer。", en="Whose course it is; of a peer, write `peer`."),
            "{zh: 同阶段的区, en: Districts at the same stage}",
        ),
    ] = None
    peer: Annotated[
        str | None,
        Declared(
            Text(zh="对标对象", en="Peer"),
            Text(zh="是哪个对标对象的历程。", en="The peer whose course it is."),
            "district-a",
        ),
    ] = None
    start: Annotated[
        Amount | None,
        Declared(
            Text(zh="从", en="From"),
            Text(zh="从多少开始。", en="The value at the start."),
            "1000 亿元",
            shown=Shown.FIGURE,
        ),
    ] = None
    end: Annotated[
        Amount | None,
        Declared(
            Text(zh="到", en="To"),
            Text(zh="到了多少。", en="The value at the end."),
            "2000 亿元",
            shown=Shown.FIGURE,
        ),
    ] = None
    took: Annotated[
        Time | None,
        Declared(
            Text(zh="用时", en="Took"),
            Text(zh="用了多久；几个对象合在一起写范围。", en="How long that took; of several together, a range."),
            "4y..12y",
        ),
    ] = None
    values: Annotated[
        dict[Date, Amount],
        BeforeValidator(each_once),
        Declared(
            Text(zh="逐期数值", en="Values"),
            Text(zh="走过的数，按日期写。", en="The values on the way, by date."),
            "{2012: 980 亿元, 2018: 1960 亿元}",
            shown=Shown.HIDDEN,
            key=Text(zh="时间", en="Date"),
        ),
    ] = {}
    source: Annotated[
        Source | None,
        Declared(Text(zh="来源", en="Source"), Text(zh="出自哪里。", en="Where it comes from."), "quarterly p. 7"),
    ] = None
    note: Annotated[
        Prose | None,
        Declared(
            Text(zh="备注", en="Note"),
            Text(zh="读者还应了解的情况。", en="What else a reader should know."),
            "{zh: 前期有一次并区, en: With one merger of districts on the way}",
        ),
    ] = None
