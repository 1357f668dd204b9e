"""What an engagement calls a unit, for readers of each language."""

import re
from typing import Annotated, Any, ClassVar, Final

from pydantic import Field, model_validator

from sevenstep.language import Text
from sevenstep.model.field import Declared
from sevenstep.model.part import Part
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.quantity.named_unit import UnitName

MOST_UNITS: Final = 200
_LONGEST: Final = 40
_PLURAL: Final = (
    (re.compile(r"(?<=[^aeiou])ies\Z"), "y"),
    (re.compile(r"(?<=sh|ch|ss|us)es\Z|(?<=x)es\Z"), ""),
    (re.compile(r"(?<=[^aisu])s\Z"), ""),
)
_CHINESE: Final = re.compile("[\u3400-\u9fff]")


class UnitTitle(Part):
    TITLE: ClassVar = Text(zh="单位名称", en="Name of a unit")
    EXPLANATION: ClassVar = Text(
        zh="一个单位的中文名称和英文名称。简写成一段文字时，写另一种语言的名称。",
        en="What a unit is called in Chinese and in English. Written short as text, its name in the other language.",
    )
    SHORT: ClassVar = ("en",)
    NEEDS: ClassVar = ("zh", "en")

    zh: Annotated[
        str | None,
        Declared(
            Text(zh="中文", en="Chinese"),
            Text(zh="中文名称；不写就用单位本身。", en="Its Chinese name; left out, the unit as it is written."),
            "床日",
        ),
    ] = Field(default=None, min_length=1, max_length=_LONGEST)
    en: Annotated[
        str | None,
        Declared(
            Text(zh="英文", en="English"),
            Text(
                zh="英文名称，用复数；不写就用单位本身。",
                en="Its English name, of several; left out, the unit as it is written.",
            ),
            "bed days",
        ),
    ] = Field(default=None, min_length=1, max_length=_LONGEST)
    one: Annotated[
        str | None,
        Declared(
            Text(zh="英文单数", en="English for one"),
            Text(
                zh="数字是 1 时的英文名称；不写就由复数推出。",
                en="Its English name behind 1; left out, it follows from the plural.",
            ),
            "bed day",
        ),
    ] = Field(default=None, min_length=1, max_length=_LONGEST)

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"zh" if _CHINESE.search(value) else "en": value}
        return value

    @model_validator(mode="after")
    def _says_something(self) -> "UnitTitle":
        if self.zh is None and self.en is None:
            raise InvalidValue(
                Text(zh="未写单位的名称", en="The unit is given no name"),
                Text(zh="写成 {zh: 例, en: cases}", en="Write {zh: 例, en: cases}"),
            )
        return self

    def name_of(self, unit: str) -> UnitName:
        """The name, with the unit itself where a language has none."""
        plural = self.en or unit
        return UnitName(self.zh or unit, plural, self.one or singular(plural))


def singular(plural: str) -> str:
    """One of what an English plural names, where it is regular."""
    for ending, instead in _PLURAL:
        if ending.search(plural):
            return ending.sub(instead, plural)
    return plural
