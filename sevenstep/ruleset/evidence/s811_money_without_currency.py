from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import Quantity
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Activity, Measure
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S811",
    "money-without-currency",
    Severity.WARNING,
    title=Text(zh="金额要写币种", en="An amount of money names its currency"),
    reason=Text(
        zh="300000 是元还是美元？没有币种的金额不能相加。",
        en="300000 of what? Amounts without a currency cannot be added up.",
    ),
)
def money_without_currency(chain: Chain) -> Iterator[Violation]:
    for element in chain.elements.values():
        amount: Quantity | None = None
        path: tuple[str, ...] = ("cost",)
        if isinstance(element, Item):
            amount, path = element.resources.money if element.resources else None, ("resources", "money")
        elif isinstance(element, Activity | Measure):
            amount = element.cost
        if amount is not None and not amount.unit and amount.high:
            yield Violation(
                element.id,
                Text(zh=f"金额 {amount.text} 没有币种", en=f"The amount {amount.text} has no currency"),
                Text(zh=f"写成 {amount.text} CNY 或 {amount.text} 万元", en=f"Write {amount.text} CNY"),
                path,
            )
