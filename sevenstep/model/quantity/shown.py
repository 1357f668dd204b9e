"""Numbers and units as readers are shown them."""

from typing import Final

from sevenstep.language import Language
from sevenstep.model.quantity.time_units import TIME_NAMES

SYMBOLS: Final = ("US$", "HK$", "S$", "A$", "C$", "NT$", "$", "¥", "€", "£", "₩", "₽", "฿", "₫")
"""Signs of currencies, which stand before the number."""


def plain_number(number: float) -> str:
    """A number without needless digits, with thin grouping from five digits on: ``0.5``, ``42``, ``12,500``."""
    rounded = round(number, 4) if abs(number) < 10_000 else round(number, 1)
    if rounded == int(rounded):
        whole = int(rounded)
        return f"{whole:,}" if abs(whole) >= 10_000 else str(whole)
    return f"{rounded:,.4f}".rstrip("0") if abs(rounded) >= 10_000 else f"{rounded:.4f}".rstrip("0")


def unit_shown(unit: str, language: Language) -> str:
    """What stands behind a number for its unit, the blank before it included; nothing for a pure number."""
    if not unit:
        return ""
    if unit in TIME_NAMES:
        return f" {TIME_NAMES[unit].for_language(language)}"
    return unit if unit in {"%", "‰", "°"} else f" {unit}"


def sign_before(unit: str) -> str:
    """The sign of a currency with which the unit begins, or nothing."""
    return next((sign for sign in SYMBOLS if unit.startswith(sign)), "")
