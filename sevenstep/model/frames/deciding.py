"""By what options are judged: what they have to meet, and the criteria that they are compared on."""

from typing import Annotated, Any, ClassVar

from pydantic import model_validator

from sevenstep.language import Text
from sevenstep.model.field import Declared, Shown
from sevenstep.model.frames.yardstick import Best, Better, FigureUnit, JudgedBy, Worst
from sevenstep.model.part import Part
from sevenstep.model.values import Bounded, Prose, Share, Title, is_text


class Requirement(Part):
    TITLE: ClassVar = Text(zh="必须满足的要求", en="Requirement")
    EXPLANATION: ClassVar = Text(
        zh="方案必须满足的一项要求；简写时只写名称。", en="What an option has to meet; written short, just its title."
    )
    SHORT: ClassVar = ("title",)

    title: Annotated[
        Title,
        Declared(
            Text(zh="名称", en="Title"),
            Text(zh="要求什么。", en="What is required."),
            "{zh: 首年投入不超过 500 万元, en: At most 5 million in the first year}",
        ),
    ]
    criterion: Annotated[
        str | None,
        Declared(
            Text(zh="准则", en="Criterion"),
            Text(
                zh="能用一条准则的数判断的，写它的编号，并写界限 limit。",
                en="The id of a criterion whose figure tells whether it is met, with the `limit`.",
            ),
            "cost",
        ),
    ] = None
    limit: Annotated[
        Bounded | None,
        Declared(
            Text(zh="界限", en="Limit"),
            Text(zh="那条准则的数要在什么界限之内。", en="The bound that the figure has to keep."),
            "≤500 万元",
            shown=Shown.FIGURE,
        ),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"title": value} if is_text(value) else value


class DecidingCriterion(Part):
    TITLE: ClassVar = Text(zh="比选准则", en="Criterion of a decision")
    EXPLANATION: ClassVar = Text(
        zh="方案按什么比；简写时只写名称，这样的只用文字比。",
        en="What options are compared on; written short, just its title: then they are compared in words.",
    )
    SHORT: ClassVar = ("title",)

    title: Annotated[
        Title,
        Declared(
            Text(zh="名称", en="Title"),
            Text(zh="比的是什么。", en="What is compared."),
            "{zh: 总费用, en: Cost over all}",
        ),
    ]
    description: Annotated[
        Prose | None,
        Declared(
            Text(zh="说明", en="Description"),
            Text(zh="怎么评、如何计算。", en="How it is judged or counted."),
            "{zh: 五年投入加运维, en: Outlay and upkeep of five years}",
            shown=Shown.PROSE,
        ),
    ] = None
    weight: Annotated[
        Share | None,
        Declared(
            Text(zh="权重", en="Weight"),
            Text(
                zh="它在总分里占多少；只用文字比的不写。",
                en="Its part of the whole; none where words alone are compared.",
            ),
            "40%",
        ),
    ] = None
    scale: JudgedBy = None
    unit: FigureUnit = None
    direction: Better = None
    worst: Worst = None
    best: Best = None
    discount: Annotated[
        Share | None,
        Declared(
            Text(zh="折现率", en="Discount rate"),
            Text(
                zh="逐年的数按多大比率折到第一年。", en="The rate by which figures by year are discounted to the first."
            ),
            "5%",
        ),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"title": value} if is_text(value) else value

    @property
    def counts(self) -> bool:
        """Whether it counts for the ranking: it weighs something, or is measured."""
        return self.weight is not None or self.unit is not None or self.scale is not None
