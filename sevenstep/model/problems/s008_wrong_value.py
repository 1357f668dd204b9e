from typing import Final

from sevenstep.diagnostic import RuleInfo, Severity
from sevenstep.examples import Beside
from sevenstep.language import Text

WRONG_VALUE: Final = RuleInfo(
    "S008",
    "wrong-value",
    Severity.ERROR,
    Text(zh="字段的值要符合它的类型", en="A field's value fits its type"),
    Text(
        zh="不合适的值既不能检查，也不能计算。",
        en="A value that does not fit can be neither checked nor computed with.",
    ),
    Beside(__file__),
)
