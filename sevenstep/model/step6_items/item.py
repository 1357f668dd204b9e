"""The concrete matters of a scenario, and what is said of them for their evaluation."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Self

from pydantic import PlainValidator, PrivateAttr, model_validator

from sevenstep.language import Text
from sevenstep.model.element import Element, ExpectedDescription, ExpectedOwner
from sevenstep.model.field import Declared, Shown, Written
from sevenstep.model.form import Form
from sevenstep.model.kind import Kind
from sevenstep.model.part import Part
from sevenstep.model.quantity import Quantity
from sevenstep.model.quantity.yearly import a_year
from sevenstep.model.relation import Closeness, Relation, Role
from sevenstep.model.step6_items.adjustment import Adjustment
from sevenstep.model.step6_items.change_cost import ChangeCost
from sevenstep.model.step6_items.operation import Operation
from sevenstep.model.step6_items.resources import Resources
from sevenstep.model.step6_items.volume import volume_of
from sevenstep.model.step7_flows.arrivals import Rate
from sevenstep.model.values import Reference, References, Score, Title


class Item(Element):
    KIND: ClassVar = Kind(
        "item",
        "items",
        6,
        Text(zh="业务事项", en="Item"),
        Text(zh="业务事项", en="Business items"),
        gathered_by=("belongs-to", "group"),
    )
    EXPLANATION: ClassVar = Text(zh="场景里的一件具体事项。", en="A concrete matter in a scenario.")

    description: ExpectedDescription = None
    owner: ExpectedOwner = None

    scenario: Annotated[
        Reference | None,
        Relation(
            "belongs-to",
            ("scenario",),
            Text(zh="属于场景", en="belongs to"),
            Text(zh="包含的事项", en="items"),
            Role.SERVES,
            holders=Text(zh="业务事项", en="Items"),
        ),
        Declared(
            Text(zh="任务场景", en="Scenario"),
            Text(zh="它所属的任务场景。", en="The scenario it belongs to."),
            "multimodal",
            column=1,
        ),
    ] = None
    operations: Annotated[
        tuple[Operation, ...],
        Declared(
            Text(zh="操作步骤", en="Operation steps"),
            Text(zh="如何操作，按先后写，各由谁负责。", en="Its operation steps, in order, with who is responsible."),
            "[{does: 核对箱型, unit: forwarder, role: 操作员}]",
            shown=Shown.TABLE,
            expected=True,
            numbered=True,
        ),
    ] = ()
    volume: Annotated[
        Rate | None,
        PlainValidator(lambda value: None if value is None else volume_of(value)),
        Written(
            Text(zh="单位时间的件数，如 12000/年、40/d", en="an amount per unit of time, such as 12000/y or 40/d"),
            Form.RATE,
        ),
        Declared(
            Text(zh="业务量", en="Volume"),
            Text(
                zh="一年（或一天、一周、一个月）办多少件；不写就按流程的到达率算。",
                en="How many cases there are a year, month, week or day; left out, as many as arrive at its flow.",
            ),
            "12000/y",
        ),
    ] = None
    resources: Annotated[
        Resources | None,
        Declared(
            Text(zh="运行资源", en="Resources to run it"),
            Text(
                zh="运行所需的人员、系统和每年的经费；办成该事项的投入写在 change 里。",
                en="The people, systems and money a year that it takes to run; what it takes to bring about stands "
                "under `change`.",
            ),
            "{people: [{role: 操作员, unit: forwarder, number: 2, hours: 1600 h/y}], systems: [rail-booking], "
            "money: 300000 CNY/y}",
            expected=True,
        ),
    ] = None
    change: Annotated[
        ChangeCost | None,
        Declared(
            Text(zh="建设投入", en="Cost of the change"),
            Text(
                zh="办成该事项所需的资金、时间和人员。",
                en="The money, time and people that it takes to bring it about.",
            ),
            "{money: 300000 CNY, time: 6mo}",
        ),
    ] = None
    adjustment: Annotated[
        Adjustment | None,
        Declared(
            Text(zh="可调整", en="Adjustment"),
            Text(
                zh="情况变化时如何调整：谁有权调整，什么情况下改成什么办法，何时复核。",
                en="How it is adjusted when things change: who may do so, what is done instead when, and when it is "
                "looked at again.",
            ),
            "{by: port-office, options: [{when: 日均超过 60 件, then: 加开一个窗口}], review: 2027-06}",
        ),
    ] = None
    scores: Annotated[
        dict[Reference, Score],
        Relation(
            "scored-on",
            ("criterion",),
            Text(zh="评分准则", en="scored on"),
            Text(zh="用于评分", en="scores"),
            backward_verb=Text(zh="评估事项", en="scores"),
            closeness=Closeness.JUDGES,
        ),
        Declared(
            Text(zh="评分", en="Scores"),
            Text(
                zh="按每条准则打的分，默认 1 到 5。",
                en="Its score on each criterion, 1 to 5 unless the settings say otherwise.",
            ),
            "{benefit: 5, effort: 3}",
            shown=Shown.TABLE,
            expected=True,
            key=Text(zh="准则", en="Criterion"),
            each=Text(zh="得分", en="Score"),
        ),
    ] = {}
    depends_on: Annotated[
        References,
        Relation(
            "depends-on",
            ("item",),
            Text(zh="依赖事项", en="depends on"),
            Text(zh="被依赖于", en="needed first by"),
            Role.ORDER,
        ),
        Declared(
            Text(zh="依赖事项", en="Depends on"),
            Text(zh="须先完成的事项。", en="The items to be done before it."),
            "[shared-status]",
            column=1,
        ),
    ] = ()
    journey: Annotated[
        Title | None,
        Declared(
            Text(zh="行程", en="Journey"),
            Text(
                zh="一件业务从头到尾走哪一条路，如出口、进口。写法相同的事项属于同一行程：分析只把同一行程的事项依次相加。",
                en="Which way a case goes from end to end, such as out or in. Items that say it alike are on one "
                "journey: the analysis adds up, one after the other, only those of one journey.",
            ),
            "{zh: 出口（重庆到钦州）, en: Out (Chongqing to Qinzhou)}",
        ),
    ] = None

    _of_old: dict[str, str] = PrivateAttr({})
    _says_change: bool = PrivateAttr(False)

    @property
    def of_old(self) -> Mapping[str, str]:
        """What is written among the resources, as older models have it, and belongs to `change`: by its field."""
        return self._of_old

    @property
    def says_change(self) -> bool:
        """Whether the file has `change` too."""
        return self._says_change

    @model_validator(mode="after")
    def _apart(self) -> Self:
        """Take what the change costs out of what it takes to run: an amount without a stretch of time, and a time."""
        held = self.resources
        if held is None:
            return self
        once = held.money is not None and a_year(held.money) is None
        old = {"money": held.money if once else None, "time": held.time}
        self._of_old = {name: value.text for name, value in old.items() if value is not None}
        self._says_change = self.change is not None
        if self._of_old:
            gone = {"time": None, **({"money": None} if once else {})}
            said: dict[str, Any] = {name: value for name, value in old.items() if value is not None}
            if self.change is not None:
                said |= {name: getattr(self.change, name) for name in self.change.model_fields_set}
            left = held.model_copy(update=gone)
            self._set("change", ChangeCost.model_construct(**said))
            self._set("resources", left if left.people or left.systems or left.money else None)
        return self

    def _set(self, name: str, value: Part | None) -> None:
        object.__setattr__(self, name, value)
        self.__pydantic_fields_set__.add(name)

    @property
    def running_money(self) -> Quantity | None:
        """The money to run it that was said, of a year and without its stretch of time."""
        return a_year(self.resources.money) if self.resources is not None and self.resources.money is not None else None
