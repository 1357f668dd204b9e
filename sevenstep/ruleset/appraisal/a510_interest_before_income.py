from collections.abc import Iterator

from sevenstep.analysis.appraisal.appraise import first_year
from sevenstep.analysis.appraisal.calendar_years import first_day
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A510",
    "interest-before-income",
    Severity.HINT,
    title=Text(zh="没有收入的年份，利息由谁付写明了", en="Who pays interest before anything is earned is said"),
    reason=Text(
        zh="还在建设的年份没有收入，却要付息：不写明由谁支付，这一年的偿债备付率就是 0。",
        en="In years of building interest is due and nothing is earned: unless somebody pays it, coverage of such a "
        "year is 0.",
    ),
)
def interest_before_income(chain: Chain) -> Iterator[Violation]:
    for appraisal in chain.engagement.of(Appraisal):
        earns = _earns(chain, appraisal)
        if earns is None:
            continue
        for number, loan in enumerate(appraisal.loans):
            drawn = first_day(loan.begins).year if loan.begins is not None else first_year(chain, appraisal)
            without = earns - drawn - 1
            if without <= loan.building or (loan.term is not None and without >= loan.term):
                continue
            title = loan.title
            yield Violation(
                appraisal.id,
                Text(
                    zh=f"“{title.for_language('zh')}”从 {drawn + 1 + loan.building} 年起付息，到 {earns} 年才有收入",
                    en=f"“{title.for_language('en')}” asks for interest from {drawn + 1 + loan.building} on, and "
                    f"nothing is earned before {earns}",
                ),
                Text(
                    zh=f"写 building: {without}，并用 building_interest 说明这几年的利息由自有资金支付，还是计入本金",
                    en=f"Write building: {without}, and say by building_interest whether interest of these years is "
                    "paid out of own money or capitalised",
                ),
                ("loans", number),
            )


def _earns(chain: Chain, appraisal: Appraisal) -> int | None:
    """The first year in which anything comes in; None where that cannot be read from the appraisal alone."""
    first = first_year(chain, appraisal)
    found = []
    for name, _, line in appraisal.lines:
        if name not in {"income", "grants"}:
            continue
        if line.by_year:
            found.append(min(first_day(day).year for day in line.by_year))
        elif line.begins is not None:
            found.append(first_day(line.begins).year)
        else:
            found.append(first if name == "grants" else first + 1)
    for saving in appraisal.savings:
        days = [*saving.reach, *([saving.begins] if saving.begins is not None else [])]
        if not days:
            return None
        found.append(min(first_day(day).year for day in days))
    return min(found, default=None)
