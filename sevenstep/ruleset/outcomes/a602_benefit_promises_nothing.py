from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.outcomes import Benefit
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A602",
    "benefit-promises-nothing",
    Severity.WARNING,
    title=Text(zh="成效说清承诺多少", en="A benefit says how much is promised"),
    reason=Text(
        zh="没有数，就没有办法说做到了没有。",
        en="Without a figure nobody can say whether it was reached.",
    ),
)
def benefit_promises_nothing(chain: Chain) -> Iterator[Violation]:
    for benefit in chain.engagement.of(Benefit):
        if benefit.promised is None and benefit.indicator is None:
            yield Violation(
                benefit.id,
                Text(
                    zh=f"成效“{benefit.id}”没有指标，也没有承诺的数",
                    en=f"Benefit “{benefit.id}” has neither an indicator nor a figure that is promised",
                ),
                Text(
                    zh="写 indicator: 指标编号，或 promised: 500000 CNY/y",
                    en="Write indicator: and its id, or promised: 500000 CNY/y",
                ),
            )
