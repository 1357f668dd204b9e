"""Step 4: the parties, and how they work together around the functions."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from sevenstep.language import Text
from sevenstep.model.element import Element, Kind, Part, Reference, References, Title
from sevenstep.model.relation import Closeness, Relation, Role

Channel = Literal["system", "paper", "phone", "email", "in-person"]

CHANNELS: dict[Channel, Text] = {
    "system": Text(zh="系统", en="system"),
    "paper": Text(zh="纸质", en="paper"),
    "phone": Text(zh="电话", en="phone"),
    "email": Text(zh="邮件", en="e-mail"),
    "in-person": Text(zh="当面", en="in person"),
}


class Actor(Element):
    """A party to the business; actors form a tree."""

    KIND: ClassVar = Kind("actor", "actors", 4, Text(zh="参与主体", en="Actor"), Text(zh="参与主体", en="Actors"))

    type: Literal["government", "enterprise", "operator"]
    """What sort of party it is."""
    parent: Annotated[
        Reference | None,
        Relation(
            "actor-parent",
            ("actor",),
            Text(zh="隶属于", en="part of"),
            Text(zh="下属主体", en="consists of"),
            Role.PART_OF,
        ),
    ] = None
    """The party it belongs to."""
    domains: Annotated[
        References,
        Relation(
            "works-in",
            ("domain",),
            Text(zh="活动领域", en="works in"),
            Text(zh="领域内的主体", en="actors"),
            closeness=Closeness.NONE,
        ),
    ] = ()
    """The domains it has a say in."""


class Raci(Part):
    """Who does what in one function: responsible, accountable, consulted, informed."""

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
    ] = Field(default=(), alias="R")
    """R: who does the work; at least one."""
    accountable: Annotated[
        References,
        Relation(
            "raci-A",
            ("actor",),
            Text(zh="负责 (A)", en="accountable (A)"),
            Text(zh="负责的路径", en="accountable on"),
            backward_verb=Text(zh="负责路径", en="is accountable on"),
            closeness=Closeness.ANSWERS_FOR,
        ),
    ] = Field(default=(), alias="A")
    """A: who answers for it; exactly one."""
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
    ] = Field(default=(), alias="C")
    """C: who is asked before."""
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
    ] = Field(default=(), alias="I")
    """I: who is told after."""

    @property
    def acting(self) -> tuple[str, ...]:
        """Who does the work or answers for it."""
        return (*self.responsible, *self.accountable)

    @property
    def everybody(self) -> tuple[str, ...]:
        """Every actor named."""
        return (*self.responsible, *self.accountable, *self.consulted, *self.informed)


class Exchange(Part):
    """One hand-over on a path."""

    sender: Annotated[
        Reference,
        Relation(
            "hands-from",
            ("actor",),
            Text(zh="交出方", en="handed over by"),
            Text(zh="在路径上交出", en="hands over on"),
            backward_verb=Text(zh="交出于路径", en="hands over on"),
            closeness=Closeness.HANDS_OVER,
        ),
    ] = Field(alias="from")
    """Who hands over."""
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
    ] = Field(alias="to")
    """Who receives."""
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
    ] = ()
    """The data objects handed over."""
    goods: Title | None = None
    """The goods handed over."""
    money: Title | None = None
    """The payment handed over."""
    channel: Channel | None = None
    """By what means."""
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
    ] = None
    """The system it goes through."""


class Path(Element):
    """How actors work together around functions."""

    KIND: ClassVar = Kind(
        "path", "paths", 4, Text(zh="协同路径", en="Path"), Text(zh="协同路径", en="Collaboration paths")
    )

    connects: Annotated[
        dict[Reference, Raci],
        Relation(
            "connects",
            ("function",),
            Text(zh="连接环节", en="connects"),
            Text(zh="经过的路径", en="connected by"),
            Role.SERVES,
        ),
    ] = {}
    """The functions it connects, each with its RACI."""
    exchanges: tuple[Exchange, ...] = ()
    """The hand-overs, in order."""

    @property
    def participants(self) -> frozenset[str]:
        """Every actor that takes part: by RACI, or as an end of an exchange."""
        handing = (who for exchange in self.exchanges for who in (exchange.sender, exchange.receiver))
        return frozenset((*(who for raci in self.connects.values() for who in raci.everybody), *handing))
