"""The rules of reading (S001 to S005, S016 to S018): what a file must be before its content can be looked at."""

from typing import Final

from sevenstep.diagnostic import RuleInfo
from sevenstep.source.problems.s001_unreadable_file import UNREADABLE_FILE
from sevenstep.source.problems.s002_yaml_syntax import YAML_SYNTAX
from sevenstep.source.problems.s003_yaml_not_allowed import YAML_NOT_ALLOWED
from sevenstep.source.problems.s004_duplicate_key import DUPLICATE_KEY
from sevenstep.source.problems.s005_wrong_structure import WRONG_STRUCTURE
from sevenstep.source.problems.s016_text_cut_by_hash import TEXT_CUT_BY_HASH
from sevenstep.source.problems.s017_comma_in_text import COMMA_IN_TEXT
from sevenstep.source.problems.s018_backslash_in_quotes import BACKSLASH_IN_QUOTES

__all__ = [
    "BACKSLASH_IN_QUOTES",
    "COMMA_IN_TEXT",
    "DUPLICATE_KEY",
    "RULES",
    "TEXT_CUT_BY_HASH",
    "UNREADABLE_FILE",
    "WRONG_STRUCTURE",
    "YAML_NOT_ALLOWED",
    "YAML_SYNTAX",
]

RULES: Final[tuple[RuleInfo, ...]] = (
    UNREADABLE_FILE,
    YAML_SYNTAX,
    YAML_NOT_ALLOWED,
    DUPLICATE_KEY,
    WRONG_STRUCTURE,
    TEXT_CUT_BY_HASH,
    COMMA_IN_TEXT,
    BACKSLASH_IN_QUOTES,
)
