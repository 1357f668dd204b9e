from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.units import UnlikeUnits, convert, kind
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text, joined
from sevenstep.model.choices import Direction
from sevenstep.model.evidence import Figure
from sevenstep.model.quantity.unit_parts import Kind
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule

_FACTORS: Final[Mapping[Kind, tuple[float, ...]]] = {
    "share": (100.0,),
    "number": (100.0, 10_000.0, 100_000_000.0),
    "time": (60.0, 24.0, 3600.0, 1440.0),
    "working time": (8.0,),
    "money": (10_000.0, 1000.0, 1_000_000.0, 100_000_000.0),
    "measure": (1000.0, 10_000.0, 1_000_000.0, 100_000_000.0),
    "thing": (10_000.0, 1000.0, 100_000_000.0),
}
"""By how much figures differ that are in another scale: per cent and fraction, 元 and 万元, kg and t, h and min."""
_NEAR: Final = 3.0
"""How many times a figure may differ from its neighbours and still be one of them."""
_COUNTED_WELL: Final = 10
"""From fewer than so many things a number may grow as far as it likes."""
_GROWTH: Final = 12.0
"""What is no more than so many times as large may have grown so far."""


@dataclass(frozen=True, slots=True)
class _Typed:
    """A figure in the unit of its indicator, as it was typed, and whether it names its unit itself."""

    path: KeyPath
    figure: Figure
    low: float
    high: float
    says_unit: bool


@rule(
    "S216",
    "figure-in-another-scale",
    Severity.QUESTION,
    title=Text(zh="指标的数值在同一个量级", en="The figures of an indicator are in one scale"),
    reason=Text(
        zh="0.85 还是 85%，元还是万元，分钟还是小时：写错了量级，达没达标就全反了。",
        en="0.85 or 85 %, CNY or 10,000 CNY, minutes or hours: in the wrong scale a target is reached that is missed.",
    ),
    decision=Text(
        zh="决定这个数值该怎么读，以及目标是否达到。",
        en="It decides how the figure is read, and with that whether the target is reached.",
    ),
)
def figure_in_another_scale(chain: Chain) -> Iterator[Violation]:
    for indicator in chain.engagement.of(Indicator):
        typed = list(_typed(indicator))
        counted = _counted(indicator)
        for figure in typed:
            others = [other for other in typed if other is not figure]
            if figure.says_unit or not others:
                continue
            likely = (f for f in _FACTORS[counted] if _is_off(figure, others, f, counted))
            factor = next((f for f in likely if not _is_worse(indicator, figure, typed, f)), None)
            if factor is None:
                continue
            beside = joined(_beside(other) for other in others[:3])
            named, text = _named(figure.path), figure.figure.known.text
            unit = indicator.figures_unit or "—"
            yield Violation(
                indicator.id,
                indicator.title.inserted_into(
                    zh=f"“{{}}”的{named.zh}是 {text}，而{beside.zh}：{text} 是按“{unit}”算的吗？",
                    en=f"The {named.en} of “{{}}” is {text}, while {beside.en}: is {text} in {_said(unit)}?",
                ),
                Text(
                    zh=f"写成 {_example(figure, others, factor, unit)}；确实如此就带上单位：{_joined(text, unit)}",
                    en=f"Write {_example(figure, others, factor, unit)}; if it is right, say its unit: "
                    f"{_joined(text, unit)}",
                ),
                figure.path,
            )
            break  # one slip is told once


def _counted(indicator: Indicator) -> Kind:
    return kind(indicator.figures_unit or "")


def _typed(indicator: Indicator) -> Iterator[_Typed]:
    unit = indicator.figures_unit or ""
    for path, figure in indicator.figures():
        value = figure.known
        try:
            ends = [convert(end, value.unit or unit, unit) for end in (value.low, value.high)]
        except UnlikeUnits:
            continue
        if min(ends) > 0:
            yield _Typed(path, figure, min(ends), max(ends), bool(value.unit))


def _is_off(figure: _Typed, others: Sequence[_Typed], factor: float, counted: Kind) -> bool:
    """Whether a figure lies far from all others, and by that factor near to them."""
    if any(_apart(figure, other) <= _GROWTH for other in others):
        return False
    if not any(_apart(figure, other, scale) <= _NEAR for other in others for scale in (factor, 1 / factor)):
        return False
    if counted == "share":
        return figure.high <= 1
    if counted == "number":
        return factor > 100 or figure.high <= 1 or all(other.high <= 1 for other in others)
    # what is counted may have grown as far from its start, and a time shrunk: the others must agree, or say their unit
    agreed = len(others) > 1 and all(_apart(first, second) <= _NEAR for first in others for second in others)
    is_start = figure.path == ("baseline",)
    if counted in {"money", "measure"}:
        return True
    is_large = factor >= 1000 and min(other.low for other in (figure, *others)) >= _COUNTED_WELL
    return any(other.says_unit for other in others) or (agreed and not is_start) or is_large


def _apart(figure: _Typed, other: _Typed, scale: float = 1.0) -> float:
    """How many times one figure is the other, or the other way round; ranges count by their nearer ends."""
    low, high = figure.low * scale, figure.high * scale
    if low <= other.high and other.low <= high:
        return 1.0
    return low / other.high if low > other.high else other.low / high


def _named(path: KeyPath) -> Text:
    if path == ("baseline",):
        return Text(zh="基线", en="baseline")
    day = str(path[-1])
    if path[0] == "targets":
        return Text(zh=f" {day} 年目标值" if day.isdigit() else f" {day} 的目标值", en=f"target of {day}")
    return Text(zh=f" {day} 年实测值" if day.isdigit() else f" {day} 的实测值", en=f"measurement of {day}")


def _said(unit: str) -> str:
    return unit if unit != "—" else "the same unit"


def _meant(figure: _Typed, others: Sequence[_Typed], factor: float) -> tuple[float, float]:
    """What the figure is in the other scale: the way that brings it nearer to the others."""
    scale = min((factor, 1 / factor), key=lambda by: min(_apart(figure, other, by) for other in others))
    return figure.low * scale, figure.high * scale


def _is_worse(indicator: Indicator, figure: _Typed, typed: Sequence[_Typed], factor: float) -> bool:
    """Whether a target would lie on the worse side of the baseline in the other scale: it is then not what is meant."""
    baseline = next((other for other in typed if other.path == ("baseline",)), None)
    if figure.path[0] != "targets" or baseline is None:
        return False
    low, high = _meant(figure, [other for other in typed if other is not figure], factor)
    return (indicator.direction == Direction.DECREASE and low > baseline.high) or (
        indicator.direction == Direction.INCREASE and high < baseline.low
    )


def _beside(other: _Typed) -> Text:
    named = _named(other.path)
    return Text(zh=named.for_language("zh").strip(), en=named.en).inserted_into(
        zh=f"{{}}是 {other.figure.known.text}", en=f"the {{}} is {other.figure.known.text}"
    )


def _example(figure: _Typed, others: Sequence[_Typed], factor: float, unit: str) -> str:
    low, high = _meant(figure, others, factor)
    return _joined("..".join(dict.fromkeys(f"{end:.6g}" for end in (low, high))), unit)


def _joined(text: str, unit: str) -> str:
    return f"{text}{'' if unit == '%' else ' '}{unit}"
