"""The rules of the model (S006 to S010): what an element must be to be read."""

from typing import Final

from sevenstep.diagnostic import RuleInfo
from sevenstep.model.problems.s006_unknown_field import UNKNOWN_FIELD
from sevenstep.model.problems.s007_missing_field import MISSING_FIELD
from sevenstep.model.problems.s008_wrong_value import WRONG_VALUE
from sevenstep.model.problems.s009_duplicate_id import DUPLICATE_ID
from sevenstep.model.problems.s010_unsafe_id import UNSAFE_ID

__all__ = [
    "DUPLICATE_ID",
    "MISSING_FIELD",
    "RULES",
    "UNKNOWN_FIELD",
    "UNSAFE_ID",
    "WRONG_VALUE",
]

RULES: Final[tuple[RuleInfo, ...]] = (
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_VALUE,
    DUPLICATE_ID,
    UNSAFE_ID,
)
