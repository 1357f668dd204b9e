from collections.abc import Iterator

from sevenstep.analysis.unmeasured import indicators_without_figures
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S204",
    "indicator-without-baseline",
    Severity.QUESTION,
    title=Text(zh="指标要有基线", en="An indicator has a baseline"),
    reason=Text(
        zh="不知道从哪里出发，就不知道目标是高是低。",
        en="Without a starting point nobody knows how far the target is.",
    ),
    decision=Text(
        zh="决定目标值定多高，以及改进算不算数。",
        en="It decides how far the target can be set, and what counts as progress.",
    ),
)
def indicator_without_baseline(chain: Chain) -> Iterator[Violation]:
    for indicator in indicators_without_figures(chain):
        if indicator.formula is None:
            yield Violation(
                indicator.id,
                indicator.title.inserted_into(zh="“{}”现在是多少？", en="What is “{}” today?"),
                Text(
                    zh="写进 baseline: {value: …, date: …, source: …}",
                    en="Write baseline: {value: …, date: …, source: …}",
                ),
            )
