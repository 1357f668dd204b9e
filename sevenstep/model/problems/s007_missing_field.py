from typing import Final

from sevenstep.diagnostic import RuleInfo, Severity
from sevenstep.examples import Beside
from sevenstep.language import Text

MISSING_FIELD: Final = RuleInfo(
    "S007",
    "missing-field",
    Severity.ERROR,
    Text(zh="必填的字段要写上", en="A required field is given"),
    Text(
        zh="没有它，这个要素说不清是什么。",
        en="Without it nobody can tell what the element is.",
    ),
    Beside(__file__),
)
