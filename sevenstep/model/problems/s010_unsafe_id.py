from typing import Final

from sevenstep.diagnostic import RuleInfo, Severity
from sevenstep.examples import Beside
from sevenstep.language import Text

UNSAFE_ID: Final = RuleInfo(
    "S010",
    "unsafe-id",
    Severity.ERROR,
    Text(zh="编号要能作文件名和网址", en="An id can name a file and an address"),
    Text(
        zh="编号会成为网页的地址和文件名，在每种系统上都要可用。",
        en="The id becomes the page's address and file name, on every system.",
    ),
    Beside(__file__),
)
