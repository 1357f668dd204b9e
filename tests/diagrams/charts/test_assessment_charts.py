"""Charts of assessments and decisions: what they say, where dots stand, and that hostile titles stay text."""

import json
import re
from xml.etree import ElementTree

import pytest

from sevenstep.analysis.analyse import analysis_of
from sevenstep.diagrams.charts import as_picture
from sevenstep.diagrams.charts.catalogue import charts, of_element
from sevenstep.diagrams.charts.chart import Mark
from sevenstep.diagrams.charts.weights import sums_at
from sevenstep.diagrams.output.picture import inline

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script> & “$x$” " + "很长" * 60
MODEL = """
date: 2024-06
scales: {grade: {title: Grade, levels: {1: Begun, 3: Mature}}}
assessments: {a: {title: A, peers: {p: {title: TITLE, date: 2023}}}}
factors:
  cloud: {title: TITLE, assessment: a, scale: grade, values: {2024: 2}, targets: {2027: 3}, peers: {p: 3},
    courses: [{title: TITLE, start: 1, end: 2, took: 4y..12y}, {peer: p, start: 1, end: 3, took: 2y}]}
  other: {title: Other, assessment: a, scale: grade, values: {2024: missing}}
decisions:
  d:
    title: D
    criteria: {cost: {title: TITLE, weight: 60%}, skill: {title: Skill, weight: 40%}}
    options:
      own: {title: TITLE, values: {cost: 4, skill: 2}}
      rent: {title: Rented, values: {cost: 3, skill: 3}}
"""


@pytest.fixture(params=["zh", "en"])
def drawn(checked, request):
    chain = checked(MODEL.replace("TITLE", json.dumps(HOSTILE, ensure_ascii=False))).chain
    return chain, {chart.name: chart for chart in charts(chain, analysis_of(chain), request.param)}


def picture(chart) -> ElementTree.Element:
    return ElementTree.fromstring(inline(as_picture.drawn(chart)))


def dots(chart, looks: str) -> list[float]:
    """Where the points with these looks stand, as they are handed over for drawing; those on a scale only."""
    marks = [mark for mark in chart.parts if isinstance(mark, Mark) and mark.css_classes == looks and mark.across]
    return [row["x"] for mark in marks for row in mark.rows]


def test_each_page_has_its_charts(drawn):
    chain, found = drawn
    assert set(of_element(chain, chain.elements["a"])) == {"chart/standing/a", "chart/pace/cloud"}
    assert {"chart/standing/a", "chart/pace/cloud", "chart/weights/d"} == set(found)


def test_titles_stay_text(drawn):
    _, found = drawn
    for chart in found.values():
        root = picture(chart)
        assert not list(root.iter(f"{SVG}script"))
        assert "alert(1)" in "".join(root.itertext())


def test_the_peer_stands_right_of_the_subject(drawn):
    """The subject is at 2 of 1 to 3 as far as is known (the whole and the cloud), its peer and its target at 3."""
    _, found = drawn
    chart = found["chart/standing/a"]
    assert dots(chart, "own") == [2, 2]
    assert dots(chart, "peer") == [3, 3]
    assert dots(chart, "target") == [3, 3]


def test_the_pace_tells_every_course(drawn):
    _, found = drawn
    said = found["chart/pace/cloud"].says
    assert "4–12" in said and re.search(r" 1(;|；|$)", said)  # twice as far in 2 years: 1 for ours


def test_lines_go_where_the_weight_leads(checked):
    """Own has 0.75 and 0.25, rented 0.5 and 0.5: with all weight on cost 75 and 50, with none 25 and 50."""
    chain = checked(MODEL.replace("TITLE", "T")).chain
    result = analysis_of(chain).decisions["d"]
    by_name = {one.option: at for at, one in enumerate(result.ranked)}
    none, every, today = (sums_at(result, 0, weight) for weight in (0.0, 1.0, 0.6))
    assert [none[by_name["own"]], every[by_name["own"]]] == pytest.approx([25, 75])
    assert [none[by_name["rent"]], every[by_name["rent"]]] == pytest.approx([50, 50])
    assert today == pytest.approx([one.weighted_sum for one in result.ranked])


def test_nothing_known_nothing_drawn(checked):
    chain = checked(
        "assessments: {a: {title: A}}\nfactors: {f: {title: F, assessment: a}}\ndecisions: {d: {title: D}}"
    ).chain
    assert list(charts(chain, analysis_of(chain), "en")) == []
