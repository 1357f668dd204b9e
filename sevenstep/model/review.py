"""What reviewers said of elements: notes beside the model, tracked until they are settled. A note is no element."""

import re
from datetime import datetime
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, Field, model_validator

from sevenstep.language import Text
from sevenstep.model.dates import parse_date
from sevenstep.model.element import Date, Part, Prose, Title
from sevenstep.model.quantity import Unfit

SECTION: Final = "reviews"
"""The section of the YAML that notes stand in."""
Stance = Literal["agree", "object", "comment"]

_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?")
_ONLY_YES: Final = frozenset({"yes", "true", "done", "ok", "settled", "是", "好", "已处理", "已解决", "完成"})


def _moment(value: str) -> str:
    """Check a day, or a day with its time (``2026-11-23T10:15:00Z``)."""
    if not _MOMENT.fullmatch(value):
        return parse_date(value)
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise Unfit(
            Text(zh=f"没有“{value}”这个时刻", en=f"There is no such moment as “{value}”"),
            Text(zh="写成 2026-11-23 或 2026-11-23T10:15:00Z", en="Write 2026-11-23 or 2026-11-23T10:15:00Z"),
        ) from None
    return value


Moment = Annotated[str, AfterValidator(_moment)]
"""A date, with the time of day where it is known."""


class Settled(Part):
    """What became of a note; written short, just how it was settled."""

    how: Prose | None = None
    """What was changed, or why nothing was."""
    by: Title | None = None
    """Who settled it."""
    date: Date | None = None
    """When."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return {} if value.strip().casefold() in _ONLY_YES else {"how": value}


class ReviewNote(Part):
    """One thing that one reviewer said of one element. Its id stays with it for good."""

    id: str
    """The id; taken from the key, never written inside the note."""
    element: str = Field(min_length=1, max_length=200)
    """The id of the element it is about, or that of the engagement; the element may be gone from the model by now."""
    title: Title | None = None
    """What the element was called then."""
    stance: Stance
    """Whether the reviewer agrees, objects, or says something else."""
    text: Prose | None = None
    """What the reviewer said, as it was typed."""
    by: Title
    """The reviewer's name, as given."""
    when: Moment | None = None
    """When it was said."""
    version: str | None = Field(default=None, max_length=40)
    """Which version of the model the reviewer had before them."""
    revises: str | None = Field(default=None, max_length=80)
    """An earlier note of the same reviewer, in whose place this one stands."""
    settled: Settled | None = None
    """What became of it; a note without it is open."""
