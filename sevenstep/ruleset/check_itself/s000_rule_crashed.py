from typing import Final

from sevenstep.diagnostic import RuleInfo, Severity
from sevenstep.language import Text

RULE_CRASHED: Final = RuleInfo(
    "S000",
    "rule-crashed",
    Severity.ERROR,
    Text(zh="每条规则都要能运行到底", en="Every rule runs to its end"),
    Text(
        zh="没有运行完的规则什么也没有保证。",
        en="A rule that did not finish has promised nothing.",
    ),
)
