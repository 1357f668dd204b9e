from typing import Final

from sevenstep.diagnostic import RuleInfo, Severity
from sevenstep.examples import Beside
from sevenstep.language import Text

DUPLICATE_ID: Final = RuleInfo(
    "S009",
    "duplicate-id",
    Severity.ERROR,
    Text(zh="编号在整个项目中只能用一次", en="An id is used once in the whole engagement"),
    Text(
        zh="引用、网页和图片都靠编号；大小写和全角半角不算不同。",
        en="References, pages and pictures go by the id; case and full-width forms do not tell ids apart.",
    ),
    Beside(__file__),
)
