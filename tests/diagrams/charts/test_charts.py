"""Charts: they say what they are given, in both languages, safely, and the same each time."""

import re
from xml.etree import ElementTree

import pytest

from sevenstep.diagrams.charts.indicator_course import Point, indicator_course
from sevenstep.diagrams.charts.lead_times import lead_times
from sevenstep.diagrams.charts.time_split import Step, time_split
from sevenstep.diagrams.charts.waterfall import Move, waterfall
from sevenstep.diagrams.text import width

HOSTILE = "<script>alert(1)</script> & $x_1$ “填写”"


def split(language="en", title="Fill in"):
    return time_split("chart/time/f", [Step(title, 1, 3), Step("Check", 0.5, 40), Step("Nothing", 0, 0)], language)


def fall(language="en", title="One order"):
    return waterfall("w", "Lead time (d)", (7.4, "7.4 d"), (1.9, "1.9 d"), [Move(title, -5.5, "-5.5 d")], language)


def course(language="en", title="Lead time"):
    points = [
        Point("baseline", 2023.5, 8, 7, 9, "8 d"),
        Point("to-be", 2027.5, 1.9, 1.8, 2.0, "1.9 d"),
        Point("target", 2027.5, 3, 3, 3, "3 d"),
    ]
    return indicator_course("c", title, points, language)


def spread(language="en", title=""):
    return lead_times("l", (0.0, 1.0, 2.0, 3.0), (5, 3, 1), (1.2, 1.0, 2.4), language)


CHARTS = {"split": split, "fall": fall, "course": course, "spread": spread}


def texts(chart) -> list[str]:
    root = ElementTree.fromstring(chart.svg)
    return [one.text for one in root.iter("{http://www.w3.org/2000/svg}text") if one.text]


def test_every_step_with_time_is_named_with_its_sum():
    said = texts(split())
    assert {"Fill in", "Check", "work", "waiting"} <= set(said)
    assert "Nothing" not in said
    assert "1.69 d" in said  # 40.5 hours


def test_measures_and_both_ends_are_named_with_their_figures():
    assert {"as is", "One order", "to be", "7.4 d", "-5.5 d", "1.9 d"} <= set(texts(fall()))


def test_an_indicator_shows_each_kind_of_value_once_in_the_legend():
    said = texts(course())
    assert [said.count(one) for one in ("baseline", "estimated to be", "target")] == [1, 1, 1]
    assert {"8 d", "1.9 d", "3 d"} <= set(said)


def test_a_histogram_marks_mean_and_percentiles():
    assert {"mean 1.2", "P50 1", "P90 2.4"} <= set(texts(spread()))


@pytest.mark.parametrize("name", CHARTS)
def test_colours_follow_the_page_and_nothing_has_an_id(name):
    svg = CHARTS[name]().svg
    assert "var(--" in svg
    assert not re.search(r"#[0-9a-f]{6}", svg)
    assert " id=" not in svg
    assert "url(" not in svg


@pytest.mark.parametrize("name", CHARTS)
def test_same_input_same_bytes_and_the_other_language_other_words(name):
    assert CHARTS[name]().svg == CHARTS[name]().svg
    assert CHARTS[name]("zh").svg != CHARTS[name]("en").svg


@pytest.mark.parametrize("name", ["split", "fall", "course"])
def test_a_hostile_title_is_text(name):
    svg = CHARTS[name](title=HOSTILE).svg
    assert "<script" not in svg
    ElementTree.fromstring(svg)
    assert "$x_1$" in svg  # no formula


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_text_leaves_its_frame(name, language):
    chart = CHARTS[name](language, title="一个很长很长的步骤名称，长到一行写不下还要继续写下去直到不能再长为止")
    root = ElementTree.fromstring(chart.svg)
    wide, high = float(root.get("width")), float(root.get("height"))
    for one in root.iter("{http://www.w3.org/2000/svg}text"):
        x, y = (float(value) for value in _place(one))
        room = width(one.text or "", 11)
        left = {"start": x, "middle": x - room / 2, "end": x - room}[one.get("text-anchor", "start")]
        assert left >= -1, one.text
        assert left + room <= wide + 1, one.text
        assert 0 <= y <= high, one.text


def _place(text) -> tuple[str, str]:
    if moved := re.search(r"translate\(([-\d.]+) ([-\d.]+)\)", text.get("transform", "")):
        return moved[1], moved[2]
    return text.get("x", "0"), text.get("y", "0")


def test_nothing_to_show_is_no_chart():
    assert time_split("t", [Step("a", 0, 0)], "en") is None
    assert indicator_course("c", "t", [Point("baseline", 2023, 1, 1, 1, "1")], "en") is None
    assert lead_times("l", (1.0, 1.0), (5,), (1, 1, 1), "en") is None
