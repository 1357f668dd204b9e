from collections.abc import Iterator
from itertools import pairwise

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step2_indicators.targets import due, is_worse_than, shown_in_unit, targets_on_wrong_side


@rule(
    "S210",
    "target-against-direction",
    Severity.WARNING,
    title=Text(zh="后面的目标值不比前面的差", en="A later target is no worse than an earlier one"),
    reason=Text(
        zh="先进后退的目标多半是数字写错了；真要这样，请写明理由。",
        en="Targets that go back and forth are mostly a slip; if they are meant, say why.",
    ),
)
def target_against_direction(chain: Chain) -> Iterator[Violation]:
    for indicator in chain.engagement.of(Indicator):
        worse = targets_on_wrong_side(indicator)
        for before, after in pairwise(sorted(indicator.whole_targets, key=due)):
            earlier, later = indicator.targets[before].known, indicator.targets[after].known
            if after not in worse and is_worse_than(indicator, later, earlier):
                is_, was = shown_in_unit(indicator, later), shown_in_unit(indicator, earlier)
                yield Violation(
                    indicator.id,
                    Text(
                        zh=f"{after} 的目标值（{is_.zh}）比 {before} 的（{was.zh}）更差",
                        en=f"The target of {after}, {is_.en}, is worse than that of {before}, {was.en}",
                    ),
                    Text(
                        zh="改正其中一个，或写明理由：accepted: {S210: 理由}",
                        en="Correct one of them, or say why: accepted: {S210: reason}",
                    ),
                    ("targets", after),
                )
