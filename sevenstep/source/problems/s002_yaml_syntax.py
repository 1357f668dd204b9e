from typing import Final

from sevenstep.diagnostic import RuleInfo, Severity
from sevenstep.examples import Beside
from sevenstep.language import Text

YAML_SYNTAX: Final = RuleInfo(
    "S002",
    "yaml-syntax",
    Severity.ERROR,
    Text(zh="文件必须是正确的 YAML", en="A file is well-formed YAML"),
    Text(
        zh="语法错误之后的内容无法读取。",
        en="What stands after a syntax error cannot be read.",
    ),
    Beside(__file__),
)
