"""What a loan costs by year: interest, principal, and what is still owed.

It is drawn at the end of a year; interest is due at the end of each year after. In the years of grace interest alone is
paid; the term counts them in. Interest that is capitalised is not paid, but added to what is owed.
"""

import math
from dataclasses import dataclass
from typing import Final

from sevenstep.model.choices import Repayment

_NO_RATE: Final = 1e-15


@dataclass(frozen=True, slots=True)
class Instalment:
    """What is due at the end of a year, and what is owed then; `added` is the part of interest that is not paid."""

    interest: float
    principal: float
    owed: float
    added: float = 0.0

    @property
    def due(self) -> float:
        """Interest and principal that are paid."""
        return self.interest - self.added + self.principal


def annuity(amount: float, rate: float, years: int) -> float:
    """The same sum each year that pays off a loan with its interest: amount · r ÷ (1 − (1 + r)^−n)."""
    if rate < _NO_RATE:
        return amount / years
    return amount * rate / -math.expm1(-years * math.log1p(rate))


def schedule(
    amount: float, rate: float, term: int, grace: int, repayment: Repayment, capitalised: int = 0
) -> tuple[Instalment, ...]:
    """The years after a loan was drawn, to the end of its term; interest of the first `capitalised` (no more than
    `grace`) is added to what is owed."""
    paying = term - grace
    found: list[Instalment] = []
    owed = amount
    for _ in range(capitalised):
        interest = owed * rate
        owed += interest
        found.append(Instalment(interest, 0.0, owed, interest))
    amount = owed
    level = annuity(amount, rate, paying) if paying > 0 else 0.0
    for year in range(capitalised + 1, term + 1):
        interest = owed * rate
        principal = 0.0
        if year == term and paying > 0:
            principal = owed  # whatever rounding left
        elif year > grace and repayment is Repayment.EQUAL_PRINCIPAL:
            principal = amount / paying
        elif year > grace and repayment is Repayment.ANNUITY:
            principal = level - interest
        owed -= principal
        found.append(Instalment(interest, principal, owed))
    return tuple(found)
