"""Charts of assessments and decisions: what they say, where dots stand, and that hostile titles stay text."""

import json
import re
from xml.etree import ElementTree

import pytest

from sevenstep.analysis.analyse import analysis_of
from sevenstep.diagrams.charts import as_picture
from sevenstep.diagrams.charts.catalogue import charts, of_element
from sevenstep.diagrams.charts.chart import Mark, Words
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


def marks(chart, looks: str) -> list[list[dict]]:
    """The rows of every mark with these looks."""
    return [list(mark.rows) for mark in chart.parts if isinstance(mark, Mark) and mark.css_classes == looks]


def test_each_page_has_its_charts(drawn):
    chain, found = drawn
    assert set(of_element(chain, chain.elements["a"])) == {
        "chart/standing/a",
        "chart/radar/a",
        "chart/dates/a",
        "chart/pace/cloud",
    }
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


def test_a_radar_is_drawn_only_where_it_is_asked_for_and_never_puts_what_is_missing_at_the_centre(checked):
    """Three at 1/2, 3/4 and nothing known: one side is drawn instead of three, and no area."""
    said = """
scales: {grade: {title: Grade, levels: [a, b, c, d, e]}}
assessments: {a: {title: A, scale: grade, peers: {p: {title: Peer, date: 2023}}RADAR}}
factors:
  north: {title: North, assessment: a, scale: grade, values: {2024: 3}, targets: {2027: 5}, peers: {p: 5}}
  east: {title: East, assessment: a, scale: grade, values: {2024: 4}, peers: {p: 1}}
  south: {title: South, assessment: a, scale: grade, values: {2024: 3}, peers: {p: 1}}
  west: {title: West, assessment: a, scale: grade, values: {2024: WEST}, peers: {p: 1}}
"""

    def drawn(radar: str, west: str):
        chain = checked(said.replace("RADAR", radar).replace("WEST", west)).chain
        assert "chart/radar/a" in of_element(chain, chain.elements["a"])
        return {chart.name: chart for chart in charts(chain, analysis_of(chain), "en")}.get("chart/radar/a")

    assert drawn("", "3") is None
    whole, open_ = drawn(", radar: true", "3"), drawn(", radar: true", "missing")
    assert len(marks(whole, "own-line")) == 4 + 1 and len(marks(open_, "own-line")) == 2 + 1  # one more in the key
    assert len(marks(whole, "own-area")) == 1 and not marks(open_, "own-area")
    north, east = marks(whole, "own")[0][:2]
    assert (north["x"], north["y"]) == pytest.approx((180, 164 - 51))  # 1/2 of the radius upwards
    assert (east["x"], east["y"]) == pytest.approx((180 + 76.5, 164))  # 3/4 of it to the right
    assert "North: today 3, target (2027) 5, Peer 5; East: today 4" in whole.says
    assert "West: target" not in open_.says and "West: Peer 1" in open_.says
    assert whole.width < 390
    assert "narrow" in picture(whole).get("class")


def test_many_peers_are_their_mean_in_a_radar(checked):
    peers = ", ".join(f"p{number}: {{title: P, date: 2023}}" for number in range(4))
    scores = ", ".join(f"p{number}: {number + 1}" for number in range(4))
    factors = "".join(
        f"  f{number}: {{title: F, assessment: a, scale: grade, values: {{2024: 3}}, peers: {{{scores}}}}}\n"
        for number in range(14)
    )
    chain = checked(
        "scales: {grade: {title: Grade, levels: [a, b, c, d]}}\n"
        f"assessments: {{a: {{title: A, scale: grade, radar: true, peers: {{{peers}}}}}}}\nfactors:\n{factors}"
    ).chain
    (found,) = (chart for chart in charts(chain, analysis_of(chain), "en") if chart.name == "chart/radar/a")
    assert found.says.count("mean of 4 peers 2.5") == 12
    assert "2 more factors: see the table" in [part.says for part in found.parts if isinstance(part, Words)]


def test_the_whole_stands_over_its_dates_with_the_target_as_a_line(checked):
    """In 2022 the cloud alone is known (1 of 1 to 3), in 2024 both: 2 and 3, 2.5 of the whole. The target is 3."""
    chain = checked("""
date: 2024-12
scales: {grade: {title: Grade, levels: [Begun, Growing, Mature]}}
assessments: {a: {title: A, scale: grade}}
factors:
  cloud: {title: Cloud, assessment: a, scale: grade, values: {2022: 1, 2024: 2}, targets: {2027: 3}}
  other: {title: Other, assessment: a, scale: grade, values: {2024: 3}}
""").chain
    found = {chart.name: chart for chart in charts(chain, analysis_of(chain), "en")}["chart/dates/a"]
    (whole,) = marks(found, "own")
    assert [(row["x"], row["y"]) for row in whole] == [
        (pytest.approx(2022.5, abs=0.01), pytest.approx(1)),
        (pytest.approx(2024.5, abs=0.01), pytest.approx(2.5)),
    ]
    assert len(marks(found, "interval")) == 1  # 2022, when half of the weight was not known
    assert len(marks(found, "goal-line")) == 1
    assert found.title == "At its dates: 1 in 2022, 2.5 in 2024; the target is 3 (2027)"
    assert found.says == "The whole: 2022 1, 2024 2.5; Cloud: 2022 1, 2024 2; Other: 2024 3; target 2027: 3"


def test_a_title_says_what_is_farthest_from_its_target(checked):
    said = """
scales: {grade: {title: Grade, levels: [Begun, Growing, Mature]}}
assessments: {a: {title: A, scale: grade}}
factors:
  cloud: {title: Cloud, assessment: a, scale: grade, values: {2024: 2}, targets: {2027: 3}}
  other: {title: Other, assessment: a, scale: grade, values: {2024: 1}, targets: {2027: 3}}
"""
    for model, title in (
        (said, "Against the target and the peers: farthest from its target is Other (1 → 3)"),
        (said.replace(", targets: {2027: 3}", ""), "Against the target and the peers"),
    ):
        chain = checked(model).chain
        found = {chart.name: chart for chart in charts(chain, analysis_of(chain), "en")}
        assert found["chart/standing/a"].title == title


def test_one_date_is_no_course(drawn):
    _, found = drawn
    assert "chart/dates/a" not in found


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
