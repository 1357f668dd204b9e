"""What places and links share: how long, how dear and how sure it is to pass, how much does, and from when on."""

from datetime import date
from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.model.choices import Running
from sevenstep.model.dates import days_of
from sevenstep.model.element import Element
from sevenstep.model.field import Declared, Shown
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import Amount, Date, Elapsed, Reference, References, Share

SERVES_FUNCTION = Relation(
    "serves-function",
    ("function",),
    Text(zh="服务环节", en="serves"),
    Text(zh="所用地点和路线", en="served by places and routes"),
    backward_verb=Text(zh="使用", en="is served by"),
    closeness=Closeness.WORKS,
)
"""The function has its reasons in step 4: a place that serves it does not cover it."""


class Traffic(Element):
    """A place or a link: something that is passed, with its times, costs, capacity and load."""

    TITLE: ClassVar = Text(zh="通行", en="Passage")
    EXPLANATION: ClassVar = Text(zh="地点或运输区段。", en="A place or a transport link.")

    operator: Annotated[
        Reference | None,
        Relation(
            "operated-by",
            ("actor",),
            Text(zh="运营者", en="operated by"),
            Text(zh="运营的地点和区段", en="operates"),
            backward_verb=Text(zh="运营", en="operates"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="运营者", en="Operator"),
            Text(zh="谁在运营它。", en="Who runs it."),
            "rail-operator",
        ),
    ] = None
    serves: Annotated[
        References,
        SERVES_FUNCTION,
        Declared(
            Text(zh="服务环节", en="Serves"),
            Text(zh="它为哪些业务环节服务。", en="The functions it is there for."),
            "[rail-haul]",
        ),
    ] = ()
    time: Annotated[
        Elapsed | None,
        Declared(
            Text(zh="通过时间", en="Time to pass"),
            Text(
                zh="通过一次过去多少时间，等待、换装、查验都算在内。",
                en="How much time goes by to pass it, waiting, handling and inspection included.",
            ),
            "30 h",
            shown=Shown.FIGURE,
            column=2,
        ),
    ] = None
    cost: Annotated[
        Amount | None,
        Declared(
            Text(zh="通过成本", en="Cost to pass"),
            Text(
                zh="通过一次花多少：币种，或币种/单位；一个模型里用同一个单位。",
                en="What it costs to pass: money, or money for each unit; one unit in all of a model.",
            ),
            "3200 CNY/TEU",
            shown=Shown.FIGURE,
            column=2,
        ),
    ] = None
    reliability: Annotated[
        Share | None,
        Declared(
            Text(zh="可靠度", en="Reliability"),
            Text(
                zh="照计划通过的比例：准时的，或开放的时间。",
                en="How often it is passed as planned: the share that is on time, or of the time it is open.",
            ),
            "95%",
            column=2,
        ),
    ] = None
    capacity: Annotated[
        Amount | None,
        Declared(
            Text(zh="通过能力", en="Capacity"),
            Text(
                zh="单位时间最多通过多少；双向的区段两个方向合计。",
                en="How much can pass in a unit of time; of a link that is travelled both ways, of both together.",
            ),
            "400 TEU/d",
            shown=Shown.FIGURE,
            column=1,
        ),
    ] = None
    load: Annotated[
        Amount | None,
        Declared(
            Text(zh="负荷", en="Load"),
            Text(
                zh="单位时间实际通过多少，或占能力的百分之几；不写就由经过它的路线的运量相加。",
                en="How much does pass in a unit of time, or how many per cent of the capacity; left out, the volumes "
                "of the routes over it are added up.",
            ),
            "98%",
            shown=Shown.FIGURE,
            column=1,
        ),
    ] = None
    state: Annotated[
        Running,
        Declared(
            Text(zh="状况", en="State"),
            Text(zh="在用、在建、规划中，还是停用；不写就是在用。", en="Whether it runs; left out, it does."),
            "being-built",
            column=1,
        ),
    ] = Running.RUNNING
    opens: Annotated[
        Date | None,
        Declared(
            Text(zh="开通时间", en="Opens"),
            Text(
                zh="在建的、规划的什么时候开通；在用的什么时候开通的。",
                en="When what is being built or planned opens, or when what runs did.",
            ),
            "2026",
            column=1,
        ),
    ] = None

    def runs_on(self, day: date) -> bool:
        """Whether it can be used on that day, as far as is said: what is being built does not run until it is told."""
        opens = days_of(self.opens) if self.opens else None
        return self.state is Running.RUNNING and (opens is None or opens[0] <= day)

    def opens_after(self, day: date) -> bool:
        """Whether it is to run at some time after that day, as far as is said."""
        return not self.runs_on(day) and self.state is not Running.CLOSED
