"""Money, rates and years of an appraisal as people read them."""

import math

from sevenstep.analysis.appraisal.results import AppraisalState
from sevenstep.analysis.verdict_wording import both
from sevenstep.analysis.wording import shown_number
from sevenstep.language import Language, Text
from sevenstep.model.quantity import given


def money_shown(amount: float, currency: str, language: Language, beside: tuple[float, ...] = ()) -> str:
    """A sum; what computing left of nought is nought."""
    return shown_number(0.0 if abs(amount) < 0.005 else amount, currency, language, beside)


def money_said(amount: float, currency: str) -> Text:
    """The same in both languages."""
    return both(lambda language: money_shown(amount, currency, language))


def rate_shown(rate: float) -> str:
    """A rate a year, or the share by which something may change, in per cent to a tenth."""
    hundredths = round(rate * 100, 1 if abs(rate) < 1 else 0)
    return given([hundredths or 0.0], "%", "en")


def ratio_shown(ratio: float) -> str:
    """How many times."""
    return given([round(ratio, 2) or 0.0], "", "en")


def year_said(state: AppraisalState, place: int) -> Text:
    """A year by its place: of the calendar where it is known, else which it is."""
    if state.is_dated:
        return Text(zh=f"{state.years[place]} 年", en=str(state.years[place]))
    return Text(zh=f"第 {place + 1} 年", en=f"year {place + 1}")


def payback_said(state: AppraisalState, years: float) -> Text:
    """In which year it has come back, and which year that is."""
    place = min(math.ceil(years - 1e-9), len(state.years) - 1)
    said = year_said(state, place)
    if not state.is_dated:
        return Text(zh=said.zh, en=f"in {said.en}")
    return Text(zh=f"{said.zh}（第 {place + 1} 年）", en=f"in {said.en} (year {place + 1})")


def years_shown(years: float, language: Language) -> str:
    """A length in years."""
    return shown_number(years, "y", language)
