"""A quantity: one value or a range, with its unit, its bound, and whether it is approximate."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from sevenstep.language import Language, Text
from sevenstep.model.quantity.grammar import Reading, read
from sevenstep.model.quantity.invalid_value import InvalidValue
from sevenstep.model.quantity.named_unit import with_names
from sevenstep.model.quantity.shown import given, plain_number
from sevenstep.model.quantity.time_units import same_unit
from sevenstep.model.quantity.words import Bound
from sevenstep.source.characters import brief


@dataclass(frozen=True, slots=True)
class Quantity:
    """One value or a range, with its unit as the author wrote it (empty for a pure number).

    `points` holds one number, (low, high) or (low, likely, high), never falling; `text` is what was typed. A `bound`
    tells that the value is reached on one side (``≥95%``); an `approximate` one was said with 约 or about.
    """

    text: str
    points: tuple[float, ...]
    unit: str
    bound: Bound = field(default="", kw_only=True)
    approximate: bool = field(default=False, kw_only=True)
    half: float = field(default=0.0, kw_only=True, compare=False)
    """Half of the last digit that was written: 0.005 of 5.52, 0.5 of 90, 50 of 7800."""

    @classmethod
    def parse(cls, text: str, *, bounds: bool = False) -> Self:
        """Read a quantity, with a bound only where `bounds` allows it; raises InvalidValue."""
        said = read(text)
        if said.bound and not bounds:
            raise _no_bound(text, said)
        units = [value.unit for value in said.values]
        if any(not same_unit(unit, units[-1]) for unit in units):
            named = list(dict.fromkeys(unit or "—" for unit in units))
            raise InvalidValue(
                Text(
                    zh=f"“{brief(text)}”的两端单位不同：{'、'.join(named)}",
                    en=f"The ends of “{brief(text)}” have different units: {', '.join(named)}",
                ),
                Text(zh="两端用同一个单位", en="Use one unit for both"),
            )
        points = rising([value.number for value in said.values], text, units[-1])
        half = min(value.half for value in said.values)
        return cls(
            text.strip(), points, with_names(units[-1]), bound=said.bound, approximate=said.approximate, half=half
        )

    @property
    def low(self) -> float:
        return self.points[0]

    @property
    def high(self) -> float:
        return self.points[-1]

    @property
    def middle(self) -> float:
        """The likeliest value: as given, or halfway."""
        return self.points[1] if len(self.points) == 3 else (self.low + self.high) / 2

    @property
    def mean(self) -> float:
        """The mean, where all values of a range are equally likely and one with a likeliest value is a triangle."""
        return sum(self.points) / len(self.points)

    @property
    def canonical(self) -> str:
        """The quantity in the one way that says it in full: read again, it is the same."""
        numbers = "..".join(repr(point) for point in self.points)
        return f"{'约' if self.approximate else ''}{self.bound}{numbers} {self.unit}".strip()

    def shown(self, language: Language, unit: str = "") -> str:
        """The quantity as a reader of `language` is shown it; `unit` stands in where the author gave none."""
        return said_with(self.ends, self.unit or unit, language, self.bound, is_approximate=self.approximate)

    @property
    def ends(self) -> tuple[float, ...]:
        """The one value, or both ends of a range."""
        return (self.low, self.high) if len(self.points) > 1 else self.points


def said_with(
    ends: Sequence[float], unit: str, language: Language, bound: str = "", *, is_approximate: bool = False
) -> str:
    """A value or the ends of a range as readers are shown them, with what was said of them."""
    joint = "–" if ends[0] >= 0 else " 至 " if language == "zh" else " to "
    about = ("约 " if language == "zh" else "about ") if is_approximate else ""
    return f"{about}{bound}{given(ends, unit, language, joint=joint)}"


def rising(numbers: Sequence[float], text: str, unit: str = "") -> tuple[float, ...]:
    """The points of a range; raises InvalidValue where they fall."""
    if list(numbers) != sorted(numbers):
        gap = "" if unit[:1] in {"", "%", "‰"} else " "
        right = "..".join(plain_number(number).replace(",", "") for number in sorted(numbers)) + gap + unit
        raise InvalidValue(
            Text(
                zh=f"范围“{brief(text)}”的数字没有从小到大",
                en=f"The numbers of the range “{brief(text)}” do not rise",
            ),
            Text(zh=f"从小到大写，如 {right}", en=f"Write the lower first, as in {right}"),
        )
    return tuple(numbers)


def _no_bound(text: str, said: Reading) -> InvalidValue:
    shown = brief(text)
    value = said.values[0]
    number = plain_number(value.number).replace(",", "")
    gap = "" if value.unit[:1] in {"", "%", "‰"} else " "
    example = (
        f"0..{number}{gap}{value.unit}"
        if said.bound in {"≤", "<"}
        else f"{number}..{plain_number(value.number * 1.5).replace(',', '')}{gap}{value.unit}"
    )
    return InvalidValue(
        Text(zh=f"“{shown}”是一个界限，这里要写值", en=f"“{shown}” is a bound; a value is needed here"),
        Text(
            zh=f"写一个值，或两头都有的范围，如 {example}；界限可以写在 targets 和证据的 figure 里",
            en=f"Write a value, or a range with both its ends, as in {example}; bounds stand in targets and in the "
            "figure of an evidence",
        ),
    )
