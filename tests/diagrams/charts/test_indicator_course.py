"""The course of an indicator: its words are clear of its lines, its axis is honest, its years end before what has no
date."""

import random
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from sevenstep.analysis.course.results import Point
from sevenstep.analysis.results import IndicatorState, StageValue
from sevenstep.diagrams.charts import as_picture
from sevenstep.diagrams.charts.indicator_course import indicator_course
from sevenstep.diagrams.charts.label_places import Ground, crosses, label_places
from sevenstep.diagrams.geometry import Box
from sevenstep.diagrams.output.picture import inline
from sevenstep.diagrams.text.measure import width
from sevenstep.model.choices import Direction

SVG = "{http://www.w3.org/2000/svg}"
LINES = {"grid", "goal-line", "target-line", "measured-line", "interval", "axis-line", "divider"}
MARKS = {"measured", "target", "as-is", "to-be"}


def stated(value, date="", low=None, high=None):
    return StageValue(value, value if low is None else low, value if high is None else high, "stated", date)


def drawn(stages, targets=(), measured=(), unit="d", language="en", expected=()):
    values = {key: stated(value, "2023") if key == "baseline" else value for key, value in stages.items()}
    dated = tuple((day, stated(value, day)) for day, value in targets)
    state = IndicatorState("I", unit, values, dated, "reached", "to-be", 0.0, expected=expected)
    facts = [(day, StageValue(value, value, value, "measured", day)) for day, value in measured]
    chart = indicator_course("chart/indicator/I", state, facts, Direction.DECREASE, language)
    return ElementTree.fromstring(inline(as_picture.drawn(chart)))


def flow(value, half=0.0):
    return StageValue(value, value - half, value + half, "flow")


def test_what_projects_bring_about_is_a_line_in_steps():
    stages = {"baseline": 8.0, "to-be": flow(2.0)}
    expected = (Point(None, flow(8.0)), Point(date(2024, 7, 1), flow(5.0)), Point(date(2026, 1, 1), flow(2.0)))
    root = drawn(stages, [("2025", 5.0), ("2027", 3.0)], expected=expected)
    (line,) = [one for look, one in groups(root, {"expected-line"}) if one.tag == f"{SVG}path"]
    places = [tuple(map(float, pair.split(","))) for pair in line.get("d")[1:].replace("M", "L").split("L")]
    assert all(x == x2 or y == y2 for (x, y), (x2, y2) in pairwise(places))  # nothing moves between two dates
    assert len({y for _, y in places}) == 3 and places == sorted(places)
    assert "expected as projects end" in texts(root)
    assert "expected as projects end" not in texts(drawn(stages, [("2025", 5.0)], expected=expected[:1]))


def texts(root, css_class=None):
    return [one.text for one in root.iter(f"{SVG}text") if css_class in (None, one.get("class"))]


def groups(root, wanted):
    return [
        (group.get("class"), one) for group in root.iter(f"{SVG}g") if group.get("class") in wanted for one in group
    ]


def lines(root, wanted=frozenset(LINES)):
    """All straight pieces of the lines with these looks."""
    found = []
    for _, one in groups(root, wanted):
        if one.tag == f"{SVG}line":
            found.append(tuple((float(one.get(f"x{end}")), float(one.get(f"y{end}"))) for end in (1, 2)))
        else:
            pairs = one.get("d")[1:].replace("M", "L").split("L")
            points = [tuple(map(float, pair.split(","))) for pair in pairs]
            found += pairwise(points)
    return found


def boxes(root):
    """Where the words of the values stand: an estimate of what is inked."""
    for one in root.iter(f"{SVG}text"):
        if one.get("class") == "said":
            x, y, size = (float(one.get(key)) for key in ("x", "y", "font-size"))
            room = width(one.text, size)
            yield Box(x - room / 2, y - size * 0.8, x + room / 2, y + size * 0.15)


def middle(one):
    """The middle of a circle, a square or a diamond."""
    if one.tag == f"{SVG}circle":
        return float(one.get("cx")), float(one.get("cy"))
    if one.tag == f"{SVG}rect":
        x, y, wide, high = (float(one.get(key)) for key in ("x", "y", "width", "height"))
        return x + wide / 2, y + high / 2
    top, right, *_ = one.get("d")[1:-1].split("L")
    return float(top.split(",")[0]), float(right.split(",")[1])


def marks(root):
    """Where the points are."""
    for css_class, one in groups(root, MARKS):
        x, y = middle(one)
        if y > 50:  # below the keys
            yield css_class, x, y, one.findtext(f"{SVG}title")


FALLING = {"baseline": 7800, "as-is": flow(7800), "to-be": flow(6568, 12)}


