"""The phases of the programme."""

from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.method import PROGRAMME
from sevenstep.model.element import Element
from sevenstep.model.field import Declared
from sevenstep.model.frames.beside import BESIDE
from sevenstep.model.kind import Kind
from sevenstep.model.values import Date


class Phase(Element):
    KIND: ClassVar = Kind(
        "phase",
        "phases",
        PROGRAMME.number,
        Text(zh="实施阶段", en="Phase"),
        Text(zh="实施阶段", en="Phases"),
        left_out=BESIDE,
    )
    EXPLANATION: ClassVar = Text(
        zh="实施分成的几段：从什么时候到什么时候，项目各归一段。",
        en="A stretch of the programme, from when to when; each project belongs to one.",
    )

    start: Annotated[
        Date | None,
        Declared(
            Text(zh="开始", en="Start"),
            Text(
                zh="什么时候开始；不写就从其中最早的项目算起。", en="When it begins; left out, with its first project."
            ),
            "2024-04",
            column=1,
        ),
    ] = None
    end: Annotated[
        Date | None,
        Declared(
            Text(zh="结束", en="End"),
            Text(zh="什么时候结束；不写就算到其中最晚的项目。", en="When it ends; left out, with its last project."),
            "2024-12",
            column=2,
        ),
    ] = None
