"""The only door to Vega: charts in, filtered SVG out. It runs inside the process and loads nothing from anywhere."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version

from sevenstep.diagrams.charts.chart import Chart
from sevenstep.diagrams.charts.filter import filtered
from sevenstep.diagrams.output.picture import Picture, Unexpected
from sevenstep.output.kept import Kept


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart and its picture; no picture where it could not be drawn, and why."""

    chart: Chart
    picture: Picture | None
    failed: str = ""


def render(charts: Iterable[Chart], kept: Kept | None = None) -> Iterator[Drawn]:
    """Each chart as SVG, in the order given; trouble with one does not touch the others. What was drawn before may be
    `kept`."""
    for chart in charts:
        try:
            yield Drawn(chart, filtered(_svg(chart.spec, kept), chart))
        except (ImportError, ValueError, OSError, Unexpected) as error:
            yield Drawn(chart, None, f"{type(error).__name__}: {str(error)[:200]}")


def _svg(spec: str, kept: Kept | None) -> str:
    if kept is None:
        return _drawn(spec)
    return kept.answer(lambda: _drawn(spec).encode(), "chart", version("vl-convert-python"), spec).decode()


def _drawn(spec: str) -> str:
    import vl_convert

    return str(vl_convert.vega_to_svg(spec, allowed_base_urls=[]))
