from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Direction
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step2_indicators.targets import shown_in_unit, targets_on_wrong_side


@rule(
    "S209",
    "target-on-wrong-side",
    Severity.ERROR,
    title=Text(zh="目标值在基线的正确一侧", en="A target lies on the better side of the baseline"),
    reason=Text(
        zh="比现在还差的目标值，不是方向写错，就是数字写错。",
        en="A target worse than today is a slip in the direction or in the figure.",
    ),
)
def target_on_wrong_side(chain: Chain) -> Iterator[Violation]:
    for indicator in chain.engagement.of(Indicator):
        for day in targets_on_wrong_side(indicator):
            zh, en = ("越大越好", "increase") if indicator.direction == Direction.INCREASE else ("越小越好", "decrease")
            target = shown_in_unit(indicator, indicator.targets[day].known)
            start = shown_in_unit(indicator, indicator.baseline.known) if indicator.baseline is not None else target
            yield Violation(
                indicator.id,
                Text(
                    zh=f"指标“{indicator.id}”{zh}，{day} 的目标值（{target.zh}）却比基线（{start.zh}）更差",
                    en=f"Indicator “{indicator.id}” is to {en}, yet its target of {day}, {target.en}, is worse than "
                    f"the baseline, {start.en}",
                ),
                Text(
                    zh="改正 direction、目标值或基线；先退后进是有意的，写明理由：accepted: {S209: 理由}",
                    en="Correct the direction, the target or the baseline; if it is to get worse first, say why: "
                    "accepted: {S209: reason}",
                ),
                ("targets", day),
            )
