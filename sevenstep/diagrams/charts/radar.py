"""The main factors of an assessment as a radar, where its author asks for one: narrow, so that a phone shows it whole.

Areas of a radar say more than the numbers do, so only the subject has one; the centre is the worst that counts.
"""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from sevenstep.analysis.assessment.main_factors import main_factors
from sevenstep.analysis.assessment.results import AssessmentResult, FactorResult, Standing
from sevenstep.analysis.assessment.wording import peer_title, score_shown
from sevenstep.chain.graph import Chain
from sevenstep.diagrams.charts.chart import Anchor, Chart
from sevenstep.diagrams.charts.plot import SMALL, Plot
from sevenstep.diagrams.text.measure import wrap
from sevenstep.language import Language, Text
from sevenstep.model.frames.assessment import FEWEST_SPOKES, MOST_SPOKES

_WIDE: Final = 360.0
_RADIUS: Final = 102.0
_MIDDLE: Final = (_WIDE / 2, 62.0 + _RADIUS)
_FOOT: Final = 62.0
_KEY: Final = 19.0
_LINE: Final = 13.0
_AWAY: Final = 10.0
_ROOM: Final = 118.0
_UPRIGHT: Final = 0.3
_RINGS: Final = 6
_NAMED_PEERS: Final = 3

_TITLE: Final = Text(zh="各方面水平：雷达图", en="Main factors as a radar")
_OWN: Final = Text(zh="现状", en="today")
_AIM: Final = Text(zh="目标", en="target")
_MEAN: Final = Text(zh="{} 个对标对象的平均", en="mean of {} peers")
_MISSING: Final = Text(zh="缺数据", en="not known")
_RING: Final = Text(zh="由内到外：{}", en="From the centre outwards: {}")
_REST: Final = Text(zh="另有 {} 个因素，见下表", en="{} more factors: see the table")


class _Outline(NamedTuple):
    """What is drawn around: its looks, what it is called, and how good it is on each spoke."""

    css_classes: str
    says: str
    good: list[float | None]


def radar(name: str, chain: Chain, result: AssessmentResult, language: Language) -> Chart | None:
    """A spoke for each main factor; None where fewer than three of them are known."""
    listed = main_factors(result)
    shown = listed[:MOST_SPOKES]
    if len(shown) < FEWEST_SPOKES or sum(one.now.good is not None for one in shown) < FEWEST_SPOKES:
        return None
    outlines = _outlines(chain, result, shown, language)
    notes = [_RING.for_language(language).format(" · ".join(_rings_said(result)))]
    notes += [_REST.for_language(language).format(len(listed) - len(shown))] if len(listed) > len(shown) else []
    bottom = _MIDDLE[1] + _RADIUS + _FOOT
    plot = Plot(bottom + (len(outlines) + len(notes)) * _KEY, _WIDE)
    _web(plot, len(shown), _rings(result))
    for outline in reversed(outlines):
        _drawn(plot, outline)
    for number, factor in enumerate(shown):
        _called(plot, chain, result, factor, _at(number, len(shown), 1.0), language)
    y = bottom
    for outline in outlines:
        _key(plot, outline, y)
        y += _KEY
    for said in notes:
        plot.text("note", said, 2, y, max_width=_WIDE - 4)
        y += _KEY
    return plot.chart(name, _TITLE.for_language(language), _said(chain, result, shown, outlines, language), language)


def _outlines(
    chain: Chain, result: AssessmentResult, shown: Sequence[FactorResult], language: Language
) -> list[_Outline]:
    """The subject, its target, and the peers: each where there are few, else their mean."""

    def each(read: Callable[[FactorResult], Standing | None]) -> list[float | None]:
        return [standing.good if standing is not None else None for standing in map(read, shown)]

    found = [_Outline("own-line", _OWN.for_language(language), each(lambda one: one.now))]
    aims = each(lambda one: one.target or one.now)
    if any(one.target is not None for one in shown):
        date = f"（{result.target_date}）" if language == "zh" else f" ({result.target_date})"
        found.append(
            _Outline("target-line", f"{_AIM.for_language(language)}{date if result.target_date else ''}", aims)
        )
    peers = {peer: [one.peers[peer].good for one in shown] for peer, whole in result.peers.items() if whole.known > 0}
    if len(peers) > _NAMED_PEERS:
        said = _MEAN.for_language(language).format(len(peers))
        found.append(_Outline("peer-1", said, [_mean(column) for column in zip(*peers.values(), strict=True)]))
    else:
        for number, (peer, goods) in enumerate(peers.items(), 1):
            title = peer_title(chain, result.assessment, peer).for_language(language)
            found.append(_Outline(f"peer-{number}", title, goods))
    return found


