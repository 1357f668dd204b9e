"""Step 4: the parties, and how they work together around the functions."""

from typing import Annotated, ClassVar

from pydantic import Field

from sevenstep.language import Text
from sevenstep.model.choices import ActorType, Channel, Variant
from sevenstep.model.custom.lists import AddedTo, read_added
from sevenstep.model.element import Element, ExpectedDescription
from sevenstep.model.field import Declared, Shown
from sevenstep.model.kind import Kind
from sevenstep.model.part import Part
from sevenstep.model.relation import Closeness, Relation, Role
from sevenstep.model.values import Amount, Date, Reference, References, Title

AnyChannel = Annotated[Channel, read_added("channel"), AddedTo("channel")]
"""A channel, or one that the engagement adds."""


class Actor(Element):
    KIND: ClassVar = Kind("actor", "actors", 4, Text(zh="参与主体", en="Actor"), Text(zh="参与主体", en="Actors"))
    EXPLANATION: ClassVar = Text(
        zh="参与业务的一方；主体连成一棵树。", en="A party to the business; actors form a tree."
    )

    description: ExpectedDescription = None

    type: Annotated[
        ActorType,
        read_added("actor-type"),
        AddedTo("actor-type"),
        Declared(
            Text(zh="类型", en="Type"),
            Text(zh="是哪一类主体。", en="What sort of party it is."),
            "government",
            column=1,
        ),
    ]
    parent: Annotated[
        Reference | None,
        Relation(
            "actor-parent",
            ("actor",),
            Text(zh="隶属于", en="part of"),
            Text(zh="下属主体", en="consists of"),
            Role.PART_OF,
        ),
        Declared(
            Text(zh="上级", en="Part of"),
            Text(zh="它隶属的主体。", en="The party it belongs to."),
            "port-authority",
            column=1,
        ),
    ] = None
    domains: Annotated[
        References,
        Relation(
            "works-in",
            ("domain",),
            Text(zh="活动领域", en="works in"),
            Text(zh="领域内的主体", en="actors"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="领域", en="Domains"),
            Text(zh="在哪些领域有职权。", en="The domains it has a say in."),
            "[port]",
            expected=True,
            column=1,
        ),
    ] = ()
    capacity: Annotated[
        Amount | None,
        Declared(
            Text(zh="每月可投入", en="Can give in a month"),
            Text(
                zh="一个月里能给项目投入多少人力；不写就不核对。",
                en="How much of its people it can give to projects in a month; left out, that is not checked.",
            ),
            "6 people",
            shown=Shown.FIGURE,
        ),
    ] = None
    capacity_changes: Annotated[
        dict[Date, Amount],
        Declared(
            Text(zh="可投入的变化", en="Can give from then on"),
            Text(zh="从什么时候起变成多少。", en="How much of it there is from then on."),
            "{2025-01: 8 people}",
            shown=Shown.TABLE,
            key=Text(zh="从", en="From"),
            each=Text(zh="每月可投入", en="In a month"),
        ),
    ] = {}


