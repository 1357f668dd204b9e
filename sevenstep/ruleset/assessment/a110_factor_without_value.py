from collections.abc import Iterator

from sevenstep.analysis.assessment.assess import assessments
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import plain_number
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A110",
    "factor-without-value",
    Severity.QUESTION,
    title=Text(zh="最下层的因素有评估值", en="The lowest factors have a value"),
    reason=Text(
        zh="缺的不算作零分，但总分只说得出一个范围。",
        en="What is missing does not count as nought, but the whole is then known within bounds only.",
    ),
)
def factor_without_value(chain: Chain) -> Iterator[Violation]:
    for result in assessments(chain).values():
        assessment = chain.elements[result.assessment]
        for found in result.factors:
            if not found.is_leaf or found.problem is not None or found.reached is not None:
                continue
            share = plain_number(round(100 * found.share, 1))
            yield Violation(
                found.factor,
                Text(
                    zh=f"“{assessment.id}”的这一因素还没有值，它占总分的 {share}%",
                    en=f"This factor of “{assessment.id}” has no value yet; it is {share}% of the whole",
                ),
                Text(
                    zh="写上 values: {日期: 分数或数值}",
                    en="Add values: {date: score or figure}",
                ),
            )
