"""By what something is measured: a scale of levels, or a figure between the worst that counts and the best."""

from typing import Annotated, Final, Literal

from pydantic import AfterValidator

from sevenstep.language import Text
from sevenstep.model.choices import Direction
from sevenstep.model.field import Declared
from sevenstep.model.quantity.named_unit import with_names
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import Amount, Reference

JUDGED_BY: Final = Relation(
    "on-scale",
    ("scale",),
    Text(zh="所用等级表", en="judged by"),
    Text(zh="用于评判", en="judges"),
    closeness=Closeness.NONE,
)

JudgedBy = Annotated[
    Reference | None,
    JUDGED_BY,
    Declared(
        Text(zh="等级表", en="Scale"),
        Text(zh="按哪张等级表打分；用数值衡量的不写。", en="The scale of its scores; none for what a figure tells."),
        "digital-maturity",
        column=3,
    ),
]
FigureUnit = Annotated[
    str | None,
    AfterValidator(lambda unit: None if unit is None else with_names(unit)),
    Declared(
        Text(zh="单位", en="Unit"),
        Text(zh="用数值衡量时的单位；打分的不写。", en="The unit of its figures; none where it is scored."),
        "亿元",
    ),
]
Better = Annotated[
    Literal[Direction.INCREASE, Direction.DECREASE] | None,
    Declared(
        Text(zh="方向", en="Direction"),
        Text(
            zh="数值高是好（`increase`）还是差（`decrease`）；写了最差值和最好值的可以不写。",
            en="Whether a high figure is good (`increase`) or bad (`decrease`); it may be left out where worst and "
            "best are given.",
        ),
        "increase",
    ),
]
Worst = Annotated[
    Amount | None,
    Declared(
        Text(zh="最差值", en="Worst"),
        Text(zh="到这个数就算 0 分，再差也是 0 分。", en="The figure that counts as 0; nothing counts less."),
        "0 亿元",
    ),
]
Best = Annotated[
    Amount | None,
    Declared(
        Text(zh="最好值", en="Best"),
        Text(zh="到这个数就算满分，再好也是满分。", en="The figure that counts in full; nothing counts more."),
        "2000 亿元",
    ),
]
