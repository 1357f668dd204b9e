from typing import Final

from sevenstep.diagnostic import RuleInfo, Severity
from sevenstep.examples import Beside
from sevenstep.language import Text

COMMA_IN_TEXT: Final = RuleInfo(
    "S017",
    "comma-in-text",
    Severity.ERROR,
    Text(zh="花括号里的文字若有半角逗号，要加引号", en="A text with a comma stands in quotes inside braces"),
    Text(
        zh="花括号里，逗号结束一项：后半段文字成了一个不存在的字段。",
        en="Inside braces a comma ends the entry: the rest of the text becomes a field that does not exist.",
    ),
    Beside(__file__),
)
