"""Charts: they say what they are given, in both languages, safely, and the same each time."""

import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from sevenstep.analysis.choices import Method
from sevenstep.analysis.results import (
    Comparison,
    Difference,
    FlowMetrics,
    IndicatorState,
    Share,
    StageValue,
    StepMetrics,
    Value,
)
from sevenstep.checking.check import check
from sevenstep.diagrams.charts import as_picture
from sevenstep.diagrams.charts.comparison import comparison
from sevenstep.diagrams.charts.contributions import contributions
from sevenstep.diagrams.charts.indicator_course import indicator_course
from sevenstep.diagrams.charts.lead_times import lead_times
from sevenstep.diagrams.charts.plot import Plot
from sevenstep.diagrams.charts.time_split import MOST, time_split
from sevenstep.diagrams.looks import style
from sevenstep.diagrams.output.picture import inline
from sevenstep.diagrams.text.measure import width
from sevenstep.model.choices import Direction, Metric
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read

HOSTILE = "<script>alert(1)</script> & $x_1$ “填写” ]]> \x07 datum.says"
LONG = "一个很长很长的步骤名称，长到一行写不下还要继续写下去直到不能再长为止" * 3
SVG = "{http://www.w3.org/2000/svg}"


def chain(title="Fill in"):
    said = json.dumps(title.replace("\x07", ""), ensure_ascii=False)
    text = f"""
id: x
title: X
items: {{it: {{title: Booking}}}}
flows:
  now:
    title: Now
    details: it
    variant: as-is
    steps: {{w: {{title: {said}}}, v: {{title: Check}}, n: {{title: Nothing}}}}
  then: {{title: Then, details: it, variant: to-be, steps: {{w: {{title: {said}}}}}}}
measures: {{m: {{title: {said}, shapes: then}}, k: {{title: Share, shapes: then}}}}
"""
    return check([read(SourceFile("engagement.yaml", text))]).chain


def value(mean, low=None, high=None, p50=None, p90=None):
    return Value(mean, Method.SIMULATED, mean if low is None else low, mean if high is None else high, p50, p90)


def flow(key="now", **steps):
    lead = {"lead_time": value(50.0, 49, 51, 48, 70)}
    bins = (0.0, 24.0, 48.0, 72.0), (5, 3, 1)
    return FlowMetrics(key, lead, steps, 9, 1, "CNY", (), bins)


def step(processing, waiting):
    return StepMetrics(1, processing, waiting, 0)


def split(language="en", title="Fill in"):
    flows = [flow(w=step(1, 3), v=step(0.5, 40), n=step(0, 0)), flow("then", w=step(1, 1))]
    return time_split(chain(title), "chart/time/now", flows, language)


def difference(metric="lead_time", before=50.0, after=10.0, shares=(), rest=0.0):
    change = after - before
    return Difference(
        Metric(metric), value(before, before - 1, before + 2), value(after), change, change, change, shares, rest
    )


def fall(language="en", title="One order"):
    one = difference(shares=(Share(("m",), -45.0), Share(("k",), 6.0)), rest=-1.0)
    return contributions(chain(title), "chart/measures/it", one, "CNY", language)


def compared(language="en", title=""):
    nothing = Difference(Metric.REENTRIES, value(0), value(0), 0, 0, 0, (), 0)
    listed = (difference(), difference("cost", 100, 40), difference("handoffs", 3, 8), nothing)
    return comparison("chart/compared/it", Comparison("it", ("now",), ("then",), listed), "CNY", language)


def course(language="en", title="d"):
    stage_values = {
        "baseline": StageValue(8, 7, 9, "stated", "2023"),
        "as-is": StageValue(7.4, 7.4, 7.4, "now"),
        "to-be": StageValue(1.9, 1.8, 2.0, "then"),
    }
    targets = (("2025", StageValue(5, 5, 5, "stated", "2025")), ("2027", StageValue(3, 3, 3, "stated", "2027")))
    state = IndicatorState("I", title, stage_values, targets, "reached", "to-be", 0.0)
    measured = [("2024Q3", StageValue(7.5, 7.5, 7.5, "measured", "2024Q3")), ("soon", StageValue(1, 1, 1, "measured"))]
    return indicator_course("chart/indicator/I", state, measured, Direction.DECREASE, language)


def spread(language="en", title=""):
    return lead_times("chart/lead-time/now", flow(), language)


CHARTS = {"split": split, "fall": fall, "compared": compared, "course": course, "spread": spread}


def picture(chart) -> str:
    return inline(as_picture.drawn(chart))


def texts(chart) -> list[str]:
    return [one.text or "" for one in ElementTree.fromstring(picture(chart)).iter(f"{SVG}text")]


