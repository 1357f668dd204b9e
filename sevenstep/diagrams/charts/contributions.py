"""Which measure accounts for how much of a difference: from as is, measure by measure, to to be."""

from typing import Final

from sevenstep.analysis.results import Difference
from sevenstep.analysis.wording import TIMES, is_better, shown, shown_difference, unit_of
from sevenstep.chain.graph import Chain
from sevenstep.diagrams.charts.chart import WIDTH, Chart
from sevenstep.diagrams.charts.keys import Key, keys
from sevenstep.diagrams.charts.plot import Plot, is_drawable
from sevenstep.diagrams.charts.value_axis import unit_said
from sevenstep.language import Language, Text
from sevenstep.model.choices import Variant
from sevenstep.model.quantity import HOURS, readable_unit, scale_for

_ROW: Final = 28.0
_BAR: Final = 15.0
_TOP: Final = 34.0
_NAMES: Final = 250.0
_RIGHT: Final = 96.0

_TITLE: Final = Text(zh="举措对{}的贡献", en="What each measure does to the {}")
_AS_IS: Final = Text(zh="现状", en="As is")
_TO_BE: Final = Text(zh="目标", en="To be")
_REST: Final = Text(zh="未归因部分", en="not explained by any measure")
_KEYS: Final = (Key("better", Text(zh="改善", en="better")), Key("worse", Text(zh="变差", en="worse")))

Bar = tuple[str, str, float, float, str]
"""A row: its label, its looks, where its bar begins and ends, what stands beside it."""


def contributions(chain: Chain, name: str, two: Difference, currency: str, language: Language) -> Chart | None:
    """A waterfall of one metric; None where nothing changes."""
    bars = _bars(chain, two, currency, language)
    ends = [end for _, _, begin, end_, _ in bars for end in (begin, end_)]
    if not is_drawable(ends) or not any(begin != end for _, _, begin, end, _ in bars) or not two.mean:
        return None
    longest = max(abs(end) for end in ends)
    unit = readable_unit((longest,)) if two.metric in TIMES else unit_of(two.metric, currency)
    length = HOURS[unit] if two.metric in TIMES else 1.0
    factor, unit_name = scale_for(longest / length, unit, language)
    plot = Plot(_TOP + len(bars) * _ROW + 24)
    used = {css_classes for _, css_classes, *_ in bars}
    keys(plot, [key for key in _KEYS if key.css_classes in used], language)
    scale = plot.scale("x", (min(0.0, *ends) / length, max(0.0, *ends) / length), (_NAMES, WIDTH - _RIGHT))
    bottom = _TOP + len(bars) * _ROW
    plot.axis(scale, at=bottom, long=bottom - _TOP, factor=factor)
    if unit_name:
        plot.text("note", unit_said(unit_name, language), WIDTH - 2, 18, max_width=200, anchor="end")
    for number, bar in enumerate(bars):
        _row(plot, scale, number, bar, length)
    told = (f"{label} {text}" for label, _, _, _, text in bars)
    title = _TITLE.for_language(language).format(two.metric.label.for_language(language))
    return plot.chart(name, title, ("；" if language == "zh" else "; ").join(told), language)


def _row(plot: Plot, scale: str, number: int, bar: Bar, length: float) -> None:
    label, css_classes, begin, end, text = bar
    top = _TOP + number * _ROW + (_ROW - _BAR) / 2
    low, high = sorted((begin / length, end / length))
    plot.text("legend", label, _NAMES - 10, top + _BAR - 4, max_width=_NAMES - 12, anchor="end")
    plot.bars(css_classes, [{"x": low, "x2": high, "y": top, "y2": top + _BAR, "says": f"{label} {text}"}], scale)
    after = top + (_ROW + _BAR) / 2
    if css_classes != Variant.TO_BE:
        at = end / length
        plot.rules("step", [{"x": at, "x2": at, "y": after - _BAR / 2, "y2": after + (_ROW - _BAR) / 2}], scale)
    plot.text("legend", text, high, top + _BAR - 4, max_width=_RIGHT - 10, across=scale, aside=6)


def _bars(chain: Chain, two: Difference, currency: str, language: Language) -> list[Bar]:
    metric = two.metric
    means = two.before.mean, two.after.mean
    first, last = (shown(metric, mean, language, currency, beside=means) for mean in means)
    bars: list[Bar] = [(_AS_IS.for_language(language), Variant.AS_IS, 0.0, means[0], first)]
    at = means[0]
    for label, change in _changes(chain, two, language):
        said = shown_difference(metric, change, language, currency, beside=means)
        bars.append((label, _looks(two, change), at, at + change, said))
        at += change
    return [*bars, (_TO_BE.for_language(language), Variant.TO_BE, 0.0, means[1], last)]


def _changes(chain: Chain, two: Difference, language: Language) -> list[tuple[str, float]]:
    comma = "、" if language == "zh" else ", "
    found = []
    for share in two.shares:
        known = [chain.elements[key].title.for_language(language) for key in share.measures if key in chain.elements]
        found.append((comma.join(known or share.measures), share.difference))
    if abs(two.rest) > 1e-9 * max(abs(two.before.mean), abs(two.after.mean)):
        found.append((_REST.for_language(language), two.rest))
    return found


def _looks(two: Difference, change: float) -> str:
    return "better" if is_better(two.metric, change) else "worse" if change else "step"
