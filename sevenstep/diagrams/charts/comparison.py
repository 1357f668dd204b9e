"""The metrics of an item as is and to be: each on a scale of its own, with the confidence interval of its mean."""

from typing import Final

from sevenstep.analysis.results import Comparison, Difference, Value
from sevenstep.analysis.wording import is_better, shown, shown_change
from sevenstep.diagrams.charts.chart import WIDTH, Chart
from sevenstep.diagrams.charts.keys import Key, keys
from sevenstep.diagrams.charts.plot import NORMAL, Plot, is_drawable
from sevenstep.language import Language, Text
from sevenstep.model.choices import Variant

_ROW: Final = 42.0
_BAR: Final = 11.0
_TOP: Final = 34.0
_NAMES: Final = 130.0
_RIGHT: Final = 120.0
"""Room behind the longest bar, for its value."""

_TITLE: Final = Text(zh="现状与目标对照", en="As is against to be")
_KEYS: Final = (
    Key(Variant.AS_IS, Variant.AS_IS.label),
    Key(Variant.TO_BE, Variant.TO_BE.label),
    Key("interval", Text(zh="95% 置信区间", en="95 % confidence interval"), "line"),
)
_PAIR: Final = Text(zh="{}：现状 {}，目标 {}", en="{}: as is {}, to be {}")


def comparison(name: str, compared: Comparison, currency: str, language: Language) -> Chart | None:
    """A row for each metric that is not nought on both sides; None where there is none."""
    shown_ones = [
        both
        for both in compared.differences
        if is_drawable([*_ends(both.before), *_ends(both.after)]) and _longest(both) > 0
    ]
    if not shown_ones:
        return None
    plot = Plot(_TOP + len(shown_ones) * _ROW)
    keys(plot, _KEYS, language)
    said = [_row(plot, number, two, currency, language) for number, two in enumerate(shown_ones)]
    return plot.chart(name, _TITLE.for_language(language), ("；" if language == "zh" else "; ").join(said), language)


def _ends(value: Value) -> tuple[float, ...]:
    return value.mean, value.low, value.high


def _longest(two: Difference) -> float:
    return max(two.before.high, two.after.high, two.before.mean, two.after.mean)


def _row(plot: Plot, number: int, two: Difference, currency: str, language: Language) -> str:
    top = _TOP + number * _ROW
    means = two.before.mean, two.after.mean
    scale = plot.scale(f"x{number}", (0, _longest(two)), (_NAMES, WIDTH - _RIGHT), nice=False)
    label = two.metric.label.for_language(language)
    values = [shown(two.metric, mean, language, currency, beside=means) for mean in means]
    says = _PAIR.for_language(language).format(label, *values)
    plot.text("title", label, _NAMES - 10, top + 14, max_width=_NAMES - 12, anchor="end", size=NORMAL)
    for css_classes, value, text, y in zip(Variant, (two.before, two.after), values, (top + 3, top + 19), strict=True):
        plot.bars(css_classes, [{"x": 0, "x2": max(value.mean, 0), "y": y, "y2": y + _BAR, "says": says}], scale)
        if value.high > value.low:
            middle = y + _BAR / 2
            plot.rules(
                "interval",
                [{"x": max(value.low, 0), "x2": max(value.high, 0), "y": middle, "y2": middle, "says": says}],
                scale,
            )
        plot.text("legend", text, max(value.high, value.mean), y + 9, max_width=_RIGHT - 12, across=scale, aside=8)
    change = shown_change(two.metric, *means, language)
    ink = "mark" if not is_better(two.metric, two.mean) else "up"
    plot.text(ink if change else "note", change or "=", _NAMES - 10, top + 29, max_width=_NAMES - 12, anchor="end")
    return says
