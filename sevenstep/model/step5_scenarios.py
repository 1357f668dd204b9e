"""Step 5: the pieces of work to be done better, cut out of the paths."""

from typing import Annotated, Any, ClassVar

from pydantic import model_validator

from sevenstep.language import Text
from sevenstep.model.element import Element, ExpectedDescription
from sevenstep.model.field import Declared, Shown
from sevenstep.model.kind import Kind, Where
from sevenstep.model.part import Part
from sevenstep.model.quantity import Quantity
from sevenstep.model.relation import Closeness, Relation, Role
from sevenstep.model.source import Source
from sevenstep.model.values import Amount, Reference, References


class Group(Element):
    KIND: ClassVar = Kind(
        "group",
        "groups",
        5,
        Text(zh="场景类", en="Scenario group"),
        Text(zh="场景类", en="Scenario groups"),
        gathered_by=(),
        left_out={
            Where.TRACE: "it holds elements of the trace",
            Where.OWN_TRACE: "its page has its part of the scenario map",
        },
    )
    EXPLANATION: ClassVar = Text(zh="一类任务场景。", en="A class of scenarios (场景类).")

    description: ExpectedDescription = None


class ExpectedMove(Part):
    TITLE: ClassVar = Text(zh="应有的改善", en="Move")
    EXPLANATION: ClassVar = Text(
        zh="一个指标应当改变多少，凭什么这样说；简写时只写幅度：`-30%`。",
        en="How far one indicator should move, and on what ground; written short, just how far: `-30%`.",
    )
    SHORT: ClassVar = ("value",)

    value: Annotated[
        Amount,
        Declared(
            Text(zh="变化", en="Change"),
            Text(
                zh="带正负号的变化；% 是占基线的比例。",
                en="A signed change; % is a part of the baseline.",
            ),
            "-30%",
            shown=Shown.FIGURE,
        ),
    ]
    source: Annotated[
        Source | None,
        Declared(
            Text(zh="来源", en="Source"),
            Text(
                zh="这个幅度凭什么：别处做到过的成效（登记过的数可以直接引用），或假设；不写就是场景的来源。",
                en="What the change goes by: an effect seen elsewhere, such as a registered figure, or an assumption; "
                "left out, the source of the scenario.",
            ),
            "quarterly#factory-cost",
        ),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_change(cls, value: Any) -> Any:
        return value if isinstance(value, dict) else {"value": value}


class Scenario(Element):
    KIND: ClassVar = Kind(
        "scenario",
        "scenarios",
        5,
        Text(zh="任务场景", en="Scenario"),
        Text(zh="任务场景", en="Scenarios"),
        gathered_by=("group",),
    )
    EXPLANATION: ClassVar = Text(zh="一项需要改进的工作。", en="A piece of work to be done better.")

    description: ExpectedDescription = None

    group: Annotated[
        Reference | None,
        Relation(
            "group",
            ("group",),
            Text(zh="所属场景类", en="in group"),
            Text(zh="包含的场景", en="scenarios"),
            Role.PART_OF,
            backward_verb=Text(zh="包含场景", en="holds"),
            closeness=Closeness.HOLDS,
            holders=Text(zh="任务场景", en="Scenarios"),
        ),
        Declared(
            Text(zh="场景类", en="Group"),
            Text(zh="它所属的场景类。", en="The group it stands in."),
            "logistics-information",
            expected=True,
            column=1,
        ),
    ] = None
    realizes: Annotated[
        References,
        Relation(
            "realizes",
            ("path",),
            Text(zh="落实路径", en="realizes"),
            Text(zh="由场景落实", en="realized by"),
            Role.SERVES,
            holders=Text(zh="由场景落实", en="Realized by"),
        ),
        Declared(
            Text(zh="落实路径", en="Realizes"),
            Text(zh="它落实的协同路径。", en="The paths it makes real."),
            "[rail-sea]",
            expected=True,
            column=1,
        ),
    ] = ()
    improves: Annotated[
        References,
        Relation(
            "improves",
            ("function",),
            Text(zh="改进环节", en="improves"),
            Text(zh="由场景改进", en="improved by"),
            Role.IMPROVES,
            holders=Text(zh="由场景改进", en="Improved by"),
        ),
        Declared(
            Text(zh="改进环节", en="Improves"),
            Text(
                zh="它让哪些业务环节办得更好：场景既落实路径，也改进环节。",
                en="The functions that it makes work better: a scenario realizes paths and improves functions.",
            ),
            "[declaration]",
            column=1,
        ),
    ] = ()
    answers: Annotated[
        References,
        Relation(
            "scenario-answers",
            ("challenge",),
            Text(zh="回应痛点", en="answers"),
            Text(zh="由场景回应", en="answered by scenarios"),
            Role.ANSWERS,
            holders=Text(zh="应对举措", en="Answered by"),
        ),
        Declared(
            Text(zh="回应", en="Answers"),
            Text(zh="它回应的痛点。", en="The challenges it responds to."),
            "[C2]",
            column=1,
        ),
    ] = ()
    moves: Annotated[
        dict[Reference, ExpectedMove],
        Relation(
            "moves",
            ("indicator",),
            Text(zh="应改善指标", en="moves"),
            Text(zh="由场景改善", en="moved by"),
            closeness=Closeness.MOVES,
        ),
        Declared(
            Text(zh="应改善的指标", en="Indicators to move"),
            Text(
                zh="它应当改变的指标和幅度：带正负号，% 是占基线的比例；可以各写来源。",
                en="The indicators it should move, and how far: a signed change; % is a part of the baseline. Each can "
                "name its source.",
            ),
            "{clearance-time: -30%}",
            shown=Shown.TABLE,
            expected=True,
        ),
    ] = {}
    responds_to: Annotated[
        References,
        Relation(
            "responds-to",
            ("place", "transport-link"),
            Text(zh="应对中断", en="responds to the loss of"),
            Text(zh="由场景应对中断", en="its loss is answered by"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="应对中断", en="Responds to"),
            Text(
                zh="它应对哪些地点或运输区段的中断：应急场景写。",
                en="The places and transport links whose loss it responds to: for scenarios of emergency.",
            ),
            "[qinzhou-port]",
        ),
    ] = ()

    @property
    def changes(self) -> dict[str, Quantity]:
        """By indicator how far it should move."""
        return {indicator: move.value for indicator, move in self.moves.items()}
