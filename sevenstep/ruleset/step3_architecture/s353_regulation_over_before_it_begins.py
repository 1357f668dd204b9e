from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.dates import is_before
from sevenstep.model.step3_regulations import Regulation
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S353",
    "regulation-over-before-it-begins",
    Severity.ERROR,
    title=Text(zh="法规标准先生效后失效", en="A regulation begins before it ends"),
    reason=Text(
        zh="失效日期早于生效日期，它就没有一天适用：多半是写错了年份。",
        en="One that is over before it begins never applies: mostly a slip of the year.",
    ),
)
def regulation_over_before_it_begins(chain: Chain) -> Iterator[Violation]:
    for regulation in chain.engagement.of(Regulation):
        if regulation.begins and regulation.until and is_before(regulation.until, regulation.begins):
            yield Violation(
                regulation.id,
                Text(
                    zh=f"法规标准“{regulation.id}”{regulation.begins} 才生效，{regulation.until} 就失效了",
                    en=f"Regulation “{regulation.id}” applies from {regulation.begins}, "
                    f"yet until {regulation.until} only",
                ),
                Text(zh="改正其中一个日期", en="Correct one of the two dates"),
                ("until",),
                also=((regulation.id, ("from",)),),
            )
