from collections.abc import Iterator

from sevenstep.chain.choices import ExchangeFate
from sevenstep.chain.graph import Chain
from sevenstep.chain.path_changes import path_changes
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S419",
    "path-changes-nothing",
    Severity.HINT,
    title=Text(zh="目标路径和现状路径要有差别", en="A to-be path differs from the path of today"),
    reason=Text(
        zh="每次交接都照旧，就不需要另写一条目标路径。",
        en="Where every hand-over stays as it is, there is no need to tell the path a second time.",
    ),
)
def path_changes_nothing(chain: Chain) -> Iterator[Violation]:
    for change in path_changes(chain).values():
        if change.exchanges and change.of(ExchangeFate.KEPT) == len(change.exchanges):
            yield Violation(
                change.after,
                Text(
                    zh=f"目标路径“{change.after}”的每次交互都和现状路径“{change.before}”一样",
                    en=f"Every exchange of to-be path “{change.after}” is the same as on as-is path “{change.before}”",
                ),
                Text(
                    zh="写明哪次交互改变（渠道、系统、双方），哪次取消、新增；没有改变的，两条合成一条，去掉 variant",
                    en="Say which exchanges change (channel, system, parties), go or come; if none does, keep one path "
                    "without variant",
                ),
                ("exchanges",),
            )
