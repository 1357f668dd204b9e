"""Rules of step 7: flows that can be followed and measured, their data, their variants, and what is found in them."""

from typing import Final

from sevenstep.ruleset.rule import Rule
from sevenstep.ruleset.step7_flows.s701_flow_without_start import flow_without_start
from sevenstep.ruleset.step7_flows.s702_flow_without_end import flow_without_end
from sevenstep.ruleset.step7_flows.s703_unreachable_step import unreachable_step
from sevenstep.ruleset.step7_flows.s704_cannot_finish import cannot_finish
from sevenstep.ruleset.step7_flows.s705_chances_off_one import chances_off_one
from sevenstep.ruleset.step7_flows.s706_flow_deadlock import flow_deadlock
from sevenstep.ruleset.step7_flows.s707_runs_twice import runs_twice
from sevenstep.ruleset.step7_flows.s708_dead_step import dead_step
from sevenstep.ruleset.step7_flows.s709_gateways_mismatched import gateways_mismatched
from sevenstep.ruleset.step7_flows.s710_branch_without_condition import branch_without_condition
from sevenstep.ruleset.step7_flows.s711_gateway_does_nothing import gateway_does_nothing
from sevenstep.ruleset.step7_flows.s712_chances_on_parallel import chances_on_parallel
from sevenstep.ruleset.step7_flows.s713_flow_without_scope import flow_without_scope
from sevenstep.ruleset.step7_flows.s714_activity_without_actor import activity_without_actor
from sevenstep.ruleset.step7_flows.s715_activity_without_time import activity_without_time
from sevenstep.ruleset.step7_flows.s716_activity_without_system import activity_without_system
from sevenstep.ruleset.step7_flows.s717_activity_without_mode import activity_without_mode
from sevenstep.ruleset.step7_flows.s718_lane_not_on_path import lane_not_on_path
from sevenstep.ruleset.step7_flows.s719_read_before_written import read_before_written
from sevenstep.ruleset.step7_flows.s720_data_without_owner import data_without_owner
from sevenstep.ruleset.step7_flows.s721_data_without_record import data_without_record
from sevenstep.ruleset.step7_flows.s722_data_unused import data_unused
from sevenstep.ruleset.step7_flows.s723_as_is_without_to_be import as_is_without_to_be
from sevenstep.ruleset.step7_flows.s724_to_be_without_as_is import to_be_without_as_is
from sevenstep.ruleset.step7_flows.s725_variant_twice import variant_twice
from sevenstep.ruleset.step7_flows.s726_measure_shapes_as_is import measure_shapes_as_is
from sevenstep.ruleset.step7_flows.s727_estimate_in_another_unit import estimate_in_another_unit
from sevenstep.ruleset.step7_flows.s728_finding_without_evidence import finding_without_evidence
from sevenstep.ruleset.step7_flows.s729_finding_touches_nothing import finding_touches_nothing
from sevenstep.ruleset.step7_flows.s730_unknown_calendar import unknown_calendar
from sevenstep.ruleset.step7_flows.s731_resource_without_capacity import resource_without_capacity
from sevenstep.ruleset.step7_flows.s732_resource_of_nobody import resource_of_nobody
from sevenstep.ruleset.step7_flows.s733_resource_without_work import resource_without_work
from sevenstep.ruleset.step7_flows.s734_estimate_mixes_ends import estimate_mixes_ends
from sevenstep.ruleset.step7_flows.s738_inclusive_branch_without_chance import inclusive_branch_without_chance
from sevenstep.ruleset.step7_flows.s740_finding_of_no_rule import finding_of_no_rule
from sevenstep.ruleset.step7_flows.s741_threshold_that_is_none import threshold_that_is_none
from sevenstep.ruleset.step7_flows.s760_change_in_the_design import change_in_the_design
from sevenstep.ruleset.step7_flows.s761_change_that_cannot_be import change_that_cannot_be
from sevenstep.ruleset.step7_flows.s762_changed_chances import changed_chances
from sevenstep.ruleset.step7_flows.s763_loop_hardly_left import loop_hardly_left
from sevenstep.ruleset.step7_flows.s764_soundness_not_judged import soundness_not_judged
from sevenstep.ruleset.step7_flows.s765_branch_runs_on import branch_runs_on
from sevenstep.ruleset.step7_flows.s766_detour_runs_on import detour_runs_on
from sevenstep.ruleset.step7_flows.s767_emissions_in_another_unit import emissions_in_another_unit
from sevenstep.ruleset.step7_flows.s768_event_at_step_never_taken import event_at_step_never_taken
from sevenstep.ruleset.step7_flows.s769_estimate_of_what_nobody_states import estimate_of_what_nobody_states
from sevenstep.ruleset.step7_flows.s770_goes_wrong_mostly import goes_wrong_mostly
from sevenstep.ruleset.step7_flows.s771_online_rate_of_nothing_known import online_rate_of_nothing_known
from sevenstep.ruleset.step7_flows.s772_online_rate_in_another_unit import online_rate_in_another_unit
from sevenstep.ruleset.step7_flows.s773_online_rate_twice import online_rate_twice
from sevenstep.ruleset.step7_flows.s790_item_island import item_island
from sevenstep.ruleset.step7_flows.s791_dependence_without_handover import dependence_without_handover
from sevenstep.ruleset.step7_flows.s792_taken_from_later import taken_from_later

RULES: Final[tuple[Rule, ...]] = (
    flow_without_start,
    flow_without_end,
    unreachable_step,
    cannot_finish,
    chances_off_one,
    flow_deadlock,
    runs_twice,
    dead_step,
    gateways_mismatched,
    branch_without_condition,
    gateway_does_nothing,
    chances_on_parallel,
    flow_without_scope,
    activity_without_actor,
    activity_without_time,
    activity_without_system,
    activity_without_mode,
    lane_not_on_path,
    read_before_written,
    data_without_owner,
    data_without_record,
    data_unused,
    as_is_without_to_be,
    to_be_without_as_is,
    variant_twice,
    measure_shapes_as_is,
    estimate_in_another_unit,
    finding_without_evidence,
    finding_touches_nothing,
    unknown_calendar,
    resource_without_capacity,
    resource_of_nobody,
    resource_without_work,
    estimate_mixes_ends,
    inclusive_branch_without_chance,
    finding_of_no_rule,
    threshold_that_is_none,
    change_in_the_design,
    change_that_cannot_be,
    changed_chances,
    loop_hardly_left,
    soundness_not_judged,
    branch_runs_on,
    detour_runs_on,
    emissions_in_another_unit,
    event_at_step_never_taken,
    estimate_of_what_nobody_states,
    goes_wrong_mostly,
    online_rate_of_nothing_known,
    online_rate_in_another_unit,
    online_rate_twice,
    item_island,
    dependence_without_handover,
    taken_from_later,
)
