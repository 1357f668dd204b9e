"""Dates in the model: read in every clear way of writing, kept in one."""

from sevenstep.language import Text
from sevenstep.model.dates import days_of
from sevenstep.model.quantity.unfit import Unfit
from sevenstep.source.characters import brief


class Day(str):
    """A date."""

    typed: str


def parse_date(text: str) -> str:
    """Check a date: ``2024``, ``2024-03``, ``2024-03-05`` or ``2024Q1``; returns it as typed, or raises Unfit."""
    if days_of(text) is None:
        raise Unfit(
            Text(zh=f"“{brief(text)}”不是日期", en=f"“{brief(text)}” is not a date"),
            Text(
                zh="写成 2024、2024-03、2024-03-05 或 2024Q1",
                en="Write 2024, 2024-03, 2024-03-05 or 2024Q1",
            ),
        )
    return text.strip()
