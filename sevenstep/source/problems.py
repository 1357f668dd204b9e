"""The rules of reading (S001 to S005): what a file must be before its content can be looked at."""

from typing import Final

from sevenstep.diagnostic import RuleInfo, Severity
from sevenstep.language import Text

UNREADABLE: Final = RuleInfo(
    "S001",
    "unreadable-file",
    Severity.ERROR,
    Text(zh="文件必须能读取，并且是 UTF-8 文本", en="A file can be read and is UTF-8 text"),
    Text(
        zh="读不出来的文件等于丢失的内容：其余文件照常检查，但这份文件里的要素全都不见了。",
        en="A file that cannot be read is content lost: the other files are checked, its elements are missing.",
    ),
    bad="""
    id: sample
    title: {zh: 样例, en: Sample}
    client: 口岸物流办公室
    """,
    good="""
    id: sample
    title: {zh: 样例, en: Sample}
    """,
    encoding="gb18030",
)
SYNTAX: Final = RuleInfo(
    "S002",
    "yaml-syntax",
    Severity.ERROR,
    Text(zh="文件必须是正确的 YAML", en="A file is well-formed YAML"),
    Text(
        zh="语法错误之后的内容无法读取。",
        en="What stands after a syntax error cannot be read.",
    ),
    bad="""
    goals:
      G1:
        title：更快通关
        horizon: 2027
    """,
    good="""
    goals:
      G1: {title: "Faster: clearance"}
    """,
)
REFUSED: Final = RuleInfo(
    "S003",
    "yaml-not-allowed",
    Severity.ERROR,
    Text(
        zh="只用简单的 YAML：不用别名、合并键、标签、复杂键和第二个文档",
        en="Plain YAML only: no aliases, merge keys, tags, complex keys or second documents",
    ),
    Text(
        zh="这些写法会让小文件膨胀成极大的数据，也让不懂编程的人读不懂模型。",
        en="They let a small file swell into huge data, and hide what a model says from those who do not program.",
    ),
    bad="""
    goals:
      G1: &first
        title: Faster clearance
      G2: *first
    """,
    good="""
    goals:
      G1: {title: "*faster"}
    """,
)
DUPLICATE_KEY: Final = RuleInfo(
    "S004",
    "duplicate-key",
    Severity.ERROR,
    Text(zh="同一处不能有两个相同的键", en="A key is given once in its mapping"),
    Text(
        zh="两个值只能留下一个，另一个会悄悄丢失。",
        en="Only one of the two values could be kept; the other would be lost without a word.",
    ),
    bad="""
    goals:
      G1:
        title: Faster clearance
        title: Cheaper clearance
    """,
    good="""
    goals:
      G1: {title: Faster clearance}
    """,
)
STRUCTURE: Final = RuleInfo(
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
    bad="""
    goals:
      - title: Faster clearance
    """,
    good="""
    goals:
      G1: {title: Faster clearance}
    """,
)

RULES: Final = (UNREADABLE, SYNTAX, REFUSED, DUPLICATE_KEY, STRUCTURE)
