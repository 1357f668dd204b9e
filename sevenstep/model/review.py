"""What reviewers said of elements: notes beside the model, tracked until they are settled. A note is no element."""

import re
from datetime import datetime
from typing import Annotated, Any, ClassVar, Final

from pydantic import AfterValidator, Field, model_validator

from sevenstep.language import Text
from sevenstep.model.choices import Stance
from sevenstep.model.dates import parse_date
from sevenstep.model.field import Declared, Shown, Written
from sevenstep.model.form import Form
from sevenstep.model.part import Part
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.values import Date, Prose, Title

SECTION: Final = "reviews"
"""The section of the YAML that notes stand in."""

_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?")
_ONLY_YES: Final = frozenset({"yes", "true", "done", "ok", "settled", "是", "好", "已处理", "已解决", "完成"})


def _moment(value: str) -> str:
    """Check a day, or a day with its time (``2026-11-23T10:15:00Z``)."""
    if not _MOMENT.fullmatch(value):
        return parse_date(value)
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise InvalidValue(
            Text(zh=f"没有“{value}”这个时刻", en=f"There is no such moment as “{value}”"),
            Text(zh="写成 2026-11-23 或 2026-11-23T10:15:00Z", en="Write 2026-11-23 or 2026-11-23T10:15:00Z"),
        ) from None
    return value


Moment = Annotated[
    str,
    AfterValidator(_moment),
    Written(Text(zh="一个日期，或带时刻的日期", en="a date, or a date with the time of day"), Form.MOMENT),
]
"""A date, with the time of day where it is known."""


class Settled(Part):
    TITLE: ClassVar = Text(zh="处理结果", en="Settled")
    EXPLANATION: ClassVar = Text(
        zh="一条意见后来如何处理；简写时只写如何处理。",
        en="What became of a note; written short, just how it was settled.",
    )
    SHORT: ClassVar = (Form.NAME,)

    how: Annotated[
        Prose | None,
        Declared(
            Text(zh="如何处理", en="How"),
            Text(zh="改了什么，或为什么不改。", en="What was changed, or why nothing was."),
            "{zh: 已按季刊改正, en: Corrected after the quarterly}",
            shown=Shown.PROSE,
        ),
    ] = None
    by: Annotated[
        Title | None, Declared(Text(zh="处理人", en="By"), Text(zh="谁处理的。", en="Who settled it."), "Lin")
    ] = None
    date: Annotated[
        Date | None, Declared(Text(zh="时间", en="Date"), Text(zh="什么时候。", en="When."), "2026-11-23")
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return {} if value.strip().casefold() in _ONLY_YES else {"how": value}


class ReviewNote(Part):
    TITLE: ClassVar = Text(zh="评审意见", en="Review note")
    EXPLANATION: ClassVar = Text(
        zh="一位评审人对一个要素说的一句话。它的编号一直不变。",
        en="One thing that one reviewer said of one element. Its id stays with it for good.",
    )

    id: Annotated[
        str,
        Declared(
            Text(zh="编号", en="Id"),
            Text(
                zh="取自它的键，不写在意见里面。", en="Taken from the key under which it stands; never written inside."
            ),
            "n-1",
        ),
    ]
    element: Annotated[
        str,
        Declared(
            Text(zh="要素", en="Element"),
            Text(
                zh="意见针对的要素的编号，或项目的编号；那个要素后来可能已经删掉。",
                en="The id of the element it is about, or that of the engagement; the element may be gone "
                "from the model by now.",
            ),
            "G1",
        ),
    ] = Field(min_length=1, max_length=200)
    title: Annotated[
        Title | None,
        Declared(
            Text(zh="名称", en="Title"),
            Text(zh="那个要素当时叫什么。", en="What the element was called then."),
            "{zh: 更快通关, en: Faster clearance}",
        ),
    ] = None
    stance: Annotated[
        Stance,
        Declared(
            Text(zh="态度", en="Stance"),
            Text(
                zh="评审人同意、反对，还是另有意见。",
                en="Whether the reviewer agrees, objects, or says something else.",
            ),
            "object",
        ),
    ]
    text: Annotated[
        Prose | None,
        Declared(
            Text(zh="意见", en="Text"),
            Text(zh="评审人的原话。", en="What the reviewer said, as it was typed."),
            "16 小时太乐观",
            shown=Shown.PROSE,
        ),
    ] = None
    by: Annotated[
        Title,
        Declared(Text(zh="评审人", en="By"), Text(zh="评审人留的姓名。", en="The reviewer's name, as given."), "Lin"),
    ]
    when: Annotated[
        Moment | None,
        Declared(Text(zh="时间", en="When"), Text(zh="什么时候说的。", en="When it was said."), "2026-11-23T10:15:00Z"),
    ] = None
    version: Annotated[
        str | None,
        Declared(
            Text(zh="版本", en="Version"),
            Text(zh="评审人看的是模型的哪一版。", en="Which version of the model the reviewer had before them."),
            '"1.0"',
        ),
    ] = Field(default=None, max_length=40)
    revises: Annotated[
        str | None,
        Declared(
            Text(zh="代替", en="Revises"),
            Text(
                zh="同一评审人较早的一条意见，由这一条代替。",
                en="An earlier note of the same reviewer, in whose place this one stands.",
            ),
            "n-0",
        ),
    ] = Field(default=None, max_length=80)
    settled: Annotated[
        Settled | None,
        Declared(
            Text(zh="处理结果", en="Settled"),
            Text(zh="后来如何处理的；未写就是还没处理。", en="What became of it; a note without it is open."),
            "{how: 已按季刊改正, by: Lin, date: 2026-11-23}",
        ),
    ] = None
