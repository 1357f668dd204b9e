from typing import Final

from sevenstep.diagnostic import RuleInfo, Severity
from sevenstep.examples import Beside
from sevenstep.language import Text

UNREADABLE_FILE: Final = RuleInfo(
    "S001",
    "unreadable-file",
    Severity.ERROR,
    Text(zh="文件必须能读取，并且是 UTF-8 文本", en="A file can be read and is UTF-8 text"),
    Text(
        zh="读不出来的文件等于丢失的内容：其余文件照常检查，但这份文件里的要素全都不见了。",
        en="A file that cannot be read is content lost: the other files are checked, its elements are missing.",
    ),
    Beside(__file__, "gb18030"),
)
