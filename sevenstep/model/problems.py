"""The rules of the model (S006 to S010): what an element must be to be read."""

from typing import Final

from sevenstep.diagnostic import RuleId, Severity
from sevenstep.language import Text

UNKNOWN_FIELD: Final = RuleId(
    "S006",
    "unknown-field",
    Severity.ERROR,
    Text(zh="只用方法里有的节和字段", en="Sections and fields are those of the method"),
    Text(
        zh="写错名字的字段不会被读取，它的内容就丢了。",
        en="A field with a misspelt name is not read: its content would be lost.",
    ),
)
MISSING_FIELD: Final = RuleId(
    "S007",
    "missing-field",
    Severity.ERROR,
    Text(zh="必填的字段要写上", en="A required field is given"),
    Text(
        zh="没有它，这个要素说不清是什么。",
        en="Without it nobody can tell what the element is.",
    ),
)
WRONG_VALUE: Final = RuleId(
    "S008",
    "wrong-value",
    Severity.ERROR,
    Text(zh="字段的值要符合它的类型", en="A field's value fits its type"),
    Text(
        zh="不合适的值既不能检查，也不能计算。",
        en="A value that does not fit can be neither checked nor computed with.",
    ),
)
DUPLICATE_ID: Final = RuleId(
    "S009",
    "duplicate-id",
    Severity.ERROR,
    Text(zh="编号在整个项目中只能用一次", en="An id is used once in the whole engagement"),
    Text(
        zh="引用、网页和图片都靠编号；大小写和全角半角不算不同。",
        en="References, pages and pictures go by the id; case and full-width forms do not tell ids apart.",
    ),
)
UNSAFE_ID: Final = RuleId(
    "S010",
    "unsafe-id",
    Severity.ERROR,
    Text(zh="编号要能作文件名和网址", en="An id can name a file and an address"),
    Text(
        zh="编号会成为网页的地址和文件名，在每种系统上都要可用。",
        en="The id becomes the page's address and file name, on every system.",
    ),
)

RULES: Final = (UNKNOWN_FIELD, MISSING_FIELD, WRONG_VALUE, DUPLICATE_ID, UNSAFE_ID)
