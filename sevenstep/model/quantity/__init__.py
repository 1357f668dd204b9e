"""Values as people write them: ``36.5 h``, ``7d..9d``, ``1h30min``, ``50 CNY``, ``-30%``, ``约30天``, ``≥95%``.

A quantity is one value, a range ``low..high``, or a range with its likeliest value between, ``low..likely..high``.
A length of time can be a distribution too: ``exponential(2h)``, ``normal(2h, 20min)``.
"""

from sevenstep.model.quantity.amount import Quantity, said_with
from sevenstep.model.quantity.digits import MINUS, decimal
from sevenstep.model.quantity.duration import SHAPES, WORKING_DAY, Duration, Shape
from sevenstep.model.quantity.invalid_value import InvalidValue
from sevenstep.model.quantity.share import Portion
from sevenstep.model.quantity.shown import (
    full_unit,
    given,
    plain_number,
    scale_for,
    unit_name,
    unit_shown,
    written,
    written_range,
)
from sevenstep.model.quantity.time_units import (
    HOURS,
    canonical_unit,
    is_time,
    is_working_days,
    readable_unit,
    same_unit,
)
from sevenstep.model.quantity.unit import currency, is_known_unit, is_per_cent, is_points, scale_of
from sevenstep.model.quantity.words import Bound

__all__ = [
    "HOURS",
    "MINUS",
    "SHAPES",
    "WORKING_DAY",
    "Bound",
    "Duration",
    "InvalidValue",
    "Portion",
    "Quantity",
    "Shape",
    "canonical_unit",
    "currency",
    "decimal",
    "full_unit",
    "given",
    "is_known_unit",
    "is_per_cent",
    "is_points",
    "is_time",
    "is_working_days",
    "plain_number",
    "readable_unit",
    "said_with",
    "same_unit",
    "scale_for",
    "scale_of",
    "unit_name",
    "unit_shown",
    "written",
    "written_range",
]
