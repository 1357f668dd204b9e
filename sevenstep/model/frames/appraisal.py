"""Appraisals: what goes in and comes back each year, and whether it pays."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from sevenstep.language import Text
from sevenstep.method import APPRAISAL
from sevenstep.model.choices import Prices
from sevenstep.model.element import Element, ExpectedDescription, ExpectedOwner
from sevenstep.model.field import Declared, Shown
from sevenstep.model.frames.appraisal_parts import Loan, MoneyLine, Saving
from sevenstep.model.frames.beside import BESIDE
from sevenstep.model.frames.cash import FirstYear, Horizon, Rate
from sevenstep.model.frames.money import Money
from sevenstep.model.kind import Kind
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import References, part_or_parts

HORIZON = 10
"""Years that are looked at where nothing is said."""


class Appraisal(Element):
    KIND: ClassVar = Kind(
        "appraisal",
        "appraisals",
        APPRAISAL.number,
        Text(zh="测算", en="Appraisal"),
        Text(zh="测算", en="Appraisals"),
        left_out=BESIDE,
    )
    EXPLANATION: ClassVar = Text(
        zh="逐年的收支：投入、运行费用、收入、补助和由流程算出的节省，以及贷款；得出净现值、内部收益率、回收期和偿债备付率。",
        en="Money by year: outlay, running cost, income, grants, savings computed from flows, and loans; what follows "
        "are present value, rate of return, payback and coverage.",
    )

    description: ExpectedDescription = None
    owner: ExpectedOwner = None

    appraises: Annotated[
        References,
        Relation(
            "appraises",
            ("project", "measure", "item", "scenario"),
            Text(zh="测算对象", en="appraises"),
            Text(zh="由测算评价", en="appraised by"),
            closeness=Closeness.JUDGES,
        ),
        Declared(
            Text(zh="测算对象", en="Appraises"),
            Text(
                zh="测算的是哪些项目、举措、事项或场景。项目的预算就是投入，不用再写；不测算项目时，"
                "事项写的建设资金（change.money）也是。",
                en="The projects, measures, items or scenarios that it is about. The budgets of projects are outlay "
                "and not stated again; so is, where no project is appraised, what an item costs to bring about "
                "(change.money).",
            ),
            "[one-order]",
            expected=True,
            column=1,
        ),
    ] = ()
    begins: Annotated[
        FirstYear | None,
        Declared(
            Text(zh="第一年", en="First year"),
            Text(
                zh="从哪一年算起，折现到这一年年末；不写就是最早一笔钱的那一年。",
                en="The year that all is discounted to, at its end; left out, that of the first sum that is dated.",
            ),
            "2024",
            expected=True,
            column=2,
        ),
    ] = Field(default=None, alias="from")
    horizon: Annotated[
        Horizon,
        Declared(
            Text(zh="测算年数", en="Horizon"),
            Text(zh="连第一年一共算几年。", en="How many years are looked at, the first among them."),
            "10",
            column=3,
        ),
    ] = HORIZON
    prices: Annotated[
        Prices,
        Declared(
            Text(zh="价格", en="Prices"),
            Text(
                zh="不变价：都按第一年的价格；现价：每年的金额按 inflation 逐年上涨。折现率也按同一种价格写。",
                en="Constant: all in prices of the first year; current: sums a year rise by inflation. The discount "
                "rate is meant in the same.",
            ),
            "constant",
        ),
    ] = Prices.CONSTANT
    inflation: Annotated[
        Rate | None,
        Declared(
            Text(zh="通货膨胀", en="Inflation"),
            Text(
                zh="每年价格上涨多少；不变价下，用来把贷款的名义本息折成第一年的价格。",
                en="By how much prices rise a year; in constant prices, what loans cost is told in those of the first "
                "year by it.",
            ),
            "2%",
            shown=Shown.FIGURE,
        ),
    ] = None
    discount_rate: Annotated[
        Rate | None,
        Declared(
            Text(zh="折现率", en="Discount rate"),
            Text(
                zh="一年后的钱今天少值多少；不写就不折现，并会提醒。",
                en="By how much money of a year later is worth less; left out, nothing is discounted, and that is "
                "told.",
            ),
            "6%",
            shown=Shown.FIGURE,
            expected=True,
            column=4,
        ),
    ] = None
    exchange: Annotated[
        dict[str, Money],
        Declared(
            Text(zh="汇率", en="Exchange rates"),
            Text(
                zh="有两种货币时，一个单位的外币值多少。",
                en="Where there are two currencies: what one unit of the other is worth.",
            ),
            "{USD: 7.1 CNY}",
            key=Text(zh="货币", en="Currency"),
        ),
    ] = {}
    outlay: Annotated[
        tuple[MoneyLine, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="投入", en="Outlay"),
            Text(zh="办成它要花的钱。", en="What is spent to bring it about."),
            "[{title: {zh: 平台建设, en: Platform}, amount: 3000000 CNY}]",
            shown=Shown.TABLE,
        ),
    ] = ()
    running: Annotated[
        tuple[MoneyLine, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="运行费用", en="Running cost"),
            Text(zh="办成以后每年多花的钱。", en="What is then spent more each year."),
            "[{title: {zh: 运维, en: Upkeep}, amount: 300000 CNY/y}]",
            shown=Shown.TABLE,
        ),
    ] = ()
    income: Annotated[
        tuple[MoneyLine, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="收入", en="Income"),
            Text(zh="它带来的收入。", en="What it earns."),
            "[{title: {zh: 服务费, en: Fees}, amount: 500000 CNY/y}]",
            shown=Shown.TABLE,
        ),
    ] = ()
    grants: Annotated[
        tuple[MoneyLine, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="补助", en="Grants"),
            Text(zh="不用偿还的补助。", en="What is given and need not be paid back."),
            "[{title: {zh: 专项补助, en: Grant}, amount: 1000000 CNY}]",
            shown=Shown.TABLE,
        ),
    ] = ()
    savings: Annotated[
        tuple[Saving, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="节省", en="Savings"),
            Text(
                zh="流程改变省下的钱，由流程和件数算出。", en="What changed flows save, computed from flows and cases."
            ),
            "[{of: [clearance]}]",
            shown=Shown.TABLE,
        ),
    ] = ()
    residual: Annotated[
        Money | None,
        Declared(
            Text(zh="残值", en="Residual value"),
            Text(zh="最后一年年末还值多少。", en="What is left of it at the end of the last year."),
            "200000 CNY",
            shown=Shown.FIGURE,
        ),
    ] = None
    loans: Annotated[
        tuple[Loan, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="贷款", en="Loans"),
            Text(zh="借来的钱，怎样还。", en="What is borrowed, and how it is paid back."),
            "[{title: {zh: 专项债券, en: Bond}, amount: 2000000 CNY, rate: 4%, term: 10}]",
            shown=Shown.TABLE,
        ),
    ] = ()

    @property
    def lines(self) -> Iterator[tuple[str, int, MoneyLine]]:
        """All lines of money that it states, with the field and the place in it."""
        for name, lines in (
            ("outlay", self.outlay),
            ("running", self.running),
            ("income", self.income),
            ("grants", self.grants),
        ):
            for number, line in enumerate(lines):
                yield name, number, line
