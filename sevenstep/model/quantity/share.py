"""A part of the whole: 0 to 1, however it was written."""

from typing import Final, Self

from sevenstep.language import Language, Text
from sevenstep.model.quantity.amount import Quantity
from sevenstep.model.quantity.invalid_value import InvalidValue
from sevenstep.model.quantity.shown import plain_number
from sevenstep.model.quantity.unit import is_per_cent
from sevenstep.source.characters import brief

_FACTORS: Final = {"": 1.0, "‰": 1000.0}


class Portion(float):
    """A share from 0 to 1 that remembers whether it was said to be approximate."""

    approximate: bool = False

    def shown(self, language: Language) -> str:
        """In per cent, as a reader is shown it."""
        about = ("约 " if language == "zh" else "about ") if self.approximate else ""
        return f"{about}{plain_number(round(self * 100, 2))}%"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``70%``, ``0.7``, ``七成``, ``2/3``; raises InvalidValue."""
        said = Quantity.parse(text)
        shown = brief(text.strip())
        below = 100.0 if is_per_cent(said.unit) else _FACTORS.get(said.unit)
        if len(said.points) > 1:
            raise InvalidValue(
                Text(zh=f"“{shown}”是范围，这里要写一个比例", en=f"“{shown}” is a range; one share is needed here"),
                Text(zh="取一个值，如 70%", en="Take one value, as in 70%"),
            )
        if below is None or not 0 <= said.low / below <= 1:
            raise InvalidValue(
                Text(
                    zh=f"“{shown}”不是 0 到 100% 之间的比例",
                    en=f"“{shown}” is not a share between 0 and 100%",
                ),
                Text(zh="写成 70% 或 0.7", en="Write 70% or 0.7"),
            )
        portion = cls(said.low / below)
        portion.approximate = said.approximate
        return portion
