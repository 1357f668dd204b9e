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
from sevenstep.ruleset.step3_architecture.s350_regulation_without_issuer import regulation_without_issuer
from sevenstep.ruleset.step3_architecture.s351_regulation_binds_nothing import regulation_binds_nothing
from sevenstep.ruleset.step3_architecture.s352_regulation_without_date import regulation_without_date
from sevenstep.ruleset.step3_architecture.s353_regulation_over_before_it_begins import regulation_over_before_it_begins
from sevenstep.ruleset.step3_architecture.s354_regulation_without_jurisdiction import regulation_without_jurisdiction
from sevenstep.ruleset.step3_architecture.s355_issuer_said_twice import issuer_said_twice
from sevenstep.ruleset.step3_architecture.s356_subject_settled_twice import subject_settled_twice
from sevenstep.ruleset.step3_architecture.s357_required_by_what_does_not_bind import required_by_what_does_not_bind
from sevenstep.ruleset.step3_architecture.s358_demand_in_another_unit import demand_in_another_unit
from sevenstep.ruleset.step3_architecture.s359_demand_in_words import demand_in_words
from sevenstep.ruleset.step3_architecture.s360_name_worded_otherwise import name_worded_otherwise
from sevenstep.ruleset.step3_architecture.s361_demand_without_subject import demand_without_subject
from sevenstep.ruleset.step3_architecture.s362_subject_alone import subject_alone
from sevenstep.ruleset.step3_architecture.s363_named_though_an_element import named_though_an_element

RULES: Final[tuple[Rule, ...]] = (
    function_without_domain,
    functions_in_circle,
    empty_domain,
    feeds_without_data,
    feeds_itself,
    function_alone,
    domain_not_measured,
    regulation_without_issuer,
    regulation_binds_nothing,
    regulation_without_date,
    regulation_over_before_it_begins,
    regulation_without_jurisdiction,
    issuer_said_twice,
    subject_settled_twice,
    required_by_what_does_not_bind,
    demand_in_another_unit,
    demand_in_words,
    name_worded_otherwise,
    demand_without_subject,
    subject_alone,
    named_though_an_element,
)
