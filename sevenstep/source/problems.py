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
CUT_TEXT: Final = RuleInfo(
    "S016",
    "text-cut-by-hash",
    Severity.WARNING,
    Text(zh="文字不能被“ #”截断", en="A text is not cut off by “ #”"),
    Text(
        zh="空格加 # 开始一段注释：# 后面的字不会出现在任何页面上。",
        en="A blank and # begin a comment: what stands behind them is on no page.",
    ),
    bad="""
    goals:
      G4: {title: "Gate #3"}
      G5:
        title: Gate #4 open at night
    """,
    good="""
    goals:
      G4:
        title: "Gate #4 open at night"
        horizon: 2027 # agreed in March
    """,
)
COMMA_IN_TEXT: Final = RuleInfo(
    "S017",
    "comma-in-text",
    Severity.ERROR,
    Text(zh="花括号里的文字若有半角逗号，要加引号", en="A text with a comma stands in quotes inside braces"),
    Text(
        zh="花括号里，逗号结束一项：后半段文字成了一个不存在的字段。",
        en="Inside braces a comma ends the entry: the rest of the text becomes a field that does not exist.",
    ),
    bad="""
    goals:
      G1: {title: Faster, cheaper clearance, horizon: 2027}
    """,
    good="""
    goals:
      G1: {title: "Faster, cheaper clearance", horizon: 2027}
      G2:
        title: Faster, cheaper clearance
    """,
)
BACKSLASH: Final = RuleInfo(
    "S018",
    "backslash-in-quotes",
    Severity.WARNING,
    Text(zh="双引号里的反斜杠要写两次", en="A backslash in double quotes is written twice"),
    Text(
        zh="双引号里“\\n”是换行、“\\t”是制表符：路径 C:\\new 会变成两行。",
        en="In double quotes \\n is a line end and \\t a tab: the path C:\\new becomes two lines.",
    ),
    bad="""
    goals:
      G1: {title: "From C:\\new"}
    """,
    good="""
    goals:
      G1: {title: 'From C:\\new'}
    """,
)

RULES: Final = (UNREADABLE, SYNTAX, REFUSED, DUPLICATE_KEY, STRUCTURE, CUT_TEXT, COMMA_IN_TEXT, BACKSLASH)
