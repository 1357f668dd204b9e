from typing import Final

from sevenstep.diagnostic import RuleInfo, Severity
from sevenstep.examples import Beside
from sevenstep.language import Text

BACKSLASH_IN_QUOTES: Final = RuleInfo(
    "S018",
    "backslash-in-quotes",
    Severity.WARNING,
    Text(zh="双引号里的反斜杠要写两次", en="A backslash in double quotes is written twice"),
    Text(
        zh="双引号里“\\n”是换行、“\\t”是制表符：路径 C:\\notes 会变成两行。",
        en="In double quotes \\n is a line end and \\t a tab: the path C:\\notes becomes two lines.",
    ),
    Beside(__file__),
)
