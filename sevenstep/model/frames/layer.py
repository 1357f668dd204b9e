"""A layer of the blueprint: what stands in it has one part to play."""

from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.method import BLUEPRINT
from sevenstep.model.element import Element, ExpectedDescription
from sevenstep.model.field import Declared
from sevenstep.model.kind import Kind, Where
from sevenstep.model.values import Title


class Layer(Element):
    KIND: ClassVar = Kind(
        "layer",
        "layers",
        BLUEPRINT.number,
        Text(zh="蓝图层级", en="Layer"),
        Text(zh="蓝图层级", en="Layers"),
        left_out={
            Where.CHAIN: "the picture of the blueprint shows it with its systems",
            Where.TRACE: "its systems stand in the trace",
            Where.OWN_TRACE: "its page lists its systems, which have traces",
        },
    )
    EXPLANATION: ClassVar = Text(
        zh="蓝图的一层，如中心、省级平台、节点；按写的次序自上而下。",
        en="One layer of the blueprint, such as the centre, platforms, nodes; written from the top down.",
    )

    description: ExpectedDescription = None

    count: Annotated[
        Title | None,
        Declared(
            Text(zh="数量", en="How many"),
            Text(
                zh="这一层有多少个，用文字写：1、13、N；各层连起来就是“1+13+N”。",
                en="How many there are in it, in words: 1, 13, N; the layers then read “1 + 13 + N”.",
            ),
            '"13"',
            column=1,
        ),
    ] = None
