"""Units that an engagement gives names of its own: each unit that is read carries them, and only its writing asks.

So a unit is the text that its author typed in all else: compared, computed and kept as before.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Final

from sevenstep.language import Language
from sevenstep.model.quantity.unit_parts import scaled, unit_parts


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit in both languages: behind a number, for one of it in English, and below a line, as in ``180 TEU/day``."""

    zh: str
    en: str
    one: str = ""
    each: tuple[str, str] = ("", "")

    def behind(self, language: Language) -> str:
        """Behind a number."""
        return self.zh if language == "zh" else self.en

    def below(self, language: Language) -> str:
        """Below the line of a quotient: one of it."""
        zh, en = self.each
        return (zh or self.zh) if language == "zh" else (en or self.one or self.en)


UnitNames = tuple[tuple[str, UnitName], ...]
"""The names of units, by the unit as it is compared: without what is spelling only."""


class NamedUnit(str):
    """A unit of which a part has a name of the engagement's own."""

    __slots__ = ("names",)
    names: UnitNames

    def __new__(cls, written: str, names: UnitNames) -> "NamedUnit":
        """The unit as it is written, and the names of its parts."""
        unit = super().__new__(cls, written)
        unit.names = names
        return unit

    def __reduce__(self) -> tuple[Any, ...]:
        return NamedUnit, (str(self), self.names)


_DECLARED: Final[ContextVar[UnitNames]] = ContextVar("declared units", default=())


@contextmanager
def units_named(names: UnitNames) -> Iterator[None]:
    """While it lasts, units that are read get these names."""
    token = _DECLARED.set(names)
    try:
        yield
    finally:
        _DECLARED.reset(token)


def with_names(unit: str) -> str:
    """The unit with the names that the engagement being read gives to its parts; the unit as it is where it gives
    none."""
    names = _DECLARED.get()
    if not names or not unit:
        return unit
    parts = {scaled(part)[1] for part, _ in unit_parts(unit)}
    parts |= {part.removeprefix("个").strip() for part in parts}
    own = tuple((key, name) for key, name in names if key in parts)
    return NamedUnit(unit, own) if own else unit