class Raci(Part):
    TITLE: ClassVar = Text(zh="分工", en="RACI")
    EXPLANATION: ClassVar = Text(
        zh="在一个环节里谁做什么：执行、问责、咨询、知会。",
        en="Who does what in one function: responsible, accountable, consulted, informed.",
    )

    responsible: Annotated[
        References,
        Relation(
            "raci-R",
            ("actor",),
            Text(zh="执行 (R)", en="responsible (R)"),
            Text(zh="执行的路径", en="responsible on"),
            backward_verb=Text(zh="执行路径", en="is responsible on"),
            closeness=Closeness.WORKS,
        ),
        Declared(
            Text(zh="R 执行", en="R responsible"),
            Text(zh="由谁执行，至少一个。", en="Who does the work; at least one."),
            "forwarder",
        ),
    ] = Field(default=(), alias="R")
    accountable: Annotated[
        References,
        Relation(
            "raci-A",
            ("actor",),
            Text(zh="问责 (A)", en="accountable (A)"),
            Text(zh="承担问责的路径", en="accountable on"),
            backward_verb=Text(zh="为路径承担问责：", en="is accountable on"),
            closeness=Closeness.ANSWERS_FOR,
        ),
        Declared(
            Text(zh="A 问责", en="A accountable"),
            Text(zh="结果向谁问责，只有一个。", en="Who answers for it; exactly one."),
            "shipper",
        ),
    ] = Field(default=(), alias="A")
    consulted: Annotated[
        References,
        Relation(
            "raci-C",
            ("actor",),
            Text(zh="咨询 (C)", en="consulted (C)"),
            Text(zh="被咨询的路径", en="consulted on"),
            backward_verb=Text(zh="为路径提供意见：", en="is consulted on"),
            closeness=Closeness.KNOWS,
        ),
        Declared(
            Text(zh="C 咨询", en="C consulted"),
            Text(zh="办理之前征求谁的意见。", en="Who is asked before."),
            "[customs]",
        ),
    ] = Field(default=(), alias="C")
    informed: Annotated[
        References,
        Relation(
            "raci-I",
            ("actor",),
            Text(zh="知会 (I)", en="informed (I)"),
            Text(zh="被知会的路径", en="informed on"),
            backward_verb=Text(zh="知悉路径", en="is informed of"),
            closeness=Closeness.KNOWS,
        ),
        Declared(
            Text(zh="I 知会", en="I informed"), Text(zh="办理之后告知谁。", en="Who is told after."), "[port-authority]"
        ),
    ] = Field(default=(), alias="I")

    @property
    def acting(self) -> tuple[str, ...]:
        """Who does the work or answers for it."""
        return (*self.responsible, *self.accountable)

    @property
    def everybody(self) -> tuple[str, ...]:
        """Every actor named."""
        return (*self.responsible, *self.accountable, *self.consulted, *self.informed)


_HANDED = Text(zh="交接内容", en="Handed over")


class Exchange(Part):
    TITLE: ClassVar = Text(zh="交互", en="Exchange")
    EXPLANATION: ClassVar = Text(zh="路径上的一次交接。", en="One hand-over on a path.")

    sender: Annotated[
        Reference,
        Relation(
            "hands-from",
            ("actor",),
            Text(zh="移交方", en="handed over by"),
            Text(zh="在路径上交出", en="hands over on"),
            backward_verb=Text(zh="交出于路径", en="hands over on"),
            closeness=Closeness.HANDS_OVER,
        ),
        Declared(Text(zh="移交方", en="From"), Text(zh="谁交出。", en="Who hands over."), "shipper"),
    ] = Field(alias="from")
    receiver: Annotated[
        Reference,
        Relation(
            "hands-to",
            ("actor",),
            Text(zh="接收方", en="handed over to"),
            Text(zh="在路径上接收", en="receives on"),
            backward_verb=Text(zh="接收于路径", en="receives on"),
            closeness=Closeness.HANDS_OVER,
        ),
        Declared(Text(zh="接收方", en="To"), Text(zh="谁接收。", en="Who receives."), "forwarder"),
    ] = Field(alias="to")
    data: Annotated[
        References,
        Relation(
            "hands-data",
            ("data",),
            Text(zh="交接数据", en="hands over"),
            Text(zh="在路径上交接", en="handed over on"),
            down=True,
            backward_verb=Text(zh="交接于路径", en="is handed over on"),
        ),
        Declared(
            Text(zh="数据", en="Data"),
            Text(zh="交接的数据对象。", en="The data objects handed over."),
            "booking-form",
            heading=_HANDED,
        ),
    ] = ()
    goods: Annotated[
        Title | None,
        Declared(
            Text(zh="货物", en="Goods"),
            Text(zh="交接的货物。", en="The goods handed over."),
            "{zh: 重箱, en: laden containers}",
            heading=_HANDED,
        ),
    ] = None
    money: Annotated[
        Title | None,
        Declared(
            Text(zh="款项", en="Money"),
            Text(zh="交付的款项。", en="The payment handed over."),
            "{zh: 运费, en: freight charges}",
            heading=_HANDED,
        ),
    ] = None
    channel: Annotated[
        AnyChannel | None,
        Declared(Text(zh="渠道", en="Channel"), Text(zh="通过什么方式。", en="By what means."), "email"),
    ] = None
    system: Annotated[
        Reference | None,
        Relation(
            "hands-through",
            ("system",),
            Text(zh="经由系统", en="through"),
            Text(zh="承载的交互", en="carries exchanges of"),
            down=True,
            backward_verb=Text(zh="承载路径", en="carries exchanges of"),
        ),
        Declared(
            Text(zh="信息系统", en="System"),
            Text(zh="经过哪个系统。", en="The system it goes through."),
            "rail-booking",
        ),
    ] = None


