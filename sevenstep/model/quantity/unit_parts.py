"""A unit taken apart: the names that it is a product or quotient of, and what each of them counts.

``万元/标箱`` is made of 万元, money with a factor of 10,000 before it, and of 标箱, below the line.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final, Literal

from sevenstep.memory import per_process
from sevenstep.model import unit_names
from sevenstep.model.quantity.time_units import HOURS, canonical_unit

MAX_LENGTH: Final = 80
_MAX_POWER: Final = 6
_MAX_SCALES: Final = 3
_BREAK: Final = re.compile(r"\s*([/÷*·×])\s*|\s*每\s*|(?:^|\s+)per\s+", re.IGNORECASE)
_POWER: Final = re.compile(r"(.+?)\s*\^\s*(-?[1-9])")
_SCALE: Final = re.compile(
    "|".join(
        rf"{word}(?![a-z])\s*" if word.isascii() else word for word in sorted(unit_names.SCALES, key=len, reverse=True)
    )
)

Kind = Literal["time", "working time", "share", "number", "money", "measure", "thing"]
"""What a unit counts: ``thing`` for anything that is counted one by one, known or not."""


def plain_unit(unit: str) -> str:
    """The unit without what is spelling only: width, case, doubled blanks."""
    return _one_width(unit).casefold()


def _one_width(unit: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", unit[: 4 * MAX_LENGTH]).split())


def unit_parts(unit: str) -> Iterator[tuple[str, int]]:
    """The names of which a unit is made, without what is spelling only, each with its power."""
    return ((name.casefold(), power) for name, power in written_parts(unit))


def written_parts(unit: str) -> Iterator[tuple[str, int]]:
    """The names of which a unit is made, as they are written, each with its power; a text that is too long is one."""
    plain = _one_width(unit)
    if len(plain) > MAX_LENGTH or lookup(plain.casefold()):
        yield plain[:MAX_LENGTH], 1
        return
    sign, position = 1, 0
    for match in _BREAK.finditer(plain):
        yield from _named(plain[position : match.start()], sign)
        sign = 1 if match[1] in {"*", "·", "×"} else -1
        position = match.end()
    yield from _named(plain[position:], sign)


def _named(name: str, sign: int) -> Iterator[tuple[str, int]]:
    match = _POWER.fullmatch(name.strip())
    power = int(match[2]) if match else 1
    if match and abs(power) <= _MAX_POWER:
        yield match[1], sign * power
    elif name.strip():
        yield name.strip(), sign


def known(name: str) -> tuple[float, Kind, str, str]:
    """Of one plain name: the factor before it, what it counts, its name in the units library (empty if it has none),
    and what is left of it as a name of its own."""
    scale, rest = scaled(name)
    if found := lookup(rest):
        return scale, *found, ""
    bare = rest.removeprefix("个").strip()
    return scale, "thing", "", f"“{bare.removesuffix('s') or bare}”"


def scaled(name: str) -> tuple[float, str]:
    """The factor before a name, and the name; one that is known whole (千瓦) has none."""
    scale, rest = 1.0, name
    for _ in range(_MAX_SCALES):
        match = _SCALE.match(rest.casefold())
        if match is None or lookup(rest.casefold()):
            break
        scale, rest = scale * unit_names.SCALES[match[0].strip()], rest[match.end() :]
    return scale, rest


def lookup(name: str) -> tuple[Kind, str] | None:
    """What a plain name counts and its name in the units library; None where it is not in the tables."""
    names = _names()
    bare = name.removeprefix("个").strip()
    for spelling in (name, bare, bare.removesuffix("s")):
        if spelling in names:
            return names[spelling]
        time = canonical_unit(spelling)
        if time in HOURS:
            return "time", unit_names.TIMES[time]
    return None


@per_process
def _names() -> dict[str, tuple[Kind, str]]:
    currencies = {code: (code, *names) for code, names in unit_names.CURRENCIES.items()}
    tables: tuple[tuple[Kind, Mapping[str, tuple[str, ...]]], ...] = (
        ("thing", unit_names.THINGS),
        ("measure", unit_names.MEASURES),
        ("measure", unit_names.EMISSIONS),
        ("number", unit_names.NUMBERS),
        ("working time", unit_names.WORKING_DAYS),
        ("share", unit_names.SHARES),
        ("money", currencies),
    )
    found: dict[str, tuple[Kind, str]] = {"": ("number", "")}
    for kind_of_table, table in tables:
        for name, aliases in table.items():
            for alias in (name.replace("_", " "), *aliases):
                found[plain_unit(alias)] = (kind_of_table, name)
    return found
