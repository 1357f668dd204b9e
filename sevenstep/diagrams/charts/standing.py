"""Where the subject of an assessment stands on every factor: against its peers, and from its target."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from sevenstep.analysis.assessment.results import AssessmentResult, Standing
from sevenstep.analysis.assessment.wording import peer_title, score_shown
from sevenstep.chain.graph import Chain
from sevenstep.diagrams.charts.chart import WIDTH, Chart, Row
from sevenstep.diagrams.charts.keys import Key, keys
from sevenstep.diagrams.charts.plot import NORMAL, Plot, is_drawable
from sevenstep.diagrams.text.measure import shortened
from sevenstep.language import Language, Text
from sevenstep.model.frames.scale import Scale
from sevenstep.model.quantity import plain_number

_ROW: Final = 34.0
_TITLED: Final = 240.0
"""As much of a factor's name as the title has room for."""
_TOP: Final = 66.0
_NAMES: Final = 230.0
_RIGHT: Final = WIDTH - 96
_FOOT: Final = 26.0
_INDENT: Final = 14.0
_MOST: Final = 40
"""As many factors as a screen or two can show."""
_LEVEL: Final = 180.0
_BELOW: Final = 9.0
"""How far below the line of the subject its peers stand: nothing hides them there."""

_TITLE: Final = Text(zh="与目标和对标对象相比", en="Against the target and the peers")
_FARTHEST: Final = Text(
    zh="与目标和对标对象相比：离目标最远的是{}（{} → {}）",
    en="Against the target and the peers: farthest from its target is {} ({} → {})",
)
_WHOLE: Final = Text(zh="总体", en="The whole")
_OWN: Final = Key("own", Text(zh="现状", en="today"), "dot")
_PEERS: Final = Key("peer", Text(zh="对标对象", en="peers"), "dot")
_AIM: Final = Key("target", Text(zh="目标", en="target"), "diamond")
_MISSING: Final = Text(zh="缺数据", en="not known")
_REST: Final = Text(zh="另有 {} 个因素，见下表", en="{} more factors: see the table")


class _Line(NamedTuple):
    """One row: its name, how far it is set in, where the subject and the peers stand, and the target."""

    name: str
    depth: int
    now: Standing
    target: Standing | None
    peers: dict[str, Standing]


def standing(name: str, chain: Chain, result: AssessmentResult, language: Language) -> Chart | None:
    """A row for the whole and one for each factor; None where nothing is known of two."""
    lines = list(_lines(chain, result, language))
    shown = lines[: _MOST + 1]
    if sum(line.now.good is not None for line in shown) < 2 or not is_drawable([result.low, result.high]):
        return None
    rest = len(lines) - len(shown)
    bottom = _TOP + len(shown) * _ROW
    plot = Plot(bottom + _FOOT + (_FOOT if rest else 0))
    there = [_OWN]
    there += [_AIM] if any(line.target is not None for line in shown) else []
    there += [_PEERS] if any(peer.good is not None for line in shown for peer in line.peers.values()) else []
    keys(plot, there, language)
    across = plot.scale("x", (result.low, result.high), (_NAMES, _RIGHT), zero=False, nice=False)
    _levels(plot, chain, result, across, bottom, language)
    told = [
        _row(plot, chain, result, line, _TOP + number * _ROW, across, language) for number, line in enumerate(shown)
    ]
    if rest:
        plot.text("note", _REST.for_language(language).format(rest), _NAMES, bottom + 2 * _FOOT - 8, max_width=400)
    says = ("；" if language == "zh" else "; ").join(told)
    return plot.chart(name, _title(chain, result, language), says, language)


def _title(chain: Chain, result: AssessmentResult, language: Language) -> str:
    """What the chart says: of the lowest factors the one that is farthest from its target."""
    short = [one for one in result.factors if one.is_leaf and one.gap]
    farthest = max(short, key=lambda one: one.gap or 0.0, default=None)
    if farthest is None or farthest.now.good is None or farthest.target is None or farthest.target.good is None:
        return _TITLE.for_language(language)
    title = shortened(chain.elements[farthest.factor].title.for_language(language), _TITLED, NORMAL)
    ends = (score_shown(result, good) for good in (farthest.now.good, farthest.target.good))
    return _FARTHEST.for_language(language).format(title, *ends)


