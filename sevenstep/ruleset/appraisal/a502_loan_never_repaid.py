from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A502",
    "loan-never-repaid",
    Severity.ERROR,
    title=Text(zh="贷款还得清", en="A loan is paid back"),
    reason=Text(
        zh="没有期限，或宽限期、建设期和期限一样长，本金就一直不还，偿债能力无从谈起。",
        en="Without a term, or with grace or building as long as the term, the principal is never paid back, and "
        "nobody can say whether it can be.",
    ),
)
def loan_never_repaid(chain: Chain) -> Iterator[Violation]:
    for appraisal in chain.engagement.of(Appraisal):
        for number, loan in enumerate(appraisal.loans):
            if loan.is_repaid:
                continue
            field, name = ("grace", "宽限期") if loan.grace >= loan.building else ("building", "建设期")
            title = loan.title
            why = (
                Text(zh="未写期限", en="has no term")
                if loan.term is None
                else Text(
                    zh=f"{name} {loan.without_principal} 年，期限也只有 {loan.term} 年",
                    en=f"has {loan.without_principal} years of {field} in a term of {loan.term}",
                )
            )
            yield Violation(
                appraisal.id,
                Text(
                    zh=f"贷款“{title.for_language('zh')}”还不清：{why.for_language('zh')}",
                    en=f"The loan “{title.for_language('en')}” is never paid back: it {why.for_language('en')}",
                ),
                Text(
                    zh="写上比宽限期和建设期长的期限，如 term: 10, grace: 2",
                    en="Give a term longer than the grace and the building, as in term: 10, grace: 2",
                ),
                ("loans", number) if loan.term is None else ("loans", number, field),
            )
