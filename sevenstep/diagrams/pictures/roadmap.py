"""The roadmap: projects in time by phase, with milestones, slack, what waits for what, and the critical path."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from sevenstep.analysis.programme.compute import programme
from sevenstep.analysis.programme.results import Scheduled
from sevenstep.analysis.programme.wording import begin_said, end_said
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import ROADMAP
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Point
from sevenstep.diagrams.layout.placed_columns import PAGE
from sevenstep.diagrams.layout.spline import rounded
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.scene import Address, Cell, Entry, Label, Line, Link, Scene, font_size
from sevenstep.diagrams.text.measure import wrap
from sevenstep.language import Language, Text
from sevenstep.model.dates import days_of
from sevenstep.model.frames.phase import Phase
from sevenstep.model.frames.project import Project

_MOST: Final = 80
"""Projects in one picture; a longer one is not read."""
_NAMES: Final = 190.0
_LEFT: Final = _NAMES + 14
_RIGHT: Final = PAGE - 10
_ROW: Final = 36.0
_HEAD: Final = 30.0
_BAR: Final = 14.0
_MARK: Final = 10.0
_FOOT: Final = 26.0
_INTO: Final = 5.0
"""How far behind the beginning of a bar the line comes down that leads to it."""
_MOST_TICKS: Final = 9

_CRITICAL: Final = Text(zh="关键路径，没有余量", en="critical path, no slack")
_PLAIN: Final = Text(zh="有余量的项目", en="project with slack")
_SLACK: Final = Text(zh="余量", en="slack")
_MILESTONE: Final = Text(zh="里程碑", en="milestone")
_REACHED: Final = Text(zh="已完成的里程碑", en="milestone that is reached")
_BEFORE: Final = Text(zh="须先完成", en="done first")
_ON_PATH: Final = Text(zh="须先完成，关键路径", en="done first, critical path")
_OTHER: Final = Text(zh="未归入阶段", en="In no phase")
_DAYS: Final = Text(zh="余量 {} 天", en="{} days of slack")


@dataclass(frozen=True, slots=True)
class _Span:
    """The days that the picture shows, from one edge of the plane to the other."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day begins."""
        whole = (self.last - self.first).days + 1
        return _LEFT + (_RIGHT - _LEFT) * min(max((day - self.first).days / whole, 0.0), 1.0)

    def behind(self, day: date) -> float:
        """Where a day ends."""
        whole = (self.last - self.first).days + 1
        return _LEFT + (_RIGHT - _LEFT) * min(max(((day - self.first).days + 1) / whole, 0.0), 1.0)


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """Time goes to the right; projects stand in the order in which they begin, under their phases."""
    canvas = Canvas(chain, ROADMAP.name, ROADMAP.title, language, link, nodes_first=True)
    found = programme(chain).schedule
    if found.begin is None or found.end is None:
        return canvas.scene()
    shown = dict(list(found.projects.items())[:_MOST])
    end = max(one.latest_end for one in shown.values())
    span = _Span(date(found.begin.year, 3 * ((found.begin.month - 1) // 3) + 1, 1), max(end, found.end))
    places: dict[str, float] = {}
    top = 0.0
    lanes = list(_lanes(chain, shown))
    titled = any(phase is not None for phase, _ in lanes)
    rows = [(phase, keys) for phase, keys in lanes if keys]
    bottom = sum(len(keys) * _ROW + (_HEAD if titled else 0) for _, keys in rows)
    _ticks(canvas, span, bottom)
    for phase, keys in rows:
        if titled:
            _heading(canvas, phase, top)
            top += _HEAD
        for key in keys:
            _bar(canvas, shown[key], top + _ROW / 2, span)
            places[key] = top + _ROW / 2
            top += _ROW
    _waits(canvas, shown, places, span)
    hidden = len(found.projects) - len(shown)
    if hidden:
        canvas.more("more", hidden, Project.KIND.titles, at=(_NAMES / 2, bottom + _FOOT + 24))
    return canvas.scene()


def _lanes(chain: Chain, shown: Mapping[str, Scheduled]) -> Iterator[tuple[Phase | None, list[str]]]:
    """The projects of each phase, then those of none."""
    by_phase: dict[str, list[str]] = {}
    phases = {phase.id: phase for phase in chain.engagement.of(Phase)}
    rest: list[str] = []
    for key in shown:
        project = chain.elements[key]
        phase = project.phase if isinstance(project, Project) else None
        if phase in phases and phase is not None:
            by_phase.setdefault(phase, []).append(key)
        else:
            rest.append(key)
    yield from ((phase, by_phase[key]) for key, phase in phases.items() if key in by_phase)
    if rest:
        yield None, rest


def _heading(canvas: Canvas, phase: Phase | None, top: float) -> None:
    title = canvas.said(phase.title if phase is not None else _OTHER)
    text = wrap(title, _RIGHT - 20, font_size("title"), 1)
    label = Label(((Cell((Line(text[0], "title"),), "LEFT", width=_RIGHT),),), _RIGHT, _HEAD, table_width=_RIGHT)
    where = (_RIGHT / 2, top + _HEAD / 2 + 4)
    if phase is None:
        canvas.node("phase", label, "caption", at=where)
    else:
        canvas.node(phase.id, label, "caption", at=where, address=canvas.address(phase))


def _bar(canvas: Canvas, one: Scheduled, middle: float, span: _Span) -> None:
    project = canvas.chain.elements[one.project]
    if not isinstance(project, Project):
        return
    lines = wrap(canvas.said(project.title), _NAMES - 8, font_size("name"), 2)
    name = Label(
        ((Cell(tuple(Line(line, "name") for line in lines), "LEFT", width=_NAMES),),), _NAMES, _ROW, table_width=_NAMES
    )
    time = f"{canvas.said(begin_said(one.begin))} – {canvas.said(end_said(one.end))}"
    facts = [time, canvas.said(_CRITICAL) if one.is_critical else canvas.said(_DAYS).format(one.slack)]
    canvas.node(f"name {one.project}", name, "caption", at=(_NAMES / 2, middle), address=canvas.address(project, facts))
    begin, end, latest = span.at(one.begin), span.behind(one.end), span.behind(one.latest_end)
    if one.slack and latest - end > 1:
        at = ((end + latest) / 2, middle)
        canvas.node(f"slack {one.project}", Label((), latest - end, 2), "road-slack", None, "box", "filled", at)
        canvas.explain(Entry("node", "road-slack", _SLACK, "box", "filled"))
    css_classes = "road-critical" if one.is_critical else "road-bar"
    canvas.explain(Entry("node", css_classes, _CRITICAL if one.is_critical else _PLAIN, "box", "filled"))
    label = Label((), max(end - begin, 2.0), _BAR)
    address = Address(canvas.url(project), " · ".join([canvas.said(project.title), *facts]))
    canvas.node(one.project, label, css_classes, None, "box", "filled", ((begin + end) / 2, middle), address)
    _milestones(canvas, project, one, middle, span)


def _milestones(canvas: Canvas, project: Project, one: Scheduled, middle: float, span: _Span) -> None:
    """They move with a project that is put off."""
    late = max((one.end - project.last_day).days, 0) if project.last_day is not None else 0
    for number, milestone in enumerate(project.milestones):
        days = days_of(milestone.reached or milestone.date)
        if days is None:
            continue
        is_reached = milestone.reached is not None
        moved = days[1].toordinal() + (0 if is_reached else late)
        day = date.fromordinal(min(moved, date.max.toordinal()))
        css_classes = "road-mark reached" if is_reached else "road-mark"
        canvas.explain(Entry("node", css_classes, _REACHED if is_reached else _MILESTONE, "diamond", "filled"))
        tip = f"{canvas.said(end_said(day))} {canvas.said(milestone.title)}"
        where = (span.behind(day), middle)
        label = Label((), _MARK, _MARK)
        canvas.node(
            f"mark {project.id} {number}", label, css_classes, None, "diamond", "filled", where, Address("", tip)
        )


def _waits(canvas: Canvas, shown: Mapping[str, Scheduled], places: Mapping[str, float], span: _Span) -> None:
    """From the end of a bar down, or up, to the beginning of one that waits for it."""
    for link in canvas.chain.related("begins-after"):
        if link.source not in places or link.target not in places or link.source == link.target:
            continue
        later, earlier = shown[link.source], shown[link.target]
        is_critical = later.is_critical and earlier.is_critical
        css_classes = "road-wait critical" if is_critical else "road-wait"
        y, to_y = places[link.target], places[link.source]
        side = 1 if to_y > y else -1
        x = min(max(span.behind(earlier.end), span.at(later.begin)) + _INTO, _RIGHT)
        turns: list[Point] = [(span.behind(earlier.end), y), (x, y), (x, to_y - side * _BAR / 2)]
        canvas.edge(
            link.target, link.source, css_classes, says=_ON_PATH if is_critical else _BEFORE, curve=rounded(turns)
        )


def _ticks(canvas: Canvas, span: _Span, bottom: float) -> None:
    """A line where each year begins, and each quarter as far as there is room for its name."""
    for day, text in _dates(span):
        x = span.at(day)
        canvas.node(f"line {day}", Label((), 1, bottom), "road-line", None, "box", "filled", (x, bottom / 2))
        label = card.name((text,), "LEFT")
        canvas.node(f"date {day}", label, "caption axis", at=(x + label.width / 2, bottom + _FOOT / 2))


def _dates(span: _Span) -> Iterable[tuple[date, str]]:
    quarters = (span.last.year - span.first.year) * 4 + (span.last.month - span.first.month) // 3 + 1
    years = span.last.year - span.first.year + 1
    step = 1 if quarters <= _MOST_TICKS else 2 if quarters <= 2 * _MOST_TICKS else 4 * max(1, -(-years // _MOST_TICKS))
    for number in range(span.first.year * 4, span.last.year * 4 + 4):
        year, quarter = divmod(number, 4)
        day = date(year, 3 * quarter + 1, 1)
        if span.first <= day <= span.last and number % step == 0:
            yield day, str(year) if step >= 4 else f"{year}Q{quarter + 1}"
