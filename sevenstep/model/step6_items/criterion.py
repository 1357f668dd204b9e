"""What items are scored on."""

from typing import Annotated, ClassVar, Literal

from sevenstep.language import Text
from sevenstep.model.choices import Axis, Direction
from sevenstep.model.element import Element, ExpectedDescription
from sevenstep.model.field import Declared
from sevenstep.model.kind import Kind, Where
from sevenstep.model.values import Share


class Criterion(Element):
    KIND: ClassVar = Kind(
        "criterion",
        "criteria",
        6,
        Text(zh="评估准则", en="Criterion"),
        Text(zh="评估准则", en="Criteria"),
        left_out={
            Where.CHAIN: "it stands beside the chain",
            Where.TRACE: "nothing of the chain leads to it",
            Where.OWN_TRACE: "nothing of the chain leads to it",
        },
    )
    EXPLANATION: ClassVar = Text(zh="给事项打分的准则，带权重。", en="What items are scored on, with a weight.")

    description: ExpectedDescription = None

    weight: Annotated[
        Share,
        Declared(
            Text(zh="权重", en="Weight"),
            Text(zh="它在整个评估里占多少。", en="Its part in the whole evaluation."),
            "40%",
            column=1,
        ),
    ]
    direction: Annotated[
        Literal[Direction.INCREASE, Direction.DECREASE],
        Declared(
            Text(zh="方向", en="Direction"),
            Text(
                zh="分高是好（`increase`）还是差（`decrease`，如投入）。",
                en="Whether a high score is good (`increase`) or bad (`decrease`, as for effort).",
            ),
            "increase",
            column=1,
        ),
    ] = Direction.INCREASE
    axis: Annotated[
        Axis | None,
        Declared(
            Text(zh="坐标", en="Axis"),
            Text(zh="在优先级图上算进哪根坐标轴。", en="The axis of the priority picture that it counts for."),
            "value",
            expected=True,
        ),
    ] = None
