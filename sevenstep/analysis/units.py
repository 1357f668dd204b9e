"""Units of figures: what a unit is made of, whether two are of one kind, and the factor between them.

A unit is a product or quotient of names (``万元``, ``CNY/TEU``, ``per day``). It is taken apart here, name by name; the
units library sees only names that are in the tables. A name that is in none is a dimension of its own, so that a
quotient of two such figures is a pure number and nothing else is.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, Final

from sevenstep.language import Text
from sevenstep.memory import by_content, per_process
from sevenstep.model import unit_names
from sevenstep.model.quantity import HOURS, canonical_unit, same_unit
from sevenstep.model.quantity.unit_parts import MAX_LENGTH, Kind, known, plain_unit, unit_parts
from sevenstep.source.characters import brief

_LEAST, _MOST = 1e-100, 1e100  # of the factor of a unit that means anything
_SHARE_FACTORS: Final = {"%": 0.01, "‰": 0.001, "": 1.0}


class UnlikeUnits(ValueError):
    """A value in one unit that cannot be told in another."""

    def __init__(self, from_unit: str, to_unit: str) -> None:
        super().__init__(f"{from_unit!r} cannot be converted into {to_unit!r}")
        one, other = shown(from_unit), shown(to_unit)
        self.message = Text(
            zh=f"{one.zh}不能换算成{other.zh}",
            en=f"{one.en} cannot be converted into {other.en}",
        )


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit as a factor times powers of dimensions: ``万元/箱`` is 10,000 of currency CNY to 1, container to -1."""

    factor: float = 1.0
    dimensions: tuple[tuple[str, float], ...] = ()

    def __mul__(self, other: "Measure") -> "Measure":
        return Measure(self.factor * other.factor, _merged(self.dimensions, other.dimensions))

    def __truediv__(self, other: "Measure") -> "Measure":
        return self * other**-1

    def __pow__(self, power: float) -> "Measure":
        """Raises OverflowError where the factor grows beyond all bounds."""
        return Measure(float(self.factor**power), _merged((), tuple((n, p * power) for n, p in self.dimensions)))

    @property
    def is_pure(self) -> bool:
        """Whether it measures nothing but numbers."""
        return not self.dimensions


PURE: Final = Measure()


def _merged(one: tuple[tuple[str, float], ...], other: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    powers = dict(one)
    for name, power in other:
        powers[name] = round(powers.get(name, 0.0) + power, 9)
    return tuple(sorted((name, power) for name, power in powers.items() if power))


def convert(value: float, from_unit: str, to_unit: str) -> float:
    """`value` of one unit told in the other; raises UnlikeUnits."""
    if same_unit(from_unit, to_unit):
        return value
    return value * _factor(from_unit, to_unit)


@by_content(1024)
def _factor(from_unit: str, to_unit: str) -> float:
    one, other = canonical_unit(from_unit), canonical_unit(to_unit)
    for simple in (HOURS, _SHARE_FACTORS):
        if one in simple and other in simple:
            return simple[one] / simple[other]
    before, after = measure(from_unit), measure(to_unit)
    if before.dimensions != after.dimensions:
        raise UnlikeUnits(from_unit, to_unit)
    return before.factor / after.factor


@by_content(1024)
def measure(unit: str) -> Measure:
    """What a unit is made of. Any text has an answer."""
    found = PURE
    for name, power in unit_parts(unit):
        scale, _, of_library, bare = known(name)
        base = _of_library(of_library) if of_library else Measure(1.0, ((bare, 1.0),)) if bare else PURE
        found *= (Measure(scale) * base) ** power
    return found if _LEAST < found.factor < _MOST else Measure(1.0, ((f"“{plain_unit(unit)}”", 1.0),))


def as_written(unit: str) -> Measure:
    """The unit as one dimension of its own, however it is made up; shares and pure numbers are numbers.

    What fits when nothing is known of the units fits when all is known: most formulas are checked this way.
    """
    plain = canonical_unit(unit)
    return Measure(_SHARE_FACTORS[plain]) if plain in _SHARE_FACTORS else Measure(1.0, ((f"={plain}", 1.0),))


def kind(unit: str) -> Kind:
    """What is counted in that unit, whatever it is counted for: ``CNY/TEU`` is money. Needs no units library."""
    name, power = next(unit_parts(unit), ("", 1))
    return known(name)[1] if power == 1 else "number"


def is_emissions(unit: str) -> bool:
    """Whether the unit is a mass of greenhouse gas, whatever it is counted for. Needs no units library."""
    parts = list(unit_parts(unit))
    return len(parts) == 1 and parts[0][1] == 1 and known(parts[0][0])[2] in unit_names.EMISSIONS


def of_a_case(unit: str) -> str:
    """The unit without what it is counted for where that is a case, as in ``h/TEU`` or ``次/票``; time stays."""
    names = re.split(r"/|(?:^|\s)per\s|每", unicodedata.normalize("NFKC", unit[: 4 * MAX_LENGTH]))
    kept = [name for name in names[1:] if known(plain_unit(name))[1] in {"time", "working time"}]
    return "/".join([names[0].strip(), *(name.strip() for name in kept)]) if names[0].strip() else unit


def shown(unit: str) -> Text:
    """The unit in the middle of a sentence; a pure number is called so."""
    return Text(zh=f" {brief(unit)} ", en=brief(unit)) if unit.strip() else Text(zh="纯数", en="a pure number")


def told(measure: Measure) -> Text:
    """The dimensions of a measure in the middle of a sentence, as people write units."""
    if measure.is_pure:
        return Text(zh="纯数", en="a pure number")
    above = [_power(name, power) for name, power in measure.dimensions if power > 0]
    below = [_power(name, -power) for name, power in measure.dimensions if power < 0]
    text = "·".join(above) or "1"
    text += "".join(f"/{name}" for name in below)
    return Text(zh=f" {text} ", en=text)


def _power(name: str, power: float) -> str:
    plain = brief(name.strip("“”").lstrip("="))
    return plain if power == 1 else f"{plain}^{power:g}"


# -- the units library ---------------------------------------------------------------


@by_content(256)
def _of_library(name: str) -> Measure:
    """What the library says of a unit that is in the tables."""
    registry = _registry()
    quantity = registry.Quantity(1.0, name).to_root_units()
    powers = tuple((str(unit), float(power)) for unit, power in quantity.unit_items())
    return Measure(float(quantity.magnitude), _merged((), powers))


@per_process
def _registry() -> Any:
    import pint  # slow to import, and needed only where units differ in more than spelling

    registry: Any = pint.UnitRegistry(None)
    registry.load_definitions(
        [*unit_names.DEFINITIONS, *(f"{code} = [currency_{code}]" for code in unit_names.CURRENCIES)]
    )
    return registry
