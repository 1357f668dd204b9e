from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step1_context import StrategicContext
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step1_goals.goal_tree import begin_of, end_of


@rule(
    "S120",
    "context-ends-before-it-begins",
    Severity.WARNING,
    title=Text(zh="规划的期限不早于发布时间", en="A plan ends after it was issued"),
    reason=Text(zh="两个日期有一个写错了。", en="One of the two dates is wrong."),
)
def context_ends_before_it_begins(chain: Chain) -> Iterator[Violation]:
    for found in chain.engagement.of(StrategicContext):
        if found.date is not None and found.horizon is not None and end_of(found.horizon) < begin_of(found.date):
            yield Violation(
                found.id,
                Text(
                    zh=f"“{found.id}”{found.date} 才发布，期限却是 {found.horizon}",
                    en=f"“{found.id}” was issued {found.date}, but holds until {found.horizon}",
                ),
                Text(zh="核对 date 和 horizon", en="Compare date and horizon with the document"),
                ("horizon",),
            )