def bars(chart, looks) -> list[tuple[float, float]]:
    """Where the bars with these looks begin, and how long they are, in pixels."""
    root = ElementTree.fromstring(picture(chart))
    found = [one for group in root.iter(f"{SVG}g") if group.get("class") == looks for one in group]
    return [(float(one.get("x")), float(one.get("width"))) for one in found if one.tag == f"{SVG}rect"]


def test_every_step_with_time_is_named_and_both_flows_stand_side_by_side():
    said = texts(split())
    assert {"Fill in", "Check", "processing", "waiting", "Now", "Then"} <= set(said)
    assert "Nothing" not in said


def test_bars_are_as_long_as_the_times_on_one_scale():
    (_, waits), (_, longest), (_, after) = bars(split(), "waiting")[1:]
    assert longest == pytest.approx(40 * waits / 3, abs=0.2)
    assert after == pytest.approx(waits / 3, abs=0.2)
    (start, _), *_ = bars(split(), "processing")[1:]
    assert bars(split(), "waiting")[1][0] == pytest.approx(start + waits / 3, abs=0.2)


def test_of_very_many_steps_the_longest_are_shown_and_the_rest_is_summed():
    many = {f"s{number}": step(number + 1, 0) for number in range(MOST + 5)}
    said = texts(time_split(chain(), "chart/time/now", [flow(**many)], "en"))
    assert "5 other steps" in said
    assert f"s{MOST + 4}" in said
    assert "s1" not in said


def test_a_waterfall_goes_from_as_is_through_each_measure_to_to_be():
    said = texts(fall())
    listed = ["As is", "One order", "Share", "not explained by any measure", "To be"]
    assert [one for one in said if one in listed] == listed
    _key, (begin, change), (rest, _) = bars(fall(), "better")
    (_, before), (_, after) = bars(fall(), "as-is")[0], bars(fall(), "to-be")[0]
    assert change == pytest.approx(45 * before / 50, abs=0.2)
    assert after == pytest.approx(10 * before / 50, abs=0.2)
    assert rest < begin + change


def test_the_axis_of_a_waterfall_is_in_the_scale_of_its_language():
    one = difference("cost", before=900_000.0, after=300_000.0, shares=(Share(("m",), -600_000.0),))
    zh, en = (texts(contributions(chain(), "chart/measures/it", one, "CNY", language)) for language in ("zh", "en"))
    assert {"单位：万元", "20", "40", "80"} <= set(zh)
    assert {"in CNY", "200,000", "400,000", "800,000"} <= set(en)


def test_an_axis_has_one_minus_and_no_small_words():
    one = difference("cost", before=10.0, after=-10.0, shares=(Share(("m",), -20.0),))
    svg = picture(contributions(chain(), "chart/measures/it", one, "CNY", "en"))
    assert "−10" in texts(contributions(chain(), "chart/measures/it", one, "CNY", "en"))
    assert not re.search(r">-\d", svg)
    for chart in (*(draw() for draw in CHARTS.values()), contributions(chain(), "c", one, "CNY", "en")):
        sizes = [float(text.get("font-size")) for text in ElementTree.fromstring(picture(chart)).iter(f"{SVG}text")]
        assert min(sizes) >= 11


def test_metrics_of_an_item_are_told_with_their_change():
    said = texts(compared())
    assert {"lead time", "cost per case", "−60%", "hand-offs", "CNY 100", "CNY 40"} <= set(said)
    assert "re-entries" not in said  # nought on both sides


def test_an_indicator_shows_what_was_what_is_estimated_and_what_is_to_be_reached():
    said = texts(course())
    assert {"7–9 days", "3 days", "7.4 days", "1.9 days", "2023", "2027", "as-is estimate", "to-be estimate"} <= set(
        said
    )
    assert "↓ lower is better" in said


def test_a_histogram_marks_percentiles():
    assert {"half below 2 days", "9 of 10 below 2.9 days"} <= set(texts(spread()))


@pytest.mark.parametrize(
    ("p50", "p90", "sides"),
    [
        (81, 92, {"half": "end", "9 of 10": "start"}),  # of 156 h
        (20, 92, {"half": "start", "9 of 10": "start"}),
        (120, 150, {"9 of 10": "end", "half": "end"}),  # upside down: the line of the half begins below the other text
    ],
)
def test_no_text_of_a_percentile_is_crossed_by_the_line_of_the_other(p50, p90, sides):
    metrics = flow()
    lead = replace(metrics.values["lead_time"], p50=p50, p90=p90)
    edges, counts = (0.0, 52.0, 104.0, 156.0), (1, 5, 4)
    metrics = replace(metrics, values={**metrics.values, "lead_time": lead}, lead_times=(edges, counts))
    root = ElementTree.fromstring(picture(lead_times("chart/lead-time/now", metrics, "en")))
    said = [one for one in root.iter(f"{SVG}text") if "below" in "".join(one.itertext())]
    told = {"".join(one.itertext()).split(" below")[0]: one.get("text-anchor", "start") for one in said}
    assert told == sides
    assert list(told) == list(sides)


