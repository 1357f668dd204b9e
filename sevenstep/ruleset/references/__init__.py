"""Rules on references: they arrive, at the right kind of element."""

from typing import Final

from sevenstep.ruleset.references.s011_dangling_reference import dangling_reference
from sevenstep.ruleset.references.s012_wrong_kind import wrong_kind
from sevenstep.ruleset.references.s847_conclusion_of_no_indicator import conclusion_of_no_indicator
from sevenstep.ruleset.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    dangling_reference,
    wrong_kind,
    conclusion_of_no_indicator,
)
