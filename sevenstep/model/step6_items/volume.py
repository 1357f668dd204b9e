"""How many cases of an item there are: a rate, as arrivals have it, with words of its own where it is none."""

from typing import Any, Final

from sevenstep.language import Text
from sevenstep.model.quantity import HOURS, InvalidValue
from sevenstep.model.quantity.yearly import with_year
from sevenstep.model.step7_flows.arrivals import Rate
from sevenstep.source.characters import brief

_REMEDY: Final = Text(zh="写成 12000/年、1000/月 或 40/天", en="Write 12000/y, 1000/mo or 40/d")


def volume_of(value: Any) -> Rate:
    """Read it, with ``a`` for a year too; raises InvalidValue."""
    if isinstance(value, Rate):
        return value
    try:
        rate = Rate.parse(with_year(value) if isinstance(value, str) else value)
    except InvalidValue as error:
        shown = brief(str(value))
        raise InvalidValue(
            Text(
                zh=f"“{shown}”不是业务量：要写单位时间的件数", en=f"“{shown}” is not a volume: so many cases in a time"
            ),
            error.remedy if "calendar" in str(error.remedy) else _REMEDY,
        ) from error
    return Rate(value.strip(), rate.number, rate.unit, rate.counted)


def a_year(volume: Rate) -> float:
    """Cases in a year of elapsed time."""
    return volume.per_hour * HOURS["y"]
