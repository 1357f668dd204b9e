from typing import Final

from sevenstep.diagnostic import RuleInfo, Severity
from sevenstep.examples import Beside
from sevenstep.language import Text

DUPLICATE_KEY: Final = RuleInfo(
    "S004",
    "duplicate-key",
    Severity.ERROR,
    Text(zh="同一处不能有两个相同的键", en="A key is given once in its mapping"),
    Text(
        zh="两个值只能留下一个，另一个会悄悄丢失。",
        en="Only one of the two values could be kept; the other would be lost without a word.",
    ),
    Beside(__file__),
)
