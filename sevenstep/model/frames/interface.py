"""An interface: data that goes from one system into another."""

from dataclasses import replace
from typing import Annotated, ClassVar

from pydantic import Field

from sevenstep.language import Text
from sevenstep.method import BLUEPRINT
from sevenstep.model.choices import InterfaceWay, Rhythm, Running
from sevenstep.model.element import EXPECTED_OWNER, Element, ExpectedOwner
from sevenstep.model.field import Declared
from sevenstep.model.kind import Kind, Where
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import Reference, References


class Interface(Element):
    KIND: ClassVar = Kind(
        "interface",
        "interfaces",
        BLUEPRINT.number,
        Text(zh="接口", en="Interface"),
        Text(zh="接口", en="Interfaces"),
        tier=1,
        left_out={
            Where.CHAIN: "the matrix of interfaces shows it between its systems",
            Where.TRACE: "the systems at both ends stand in the trace",
            Where.OWN_TRACE: "its page says which systems and data it joins",
        },
    )
    EXPLANATION: ClassVar = Text(
        zh="两个系统之间的一个接口：数据从哪个系统到哪个系统，用什么方式，多久一次，已有还是要建。",
        en="One interface between two systems: which data goes from where to where, how, how often, today or planned.",
    )

    source_system: Annotated[
        Reference,
        Relation(
            "interface-from",
            ("system",),
            Text(zh="提供系统", en="from"),
            Text(zh="提供数据的接口", en="interfaces that give"),
            forward_verb=Text(zh="数据出自", en="takes data from"),
            backward_verb=Text(zh="供数给接口", en="gives to"),
            closeness=Closeness.JOINS,
        ),
        Declared(
            Text(zh="提供系统", en="From"),
            Text(zh="数据从哪个系统来。", en="The system that gives the data."),
            "rail-booking",
            column=1,
        ),
    ] = Field(alias="from")
    target_system: Annotated[
        Reference,
        Relation(
            "interface-to",
            ("system",),
            Text(zh="接收系统", en="to"),
            Text(zh="接收数据的接口", en="interfaces that take"),
            forward_verb=Text(zh="数据进入", en="brings data to"),
            backward_verb=Text(zh="经接口取数", en="takes from"),
            closeness=Closeness.JOINS,
        ),
        Declared(
            Text(zh="接收系统", en="To"),
            Text(zh="数据到哪个系统去。", en="The system that takes the data."),
            "port-system",
            column=1,
        ),
    ] = Field(alias="to")
    owner: Annotated[ExpectedOwner, replace(EXPECTED_OWNER, column=4)] = None
    data: Annotated[
        References,
        Relation(
            "interface-carries",
            ("data",),
            Text(zh="传递数据", en="carries"),
            Text(zh="经由接口", en="carried by"),
            closeness=Closeness.NONE,
            backward_verb=Text(zh="经由接口", en="is carried by"),
        ),
        Declared(
            Text(zh="传递数据", en="Data"),
            Text(zh="传哪些数据对象。", en="The data objects that it carries."),
            "[booking-form]",
            expected=True,
            column=2,
        ),
    ] = ()
    way: Annotated[
        InterfaceWay | None,
        Declared(
            Text(zh="对接方式", en="Way"),
            Text(
                zh="接口调用、消息推送、文件传输、共享库表，还是人工导入导出。",
                en="A call, messages, files, a shared database, or by hand.",
            ),
            "call",
            expected=True,
            column=3,
        ),
    ] = None
    rhythm: Annotated[
        Rhythm | None,
        Declared(
            Text(zh="频次", en="How often"),
            Text(zh="多久传一次。", en="How often data goes over it."),
            "real-time",
            column=3,
        ),
    ] = None
    state: Annotated[
        Running,
        Declared(
            Text(zh="状况", en="State"),
            Text(zh="在用、在建、规划中，还是停用；不写就是在用。", en="Whether it runs; left out, it does."),
            "planned",
            column=3,
        ),
    ] = Running.RUNNING

    @property
    def is_open(self) -> bool:
        """Whether it runs or shall run."""
        return self.state is not Running.CLOSED

    @property
    def is_by_hand(self) -> bool:
        """Whether a person carries the data."""
        return self.way is InterfaceWay.BY_HAND
