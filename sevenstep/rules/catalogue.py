"""Every rule there is, written out, in the order of the codes."""

from typing import Final

from sevenstep.diagnostic import RuleId
from sevenstep.model import problems as model_problems
from sevenstep.rules import (
    across_steps,
    step1_goals,
    step2_indicators,
    step4_paths,
    step7_flows,
)
from sevenstep.rules.crash import RULE_CRASHED
from sevenstep.rules.rule import Rule
from sevenstep.source import problems as source_problems

CHAIN_RULES: Final[tuple[Rule, ...]] = (
    across_steps.dangling_reference,
    across_steps.wrong_kind,
    step1_goals.goal_cycle,
    step2_indicators.formula_cycle,
    step4_paths.actor_cycle,
    step4_paths.accountable_not_one,
    step4_paths.responsible_missing,
    step4_paths.raci_twice,
    step7_flows.flow_without_start,
    step7_flows.flow_without_end,
    step7_flows.unreachable_step,
    step7_flows.cannot_finish,
    step7_flows.chances_off_one,
    across_steps.unjustified,
    across_steps.uncovered,
)
"""The rules that look at the chain."""

ALL_RULES: Final[tuple[RuleId, ...]] = (
    RULE_CRASHED,
    *source_problems.RULES,
    *model_problems.RULES,
    *(one.id for one in CHAIN_RULES),
)
"""All rules, those of reading included, which need no function of their own."""
