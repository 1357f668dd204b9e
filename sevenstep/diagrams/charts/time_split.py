"""Where the time of a flow goes: for each step how long it is worked on and how long it waits."""

from collections.abc import Sequence
from typing import Final

from sevenstep.analysis.results import FlowMetrics, StepMetrics
from sevenstep.analysis.wording import shown_hours
from sevenstep.chain.graph import Chain
from sevenstep.diagrams.charts.chart import WIDTH, Chart, Row
from sevenstep.diagrams.charts.keys import Key, keys
from sevenstep.diagrams.charts.plot import NORMAL, Plot, is_drawable
from sevenstep.language import Language, Text
from sevenstep.model.quantity import HOURS, readable_unit, unit_shown
from sevenstep.model.step7_flows import Flow

MOST: Final = 24
"""Steps that are shown one by one; the others are added up."""
_ROW: Final = 24.0
_BAR: Final = 13.0
_TOP: Final = 58.0
_GAP: Final = 28.0
_NAMES: Final = 0.42
"""Share of a panel that the names of the steps take."""

_TITLE: Final = Text(zh="时间花在哪里", en="Where the time goes")
_KEYS: Final = (Key("processing", Text(zh="办理", en="processing")), Key("waiting", Text(zh="等待", en="waiting")))
_OTHERS: Final = Text(zh="其余 {} 步", en="{} other steps")
_STEP: Final = Text(zh="{}：办理 {}，等待 {}", en="{}: processing {}, waiting {}")
_UNIT: Final = Text(zh="每件平均，单位：{}", en="mean of a case, in {}")

Line = tuple[str, float, float]
"""A step: its title, and its hours of processing and waiting."""


def time_split(chain: Chain, name: str, flows: Sequence[FlowMetrics], language: Language) -> Chart | None:
    """The flows side by side (one or two), on one scale; None where no step takes time."""
    panels = [_lines(chain, flow, language) for flow in flows]
    longest = max((work + wait for lines in panels for _, work, wait in lines), default=0)
    if not longest or not is_drawable([longest]):
        return None
    unit = readable_unit((longest,))
    rows = max(map(len, panels))
    plot = Plot(_TOP + rows * _ROW + 26)
    keys(plot, _KEYS, language)
    width = (WIDTH - _GAP * (len(panels) - 1)) / len(panels)
    for number, (flow, lines) in enumerate(zip(flows, panels, strict=True)):
        _panel(plot, number * (width + _GAP), width, lines, (longest, unit), rows, language)
        plot.text("title", _heading(chain, flow, language), number * (width + _GAP), 44, max_width=width, size=NORMAL)
    plot.text(
        "note",
        _UNIT.for_language(language).format(unit_shown(unit, language).strip()),
        WIDTH - 2,
        18,
        max_width=300,
        anchor="end",
    )
    return plot.chart(name, _TITLE.for_language(language), _said(chain, flows, language), language)


def _lines(chain: Chain, flow: FlowMetrics, language: Language) -> list[Line]:
    """The steps that take time, in the order of the flow; of very many the longest ones."""
    taking = {key: step for key, step in flow.steps.items() if step.processing + step.waiting > 0}
    most = set(sorted(taking, key=lambda key: -_time(taking[key]))[:MOST])
    lines = [
        (_title(chain, flow, key, language), step.processing, step.waiting)
        for key, step in taking.items()
        if key in most
    ]
    others = [step for key, step in taking.items() if key not in most]
    if others:
        said = _OTHERS.for_language(language).format(len(others))
        lines.append((said, sum(step.processing for step in others), sum(step.waiting for step in others)))
    return lines


def _time(step: StepMetrics) -> float:
    return step.processing + step.waiting


def _title(chain: Chain, flow: FlowMetrics, key: str, language: Language) -> str:
    element = chain.elements.get(f"{flow.flow}/{key}")
    return element.title.for_language(language) if element is not None else key


def _heading(chain: Chain, flow: FlowMetrics, language: Language) -> str:
    element = chain.elements.get(flow.flow)
    return element.title.for_language(language) if isinstance(element, Flow) else flow.flow


def _panel(
    plot: Plot,
    left: float,
    width: float,
    lines: Sequence[Line],
    longest: tuple[float, str],
    rows: int,
    language: Language,
) -> None:
    """One flow: `longest` is the time, and the unit, that the scale must reach; `rows` those of the higher panel."""
    hours, unit = longest
    begin = left + width * _NAMES
    scale = plot.scale(f"x{left:.0f}", (0, hours / HOURS[unit]), (begin, left + width - 12))
    bottom = _TOP + rows * _ROW
    plot.axis(scale, at=bottom, long=bottom - _TOP, count=4)
    work: list[Row] = []
    wait: list[Row] = []
    for number, (title, processing, waiting) in enumerate(lines):
        top = _TOP + number * _ROW + (_ROW - _BAR) / 2
        says = _STEP.for_language(language).format(
            title, shown_hours(processing, language), shown_hours(waiting, language)
        )
        first, second = processing / HOURS[unit], (processing + waiting) / HOURS[unit]
        if processing:
            work.append({"x": 0, "x2": first, "y": top, "y2": top + _BAR, "says": says})
        if waiting:
            wait.append({"x": first, "x2": second, "y": top, "y2": top + _BAR, "says": says})
        plot.text("legend", title, begin - 8, top + _BAR - 2.5, max_width=width * _NAMES - 10, anchor="end")
    plot.bars("processing", work, scale)
    plot.bars("waiting", wait, scale)


def _said(chain: Chain, flows: Sequence[FlowMetrics], language: Language) -> str:
    """The chart in words, for who cannot see it."""
    stop = "。" if language == "zh" else ". "
    sums = (
        _STEP.for_language(language).format(
            _heading(chain, flow, language),
            shown_hours(sum(step.processing for step in flow.steps.values()), language),
            shown_hours(sum(step.waiting for step in flow.steps.values()), language),
        )
        for flow in flows
    )
    return stop.join(sums)
