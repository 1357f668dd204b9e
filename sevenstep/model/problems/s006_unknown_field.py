from typing import Final

from sevenstep.diagnostic import RuleInfo, Severity
from sevenstep.examples import Beside
from sevenstep.language import Text

UNKNOWN_FIELD: Final = RuleInfo(
    "S006",
    "unknown-field",
    Severity.ERROR,
    Text(zh="只用方法里有的节和字段", en="Sections and fields are those of the method"),
    Text(
        zh="写错名字的字段不会被读取，它的内容就丢了。",
        en="A field with a misspelt name is not read: its content would be lost.",
    ),
    Beside(__file__),
)