@pytest.mark.parametrize("name", CHARTS)
def test_looks_are_classes_that_the_style_sheet_knows(name):
    svg = picture(CHARTS[name]())
    assert not re.search(r' (style|fill|stroke|id|href|font-family|onclick)="', svg)
    assert "#" not in re.sub(r"<text.*?</text>|<title>.*?</title>|<desc>.*?</desc>", "", svg)
    sheet = style.css(".p")
    for looks in set(re.findall(r'<g class="([^"]+)"', svg)):
        assert re.search(rf"\.p \.{looks}\b", sheet), looks


@pytest.mark.parametrize("name", CHARTS)
def test_same_input_same_bytes_and_the_other_language_other_words(name):
    assert CHARTS[name]() == CHARTS[name]()
    assert picture(CHARTS[name]()) == picture(CHARTS[name]())
    assert picture(CHARTS[name]("zh")) != picture(CHARTS[name]("en"))


@pytest.mark.parametrize("name", CHARTS)
def test_charts_are_told_to_who_cannot_see_them(name):
    root = ElementTree.fromstring(picture(CHARTS[name]("zh")))
    assert root.findtext(f"{SVG}title")
    assert root.findtext(f"{SVG}desc")
    assert root.get("role") == "img"
    assert root.get("aria-label")


@pytest.mark.parametrize("name", ["split", "fall", "course"])
def test_a_hostile_title_is_text(name):
    svg = picture(CHARTS[name](title=HOSTILE))
    ElementTree.fromstring(svg)
    assert "<script" not in svg
    assert "\x07" not in svg
    assert "&lt;script&gt;" in svg


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_text_leaves_its_frame(name, language):
    root = ElementTree.fromstring(picture(CHARTS[name](language, title=LONG)))
    wide, high = float(root.get("width")), float(root.get("height"))
    for one in root.iter(f"{SVG}text"):
        x, y, size = (float(one.get(key)) for key in ("x", "y", "font-size"))
        room = width(one.text or "", size)
        left = {"start": x, "middle": x - room / 2, "end": x - room}[one.get("text-anchor", "start")]
        assert left >= -1, one.text
        assert left + room <= wide + 1, one.text
        assert size <= y + 2, one.text
        assert y <= high, one.text


def test_nothing_to_show_is_no_chart():
    assert time_split(chain(), "t", [flow(w=step(0, 0))], "en") is None
    assert time_split(chain(), "t", [flow(w=step(float("inf"), 0))], "en") is None
    state = IndicatorState("I", "d", {"baseline": StageValue(1, 1, 1, "stated", "2023")}, (), "unknown", None, 0.0)
    assert indicator_course("c", state, [], None, "en") is None
    same = FlowMetrics("now", {"lead_time": value(1)}, {}, 5, 1, "", (), ((1.0, 1.0), (5,)))
    assert lead_times("l", same, "en") is None
    assert contributions(chain(), "w", difference(after=50.0), "", "en") is None


def test_a_place_that_is_none_is_refused():
    plot = Plot(10)
    plot.bars("own", [{"x": 0, "x2": float("nan"), "y": 0, "y2": 1}])
    with pytest.raises(ValueError, match="a place that is none"):
        as_picture.drawn(plot.chart("broken", "Broken", "", "en"))


def test_each_form_stands_where_its_values_are():
    plot = Plot(100, 100)
    plot.scale("x", (0, 10), (20, 80), nice=False)
    plot.scale("y", (0, 10), (90, 10), nice=False)
    plot.bars("own", [{"x": 2, "x2": 5, "y": 10, "y2": 0, "says": "a < b"}], "x", "y")
    plot.rules("grid", [{"x": 5, "x2": 10, "y": 7, "y2": 7}], "x")
    plot.line("own-line", [{"x": 0, "y": 0}, {"x": 10, "y": 5}], "x", "y")
    for shape in ("circle", "diamond", "square"):
        plot.points("target", [{"x": 5, "y": 5}], "x", "y", shape=shape, size=64)
    plot.text("said", "here", 5, 5, max_width=90, anchor="end", across="x", down="y", aside=3, above=4)
    svg = picture(plot.chart("c", "C", "", "en"))
    assert '<rect x="32" y="10" width="18" height="80">\n<title>a &lt; b</title>' in svg
    assert '<line x1="50" y1="7" x2="80" y2="7"/>' in svg
    assert '<path d="M20,90L80,50"/>' in svg
    assert '<circle cx="50" cy="50" r="4"/>' in svg
    assert '<path d="M50,46L54,50L50,54L46,50Z"/>' in svg
    assert '<rect x="46" y="46" width="8" height="8"/>' in svg
    assert '<text class="said" text-anchor="end" x="53" y="46" font-size="11">here</text>' in svg
