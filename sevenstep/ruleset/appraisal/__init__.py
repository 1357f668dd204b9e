"""Rules of appraisals."""

from typing import Final

from sevenstep.ruleset.appraisal.a501_currency_without_rate import currency_without_rate
from sevenstep.ruleset.appraisal.a502_loan_never_repaid import loan_never_repaid
from sevenstep.ruleset.appraisal.a503_money_ends_before_it_begins import money_ends_before_it_begins
from sevenstep.ruleset.appraisal.a504_year_outside_horizon import year_outside_horizon
from sevenstep.ruleset.appraisal.a505_appraisal_without_outlay import appraisal_without_outlay
from sevenstep.ruleset.appraisal.a506_saving_not_computed import saving_not_computed
from sevenstep.ruleset.appraisal.a507_no_discount_rate import no_discount_rate
from sevenstep.ruleset.appraisal.a508_outlay_stated_twice import outlay_stated_twice
from sevenstep.ruleset.appraisal.a509_current_prices_without_inflation import current_prices_without_inflation
from sevenstep.ruleset.appraisal.a510_interest_before_income import interest_before_income
from sevenstep.ruleset.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    currency_without_rate,
    loan_never_repaid,
    money_ends_before_it_begins,
    year_outside_horizon,
    appraisal_without_outlay,
    saving_not_computed,
    no_discount_rate,
    outlay_stated_twice,
    current_prices_without_inflation,
    interest_before_income,
)
"""In the order of their codes."""
