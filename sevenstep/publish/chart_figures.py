"""The charts of the analysis, as figures of pages: drawn for one language, inline and as files of their own."""

from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.results import Analysis, Comparison, Difference, FlowMetrics, IndicatorState, Stage
from sevenstep.analysis.wording import shown, shown_difference
from sevenstep.chain.graph import Chain
from sevenstep.diagrams.charts.indicator_course import Kind, Point, indicator_course
from sevenstep.diagrams.charts.lead_times import lead_times
from sevenstep.diagrams.charts.plot import Chart
from sevenstep.diagrams.charts.time_split import Step, time_split
from sevenstep.diagrams.charts.waterfall import Move, waterfall
from sevenstep.language import Language
from sevenstep.model.dates import days_of
from sevenstep.model.quantity import HOURS, plain_number, readable_unit, unit_shown
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import METRICS, Flow
from sevenstep.publish.words import words

_KINDS: Final[dict[Stage, Kind]] = {"baseline": "baseline", "as-is": "as-is", "to-be": "to-be"}
_WATERFALLS: Final = ("lead_time", "cost")


def charts(chain: Chain, analysis: Analysis, language: Language) -> Iterator[Chart]:
    """Every chart: of each flow where its time goes and how long cases take, of each item what measures change, of
    each indicator its course."""
    for flow in chain.engagement.of(Flow):
        if flow.id in analysis.metrics:
            yield from _of_flow(flow, analysis.metrics[flow.id], language)
    for comparison in analysis.comparisons:
        yield from _of_comparison(chain, analysis, comparison, language)
    for indicator in chain.engagement.of(Indicator):
        state = analysis.closure.indicators.get(indicator.id)
        if state is not None and (course := _course(indicator, state, language)) is not None:
            yield course


def names_of(element: str) -> tuple[str, ...]:
    """The names under which charts of an element can be found."""
    kinds = ("time", "cases", *(f"change-{metric}" for metric in _WATERFALLS), "course")
    return tuple(f"chart/{kind}/{element}" for kind in kinds)


def _of_flow(flow: Flow, metrics: FlowMetrics, language: Language) -> Iterator[Chart]:
    steps = [
        Step(flow.steps[name].title.in_(language), step.processing, step.waiting)
        for name, step in metrics.steps.items()
    ]
    if (split := time_split(f"chart/time/{flow.id}", steps, language)) is not None:
        yield split
    lead = metrics.values.get("lead_time")
    if metrics.lead_times is not None and lead is not None and lead.p50 is not None and lead.p90 is not None:
        marks = (lead.mean, lead.p50, lead.p90)
        if (bars := lead_times(f"chart/cases/{flow.id}", *metrics.lead_times, marks, language)) is not None:
            yield bars


def _of_comparison(chain: Chain, analysis: Analysis, comparison: Comparison, language: Language) -> Iterator[Chart]:
    flows = [analysis.metrics[one].currency for one in comparison.before if one in analysis.metrics]
    currency = next((one for one in flows if one), "")
    for one in comparison.differences:
        if one.metric in _WATERFALLS and one.shares:
            yield _waterfall(chain, comparison.item or "", one, currency, language)


def _waterfall(chain: Chain, item: str, one: Difference, currency: str, language: Language) -> Chart:
    unit = readable_unit((one.before.mean,)) if one.metric == "lead_time" else ""
    length = HOURS[unit] if unit else 1.0
    beside = (one.before.mean, one.after.mean)

    def said(difference: float) -> str:
        return shown_difference(one.metric, difference, language, currency, beside=beside)

    moves = [
        Move(
            " + ".join(chain.elements[key].title.in_(language) for key in share.measures),
            share.difference / length,
            said(share.difference),
        )
        for share in one.shares
    ]
    if abs(one.rest) > 0.005 * abs(one.before.mean):
        moves.append(Move(words(language)["unexplained"], one.rest / length, said(one.rest)))
    title = METRICS[one.metric].in_(language)
    what = f"{title} ({(unit_shown(unit, language) if unit else currency).strip()})"
    return waterfall(
        f"chart/change-{one.metric}/{item or 'all'}",
        what,
        (one.before.mean / length, shown(one.metric, one.before.mean, language, currency, beside=beside)),
        (one.after.mean / length, shown(one.metric, one.after.mean, language, currency, beside=beside)),
        moves,
        language,
    )


def _course(indicator: Indicator, state: IndicatorState, language: Language) -> Chart | None:
    unit = unit_shown(state.unit, language)
    points = []
    years = [year for _, figure_year in _dates(indicator) if (year := figure_year) is not None]
    first, last = min(years, default=0.0), max(years, default=0.0)
    if not years:
        return None
    for stage, kind in _KINDS.items():
        stand = state.stands.get(stage)
        if stand is not None:
            year = _year(stand.date) or (last if stage == "to-be" else first)
            points.append(Point(kind, year, stand.value, stand.low, stand.high, _said(stand.value, unit)))
    for date, figure in indicator.measurements.items():
        if (year := _year(date)) is not None and figure.value.unit in {"", indicator.unit, state.unit}:
            points.append(
                Point(
                    "measured",
                    year,
                    figure.value.middle,
                    figure.value.low,
                    figure.value.high,
                    _said(figure.value.middle, unit),
                )
            )
    for date, stand in state.targets:
        if (year := _year(date)) is not None:
            points.append(Point("target", year, stand.value, stand.low, stand.high, _said(stand.value, unit)))
    title = f"{indicator.title.in_(language)}{f' ({unit.strip()})' if unit.strip() else ''}"
    return indicator_course(f"chart/course/{indicator.id}", title, points, language)


def _said(value: float, unit: str) -> str:
    digits = 0 if abs(value) >= 1000 else 1 if abs(value) >= 100 else 2
    return f"{plain_number(round(value, digits))}{unit}"


def _dates(indicator: Indicator) -> Iterator[tuple[str, float | None]]:
    listed = [*indicator.measurements, *indicator.targets]
    if indicator.baseline is not None and indicator.baseline.date:
        listed.append(indicator.baseline.date)
    yield from ((date, _year(date)) for date in listed)


def _year(date: str) -> float | None:
    """The middle of a date, in years."""
    days = days_of(date) if date else None
    if days is None:
        return None
    middle = days[0] + (days[1] - days[0]) / 2
    return middle.year + (middle.timetuple().tm_yday - 1) / 365.25
