"""The rules of reading (S001 to S005, S016 to S018): what a file must be before its content can be looked at."""

from typing import Final

from sevenstep.diagnostic import RuleInfo
from sevenstep.source.problems.s001_unreadable_file import UNREADABLE
from sevenstep.source.problems.s002_yaml_syntax import SYNTAX
from sevenstep.source.problems.s003_yaml_not_allowed import REFUSED
from sevenstep.source.problems.s004_duplicate_key import DUPLICATE_KEY
from sevenstep.source.problems.s005_wrong_structure import STRUCTURE
from sevenstep.source.problems.s016_text_cut_by_hash import CUT_TEXT
from sevenstep.source.problems.s017_comma_in_text import COMMA_IN_TEXT
from sevenstep.source.problems.s018_backslash_in_quotes import BACKSLASH

__all__ = [
    "BACKSLASH",
    "COMMA_IN_TEXT",
    "CUT_TEXT",
    "DUPLICATE_KEY",
    "REFUSED",
    "RULES",
    "STRUCTURE",
    "SYNTAX",
    "UNREADABLE",
]

RULES: Final[tuple[RuleInfo, ...]] = (
    UNREADABLE,
    SYNTAX,
    REFUSED,
    DUPLICATE_KEY,
    STRUCTURE,
    CUT_TEXT,
    COMMA_IN_TEXT,
    BACKSLASH,
)