def _lines(chain: Chain, result: AssessmentResult, language: Language) -> Iterator[_Line]:
    yield _Line(_WHOLE.for_language(language), 0, result.now, result.target, dict(result.peers))
    for found in result.factors:
        title = chain.elements[found.factor].title.for_language(language)
        yield _Line(title, found.depth + 1, found.now, found.target, dict(found.peers))


def _levels(plot: Plot, chain: Chain, result: AssessmentResult, across: str, bottom: float, language: Language) -> None:
    """Where each level begins, with its name; without levels a grid of numbers."""
    scale = chain.elements.get(result.scale)
    if not isinstance(scale, Scale):
        plot.axis(across, at=bottom, long=bottom - _TOP + 8)
        return
    places = [plot.pixel(across, score) for score, _ in scale.steps]
    plot.rules("grid", [{"x": x, "x2": x, "y": _TOP - 8, "y2": bottom} for x in places])
    room = min((after - before for before, after in pairwise(places)), default=_LEVEL)
    for place, (score, level) in zip(places, scale.steps, strict=True):
        said = level.title.for_language(language)
        plot.text("note", said, place, _TOP - 14, max_width=max(34.0, min(room - 6, _LEVEL)), anchor="middle")
        plot.text("note", plain_number(score), place, bottom + 14, max_width=40, anchor="middle")


def _row(
    plot: Plot, chain: Chain, result: AssessmentResult, line: _Line, top: float, across: str, language: Language
) -> str:
    """One row, and what it says in words."""
    middle, x = top + _ROW / 2, max(0, line.depth - 1) * _INDENT
    plot.text("name" if line.depth else "title", line.name, x, middle + 4, max_width=_NAMES - x - 24, size=NORMAL)
    plot.rules("grid", [{"x": 0, "x2": WIDTH, "y": top + _ROW, "y2": top + _ROW}])
    peers = [
        (
            f"{peer_title(chain, result.assessment, name).for_language(language)} {score_shown(result, peer.good)}",
            peer.good,
        )
        for name, peer in line.peers.items()
        if peer.good is not None
    ]
    rows: list[Row] = [{"x": result.told(good), "y": middle + _BELOW, "says": says} for says, good in peers]
    plot.points("peer", rows, across, size=44)
    own = _own(plot, result, line, middle, across, language)
    return ("，" if language == "zh" else ", ").join([f"{line.name} {own}", *(says for says, _ in peers)])


def _own(plot: Plot, result: AssessmentResult, line: _Line, middle: float, across: str, language: Language) -> str:
    """Where the subject stands, how far its target is, and between what the truth lies."""
    now = line.now.good
    aim = line.target.good if line.target is not None else None
    if now is not None and aim is not None and aim > now:
        plot.rules("target-line", [{"x": result.told(now), "x2": result.told(aim), "y": middle, "y2": middle}], across)
    if aim is not None:
        said = f"{line.name}: {_AIM.says.for_language(language)} {score_shown(result, aim)}"
        plot.points("target", [{"x": result.told(aim), "y": middle, "says": said}], across, shape="diamond", size=84)
    if now is None:
        said = _MISSING.for_language(language)
        plot.text("note", said, _RIGHT + 14, middle + 4, max_width=80)
        return said
    if line.now.high - line.now.low > 1e-9:
        ends: Row = {"x": result.told(line.now.low), "x2": result.told(line.now.high), "y": middle, "y2": middle}
        plot.rules("divider", [ends], across)
    arrow = f" → {score_shown(result, aim)}" if aim is not None and aim > now else ""
    said = f"{score_shown(result, now)}{arrow}"
    plot.points("own", [{"x": result.told(now), "y": middle, "says": f"{line.name} {said}"}], across, size=96)
    plot.text("said", said, _RIGHT + 14, middle + 4, max_width=80, size=NORMAL)
    return said