def some(seed):
    """A course by chance."""
    dice = random.Random(seed)
    size = 10 ** dice.uniform(-1, 5)
    start, end = dice.uniform(0.2, 1) * size, dice.uniform(0, 1) * size
    stages = {"baseline": round(start, 2)}
    if dice.random() < 0.7:
        stages |= {"as-is": flow(start * dice.uniform(0.8, 1.2), size * 0.02), "to-be": flow(end * 0.9)}
    targets = [("2025", round((start + end) / 2, 2)), ("2027", round(end, 2))]
    measured = [(f"2024-0{month}", round(start * dice.uniform(0.8, 1.1), 2)) for month in range(2, dice.randint(3, 9))]
    return stages, targets, measured


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("seed", range(12))
def test_the_words_of_values_are_clear_of_lines_points_and_one_another(seed, language):
    root = drawn(*some(seed), unit="CNY", language=language)
    found = list(boxes(root))
    assert len(found) >= 3
    for at, box in enumerate(found):
        assert not [line for line in lines(root) if crosses(line, box)]
        assert not [other for other in found[:at] if other.meets(box)]
        assert not [mark for mark in marks(root) if Box(mark[1] - 3, mark[2] - 3, mark[1] + 3, mark[2] + 3).meets(box)]


def test_the_years_end_before_what_has_no_date():
    root = drawn(FALLING, [("2025", 7200), ("2027", 6200)], unit="CNY/TEU")
    at = {css_class: x for css_class, x, _, _ in marks(root)}
    last = max(x for css_class, x, _, _ in marks(root) if css_class == "target")
    (divider,) = lines(root, {"divider"})
    assert last < divider[0][0] < at["as-is"] < at["to-be"]
    assert not [line for line in lines(root, LINES - {"divider"}) if line[0][0] < divider[0][0] < line[1][0]]
    assert "estimated from the flows, undated" in texts(root)


def test_without_estimates_there_is_one_panel_and_without_dates_too():
    assert not lines(drawn({"baseline": 4}, [("2027", 2)]), {"divider"})
    root = drawn({"as-is": flow(4), "to-be": flow(2)})
    assert not lines(root, {"divider"})
    assert {css_class for css_class, *_ in marks(root)} == {"as-is", "to-be"}


@pytest.mark.parametrize(
    ("baseline", "target", "zh", "en"),
    [
        (7800, 6200, "单位：元/标箱；纵轴从 6,000 起，不从 0 起", "in CNY/TEU; the axis begins at 6,000, not at 0"),
        (-6200, -7800, "单位：元/标箱；纵轴到 −6,000 止，不到 0", "in CNY/TEU; the axis ends at −6,000, not at 0"),
        (7800, 100, "单位：元/标箱", "in CNY/TEU"),
        (-500, 7800, "单位：元/标箱", "in CNY/TEU"),
    ],
)
def test_an_axis_without_nought_says_so_and_is_broken(baseline, target, zh, en):
    for language, said in (("zh", zh), ("en", en)):
        root = drawn({"baseline": baseline}, [("2027", target)], unit="CNY/TEU", language=language)
        assert said in texts(root)
        is_broken = any(one.tag == f"{SVG}path" for _, one in groups(root, {"axis-line"}))
        assert is_broken == ("0 起" in said or "0 止" in said or "at 0" in said)


def test_an_axis_is_written_in_the_scale_of_its_language():
    stages, targets = {"baseline": 45}, [("2025", 58), ("2027", 75)]
    zh = texts(drawn(stages, targets, unit="billion CNY", language="zh"))
    en = texts(drawn(stages, targets, unit="billion CNY"))
    assert "单位：亿元；纵轴从 400 起，不从 0 起" in zh
    assert {"400", "500", "600", "700", "800", "750 亿元"} <= set(zh)
    assert {"40", "50", "60", "70", "80", "CNY 75 bn"} <= set(en)


def test_no_axis_of_shares_goes_beyond_all():
    said = texts(drawn({"baseline": 88}, [("2027", 99)], unit="%"), "note")
    assert "100" in said
    assert "105" not in said


def test_a_point_says_its_value_as_the_page_has_it():
    stages = {"baseline": 8, "as-is": flow(7.44, 0.06), "to-be": flow(2.41)}
    root = drawn(stages, [("2027", 3)], [("2024", 7.5)])
    assert [told for *_, told in marks(root)] == [
        "2023 8 days",
        "2024 7.5 days",
        "2027 3 days",
        "as-is estimate 7.4 days (error of the simulation ±0.06 days)",
        "to-be estimate 2.4 days",
    ]


def test_words_without_any_room_are_left_out_and_those_with_some_move():
    plane = Box(0, 0, 100, 60)
    first, second, third = label_places([(50, 30)] * 3, [60, 60, 400], Ground(plane, [Box(45, 25, 55, 35)], [], []))
    assert first is not None
    assert second is not None
    assert not first.meets(second)
    assert third is None
