from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Direction
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step2_indicators.targets import due


@rule(
    "S212",
    "hold-without-range",
    Severity.WARNING,
    title=Text(zh="要保持的指标，目标是一个范围", en="An indicator to be held has a range as its target"),
    reason=Text(
        zh="“保持”是指不出某个范围；只有一个数，稍有波动就算未达标。",
        en="To hold means to stay within a range; a single figure is missed by the least change.",
    ),
)
def hold_without_range(chain: Chain) -> Iterator[Violation]:
    for indicator in chain.engagement.of(Indicator):
        if (
            indicator.direction == Direction.HOLD
            and indicator.whole_targets
            and all(len(t.known.points) == 1 and not t.known.bound for t in indicator.whole_targets.values())
        ):
            last = max(indicator.whole_targets, key=due)
            yield Violation(
                indicator.id,
                Text(
                    zh=f"指标“{indicator.id}”要保持在范围内，目标值却不是一个范围",
                    en=f"Indicator “{indicator.id}” is to hold, but its target is not a range",
                ),
                Text(zh=f"写成 {last}: 低..高", en=f"Write {last}: low..high"),
                ("targets", last),
            )
