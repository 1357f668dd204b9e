"""How long others took for as far as we want to go, against the years that the target leaves."""

from typing import Final

from sevenstep.analysis.assessment.results import CourseTaken, FactorResult, Pace
from sevenstep.analysis.assessment.wording import peer_title, value_shown, years_shown
from sevenstep.chain.graph import Chain
from sevenstep.diagrams.charts.chart import WIDTH, Chart, Row
from sevenstep.diagrams.charts.plot import NORMAL, SMALL, Plot, is_drawable
from sevenstep.diagrams.text.measure import width
from sevenstep.language import Language, Text
from sevenstep.model.frames.factor import Factor

_ROW: Final = 32.0
_BAR: Final = 10.0
_TOP: Final = 50.0
_NAMES: Final = 200.0
_RIGHT: Final = WIDTH - 110
_FOOT: Final = 40.0
_MOST: Final = 24
_DOT: Final = 1e-9

_TITLE: Final = Text(zh="他人走同样的路用了多久", en="How long others took for as far")
_OURS: Final = Text(zh="目标要求 {} 年（{} → {}）", en="the target leaves {} years ({} → {})")
_YEARS: Final = Text(zh="年", en="years")
_NUMBER: Final = Text(zh="历程 {}", en="Course {}")


def pace(name: str, chain: Chain, assessment: str, found: FactorResult, language: Language) -> Chart | None:
    """A row for each course; None where no course is known."""
    factor, told = chain.elements.get(found.factor), found.pace
    if told is None or not isinstance(factor, Factor):
        return None
    courses = told.courses[:_MOST]
    ends = [*(end for course in courses for end in course.for_ours), told.years]
    if not is_drawable(ends):
        return None
    bottom = _TOP + len(courses) * _ROW
    plot = Plot(bottom + _FOOT)
    across = plot.scale("x", (0.0, max(ends)), (_NAMES, _RIGHT))
    plot.axis(across, at=bottom, long=bottom - _TOP + 6)
    plot.text("note", _YEARS.for_language(language), _RIGHT + 12, bottom + SMALL + 4, max_width=90)
    at = plot.pixel(across, told.years)
    says = []
    for number, course in enumerate(courses):
        title = _called(chain, assessment, factor, course, language)
        says.append(_row(plot, title, course, _TOP + (number + 0.5) * _ROW, told))
    plot.rules("own-line", [{"x": at, "x2": at, "y": _TOP - 8, "y2": bottom}])
    from_to = [value_shown(found, reached, language) for reached in (found.reached, found.aimed)]
    ours = _OURS.for_language(language).format(years_shown(told.years), *from_to)
    half = width(ours, NORMAL) / 2
    middle = min(max(at, half + 4), WIDTH - half - 4)
    plot.text("said", ours, middle, _TOP - 18, max_width=WIDTH - 8, anchor="middle", size=NORMAL)
    joint = "；" if language == "zh" else "; "
    return plot.chart(name, _TITLE.for_language(language), joint.join([ours, *says]), language)


def _row(plot: Plot, title: str, course: CourseTaken, middle: float, told: Pace) -> str:
    """A bar from the fastest to the slowest, or a dot: green as far as it was as fast as the target asks."""
    plot.text("title", title, _NAMES - 12, middle + 4, max_width=_NAMES - 14, anchor="end", size=NORMAL)
    low, high = course.for_ours
    said = years_shown(low) if high - low <= _DOT else f"{years_shown(low)}–{years_shown(high)}"
    says = f"{title} {said}"
    if high - low <= _DOT:
        looks = "better" if low <= told.years * (1 + _DOT) else "peer"
        plot.points(looks, [{"x": low, "y": middle, "says": says}], "x", size=80)
    else:
        ours = min(max(told.years, low), high)
        for looks, start, end in (("better", low, ours), ("peer", ours, high)):
            if end > start:
                row: Row = {"x": start, "x2": end, "y": middle - _BAR / 2, "y2": middle + _BAR / 2, "says": says}
                plot.bars(looks, [row], "x")
    plot.text("said", said, high, middle + 4, max_width=100, across="x", aside=10)
    return says


def _called(chain: Chain, assessment: str, factor: Factor, course: CourseTaken, language: Language) -> str:
    said = factor.courses[course.number]
    if said.title is not None:
        return said.title.for_language(language)
    if said.peer is not None:
        return peer_title(chain, assessment, said.peer).for_language(language)
    return _NUMBER.for_language(language).format(course.number + 1)
