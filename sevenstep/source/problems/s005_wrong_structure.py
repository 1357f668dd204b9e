from typing import Final

from sevenstep.diagnostic import RuleInfo, Severity
from sevenstep.examples import Beside
from sevenstep.language import Text

WRONG_STRUCTURE: Final = RuleInfo(
    "S005",
    "wrong-structure",
    Severity.ERROR,
    Text(
        zh="项目是一个文件夹：engagement.yaml，加上按“编号: 要素”书写的各节",
        en="An engagement is a folder: engagement.yaml, and sections that map ids to elements",
    ),
    Text(
        zh="放错位置的内容不会进入模型。",
        en="What stands in the wrong place does not get into the model.",
    ),
    Beside(__file__),
)
