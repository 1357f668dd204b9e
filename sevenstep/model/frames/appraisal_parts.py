"""What an appraisal adds up: lines of money, savings computed from flows, and loans."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, PlainValidator, model_validator

from sevenstep.language import Text
from sevenstep.model.choices import BuildingInterest, Repayment
from sevenstep.model.field import Declared, Shown, Written
from sevenstep.model.form import Form
from sevenstep.model.frames.cash import Cash, Multiple, Rate, Years
from sevenstep.model.frames.money import Money
from sevenstep.model.part import Part
from sevenstep.model.quantity import InvalidValue, Quantity
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.source import Source
from sevenstep.model.step6_items.volume import volume_of
from sevenstep.model.step7_flows.arrivals import Rate as Volume
from sevenstep.model.values import Date, Prose, Reference, References, Share, Title

PAID_BY = Relation(
    "money-from",
    ("actor",),
    Text(zh="出资方", en="paid by"),
    Text(zh="承担的收支", en="pays for"),
    backward_verb=Text(zh="出资于", en="pays for"),
    closeness=Closeness.NONE,
)
GOES_TO = Relation(
    "money-to",
    ("actor",),
    Text(zh="受益方", en="goes to"),
    Text(zh="受益于", en="gains from"),
    closeness=Closeness.NONE,
)
SOURCE = Declared(
    Text(zh="来源", en="Source"),
    Text(zh="出处；没有来源的数值标为假设。", en="Where it comes from; without one it is an assumption."),
    "quarterly p. 41",
)
NOTE = Declared(
    Text(zh="备注", en="Note"),
    Text(zh="读者还应了解的情况。", en="What else a reader should know."),
    "{zh: 不含税, en: Without tax}",
)


class MoneyLine(Part):
    TITLE: ClassVar = Text(zh="收支项", en="Line of money")
    EXPLANATION: ClassVar = Text(
        zh="一项投入、费用、收入或补助：写一笔金额，写每年的金额，或逐年写。",
        en="One line of outlay, cost, income or grant: a sum, a sum a year, or sums by year.",
    )
    NEEDS: ClassVar = ("amount", "by_year")

    title: Annotated[
        Title,
        Declared(
            Text(zh="名称", en="Title"),
            Text(zh="是什么钱。", en="What the money is for."),
            "{zh: 平台建设, en: Building the platform}",
        ),
    ]
    amount: Annotated[
        Cash | None,
        Declared(
            Text(zh="金额", en="Sum"),
            Text(
                zh="一笔（写 300000 CNY）或每年一笔（写 300000 CNY/y）；逐年不同的写 by_year。",
                en="Once, as in 300000 CNY, or each year, as in 300000 CNY/y; what differs by year stands in by_year.",
            ),
            "300000 CNY/y",
            shown=Shown.FIGURE,
        ),
    ] = None
    by_year: Annotated[
        dict[Date, Money],
        Declared(
            Text(zh="各年金额", en="By year"),
            Text(zh="哪一年多少。", en="How much in which year."),
            "{2024: 800000 CNY, 2025: 400000 CNY}",
            key=Text(zh="年份", en="Year"),
        ),
    ] = {}
    begins: Annotated[
        Date | None,
        Declared(
            Text(zh="起于", en="From"),
            Text(
                zh="从哪一年起；不写：投入从测算的第一年起，其余从第二年起。",
                en="From which year on; left out, outlay from the first year of the appraisal, all else from the "
                "second.",
            ),
            "2025",
        ),
    ] = Field(default=None, alias="from")
    until: Annotated[
        Date | None,
        Declared(
            Text(zh="止于", en="Until"),
            Text(
                zh="每年的金额到哪一年为止；不写就到最后一年。",
                en="The last year of a sum a year; left out, to the end.",
            ),
            "2030",
        ),
    ] = None
    growth: Annotated[
        Rate | None,
        Declared(
            Text(zh="年增长", en="Growth a year"),
            Text(zh="每年的金额逐年增减多少，不含通货膨胀。", en="By how much a sum a year grows, without inflation."),
            "3%",
            shown=Shown.FIGURE,
        ),
    ] = None
    paid_by: Annotated[
        Reference | None,
        PAID_BY,
        Declared(Text(zh="出资方", en="Paid by"), Text(zh="谁出这笔钱。", en="Who pays it."), "finance"),
    ] = None
    goes_to: Annotated[
        Reference | None,
        GOES_TO,
        Declared(Text(zh="受益方", en="Goes to"), Text(zh="谁得到这笔钱。", en="Who gets it."), "operator"),
    ] = None
    source: Annotated[Source | None, SOURCE] = None
    note: Annotated[Prose | None, NOTE] = None

    @model_validator(mode="after")
    def _once(self) -> Self:
        if (self.amount is None) == (not self.by_year):
            raise InvalidValue(
                Text(zh="amount 和 by_year 要写其中一个", en="Say either amount or by_year"),
                Text(
                    zh="写 amount: 300000 CNY/y，或 by_year: {2024: 300000 CNY}",
                    en="Write amount: 300000 CNY/y, or by_year: {2024: 300000 CNY}",
                ),
            )
        return self

    @property
    def sums(self) -> tuple[Quantity, ...]:
        """All amounts that it states."""
        return (*((self.amount,) if self.amount is not None else ()), *self.by_year.values())


class Saving(Part):
    TITLE: ClassVar = Text(zh="节省", en="Saving")
    EXPLANATION: ClassVar = Text(
        zh="流程改变省下的钱：（现状每件成本 − 目标每件成本）× 每年件数，由模型算出，不用手填。",
        en="What a changed flow saves: (cost of a case as is − to be) × cases a year, computed and not typed.",
    )

    of: Annotated[
        References,
        Relation(
            "saves-on",
            ("item", "flow"),
            Text(zh="节省自", en="saves on"),
            Text(zh="算入节省的测算", en="counted as a saving in"),
            closeness=Closeness.CHANGES,
        ),
        Declared(
            Text(zh="节省自", en="Of"),
            Text(
                zh="哪些事项的流程省钱；写事项，或写它的一个流程，要有现状和目标两个版本。",
                en="The items whose flows save money; an item, or a flow of it: both variants are needed.",
            ),
            "[clearance]",
        ),
    ]
    title: Annotated[
        Title | None,
        Declared(
            Text(zh="名称", en="Title"),
            Text(zh="叫什么；不写就用事项的名称。", en="What it is called; left out, as its items are."),
            "{zh: 报关环节节省, en: Saved in clearance}",
        ),
    ] = None
    cases: Annotated[
        Volume | None,
        PlainValidator(lambda value: None if value is None else volume_of(value)),
        Written(
            Text(zh="单位时间的件数，如 12000/年、40/d", en="an amount per unit of time, such as 12000/y or 40/d"),
            Form.RATE,
        ),
        Declared(
            Text(zh="件数", en="Cases"),
            Text(
                zh="每年多少件；不写就用事项的业务量，再没有就用流程的到达率。",
                en="How many cases; left out, the volume of the item, or the arrivals of its flow.",
            ),
            "12000/y",
        ),
    ] = None
    begins: Annotated[
        Date | None,
        Declared(
            Text(zh="起于", en="From"),
            Text(
                zh="从哪一年起节省；不写就从所测算的项目完成的下一年起，没有项目就从第二年起。",
                en="From which year on; left out, from the year after the appraised projects end, without any from the "
                "second year.",
            ),
            "2025",
        ),
    ] = Field(default=None, alias="from")
    until: Annotated[
        Date | None,
        Declared(
            Text(zh="止于", en="Until"),
            Text(zh="节省到哪一年为止；不写就到最后一年。", en="The last year; left out, to the end."),
            "2030",
        ),
    ] = None
    reach: Annotated[
        dict[Date, Share],
        Declared(
            Text(zh="覆盖比例", en="Reach"),
            Text(
                zh="到哪一年有多大比例的业务按新办法办；此后不写就不变。不写就从一开始全部。",
                en="Which share of cases goes the new way by which year; it stays until the next. Left out, all from "
                "the start.",
            ),
            "{2025: 30%, 2026: 100%}",
            key=Text(zh="年份", en="Year"),
        ),
    ] = {}
    growth: Annotated[
        Rate | None,
        Declared(
            Text(zh="件数年增长", en="Growth of cases"),
            Text(zh="件数每年增减多少。", en="By how much the cases grow a year."),
            "5%",
            shown=Shown.FIGURE,
        ),
    ] = None
    goes_to: Annotated[
        Reference | None,
        GOES_TO,
        Declared(Text(zh="受益方", en="Goes to"), Text(zh="谁省下这笔钱。", en="Who saves it."), "shipper"),
    ] = None
    source: Annotated[Source | None, SOURCE] = None
    note: Annotated[Prose | None, NOTE] = None


class Loan(Part):
    TITLE: ClassVar = Text(zh="贷款", en="Loan")
    EXPLANATION: ClassVar = Text(
        zh="一笔借款：年末提款，次年起付息；宽限期只付息，期限含宽限期。",
        en="Money borrowed: drawn at the end of a year, with interest from the next; in the grace period interest "
        "alone is paid, and the term counts it in.",
    )

    title: Annotated[
        Title,
        Declared(
            Text(zh="名称", en="Title"),
            Text(zh="是什么借款。", en="What it is called."),
            "{zh: 专项债券, en: Special-purpose bond}",
        ),
    ]
    amount: Annotated[
        Money,
        Declared(
            Text(zh="金额", en="Sum"),
            Text(zh="借多少。", en="How much is borrowed."),
            "3000000 CNY",
            shown=Shown.FIGURE,
        ),
    ]
    rate: Annotated[
        Rate,
        Declared(
            Text(zh="年利率", en="Interest"),
            Text(zh="每年的利率（名义利率）。", en="The rate of interest a year, in current money."),
            "4%",
            shown=Shown.FIGURE,
        ),
    ]
    term: Annotated[
        Years | None,
        Declared(
            Text(zh="期限", en="Term"),
            Text(zh="提款后几年还清，含宽限期。", en="Years from drawing to the last payment, grace included."),
            "10",
        ),
    ] = None
    grace: Annotated[
        Years,
        Declared(
            Text(zh="宽限期", en="Grace"),
            Text(zh="头几年只付息、不还本。", en="Years at first in which interest alone is paid."),
            "2",
        ),
    ] = 0
    repayment: Annotated[
        Repayment,
        Declared(
            Text(zh="还本方式", en="Repayment"),
            Text(zh="本金怎样还。", en="How the principal is paid back."),
            "annuity",
        ),
    ] = Repayment.EQUAL_PRINCIPAL
    building: Annotated[
        Years,
        Declared(
            Text(zh="建设期", en="Years of building"),
            Text(
                zh="提款后几年内还在建设、没有收入：这几年不还本，利息也不靠收入支付。",
                en="Years after it is drawn in which there is nothing to earn yet: no principal is paid in them, and "
                "interest not out of income.",
            ),
            "2",
        ),
    ] = 0
    building_interest: Annotated[
        BuildingInterest,
        Declared(
            Text(zh="建设期利息", en="Interest while building"),
            Text(
                zh="建设期的利息由借款方的自有资金支付，还是计入本金以后一起还。",
                en="Whether the borrower pays interest of these years out of own money, or it is added to what is "
                "owed.",
            ),
            "own-money",
        ),
    ] = BuildingInterest.OWN_MONEY
    begins: Annotated[
        Date | None,
        Declared(
            Text(zh="提款", en="Drawn"),
            Text(zh="哪一年提款；不写就是第一年。", en="The year in which it is drawn; left out, the first."),
            "2024",
        ),
    ] = Field(default=None, alias="from")
    lender: Annotated[
        Reference | None,
        Relation(
            "lent-by",
            ("actor",),
            Text(zh="贷款方", en="lent by"),
            Text(zh="贷出", en="lends for"),
            closeness=Closeness.NONE,
        ),
        Declared(Text(zh="贷款方", en="Lender"), Text(zh="谁借出。", en="Who lends it."), "bank"),
    ] = None
    borrower: Annotated[
        Reference | None,
        Relation(
            "borrowed-by",
            ("actor",),
            Text(zh="借款方", en="borrowed by"),
            Text(zh="借入", en="borrows for"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="借款方", en="Borrower"),
            Text(
                zh="谁还本付息：只有归它的节省才能用来还款。",
                en="Who pays it back: of savings, those that go to it can pay.",
            ),
            "operator",
        ),
    ] = None
    coverage: Annotated[
        Multiple | None,
        Declared(
            Text(zh="偿债备付率下限", en="Least coverage"),
            Text(
                zh="贷款方要求每年可用于还款的钱至少是应还本息的几倍。",
                en="How many times interest and principal the lender wants there to be each year, at least.",
            ),
            "1.2",
        ),
    ] = None
    source: Annotated[Source | None, SOURCE] = None
    note: Annotated[Prose | None, NOTE] = None

    @property
    def without_principal(self) -> int:
        """Years at first in which no principal is paid: those of grace, or of building where these are more."""
        return max(self.grace, self.building)

    @property
    def is_repaid(self) -> bool:
        """Whether its term leaves years to pay it back in."""
        return self.term is not None and self.without_principal < self.term
