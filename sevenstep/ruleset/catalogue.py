"""Every rule there is, written out folder by folder."""

from typing import Final

from sevenstep.diagnostic import RuleInfo
from sevenstep.model import problems as model_problems
from sevenstep.ruleset import (
    appraisal,
    assessment,
    blueprint,
    chapters,
    check_itself,
    coverage,
    decision,
    evidence,
    outcomes,
    programme,
    references,
    review,
    step1_goals,
    step2_indicators,
    step3_architecture,
    step3_places,
    step4_paths,
    step5_scenarios,
    step6_items,
    step7_flows,
    style,
    texts,
)
from sevenstep.ruleset.rule import Rule
from sevenstep.source import problems as source_problems

CHAIN_RULES: Final[tuple[Rule, ...]] = (
    *references.RULES,
    *step1_goals.RULES,
    *step2_indicators.RULES,
    *step3_architecture.RULES,
    *step3_places.RULES,
    *step4_paths.RULES,
    *step5_scenarios.RULES,
    *step6_items.RULES,
    *step7_flows.RULES,
    *assessment.RULES,
    *decision.RULES,
    *programme.RULES,
    *appraisal.RULES,
    *outcomes.RULES,
    *blueprint.RULES,
    *coverage.RULES,
    *texts.RULES,
    *evidence.RULES,
    *review.RULES,
    *style.RULES,
    *chapters.RULES,
)
"""The rules that look at the chain."""

READING_RULES: Final[tuple[RuleInfo, ...]] = (check_itself.RULE_CRASHED, *source_problems.RULES, *model_problems.RULES)
"""The rules of reading, which need no function of their own: what they report follows from nothing else."""

OTHER_RULES: Final[tuple[RuleInfo, ...]] = (*check_itself.RULES, *source_problems.RULES, *model_problems.RULES)
"""All that look at something else than the chain."""

ALL_RULES: Final[tuple[RuleInfo, ...]] = tuple(
    sorted((*OTHER_RULES, *(rule.info for rule in CHAIN_RULES)), key=lambda info: info.code)
)
"""All rules that come with sevenstep, by code."""
