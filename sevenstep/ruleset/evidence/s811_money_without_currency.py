from collections.abc import Iterator

from sevenstep.analysis.appraisal.currencies import sums_of
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text
from sevenstep.model.element import Element
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.model.frames.pools import Fund
from sevenstep.model.frames.project import Project
from sevenstep.model.quantity import Quantity
from sevenstep.model.quantity.yearly import has_no_unit, split
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
        for path, amount in _amounts(element):
            what, period = split(amount.unit)
            if has_no_unit(what) and amount.high:
                number, behind = amount.text.partition("/")[0].strip(), f"/{period}" if period else ""
                yield Violation(
                    element.id,
                    Text(zh=f"金额 {amount.text} 没有币种", en=f"The amount {amount.text} has no currency"),
                    Text(zh=f"写成 {number} CNY{behind} 或 {number} 万元{behind}", en=f"Write {number} CNY{behind}"),
                    path,
                )


def _amounts(element: Element) -> Iterator[tuple[KeyPath, Quantity]]:
    """Every amount of money of an element, with where it stands."""
    if isinstance(element, Activity | Measure) and element.cost is not None:
        yield ("cost",), element.cost
    for name in ("resources", "change") if isinstance(element, Item) else ():
        part = getattr(element, name)
        if part is not None and part.money is not None:
            yield (name, "money"), part.money
    if isinstance(element, Appraisal):
        yield from sums_of(element)
    if isinstance(element, Project):
        for number, line in enumerate(element.budget):
            yield ("budget", number, "amount"), line.amount
        for number, spent in enumerate(element.spent):
            yield ("spent", number, "amount"), spent.amount
    if isinstance(element, Fund):
        if element.amount is not None:
            yield ("amount",), element.amount
        for day, amount in element.by_year.items():
            yield ("by_year", day), amount
