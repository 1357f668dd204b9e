from collections.abc import Iterator

from sevenstep.analysis.appraisal.appraise import first_year
from sevenstep.analysis.appraisal.calendar_years import Span
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text
from sevenstep.model.dates import end_of
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.model.quantity.yearly import a_year
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A504",
    "year-outside-horizon",
    Severity.WARNING,
    title=Text(zh="写到的年份都在测算年数之内", en="Every year that is named is looked at"),
    reason=Text(
        zh="测算年数之外的钱不计入结果。",
        en="Money of a year that is not looked at is left out of the result.",
    ),
)
def year_outside_horizon(chain: Chain) -> Iterator[Violation]:
    for appraisal in chain.engagement.of(Appraisal):
        span = Span(first_year(chain, appraisal), max(1, appraisal.horizon))
        first, last = span.years[0], span.years[-1]
        for path, day in _days(appraisal, first):
            if span.place(day) is None:
                yield Violation(
                    appraisal.id,
                    Text(
                        zh=f"{day} 不在测算的 {first}–{last} 年之内",
                        en=f"{day} is not among the years looked at, {first} to {last}",
                    ),
                    Text(
                        zh="改 from 或 horizon，把这一年算进来，或改正年份",
                        en="Change from or horizon so that the year is looked at, or put the year right",
                    ),
                    path,
                    on_key=path[-1] not in {"from"},
                )


def _days(appraisal: Appraisal, first: int) -> Iterator[tuple[KeyPath, str]]:
    """The years in which money flows, with where they stand; a sum a year may have begun before the `first`."""
    for name, number, line in appraisal.lines:
        is_yearly = line.amount is not None and a_year(line.amount) is not None
        if line.begins is not None and not (is_yearly and end_of(line.begins).year < first):
            yield (name, number, "from"), line.begins
        for day in line.by_year:
            yield (name, number, "by_year", day), day
    for number, loan in enumerate(appraisal.loans):
        if loan.begins is not None:
            yield ("loans", number, "from"), loan.begins
