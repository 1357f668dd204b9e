from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.deciding import DecidingCriterion
from sevenstep.model.frames.decision import Decision
from sevenstep.model.frames.scale import Scale
from sevenstep.model.quantity import plain_number
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A207",
    "option-score-off-scale",
    Severity.ERROR,
    title=Text(zh="方案的分数在评分范围内", en="A score of an option lies on its scale"),
    reason=Text(
        zh="超出范围的分数会盖过其他所有准则。",
        en="A score off the scale outweighs all other criteria.",
    ),
)
def option_score_off_scale(chain: Chain) -> Iterator[Violation]:
    for decision in chain.engagement.of(Decision):
        for name, criterion in decision.criteria.items():
            ends = _ends(chain, criterion)
            if ends is None:
                continue
            low, high = ends
            told = f"{plain_number(low)}–{plain_number(high)}"
            for key, option in decision.options.items():
                said = option.values[name].value if name in option.values else None
                if said is not None and (said.low < low or said.high > high):
                    yield Violation(
                        decision.id,
                        Text(zh=f"分数 {said.text} 不在 {told} 之内", en=f"The score {said.text} is not within {told}"),
                        Text(
                            zh=f"写 {told} 之间的分数；是数值的，给准则写 unit 和 direction",
                            en=f"Write a score within {told}; where it is a figure, give the criterion a unit and a "
                            "direction",
                        ),
                        ("options", key, "values", name),
                    )


def _ends(chain: Chain, criterion: DecidingCriterion) -> tuple[float, float] | None:
    """The scale of its scores; None of figures, and of what is told in words only."""
    if criterion.scale is not None:
        scale = chain.elements.get(criterion.scale)
        return scale.ends if isinstance(scale, Scale) else None
    has_own_ends = criterion.worst is not None and criterion.best is not None
    is_scored = criterion.weight is not None and criterion.unit is None and not has_own_ends
    return chain.engagement.header.settings.scale if is_scored else None
