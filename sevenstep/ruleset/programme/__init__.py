"""Rules of the programme: projects, their dates, money, resources and principles."""

from typing import Final

from sevenstep.ruleset.programme.a401_project_delivers_nothing import project_delivers_nothing
from sevenstep.ruleset.programme.a402_measure_without_project import measure_without_project
from sevenstep.ruleset.programme.a403_project_without_lead import project_without_lead
from sevenstep.ruleset.programme.a404_project_before_what_it_needs import project_before_what_it_needs
from sevenstep.ruleset.programme.a405_projects_in_circle import projects_in_circle
from sevenstep.ruleset.programme.a406_dates_run_backwards import dates_run_backwards
from sevenstep.ruleset.programme.a407_project_ends_after_its_target import project_ends_after_its_target
from sevenstep.ruleset.programme.a408_budget_beyond_its_source import budget_beyond_its_source
from sevenstep.ruleset.programme.a409_budget_outside_the_project import budget_outside_the_project
from sevenstep.ruleset.programme.a410_pool_booked_beyond_what_it_has import pool_booked_beyond_what_it_has
from sevenstep.ruleset.programme.a411_stale_state import stale_state
from sevenstep.ruleset.programme.a412_kpi_nobody_measures import kpi_nobody_measures
from sevenstep.ruleset.programme.a413_judged_by_no_target import judged_by_no_target
from sevenstep.ruleset.programme.a414_principle_unused import principle_unused
from sevenstep.ruleset.programme.a415_principle_contradicted import principle_contradicted
from sevenstep.ruleset.programme.a416_money_where_nothing_moves import money_where_nothing_moves
from sevenstep.ruleset.programme.a418_rollout_goes_back import rollout_goes_back
from sevenstep.ruleset.programme.a419_risk_without_answer import risk_without_answer
from sevenstep.ruleset.programme.a420_card_weights_off_one import card_weights_off_one
from sevenstep.ruleset.programme.a421_money_in_two_currencies import money_in_two_currencies
from sevenstep.ruleset.programme.a422_unit_booked_beyond_what_it_has import unit_booked_beyond_what_it_has
from sevenstep.ruleset.programme.a423_taken_in_another_unit import taken_in_another_unit
from sevenstep.ruleset.programme.a424_spent_beyond_budget import spent_beyond_budget
from sevenstep.ruleset.programme.a425_project_outside_its_phase import project_outside_its_phase
from sevenstep.ruleset.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    project_delivers_nothing,
    measure_without_project,
    project_without_lead,
    project_before_what_it_needs,
    projects_in_circle,
    dates_run_backwards,
    project_ends_after_its_target,
    budget_beyond_its_source,
    budget_outside_the_project,
    pool_booked_beyond_what_it_has,
    stale_state,
    kpi_nobody_measures,
    judged_by_no_target,
    principle_unused,
    principle_contradicted,
    money_where_nothing_moves,
    rollout_goes_back,
    risk_without_answer,
    card_weights_off_one,
    money_in_two_currencies,
    unit_booked_beyond_what_it_has,
    taken_in_another_unit,
    spent_beyond_budget,
    project_outside_its_phase,
)
