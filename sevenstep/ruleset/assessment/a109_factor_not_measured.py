from collections.abc import Iterator

from sevenstep.analysis.assessment.assess import assessments
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.factor import Factor
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A109",
    "factor-not-measured",
    Severity.WARNING,
    title=Text(zh="最下层的因素能衡量", en="The lowest factors can be measured"),
    reason=Text(
        zh="不知道什么算好、什么算差，有数也评不了。",
        en="Where nothing says what is good and what is bad, a number says nothing.",
    ),
)
def factor_not_measured(chain: Chain) -> Iterator[Violation]:
    for result in assessments(chain).values():
        for found in result.factors:
            factor = chain.elements[found.factor]
            if found.problem is None or not isinstance(factor, Factor):
                continue
            if not (factor.values or factor.takes or factor.peers or factor.targets):
                continue
            yield Violation(
                found.factor,
                found.problem.inserted_into(zh="评不了：{}", en="It cannot be assessed: {}"),
                Text(
                    zh="打分的写 scale；数值写 unit、worst 和 best，单位要能换算",
                    en="Scores need a scale, figures a unit, worst and best, in units that can be converted",
                ),
            )
