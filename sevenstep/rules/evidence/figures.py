"""Figures have units and sources."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.contents import figures
from sevenstep.model.element import Evidence, Figure
from sevenstep.model.quantity import Quantity
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Activity, Measure
from sevenstep.rules.rule import Breach, rule


@rule(
    "S811",
    "money-without-currency",
    Severity.WARNING,
    title=Text(zh="金额要写币种", en="An amount of money names its currency"),
    reason=Text(
        zh="300000 是元还是美元？没有币种的金额不能相加。",
        en="300000 of what? Amounts without a currency cannot be added up.",
    ),
    bad="""
    items:
      booking: {title: Booking online, resources: {money: 300000}}
    """,
    good="""
    items:
      booking: {title: Booking online, resources: {money: 300000 CNY}}
    """,
)
def money_without_currency(chain: Chain) -> Iterator[Breach]:
    for element in chain.elements.values():
        amount: Quantity | None = None
        path: tuple[str, ...] = ("cost",)
        if isinstance(element, Item):
            amount, path = element.resources.money if element.resources else None, ("resources", "money")
        elif isinstance(element, Activity | Measure):
            amount = element.cost
        if amount is not None and not amount.unit and amount.high:
            yield Breach(
                element.id,
                Text(zh=f"金额 {amount.text} 没有币种", en=f"The amount {amount.text} has no currency"),
                Text(zh=f"写成 {amount.text} CNY 或 {amount.text} 万元", en=f"Write {amount.text} CNY"),
                path,
            )


@rule(
    "S812",
    "figure-without-source",
    Severity.QUESTION,
    title=Text(zh="数值要有来源", en="A figure has a source"),
    reason=Text(
        zh="没有来源的数字经不起追问。",
        en="A figure without a source does not stand the first question.",
    ),
    decision=Text(
        zh="决定这个数能不能写进报告，还是只能当作假设。",
        en="It decides whether the figure can be reported, or is an assumption.",
    ),
    bad="""
    challenges:
      C1: {title: {zh: 通关慢, en: Slow clearance}, evidence: [{what: Time at the border, figure: 36.5 h}]}
    """,
    good="""
    challenges:
      C1: {title: Slow clearance, evidence: [{what: Time at the border, figure: 36.5 h, source: quarterly p. 41}]}
    """,
)
def figure_without_source(chain: Chain) -> Iterator[Breach]:
    for element in chain.elements.values():
        if element.source is not None:
            continue
        missing = [(path, one) for path, one in figures(element) if one.source is None and path[0] != "targets"]
        if missing:
            first, figure = missing[0]
            value = figure.value if isinstance(figure, Figure) else figure.figure
            shown = value.text if value is not None else ""
            yield Breach(
                element.id,
                element.title.put(
                    zh=f"“{{}}”的 {shown} 是从哪里来的？", en=f"Where does {shown} come from, in “{{}}”?"
                ),
                Text(
                    zh="写上 source: 文件和页码；是估计的，写 source: assumption: 理由",
                    en="Add source: a document and page; of an estimate, source: “assumption: why”",
                ),
                first,
                also=tuple((element.id, path) for path, _ in missing[1:]),
            )


@rule(
    "S818",
    "figure-without-unit",
    Severity.HINT,
    title=Text(zh="依据里的数要写单位", en="A figure of evidence has a unit"),
    reason=Text(
        zh="只写一个 5，读者不知道是 5 家、5 次还是 5 天。",
        en="Of a bare 5 the reader cannot tell whether it is five firms, five times or five days.",
    ),
    bad="""
    challenges:
      C1: {title: Keyed in again, evidence: [{what: The same data are keyed in, figure: 5, source: report p. 3}]}
    """,
    good="""
    challenges:
      C1: {title: Keyed in again, evidence: [{what: The same data are keyed in, figure: 5 times, source: report p. 3}]}
    """,
)
def figure_without_unit(chain: Chain) -> Iterator[Breach]:
    for element in chain.elements.values():
        for path, one in figures(element):
            if isinstance(one, Evidence) and one.figure is not None and not one.figure.unit:
                yield Breach(
                    element.id,
                    Text(zh=f"{one.figure.text} 没有单位", en=f"{one.figure.text} has no unit"),
                    Text(
                        zh=f"写上单位，如 {one.figure.text} 次、{one.figure.text} 家",
                        en=f"Say of what, as in {one.figure.text} times",
                    ),
                    (*path, "figure"),
                )


RULES: Final = (
    money_without_currency,
    figure_without_source,
    figure_without_unit,
)
"""These rules."""
