"""Rules on what reviewers said: every word of theirs is answered, and the answer is written down."""

from typing import Final

from sevenstep.ruleset.review.s841_open_objection import open_objection
from sevenstep.ruleset.review.s842_open_comment import open_comment
from sevenstep.ruleset.review.s843_note_on_missing_element import note_on_missing_element
from sevenstep.ruleset.review.s844_settled_without_how import settled_without_how
from sevenstep.ruleset.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    open_objection,
    open_comment,
    note_on_missing_element,
    settled_without_how,
)
