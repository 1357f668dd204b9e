"""Money that flows once or year by year, rates of interest and growth, and numbers of years."""

from typing import Annotated, Final

from pydantic import AfterValidator, PlainValidator

from sevenstep.language import Text
from sevenstep.model.dates import days_of
from sevenstep.model.field import Written
from sevenstep.model.form import Form
from sevenstep.model.quantity import InvalidValue, Quantity
from sevenstep.model.quantity.yearly import horizon, money, multiple, per_cent, years
from sevenstep.model.values import Date

Cash = Annotated[
    Quantity,
    PlainValidator(money),
    Written(
        Text(
            zh="一笔金额，或每年的金额，也可以是范围，如 300000 CNY、20..30 万元/年",
            en="a sum of money, once or a year, or a range, such as 300000 CNY or 200000..300000 CNY/y",
        ),
        Form.YEARLY,
    ),
]
"""What flows once, or each year."""

Rate = Annotated[
    Quantity,
    PlainValidator(per_cent),
    Written(
        Text(zh="每年的百分比，也可以是范围，如 6%、4..8%", en="per cent a year, or a range, such as 6% or 4..8%"),
        Form.QUANTITY,
    ),
]
"""Interest, growth or inflation a year."""

Years = Annotated[
    int,
    PlainValidator(years),
    Written(Text(zh="整年数，如 10、10年", en="a number of whole years, such as 10 or 10 y"), Form.WHOLE),
]
"""How many years."""

Horizon = Annotated[
    int,
    PlainValidator(horizon),
    Written(
        Text(zh="整年数，至少 1，如 10、10年", en="a number of whole years, one at least, such as 10 or 10 y"),
        Form.WHOLE,
    ),
]
"""How many years are looked at."""

Multiple = Annotated[
    float,
    PlainValidator(multiple),
    Written(Text(zh="倍数，如 1.2", en="a number of times, such as 1.2"), Form.QUANTITY),
]
"""How many times another sum."""

LAST_FIRST_YEAR: Final = 9_800
"""The last year that an appraisal may begin in: the calendar ends in 9999."""


def _not_too_late(day: str) -> str:
    days = days_of(day)
    if days is not None and days[1].year > LAST_FIRST_YEAR:
        raise InvalidValue(
            Text(zh=f"{LAST_FIRST_YEAR} 年以后的年份无法测算", en=f"No appraisal can begin after {LAST_FIRST_YEAR}"),
            Text(zh="改正年份，如 2024", en="Put the year right, as in 2024"),
        )
    return day


FirstYear = Annotated[Date, AfterValidator(_not_too_late)]
"""The year that an appraisal begins in."""
