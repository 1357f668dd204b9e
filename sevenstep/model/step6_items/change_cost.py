"""What it takes to bring an item about, which is another thing than what it takes to run."""

from typing import Annotated, ClassVar

from pydantic import PlainValidator

from sevenstep.language import Text
from sevenstep.model.field import Declared, Shown, Written
from sevenstep.model.form import Form
from sevenstep.model.part import Part
from sevenstep.model.quantity import Quantity
from sevenstep.model.quantity.yearly import one_sum
from sevenstep.model.values import Elapsed, Title


class ChangeCost(Part):
    TITLE: ClassVar = Text(zh="建设投入", en="Cost of the change")
    EXPLANATION: ClassVar = Text(
        zh="办成一个事项所需的资金、时间和人员：一次性投入，不含以后每年的运行。",
        en="The money, time and people that it takes to bring an item about: once, without what it takes to run.",
    )

    money: Annotated[
        Quantity | None,
        PlainValidator(lambda value: None if value is None else one_sum(value)),
        Written(
            Text(zh="一笔金额，如 300000 CNY、20..30 万元", en="a sum of money, such as 300000 CNY"), Form.QUANTITY
        ),
        Declared(
            Text(zh="建设资金", en="Money"),
            Text(zh="办成该事项所需的资金，写明币种。", en="What it costs to bring about, with its currency."),
            "300000 CNY",
            shown=Shown.FIGURE,
        ),
    ] = None
    time: Annotated[
        Elapsed | None,
        Declared(
            Text(zh="建设工期", en="Time"),
            Text(zh="办成所需的时间。", en="How long it takes to bring about."),
            "6mo",
            shown=Shown.FIGURE,
        ),
    ] = None
    people: Annotated[
        Title | None,
        Declared(
            Text(zh="建设人员", en="People for the change"),
            Text(zh="由哪些人办成。", en="Who brings it about."),
            "{zh: 业务、信息各一人, en: one of the business and one of IT}",
        ),
    ] = None
