"""Where a place stands: on earth, by longitude and latitude, or on a drawing, by x and y."""

import math
import re
from typing import Annotated, Any, Final

from pydantic import BeforeValidator

from sevenstep.language import Text
from sevenstep.model.field import Written
from sevenstep.model.form import Form, reads
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.quantity.plain import same_width
from sevenstep.source.characters import brief

FARTHEST: Final = 1e6
"""No number of a point is larger, on either side of zero."""
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]{1,12}(?:\.[0-9]{0,12})?|\.[0-9]{1,12})")
_BETWEEN: Final = re.compile(r"\s*[,;、\s]\s*")


@reads(Form.PAIR)
def _point(value: Any) -> Any:
    """Two numbers, in a list or in a text with a comma between; raises InvalidValue."""
    if isinstance(value, tuple):
        return value
    if isinstance(value, list) and len(value) == 1:  # [106.45，29.62]: the comma of Chinese texts parts no list
        value = value[0]
    if isinstance(value, str):
        value = _BETWEEN.split(same_width(value).strip(" ()[]"), maxsplit=2)
    if not isinstance(value, list) or len(value) != 2:
        raise _no_point(value)
    return tuple(_number(number, value) for number in value)


def _number(written: Any, value: Any) -> float:
    plain = same_width(written).strip().removesuffix("°") if isinstance(written, str) else ""
    if not _NUMBER.fullmatch(plain):
        raise _no_point(value)
    number = float(plain)
    if not math.isfinite(number) or abs(number) > FARTHEST:
        raise InvalidValue(
            Text(zh=f"坐标里的数太大：{brief(plain)}", en=f"A number of the point is too large: {brief(plain)}"),
            Text(zh="最大不超过一百万", en="None may be larger than a million"),
        )
    return number


def _no_point(value: Any) -> InvalidValue:
    shown = brief(", ".join(map(str, value[:4])) if isinstance(value, list) else str(value))
    return InvalidValue(
        Text(zh=f"“{shown}”不是两个数", en=f"“{shown}” is not two numbers"),
        Text(
            zh="经纬度写成 at: [106.45, 29.62]（先经度后纬度），图上的位置写成 position: [3, 1]；西经、南纬用负数",
            en="Write coordinates as at: [106.45, 29.62] (longitude, then latitude) and a place on the drawing as "
            "position: [3, 1]; west and south are below zero",
        ),
    )


Coordinates = Annotated[
    tuple[float, float],
    BeforeValidator(_point),
    Written(
        Text(zh="一个列表里的两个数：先经度，后纬度，单位是度", en="two numbers, [longitude, latitude] in degrees"),
        Form.PAIR,
    ),
]
"""Longitude and latitude in degrees; whether that is on earth a rule tells."""

Position = Annotated[
    tuple[float, float],
    BeforeValidator(_point),
    Written(
        Text(
            zh="一个列表里的两个数：先横后纵，向右、向上为大",
            en="two numbers, [x, y], growing to the right and to the top",
        ),
        Form.PAIR,
    ),
]
"""A place on the drawing, in steps of any size."""


def is_on_earth(point: tuple[float, float]) -> bool:
    """Whether a longitude and a latitude are some."""
    return abs(point[0]) <= 180 and abs(point[1]) <= 90
