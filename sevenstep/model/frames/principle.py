"""The principles that decisions, measures and projects go by."""

from typing import Annotated, ClassVar, Final

from sevenstep.language import Text
from sevenstep.method import PROGRAMME
from sevenstep.model.element import Element, ExpectedDescription
from sevenstep.model.field import Declared, Shown
from sevenstep.model.frames.beside import BESIDE
from sevenstep.model.kind import Kind
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import Prose, Reference, References


class Principle(Element):
    KIND: ClassVar = Kind(
        "principle",
        "principles",
        PROGRAMME.number,
        Text(zh="基本原则", en="Principle"),
        Text(zh="基本原则", en="Principles"),
        left_out=BESIDE,
    )
    EXPLANATION: ClassVar = Text(
        zh="比选、举措和项目共同遵循的原则，如示范引领、集约利旧。",
        en="What decisions, measures and projects go by: the pilot leads, what is there is used first.",
    )

    description: ExpectedDescription = None


_FOLLOWS: Final = Relation(
    "goes-by",
    ("principle",),
    Text(zh="遵循原则", en="goes by"),
    Text(zh="遵循它的要素", en="followed by"),
    backward_verb=Text(zh="体现于", en="is followed by"),
    closeness=Closeness.AIMS,
)
_DEPARTS: Final = Relation(
    "departs-from",
    ("principle",),
    Text(zh="偏离原则", en="departs from"),
    Text(zh="偏离它的要素", en="departed from by"),
    backward_verb=Text(zh="偏离于", en="is departed from by"),
    closeness=Closeness.NONE,
)

Principles = Annotated[
    References,
    _FOLLOWS,
    Declared(
        Text(zh="遵循原则", en="Principles"),
        Text(zh="它遵循哪些基本原则。", en="The principles it goes by."),
        "[pilot-first]",
    ),
]
"""The principles that an element goes by."""

Departures = Annotated[
    dict[Reference, Prose],
    _DEPARTS,
    Declared(
        Text(zh="偏离原则", en="Departs from"),
        Text(zh="它偏离哪条原则，为什么。", en="The principles that it departs from, each with the reason."),
        "{reuse-first: {zh: 旧平台无法扩展, en: The old platform cannot be extended}}",
        shown=Shown.TABLE,
        each=Text(zh="理由", en="Reason"),
    ),
]
"""The principles that an element departs from, each with the reason."""
