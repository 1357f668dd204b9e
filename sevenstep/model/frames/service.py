"""A shared service or an algorithm model: made once, used in many places."""

from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.method import BLUEPRINT
from sevenstep.model.choices import Running, ServiceType
from sevenstep.model.element import Element, ExpectedDescription, ExpectedOwner
from sevenstep.model.field import Declared
from sevenstep.model.kind import Kind, Where
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import Reference, References


class Service(Element):
    KIND: ClassVar = Kind(
        "service",
        "services",
        BLUEPRINT.number,
        Text(zh="共享服务", en="Shared service"),
        Text(zh="共享服务与算法模型", en="Shared services and models"),
        tier=1,
        left_out={
            Where.CHAIN: "the picture of the blueprint shows it in its system",
            Where.TRACE: "the system that hosts it stands in the trace",
            Where.OWN_TRACE: "its page says what uses it and what it needs",
        },
    )
    EXPLANATION: ClassVar = Text(
        zh="建一次、多处用的服务或算法模型：部署在哪个系统，谁用它，它要哪些数据。",
        en="A service or an algorithm model that is made once: where it runs, what uses it, which data it needs.",
    )

    description: ExpectedDescription = None
    owner: ExpectedOwner = None

    type: Annotated[
        ServiceType | None,
        Declared(
            Text(zh="类型", en="Type"),
            Text(zh="共享服务，还是算法模型。", en="A shared service or an algorithm model."),
            "algorithm",
            expected=True,
            column=1,
        ),
    ] = None
    hosted_in: Annotated[
        Reference | None,
        Relation(
            "hosted-in",
            ("system",),
            Text(zh="部署系统", en="runs in"),
            Text(zh="承载的服务", en="hosts"),
            backward_verb=Text(zh="承载", en="hosts"),
            closeness=Closeness.HOLDS,
        ),
        Declared(
            Text(zh="部署系统", en="Runs in"),
            Text(zh="部署在哪个系统里。", en="The system that it runs in."),
            "port-system",
            expected=True,
            column=2,
        ),
    ] = None
    used_by: Annotated[
        References,
        Relation(
            "used-by",
            ("function", "scenario", "item", "activity", "system"),
            Text(zh="服务对象", en="used by"),
            Text(zh="所用服务", en="uses the services"),
            forward_verb=Text(zh="服务于", en="is used by"),
            backward_verb=Text(zh="使用服务", en="uses"),
            closeness=Closeness.WORKS,
        ),
        Declared(
            Text(zh="服务对象", en="Used by"),
            Text(
                zh="哪些业务环节、场景、事项、作业（写成 流程/步骤）和系统用它。",
                en="The functions, scenarios, items, steps (written flow/step) and systems that use it.",
            ),
            "[cargo-booking]",
            expected=True,
            column=3,
        ),
    ] = ()
    data: Annotated[
        References,
        Relation(
            "service-needs",
            ("data",),
            Text(zh="所需数据", en="needs"),
            Text(zh="供给服务", en="needed by services"),
            backward_verb=Text(zh="供给服务", en="is needed by"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="所需数据", en="Data"),
            Text(zh="它要用的数据对象。", en="The data objects that it needs."),
            "[booking-form]",
            column=4,
        ),
    ] = ()
    state: Annotated[
        Running,
        Declared(
            Text(zh="状况", en="State"),
            Text(zh="在用、在建、规划中，还是停用；不写就是在用。", en="Whether it runs; left out, it does."),
            "planned",
            column=4,
        ),
    ] = Running.RUNNING