def _mean(goods: Sequence[float | None]) -> float | None:
    known = [good for good in goods if good is not None]
    return sum(known) / len(known) if known else None


def _rings(result: AssessmentResult) -> list[float]:
    """Where each level begins; without levels, or with many, quarters."""
    begins = [begin for begin in result.begins if begin > 0]
    return begins if begins and begins[-1] > 0.99 and len(begins) <= _RINGS else [0.25, 0.5, 0.75, 1.0]


def _rings_said(result: AssessmentResult) -> list[str]:
    return [score_shown(result, good) for good in (0.0, *_rings(result))]


def _at(number: int, of: int, good: float) -> tuple[float, float]:
    """Where a standing is on its spoke; the first spoke goes up, the next ones follow the clock."""
    turn = 2 * math.pi * number / of
    return _MIDDLE[0] + good * _RADIUS * math.sin(turn), _MIDDLE[1] - good * _RADIUS * math.cos(turn)


def _web(plot: Plot, of: int, rings: Sequence[float]) -> None:
    for ring in rings:
        corners = [_at(number, of, ring) for number in range(of)]
        plot.line("web", [{"x": x, "y": y} for x, y in [*corners, corners[0]]])
    ends = [_at(number, of, 1.0) for number in range(of)]
    plot.rules("grid", [{"x": _MIDDLE[0], "y": _MIDDLE[1], "x2": x, "y2": y} for x, y in ends])


def _drawn(plot: Plot, outline: _Outline) -> None:
    """A line from spoke to spoke, open where something is missing: that is never the centre."""
    of = len(outline.good)
    places = [_at(number, of, good) if good is not None else None for number, good in enumerate(outline.good)]
    if outline.css_classes == "own-line" and None not in places:
        plot.area("own-area", [{"x": x, "y": y} for x, y in filter(None, places)])
    for one, other in pairwise([*places, places[0]]):
        if one is not None and other is not None:
            plot.line(outline.css_classes, [{"x": x, "y": y} for x, y in (one, other)])
    if outline.css_classes == "own-line":
        plot.points("own", [{"x": x, "y": y} for x, y in filter(None, places)], size=44)


def _called(
    plot: Plot,
    chain: Chain,
    result: AssessmentResult,
    found: FactorResult,
    end: tuple[float, float],
    language: Language,
) -> None:
    """The name of a spoke and what stands on it, outside its end."""
    right, down = (end[0] - _MIDDLE[0]) / _RADIUS, (end[1] - _MIDDLE[1]) / _RADIUS
    anchor: Anchor = "middle" if abs(right) < _UPRIGHT else "start" if right > 0 else "end"
    x = end[0] + _AWAY * right
    room = 2 * _ROOM if anchor == "middle" else min(_ROOM, _WIDE - x - 2 if right > 0 else x - 2)
    names = wrap(chain.elements[found.factor].title.for_language(language), room, SMALL, 2)
    high = (len(names) + 1) * _LINE
    y = end[1] + _AWAY * down + (down - 1) * high / 2 + SMALL * 0.85
    for name in names:
        plot.text("title", name, x, y, max_width=room, anchor=anchor)
        y += _LINE
    plot.text("said", _value(result, found, language), x, y, max_width=room, anchor=anchor)


def _value(result: AssessmentResult, found: FactorResult, language: Language) -> str:
    if found.now.good is None:
        return _MISSING.for_language(language)
    now = score_shown(result, found.now.good)
    aim = found.target.good if found.target is not None and found.gap else None
    return f"{now} → {score_shown(result, aim)}" if aim is not None else now


def _key(plot: Plot, outline: _Outline, y: float) -> None:
    plot.rules(outline.css_classes, [{"x": 2, "x2": 30, "y": y - 4, "y2": y - 4}])
    plot.text("legend", outline.says, 38, y, max_width=_WIDE - 40)


def _said(
    chain: Chain,
    result: AssessmentResult,
    shown: Sequence[FactorResult],
    outlines: Sequence[_Outline],
    language: Language,
) -> str:
    """The radar in words, for who cannot see it: spoke by spoke."""
    colon, comma, stop = ("：", "，", "；") if language == "zh" else (": ", ", ", "; ")
    told = []
    for number, found in enumerate(shown):
        each = [
            f"{outline.says} {score_shown(result, good)}"
            for outline in outlines
            if (good := outline.good[number]) is not None
        ]
        title = chain.elements[found.factor].title.for_language(language)
        told.append(f"{title}{colon}{comma.join(each) or _MISSING.for_language(language)}")
    return stop.join(told)
