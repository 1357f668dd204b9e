"""The roadmap as a picture: bars where their dates are, lines from what has to be done first, nothing over the edge."""

from pathlib import Path

import pytest

from sevenstep.diagrams.pictures import catalogue
from sevenstep.diagrams.scene import Edge, Node
from tests.diagrams.seen import seen

GOLDEN = Path(__file__).parent / "golden_roadmap"
TEXT = """
phases:
  pilot: {title: {zh: 试点, en: Pilot}}
projects:
  a:
    title: {zh: 甲工程, en: "Stage <b>one</b>, with a title that is far too long for the room it has at the left"}
    phase: pilot
    start: 2024-01
    end: 2024-06
    milestones: [{title: Trial, date: 2024-03, reached: 2024-04}, {title: All, date: 2024-06}]
  b: {title: {zh: 乙工程, en: Stage two}, start: 2024-07, end: 2024-12, after: a}
  c: {title: {zh: 丙工程, en: Aside}, start: 2024-04, end: 2024-06, after: nothing}
  d: {title: {zh: 丁工程, en: Waits}, start: 2024-10, end: 2024-11, after: c}
"""


@pytest.fixture
def scene(checked):
    return lambda text, language="en": catalogue.draw(
        checked(text).chain, "roadmap", language, lambda element: f"{element.id}.html"
    )


def test_what_is_seen(scene, golden):
    golden(GOLDEN / "roadmap.txt", seen(scene(TEXT)))


def boxes(found, css_classes: str) -> list[tuple[float, float]]:
    nodes = [part for part in found.content if isinstance(part, Node) and part.classes.split()[0] == css_classes]
    return [(node.at[0] - node.label.width / 2, node.at[0] + node.label.width / 2) for node in nodes]


def test_bars_are_as_long_as_projects_take_and_critical_ones_stand_out(scene):
    found = scene(TEXT)
    critical = boxes(found, "road-critical")
    # a takes 182 of 366 days, b the 184 behind
    whole = critical[1][1] - critical[0][0]
    assert [(end - begin) / whole for begin, end in critical] == pytest.approx([182 / 366, 184 / 366])
    assert critical[0][1] == pytest.approx(critical[1][0])
    assert len(boxes(found, "road-bar")) == 2 and len(boxes(found, "road-slack")) == 2
    assert [node.address.tip for node in found.content if isinstance(node, Node) and "road-mark" in node.classes] == [
        "April 2024 Trial",
        "June 2024 All",
    ]


def test_lines_lead_from_what_has_to_be_done_first(scene):
    lines = [part for part in scene(TEXT).content if isinstance(part, Edge)]
    assert [line.classes for line in lines] == ["road-wait critical", "road-wait"]


def test_of_very_many_projects_the_first_are_shown_and_the_others_counted(scene):
    many = "".join(f"  p{at}: {{title: P{at}, start: 2024-01, end: 2024-0{1 + at % 9}}}\n" for at in range(100))
    found = scene(f"projects:\n{many}")
    assert len(boxes(found, "road-bar")) + len(boxes(found, "road-critical")) == 80
    assert len(boxes(found, "more")) == 1


def test_there_is_no_roadmap_without_dates(checked):
    assert "roadmap" not in catalogue.names(checked("projects: {a: {title: A}}\n").chain)
