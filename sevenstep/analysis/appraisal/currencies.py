"""Sums of an appraisal in one currency: one is never added to another without a rate."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sevenstep.analysis.units import UnlikeUnits, convert
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.model.quantity import Quantity, currency, scale_of
from sevenstep.model.quantity.yearly import a_year


def code_of(unit: str) -> str:
    """The currency of a unit, whatever it is spelt like."""
    return currency(unit) or scale_of(unit)[1].strip()


def sums_of(appraisal: Appraisal) -> Iterator[tuple[tuple[str | int, ...], Quantity]]:
    """All sums of money that it states, with where they stand."""
    for name, number, line in appraisal.lines:
        if line.amount is not None:
            yield (name, number, "amount"), a_year(line.amount) or line.amount
        for day, amount in line.by_year.items():
            yield (name, number, "by_year", day), amount
    for number, loan in enumerate(appraisal.loans):
        yield ("loans", number, "amount"), loan.amount
    if appraisal.residual is not None:
        yield ("residual",), appraisal.residual


@dataclass(frozen=True, slots=True)
class Currencies:
    """The currency that all is told in, and the rates between it and others."""

    main: str
    rates: dict[str, float]

    def factor(self, unit: str) -> float | None:
        """What a sum in that unit is multiplied by; None where there is no rate."""
        try:
            return convert(1.0, unit, self.main)
        except UnlikeUnits:
            code = code_of(unit)
            if code not in self.rates:
                return None
            try:
                return convert(1.0, unit, code) * self.rates[code]
            except UnlikeUnits:
                return None


def currencies_of(appraisal: Appraisal, others: Iterable[str] = ()) -> Currencies:
    """The first currency that it states, else the first of the `others`; rates either way."""
    stated = [amount.unit for _, amount in sums_of(appraisal) if amount.unit]
    towards = [rate.unit for rate in appraisal.exchange.values()]
    named = [code_of(unit) for unit in (*towards, *stated, *others)]
    main = next((code for code in named if code), "")
    rates: dict[str, float] = {}
    for name, rate in appraisal.exchange.items():
        scale = scale_of(rate.unit)[0]
        if rate.middle > 0 and code_of(rate.unit) == main:
            rates[code_of(name)] = rate.middle * scale
    return Currencies(main, rates)