class Path(Element):
    KIND: ClassVar = Kind(
        "path",
        "paths",
        4,
        Text(zh="协同路径", en="Path"),
        Text(zh="协同路径", en="Collaboration paths"),
        gathered_by=("connects", "in-domain"),
    )
    EXPLANATION: ClassVar = Text(zh="各主体围绕业务环节怎样协同。", en="How actors work together around functions.")

    description: ExpectedDescription = None

    variant: Annotated[
        Variant | None,
        Declared(
            Text(zh="版本", en="Variant"),
            Text(
                zh="现状协同，还是目标协同；不写就不分版本。",
                en="How they work together today, or how they shall; left out, the path is told in one way only.",
            ),
            "to-be",
            column=1,
        ),
    ] = None
    changes: Annotated[
        Reference | None,
        Relation(
            "changes-path",
            ("path",),
            Text(zh="改变路径", en="changes"),
            Text(zh="目标路径", en="changed into"),
            Role.ORDER,
            forward_verb=Text(zh="改变路径", en="changes"),
            backward_verb=Text(zh="改为路径", en="is changed into"),
            shares=True,
        ),
        Declared(
            Text(zh="改变路径", en="Changes"),
            Text(
                zh="目标路径改变的是哪条现状路径：两条对照，看出每次交接留了什么、改了什么。",
                en="The as-is path that a to-be path changes: side by side, they show what becomes of each exchange.",
            ),
            "rail-sea",
            column=1,
        ),
    ] = None
    connects: Annotated[
        dict[Reference, Raci],
        Relation(
            "connects",
            ("function",),
            Text(zh="连接环节", en="connects"),
            Text(zh="经过的路径", en="connected by"),
            Role.SERVES,
        ),
        Declared(
            Text(zh="分工（RACI）", en="Who does what (RACI)"),
            Text(
                zh="它连接的业务环节，每个环节写明 R、A、C、I。",
                en="The functions it connects, each with who is responsible, accountable, consulted, informed.",
            ),
            "{declaration: {R: forwarder, A: shipper, C: customs}}",
            shown=Shown.TABLE,
            expected=True,
            column=1,
        ),
    ] = {}
    exchanges: Annotated[
        tuple[Exchange, ...],
        Declared(
            Text(zh="交互", en="Exchanges"),
            Text(zh="一次次交接，按先后写。", en="The hand-overs, in order."),
            "[{from: shipper, to: forwarder, data: booking-form, channel: email}]",
            shown=Shown.TABLE,
            expected=True,
            numbered=True,
        ),
    ] = ()

    @property
    def participants(self) -> frozenset[str]:
        """Every actor that takes part: by RACI, or as an end of an exchange."""
        handing = (who for exchange in self.exchanges for who in (exchange.sender, exchange.receiver))
        return frozenset((*(who for raci in self.connects.values() for who in raci.everybody), *handing))
