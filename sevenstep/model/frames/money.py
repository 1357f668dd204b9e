"""Sums of money, each with its currency."""

from typing import Annotated

from pydantic import PlainValidator

from sevenstep.language import Text
from sevenstep.model.field import Written
from sevenstep.model.form import Form
from sevenstep.model.quantity import Quantity
from sevenstep.model.quantity.yearly import one_sum

Money = Annotated[
    Quantity,
    PlainValidator(one_sum),
    Written(Text(zh="一笔金额，如 300000 CNY、20..30 万元", en="a sum of money, such as 300000 CNY"), Form.QUANTITY),
]
"""What is spent once, or given once."""
