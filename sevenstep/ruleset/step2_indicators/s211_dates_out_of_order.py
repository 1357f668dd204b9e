from collections.abc import Iterator
from itertools import pairwise

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.dates import is_before
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step2_indicators.targets import due


@rule(
    "S211",
    "dates-out-of-order",
    Severity.WARNING,
    title=Text(
        zh="日期从早到晚写，目标在基线之后", en="Dates are written in order, and targets come after the baseline"
    ),
    reason=Text(
        zh="顺序乱了的日期多半是写错了年份。",
        en="Dates out of order are mostly a slip of the year.",
    ),
)
def dates_out_of_order(chain: Chain) -> Iterator[Violation]:
    for indicator in chain.engagement.of(Indicator):
        start = indicator.baseline.date if indicator.baseline is not None else None
        for day in indicator.targets:
            if start is not None and due(day) <= due(start):
                yield Violation(
                    indicator.id,
                    Text(
                        zh=f"目标的日期 {day} 不在基线的日期 {start} 之后",
                        en=f"The target of {day} does not come after the baseline of {start}",
                    ),
                    Text(zh="改正其中一个日期", en="Correct one of the two dates"),
                    ("targets", day),
                    on_key=True,
                )
        for field, days in (("targets", list(indicator.targets)), ("measurements", list(indicator.measurements))):
            for before, after in pairwise(days):
                if is_before(after, before):
                    yield Violation(
                        indicator.id,
                        Text(zh=f"{after} 写在 {before} 后面", en=f"{after} is written after {before}"),
                        Text(zh="按时间先后写，或改正年份", en="Write them in order of time, or correct the year"),
                        (field, after),
                        on_key=True,
                    )
