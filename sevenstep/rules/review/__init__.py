"""Rules on what reviewers said: every word of theirs is answered, and the answer is written down."""

from typing import Final

from sevenstep.rules.review.s841_open_objection import open_objection
from sevenstep.rules.review.s842_open_comment import open_comment
from sevenstep.rules.review.s843_note_on_missing_element import note_on_missing_element
from sevenstep.rules.review.s844_settled_without_how import settled_without_how
from sevenstep.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    open_objection,
    open_comment,
    note_on_missing_element,
    settled_without_how,
)
