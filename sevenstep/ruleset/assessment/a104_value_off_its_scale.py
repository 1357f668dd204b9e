from collections.abc import Iterator

from sevenstep.analysis.assessment.factor_tree import factor_tree
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.factor import Factor
from sevenstep.model.frames.scale import Scale
from sevenstep.model.quantity import Quantity, plain_number
from sevenstep.model.step3_architecture import Function
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A104",
    "value-off-its-scale",
    Severity.ERROR,
    title=Text(zh="分数在等级表之内", en="A score lies on its scale"),
    reason=Text(
        zh="表外的分数说不出是哪一级，也会被当成最低或最高。",
        en="A score off its scale is of no level, and counts as its lowest or highest.",
    ),
)
def value_off_its_scale(chain: Chain) -> Iterator[Violation]:
    for assessment in chain.engagement.of(Assessment):
        for node in factor_tree(chain, assessment):
            scale = chain.elements.get(node.scale or "")
            factor = node.factor
            if factor.unit is None and factor.takes is None and isinstance(scale, Scale) and scale.ends is not None:
                for path, value in _scores(factor):
                    if (violation := _off(factor.id, path, value, scale.ends, scale.id)) is not None:
                        yield violation
    for function in chain.engagement.of(Function):
        maturity = function.maturity
        scale = chain.elements.get(maturity.scale or "") if maturity is not None else None
        if maturity is not None and isinstance(scale, Scale) and scale.ends is not None:
            for name, score in (("now", maturity.now), ("target", maturity.target)):
                if score is not None:
                    found = _off(function.id, ("maturity", name), score, scale.ends, scale.id)
                    if found is not None:
                        yield found


def _scores(factor: Factor) -> Iterator[tuple[KeyPath, Quantity]]:
    held = (("values", factor.values), ("targets", factor.targets), ("peers", factor.peers))
    for field, readings in held:
        for key, reading in readings.items():
            if reading.value is not None:
                yield (field, key), reading.value


def _off(element: str, path: KeyPath, value: Quantity, ends: tuple[float, float], scale: str) -> Violation | None:
    low, high = ends
    if low <= value.low and value.high <= high:
        return None
    told = f"{plain_number(low)}–{plain_number(high)}"
    return Violation(
        element,
        Text(
            zh=f"分数 {value.text} 不在“{scale}”的 {told} 之内",
            en=f"The score {value.text} is not within {told} of “{scale}”",
        ),
        Text(
            zh=f"写 {told} 之间的分数；是数值的，写 unit、worst 和 best",
            en=f"Write a score within {told}; where it is a figure, say its unit, worst and best",
        ),
        path,
    )
