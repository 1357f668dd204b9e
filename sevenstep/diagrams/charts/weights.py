"""How options rank as the weight of one criterion goes from nothing to all: a small chart for each criterion."""

from collections.abc import Sequence
from typing import Final

from sevenstep.analysis.decision.results import DecisionResult, RankedOption
from sevenstep.analysis.wording import shown_share
from sevenstep.diagrams.charts.chart import WIDTH, Anchor, Chart, Row
from sevenstep.diagrams.charts.keys import Key, keys
from sevenstep.diagrams.charts.plot import NORMAL, Plot
from sevenstep.language import Language, Text
from sevenstep.model.frames.decision import Decision

_HEIGHT: Final = 200.0
_ACROSS: Final = 2
_GAP: Final = 26.0
_TOP: Final = 40.0
_HEAD: Final = 34.0
_NAMES: Final = 122.0
_LEFT: Final = 4.0
_MOST: Final = 6
"""Criteria that are drawn: those whose weight has least room."""
_LINE: Final = 13.0
_SAFE: Final = 2.0

_TITLE: Final = Text(zh="权重变动时的名次", en="Ranks as weights change")
_FIRST: Final = Key("own-line", Text(zh="现在排第一", en="first today"), "line")
_OTHERS: Final = Key("other-line", Text(zh="其他方案", en="other options"), "line")
_TODAY: Final = Key("divider", Text(zh="现在的权重", en="today's weight"), "line")
_CELL: Final = Text(zh="{}（权重 {}）", en="{} (weight {})")


def weights(name: str, decision: Decision, result: DecisionResult, language: Language) -> Chart | None:
    """None where there are not two options to rank on two criteria."""
    if len(result.ranked) < 2 or len(result.criteria) < 2:
        return None
    room = {move.criterion: _room(move.weight, move.low, move.high) for move in result.moves}
    columns = sorted(range(len(result.criteria)), key=lambda at: room.get(result.criteria[at].criterion, _SAFE))
    shown = columns[:_MOST]
    plot = Plot(_TOP - (-len(shown) // _ACROSS) * (_HEIGHT + _GAP))
    keys(plot, [_FIRST, _OTHERS, _TODAY], language)
    told = [_cell(plot, decision, result, column, at, language) for at, column in enumerate(shown)]
    return plot.chart(name, _TITLE.for_language(language), ("；" if language == "zh" else "; ").join(told), language)


def _room(weight: float, low: float | None, high: float | None) -> float:
    return min((abs(bound - weight) for bound in (low, high) if bound is not None), default=_SAFE)


def sums_at(result: DecisionResult, column: int, weight: float) -> list[float]:
    """The weighted sums, 0 to 100, with another weight of one criterion; the others keep their proportions."""
    rest = sum(one.weight for at, one in enumerate(result.criteria) if at != column)
    others = len(result.criteria) - 1

    def total(option: RankedOption) -> float:
        parts = [
            (one.weight / rest if rest > 0 else 1 / others) * good
            for at, (one, good) in enumerate(zip(result.criteria, option.goodness, strict=True))
            if at != column
        ]
        return 100 * (weight * option.goodness[column] + (1 - weight) * sum(parts))

    return [total(option) for option in result.ranked]


def _cell(plot: Plot, decision: Decision, result: DecisionResult, column: int, at: int, language: Language) -> str:
    wide = WIDTH / _ACROSS
    left, top = (at % _ACROSS) * wide + _LEFT, _TOP + (at // _ACROSS) * (_HEIGHT + _GAP) + _HEAD
    right, bottom = left + wide - _NAMES - _LEFT - 14, top + _HEIGHT - _HEAD - 20
    criterion = result.criteria[column]
    title = decision.criteria[criterion.criterion].title.for_language(language)
    said = _CELL.for_language(language).format(title, shown_share(criterion.weight))
    plot.text("title", said, left, top - 14, max_width=right - left + _NAMES, size=NORMAL)
    across = plot.scale(f"x{at}", (0, 1), (left, right), zero=False, nice=False)
    down = plot.scale(f"y{at}", (0, 100), (bottom, top), zero=False, nice=False)
    plot.rules("grid", [{"x": left, "x2": right, "y": y, "y2": y} for y in (top, (top + bottom) / 2, bottom)])
    ends: tuple[tuple[float, Anchor], ...] = ((0.0, "start"), (1.0, "end"))
    for share, anchor in ends:
        plot.text("note", shown_share(share), plot.pixel(across, share), bottom + 14, max_width=60, anchor=anchor)
    plot.rules("divider", [{"x": criterion.weight, "x2": criterion.weight, "y": top - 4, "y2": bottom + 3}], across)
    first, last = sums_at(result, column, 0.0), sums_at(result, column, 1.0)
    for row in range(len(result.ranked) - 1, -1, -1):
        points: list[Row] = [{"x": 0.0, "y": first[row]}, {"x": 1.0, "y": last[row]}]
        plot.line("own-line" if result.ranked[row].weighted_place == 1 else "other-line", points, across, down)
    _names(plot, decision, result, last, right + 6, (top, bottom), down, language)
    best = max(range(len(last)), key=last.__getitem__)
    return f"{said} → {decision.options[result.ranked[best].option].title.for_language(language)}"


def _names(
    plot: Plot,
    decision: Decision,
    result: DecisionResult,
    ends: Sequence[float],
    x: float,
    within: tuple[float, float],
    down: str,
    language: Language,
) -> None:
    """What the lines are called, at their ends: the better the sooner, where there is room beside those above."""
    top, bottom = within
    least = top - 4
    for row in sorted(range(len(ends)), key=lambda row: (-ends[row], row)):
        y = max(plot.pixel(down, ends[row]) + 4, least)
        if y > bottom + 8:
            break
        said = decision.options[result.ranked[row].option].title.for_language(language)
        plot.text("said" if result.ranked[row].weighted_place == 1 else "note", said, x, y, max_width=_NAMES - 8)
        least = y + _LINE
