"""What an author concludes from the whole engagement, in words of their own."""

from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.model.field import Declared, Shown
from sevenstep.model.part import Part
from sevenstep.model.values import References, Title


class WrittenConclusion(Part):
    TITLE: ClassVar = Text(zh="结论", en="Conclusion")
    EXPLANATION: ClassVar = Text(
        zh="首页第一句话；不写则由测算结果生成；所写数字与测算不一致时，两者并列。",
        en="The first sentence of the overview; left out, it is generated from the results. Where it names figures "
        "that no result gives, both stand side by side.",
    )

    says: Annotated[
        Title | None,
        Declared(
            Text(zh="结论句", en="Says"),
            Text(zh="一句话说清结果。", en="The outcome in one sentence."),
            "{zh: 订舱可缩到 2.4 天。, en: Booking can shrink to 2.4 days.}",
        ),
    ] = None
    figures: Annotated[
        References,
        Declared(
            Text(zh="关键指标", en="Figures"),
            Text(
                zh="首页上的四到六个指标，按书写次序；不写就自动选。",
                en="The four to six indicators on the overview, in this order; left out, they are chosen.",
            ),
            "[clearance-time, logistics-cost]",
            shown=Shown.HIDDEN,
        ),
    ] = ()
