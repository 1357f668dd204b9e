"""In which form a value stands in the YAML: what an editor can check of it before anything is read.

The words for people stand in `Written`, the validators in the types; this says the same to a machine, once, so that the
schema follows from the declarations.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, TypeVar

from sevenstep.language import Text

ASSUMPTION: Final = ("assumption", "assumed", "假设", "假定")
"""By what a source that is none begins."""

Function = TypeVar("Function", bound=Callable[..., Any])


class Form(StrEnum):
    """How one value is written."""

    TITLE = "title"
    """A text of one line, or one per language."""
    PROSE = "prose"
    """A text of any length, or one per language."""
    NAME = "name"
    """One text, in whatever language."""
    ID = "id"
    """A text that can name a file and an address."""
    YES_NO = "yes-no"
    QUANTITY = "quantity"
    """A number with or without its unit, or a range."""
    YEARLY = "yearly"
    """A quantity, once or for each stretch of time: ``20万元/年``, ``每年20万元``."""
    EACH = "each"
    """A quantity for each stretch of time."""
    BOUNDED = "bounded"
    """A quantity, or a bound."""
    SHARE = "share"
    WHOLE = "whole"
    TIME = "time"
    """A length of time, or a distribution of them."""
    RATE = "rate"
    """So many in a stretch of time."""
    DATE = "date"
    MOMENT = "moment"
    """A date, with the time of day where it is known."""
    PAIR = "pair"
    """Two numbers, in a list or in one text."""
    END = "end"
    """One of two numbers."""
    SOURCE = "source"
    """Where something comes from, in one text; in two languages an assumption."""
    NOTHING = "nothing"
    """No value at all."""


class Short(StrEnum):
    """What may stand in place of a list or a mapping."""

    ONE = "one"
    """One entry of a list, alone."""
    KEYS = "keys"
    """The keys of a mapping alone: a list of them, or one."""
    VALUES = "values"
    """The values of a mapping alone, in a list."""


@dataclass(frozen=True, slots=True)
class Words:
    """One of a few words, whatever their case."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of the words that an engagement made, with what each is called; stands in the type."""

    words: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a function that reads values before their type does takes.

    A `form` stands for the whole type. Else the type tells, with what may stand in place of it: `short`, and with the
    mapping's keys being ids (`ids`), at `least` and at `most` so many of them.
    """

    form: Form | None = None
    short: Short | None = None
    ids: bool = False
    least: int = 0
    most: int | None = None


_READINGS: Final[dict[Callable[..., Any], Reading]] = {}


def reads(
    form: Form | None = None, *, short: Short | None = None, ids: bool = False, least: int = 0, most: int | None = None
) -> Callable[[Function], Function]:
    """Say of a function that stands in a type, before it, what can be written there: ``@reads(short=Short.ONE)``."""

    def said(function: Function) -> Function:
        _READINGS[function] = Reading(form, short, ids, least, most)
        return function

    return said


def reading_of(function: Callable[..., Any]) -> Reading | None:
    """What was said of a function; None where nothing was."""
    return _READINGS.get(function)
