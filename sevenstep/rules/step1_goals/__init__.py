"""Rules of step 1."""

from typing import Final

from sevenstep.rules.rule import Rule
from sevenstep.rules.step1_goals import goal_tree, open_questions

RULES: Final[tuple[Rule, ...]] = (*goal_tree.RULES, *open_questions.RULES)
"""The rules of this step."""
