"""Every rule there is, written out, in the order of the codes."""

from typing import Final

from sevenstep.diagnostic import RuleInfo
from sevenstep.model import problems as model_problems
from sevenstep.rules import (
    across_steps,
    chapters,
    evidence,
    review,
    settings_rules,
    step1_goals,
    step2_indicators,
    step3_architecture,
    step4_paths,
    step5_scenarios,
    step6_items,
    step7_flows,
    style,
    texts,
)
from sevenstep.rules.rule import Rule
from sevenstep.source import problems as source_problems

CHAIN_RULES: Final[tuple[Rule, ...]] = (
    across_steps.dangling_reference,
    across_steps.wrong_kind,
    *step1_goals.RULES,
    *step2_indicators.RULES,
    *step3_architecture.RULES,
    *step4_paths.RULES,
    *step5_scenarios.RULES,
    *step6_items.RULES,
    *step7_flows.RULES,
    across_steps.unjustified,
    across_steps.uncovered,
    *texts.RULES,
    *evidence.RULES,
    *review.RULES,
    *style.RULES,
    *chapters.RULES,
)
"""The rules that look at the chain."""

READING_RULES: Final[tuple[RuleInfo, ...]] = (
    settings_rules.RULE_CRASHED,
    *source_problems.RULES,
    *model_problems.RULES,
)
"""The rules of reading, which need no function of their own."""

ALL_RULES: Final[tuple[RuleInfo, ...]] = tuple(
    sorted(
        (*READING_RULES, *settings_rules.RULES, *(one.info for one in CHAIN_RULES)),
        key=lambda info: info.code,
    )
)
"""All rules that come with sevenstep."""
