from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_regulations import Regulation
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S352",
    "regulation-without-date",
    Severity.WARNING,
    title=Text(zh="法规标准要写明何时生效", en="A regulation has a date from which it applies"),
    reason=Text(
        zh="没有日期，就不知道它现在管不管用，也不知道和别的规定是不是同时适用。",
        en="Without a date nobody can tell whether it applies today, or at the same time as another.",
    ),
)
def regulation_without_date(chain: Chain) -> Iterator[Violation]:
    for regulation in chain.engagement.of(Regulation):
        if regulation.begins is None:
            yield Violation(
                regulation.id,
                Text(
                    zh=f"法规标准“{regulation.id}”未写明何时生效",
                    en=f"Regulation “{regulation.id}” has no date from which it applies",
                ),
                Text(zh="写上 from: 生效日期，知道年份就写年份", en="Add from: and the date, or the year alone"),
            )
