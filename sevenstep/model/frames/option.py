"""An option of a decision, and how it does on the criteria."""

from collections.abc import Callable
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, model_validator

from sevenstep.language import Text
from sevenstep.model.choices import Meets
from sevenstep.model.field import Declared, Shown
from sevenstep.model.form import reads
from sevenstep.model.part import Part
from sevenstep.model.quantity import InvalidValue, Quantity
from sevenstep.model.source import Source
from sevenstep.model.values import Amount, Date, Prose, Title, each_once, id_problem, is_text


def few(most: int) -> Callable[[Any], Any]:
    """What lets at most so many entries through, each by a key that can be an id."""

    @reads(ids=True, most=most)
    def checked(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        if len(value) > most:
            raise InvalidValue(
                Text(zh=f"这里最多 {most} 条，写了 {len(value)} 条", en=f"There can be {most} here, not {len(value)}")
            )
        for key in value:
            if problem := id_problem(str(key)):
                raise InvalidValue(
                    problem, Text(zh="编号写短，名称写在 title 里", en="Write a short id, and the name as its title")
                )
        return value

    return checked


class OptionValue(Part):
    TITLE: ClassVar = Text(zh="方案取值", en="Value of an option")
    EXPLANATION: ClassVar = Text(
        zh="方案在一条准则上怎么样：分数、带单位的数、逐年的数，或文字；简写时只写数或文字。",
        en="How an option does on a criterion: a score, a figure, figures by year, or words; written short, just the "
        "number or the words.",
    )
    SHORT: ClassVar = ("value", "words")

    value: Annotated[
        Amount | None,
        Declared(
            Text(zh="数值", en="Value"),
            Text(zh="分数，或带单位的数。", en="A score, or a figure with its unit."),
            "300 万元",
            shown=Shown.FIGURE,
        ),
    ] = None
    words: Annotated[
        Prose | None,
        Declared(
            Text(zh="文字", en="Words"),
            Text(zh="用文字说怎么样；有数也可以写。", en="How it does, in words; beside a number too."),
            "{zh: 流程成熟, en: A mature process}",
        ),
    ] = None
    years: Annotated[
        dict[Date, Amount],
        BeforeValidator(each_once),
        Declared(
            Text(zh="逐年", en="By year"),
            Text(
                zh="逐年的数，如投入和运维费；比的是合计（准则写了折现率就先折现）。",
                en="Figures by year, such as outlay and upkeep; their sum is compared (discounted where the criterion "
                "says a rate).",
            ),
            "{2024: 300 万元, 2025: 40 万元}",
            shown=Shown.HIDDEN,
            key=Text(zh="时间", en="Date"),
        ),
    ] = {}
    source: Annotated[
        Source | None,
        Declared(Text(zh="来源", en="Source"), Text(zh="出自哪里。", en="Where it comes from."), "quarterly p. 25"),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"value": value} if _is_number(value) else {"words": value}
        return {"words": value} if is_text(value) else value


def _is_number(text: str) -> bool:
    try:
        Quantity.parse(text)
    except InvalidValue:
        return text.strip()[:1].isdigit() and len(text) < 12
    return True


class Option(Part):
    TITLE: ClassVar = Text(zh="方案", en="Option")
    EXPLANATION: ClassVar = Text(zh="一个可选的方案。", en="One way that is open.")

    title: Annotated[
        Title,
        Declared(
            Text(zh="名称", en="Title"),
            Text(zh="方案叫什么。", en="What the option is called."),
            "{zh: 特许经营, en: Concession}",
        ),
    ]
    description: Annotated[
        Prose | None,
        Declared(
            Text(zh="说明", en="Description"),
            Text(zh="这个方案怎么做。", en="What is done in this option."),
            "{zh: 企业自负盈亏, en: The provider bears profit and loss}",
            shown=Shown.PROSE,
        ),
    ] = None
    values: Annotated[
        dict[str, OptionValue],
        Declared(
            Text(zh="取值", en="Values"),
            Text(
                zh="它在各条准则上怎么样，以准则的编号为键。",
                en="How it does on each criterion, by the criterion's id.",
            ),
            "{cost: 300 万元, skill: 4, policy: {zh: 弱, en: weak}}",
            key=Text(zh="准则", en="Criterion"),
        ),
    ] = {}
    meets: Annotated[
        dict[str, Meets],
        Declared(
            Text(zh="是否满足", en="Meets"),
            Text(
                zh="是否满足各项要求：`yes`、`no`，还不清楚就写 `open`。",
                en="Whether it meets each requirement: `yes`, `no`, or `open` while that is not known.",
            ),
            "{operated: yes}",
            key=Text(zh="要求", en="Requirement"),
        ),
    ] = {}
