from typing import Final

from sevenstep.diagnostic import RuleInfo, Severity
from sevenstep.examples import Beside
from sevenstep.language import Text

TEXT_CUT_BY_HASH: Final = RuleInfo(
    "S016",
    "text-cut-by-hash",
    Severity.WARNING,
    Text(zh="文字不能被“ #”截断", en="A text is not cut off by “ #”"),
    Text(
        zh="空格加 # 开始一段注释：# 后面的字不会出现在任何页面上。",
        en="A blank and # begin a comment: what stands behind them is on no page.",
    ),
    Beside(__file__),
)
