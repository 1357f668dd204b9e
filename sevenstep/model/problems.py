"""The rules of the model (S006 to S010): what an element must be to be read."""

from typing import Final

from sevenstep.diagnostic import RuleInfo, Severity
from sevenstep.language import Text

UNKNOWN_FIELD: Final = RuleInfo(
    "S006",
    "unknown-field",
    Severity.ERROR,
    Text(zh="只用方法里有的节和字段", en="Sections and fields are those of the method"),
    Text(
        zh="写错名字的字段不会被读取，它的内容就丢了。",
        en="A field with a misspelt name is not read: its content would be lost.",
    ),
    bad="""
    goals:
      G1: {title: Faster clearance, horizn: 2027}
    indicatrs: {}
    """,
    good="""
    goals:
      G1: {title: Faster clearance, horizon: 2027}
    """,
)
MISSING_FIELD: Final = RuleInfo(
    "S007",
    "missing-field",
    Severity.ERROR,
    Text(zh="必填的字段要写上", en="A required field is given"),
    Text(
        zh="没有它，这个要素说不清是什么。",
        en="Without it nobody can tell what the element is.",
    ),
    bad="""
    actors:
      customs: {title: 海关}
    """,
    good="""
    actors:
      customs: {title: 海关, type: government}
    """,
)
WRONG_VALUE: Final = RuleInfo(
    "S008",
    "wrong-value",
    Severity.ERROR,
    Text(zh="字段的值要符合它的类型", en="A field's value fits its type"),
    Text(
        zh="不合适的值既不能检查，也不能计算。",
        en="A value that does not fit can be neither checked nor computed with.",
    ),
    bad="""
    goals:
      G1: {title: Faster clearance, horizon: 2027-13, status: aproved}
      G2: {title: {fr: Plus vite}, tags: {a: b}}
    indicators:
      time:
        title: 平均通关时间
        measures: G1
        baseline: many hours
        targets: {2027: 9..7 d, soon: 5}
    """,
    good="""
    goals:
      G1: {title: Faster clearance, horizon: 2027-06}
    """,
)
DUPLICATE_ID: Final = RuleInfo(
    "S009",
    "duplicate-id",
    Severity.ERROR,
    Text(zh="编号在整个项目中只能用一次", en="An id is used once in the whole engagement"),
    Text(
        zh="引用、网页和图片都靠编号；大小写和全角半角不算不同。",
        en="References, pages and pictures go by the id; case and full-width forms do not tell ids apart.",
    ),
    bad="""
    goals:
      G1: {title: Faster clearance}
    actors:
      g1: {title: 海关, type: government}
    """,
    good="""
    goals:
      G1: {title: Faster clearance}
    actors:
      A1: {title: 海关, type: government}
    """,
)
UNSAFE_ID: Final = RuleInfo(
    "S010",
    "unsafe-id",
    Severity.ERROR,
    Text(zh="编号要能作文件名和网址", en="An id can name a file and an address"),
    Text(
        zh="编号会成为网页的地址和文件名，在每种系统上都要可用。",
        en="The id becomes the page's address and file name, on every system.",
    ),
    bad="""
    goals:
      ../G1: {title: Faster clearance}
      G 2: {title: Sooner}
    """,
    good="""
    goals:
      目标1: {title: Faster clearance}
      G1.1: {title: Sooner}
    """,
)

RULES: Final = (UNKNOWN_FIELD, MISSING_FIELD, WRONG_VALUE, DUPLICATE_ID, UNSAFE_ID)
