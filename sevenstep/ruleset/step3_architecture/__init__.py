"""Rules of step 3."""

from typing import Final

from sevenstep.ruleset.rule import Rule
from sevenstep.ruleset.step3_architecture.s301_function_without_domain import function_without_domain
from sevenstep.ruleset.step3_architecture.s302_functions_in_circle import functions_in_circle
from sevenstep.ruleset.step3_architecture.s303_empty_domain import empty_domain
from sevenstep.ruleset.step3_architecture.s304_feeds_without_data import feeds_without_data
from sevenstep.ruleset.step3_architecture.s305_feeds_itself import feeds_itself
from sevenstep.ruleset.step3_architecture.s306_function_alone import function_alone
from sevenstep.ruleset.step3_architecture.s307_domain_not_measured import domain_not_measured

RULES: Final[tuple[Rule, ...]] = (
    function_without_domain,
    functions_in_circle,
    empty_domain,
    feeds_without_data,
    feeds_itself,
    function_alone,
    domain_not_measured,
)
