"""What all elements share, and which of that some kinds are expected to have."""

from dataclasses import replace
from typing import Annotated, ClassVar, Final

from pydantic import BeforeValidator, Field, field_validator

from sevenstep.language import Text, user_language
from sevenstep.model.choices import Status
from sevenstep.model.evidence import Acceptance
from sevenstep.model.field import Declared, Shown
from sevenstep.model.kind import Kind
from sevenstep.model.part import Part
from sevenstep.model.relation import BECAUSE, OWNED_BY
from sevenstep.model.source import Source
from sevenstep.model.values import (
    MAX_TITLE,
    Id,
    Prose,
    Reference,
    References,
    Title,
    one_or_many,
    plain_text,
)
from sevenstep.notebook import html_card

DESCRIPTION: Final = Declared(
    Text(zh="说明", en="Description"),
    Text(zh="补充说明，用 Markdown 书写。", en="More about it, in Markdown."),
    "{zh: 从申报到放行的全过程。, en: All that lies between declaration and release.}",
    shown=Shown.APART,
)
OWNER: Final = Declared(
    Text(zh="负责方", en="Owner"),
    Text(zh="负责该要素的参与主体。", en="The actor who answers for it."),
    "customs",
    shown=Shown.APART,
)
SOURCE: Final = Declared(
    Text(zh="来源", en="Source"),
    Text(
        zh="出处；其中没有另注来源的数值均以此为准。",
        en="Where it comes from; holds for all its figures that name no source of their own.",
    ),
    "quarterly p. 41",
    shown=Shown.APART,
)
EXPECTED_OWNER: Final = replace(OWNER, expected=True)

ExpectedDescription = Annotated[Prose | None, replace(DESCRIPTION, expected=True)]
ExpectedOwner = Annotated[Reference | None, OWNED_BY, EXPECTED_OWNER]
ExpectedSource = Annotated[Source | None, replace(SOURCE, expected=True)]
"""Fields of every element that make some kinds complete: those say it by taking one of these."""


class Element(Part):
    """Anything with an id. The id is the key under which it stands in its section."""

    KIND: ClassVar[Kind]
    PLAIN: ClassVar["type[Element] | None"] = None
    """The class that is there, where an engagement adds fields to it."""

    id: Annotated[
        str,
        Declared(
            Text(zh="编号", en="Id"),
            Text(
                zh="取自要素的键，不写在要素里面。",
                en="Taken from the key under which it stands; never written inside.",
            ),
            "G1",
            shown=Shown.APART,
        ),
    ] = Field(repr=True)
    title: Annotated[
        Title,
        Declared(
            Text(zh="名称", en="Title"),
            Text(zh="名称，一行写完。", en="What it is called, in one line."),
            "{zh: 更快通关, en: Faster clearance}",
            shown=Shown.APART,
        ),
    ]
    description: Annotated[
        Prose | None,
        DESCRIPTION,
    ] = None
    narration: Annotated[
        Prose | None,
        Declared(
            Text(zh="讲解词", en="Narration"),
            Text(
                zh="导览讲到该要素时的讲解，用 Markdown 书写；不写则用说明。",
                en="What is said of it on the guided tour, in Markdown; left out, its description.",
            ),
            "{zh: 先看最慢的一段。, en: First the slowest part.}",
            shown=Shown.HIDDEN,
        ),
    ] = None
    tags: Annotated[
        tuple[str, ...],
        BeforeValidator(one_or_many),
        Declared(
            Text(zh="标签", en="Tags"),
            Text(zh="便于查找的词，自由填写。", en="Free words to find it by."),
            "[pilot, phase-1]",
            shown=Shown.APART,
        ),
    ] = ()
    owner: Annotated[
        Reference | None,
        OWNED_BY,
        OWNER,
    ] = None
    because: Annotated[
        References,
        BECAUSE,
        Declared(
            Text(zh="存在依据", en="Because of"),
            Text(
                zh="首先为何而设：链上位于其上方的一个或几个要素，如业务环节、指标、目标，主要的写在前。"
                "不写则由模型推断最贴近的一条；有几条同样贴近时请写明。",
                en="What it is there for in the first place: one or several elements above it in the chain, such as a "
                "function, an indicator or a goal, the main one first. Left out, the closest is inferred; name it "
                "where several are as close.",
            ),
            "[cargo-booking]",
            shown=Shown.HIDDEN,
        ),
    ] = ()
    status: Annotated[
        Status,
        Declared(
            Text(zh="状态", en="Status"),
            Text(zh="文字处于哪个阶段。", en="How far its text has come."),
            "reviewed",
            shown=Shown.APART,
        ),
    ] = Status.DRAFT
    source: Annotated[
        Source | None,
        SOURCE,
    ] = None
    formerly: Annotated[
        tuple[Id, ...],
        BeforeValidator(one_or_many),
        Declared(
            Text(zh="曾用编号", en="Former ids"),
            Text(
                zh="从前的编号：旧地址转到新地址，按旧编号也能找到。sevenstep rename 会写上它。",
                en="Ids that it had before: old addresses lead on to its page, and search finds it by them. "
                "`sevenstep rename` writes them.",
            ),
            "G1-old",
            shown=Shown.HIDDEN,
        ),
    ] = ()
    accepted: Annotated[
        dict[str, Acceptance],
        Declared(
            Text(zh="暂缓事项", en="Accepted gaps"),
            Text(
                zh="可以保留的缺口：规则的编号和保留的理由。",
                en="Gaps that may stay: the code of the rule and the reason.",
            ),
            "{S802: {zh: 留到下一阶段, en: Left for the next phase}}",
            shown=Shown.APART,
            key=Text(zh="规则", en="Rule"),
        ),
    ] = {}

    def __repr__(self) -> str:
        return f"<{self.KIND.title.for_language('en')} {self.id} “{self.title.for_language(user_language())}”>"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        language = user_language()
        lines = [self.KIND.title, *([self.description] if self.description is not None else [])]
        return html_card(
            f"{self.id} {self.title.for_language(language)}", [line.for_language(language) for line in lines]
        )

    @field_validator("tags", mode="after")
    @classmethod
    def _short_tags(cls, tags: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(plain_text(tag, MAX_TITLE) for tag in tags)
