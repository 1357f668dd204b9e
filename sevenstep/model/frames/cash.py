"""Money that flows once or year by year, rates of interest and growth, and numbers of years."""

from typing import Annotated

from pydantic import PlainValidator

from sevenstep.language import Text
from sevenstep.model.field import Written
from sevenstep.model.quantity import Quantity
from sevenstep.model.quantity.yearly import money, per_cent, years

Cash = Annotated[
    Quantity,
    PlainValidator(money),
    Written(
        Text(
            zh="一笔金额，或每年的金额，也可以是范围，如 300000 CNY、20..30 万元/年",
            en="a sum of money, once or a year, or a range, such as 300000 CNY or 200000..300000 CNY/y",
        )
    ),
]
"""What flows once, or each year."""

Rate = Annotated[
    Quantity,
    PlainValidator(per_cent),
    Written(Text(zh="每年的百分比，也可以是范围，如 6%、4..8%", en="per cent a year, or a range, such as 6% or 4..8%")),
]
"""Interest, growth or inflation a year."""

Years = Annotated[
    int,
    PlainValidator(years),
    Written(Text(zh="整年数，如 10、10年", en="a number of whole years, such as 10 or 10 y")),
]
"""How many years."""
