"""Rules on references: they arrive, at the right kind of element."""

from typing import Final

from sevenstep.rules.references.s011_dangling_reference import dangling_reference
from sevenstep.rules.references.s012_wrong_kind import wrong_kind
from sevenstep.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    dangling_reference,
    wrong_kind,
)
