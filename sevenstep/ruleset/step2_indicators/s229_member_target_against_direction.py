from collections.abc import Iterator

from sevenstep.analysis.wholes import member_title
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Direction
from sevenstep.model.dimensions import Dimension
from sevenstep.model.evidence import MemberFigure
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step2_indicators.s218_bound_against_direction import WRONG_BOUNDS
from sevenstep.ruleset.step2_indicators.targets import is_worse_than, shown_in_unit


@rule(
    "S229",
    "member-target-against-direction",
    Severity.ERROR,
    title=Text(zh="成员的目标值在好的一侧", en="The target of a member lies on the better side"),
    reason=Text(
        zh="比现在还差的目标值，不是方向写错，就是数字写错。",
        en="A target worse than today is a slip in the direction or in the figure.",
    ),
)
def member_target_against_direction(chain: Chain) -> Iterator[Violation]:
    for indicator in chain.engagement.of(Indicator):
        wrong = WRONG_BOUNDS[indicator.direction] if indicator.direction is not None else frozenset()
        for day, target in indicator.targets.items():
            for key, members in target.by.items():
                start = indicator.baseline.by.get(key, {}) if indicator.baseline is not None else {}
                for member, part in members.items():
                    if part.value is None:
                        continue
                    was = start.get(member)
                    if part.value.bound in wrong or _is_worse(indicator, part, was):
                        yield _violation(chain, indicator, (key, member, day), part, was)


def _is_worse(indicator: Indicator, part: MemberFigure, was: MemberFigure | None) -> bool:
    return was is not None and was.value is not None and is_worse_than(indicator, part.known, was.value)


def _violation(
    chain: Chain, indicator: Indicator, where: tuple[str, str, str], part: MemberFigure, was: MemberFigure | None
) -> Violation:
    key, member, day = where
    dimension = chain.elements.get(key)
    name = member_title(chain, dimension if isinstance(dimension, Dimension) else None, member)
    zh, en = ("越大越好", "increase") if indicator.direction == Direction.INCREASE else ("越小越好", "decrease")
    target = shown_in_unit(indicator, part.known)
    is_worse = _is_worse(indicator, part, was)
    start = shown_in_unit(indicator, was.known) if was is not None and is_worse else target
    what_zh, what_en = (
        (f"却比基线（{start.zh}）更差", f"is worse than its baseline, {start.en}")
        if is_worse
        else ("却是另一侧的界限", "is a bound on the other side")
    )
    return Violation(
        indicator.id,
        name.inserted_into(
            zh=f"“{indicator.id}”{zh}，“{{}}”{day} 的目标值（{target.zh}）{what_zh}",
            en=f"“{indicator.id}” is to {en}, yet the target of “{{}}” for {day}, {target.en}, {what_en}",
        ),
        Text(
            zh="改正 direction、目标值或基线；有意如此，写明理由：accepted: {S229: 理由}",
            en="Correct the direction, the target or the baseline; if it is meant, say why: accepted: {S229: reason}",
        ),
        ("targets", day, "by", key, member),
    )
