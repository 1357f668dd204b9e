"""Edge cases of the rules of places, links and routes: bad input, and what follows from elements that are missing."""

import pytest

from sevenstep.checking.check import Checked

PLACES = """
places:
  station: {title: Station, at: [106.4, 29.6]}
  port: {title: Port, at: [108.6, 21.7]}
"""


def violations(found: Checked, code: str) -> list[str]:
    return sorted(diagnostic.element for diagnostic in found.found if diagnostic.rule.code == code)


def ours(found: Checked) -> set[str]:
    return {diagnostic.rule.code for diagnostic in found.found if diagnostic.rule.code.startswith("S3")}


def test_a_route_over_a_link_that_is_not_there_is_told_once(checked):
    found = checked(PLACES + "routes: {out: {title: Out, from: station, to: port, over: [line]}}")
    assert violations(found, "S011") == ["out"]
    assert not violations(found, "S321")


def test_a_link_to_a_place_that_is_not_there_blames_no_other_place(checked):
    found = checked(PLACES + "links: {line: {title: Line, from: station, to: prot}}")
    assert violations(found, "S011") == ["line"]
    assert not violations(found, "S314") and not violations(found, "S322")


def test_two_links_between_two_places_are_no_answer(checked):
    found = checked(
        PLACES
        + """
links:
  rail: {title: Rail, from: station, to: port, mode: rail, time: 2 h}
  road: {title: Road, from: station, to: port, mode: road, time: 3 h}
routes: {out: {title: Out, from: station, to: port, over: [port]}}
"""
    )
    (told,) = [diagnostic for diagnostic in found.found if diagnostic.rule.code == "S321"]
    assert "rail, road" in told.remedy.en


def test_a_one_way_link_is_not_followed_back(checked):
    found = checked(
        PLACES
        + """
links: {line: {title: Line, from: station, to: port, ways: one-way, time: 2 h}}
routes: {back: {title: Back, from: port, to: station, over: [line]}}
"""
    )
    assert violations(found, "S321") == ["back"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("at: [106.4]", "S008"),
        ("at: north", "S008"),
        ("at: [1e400, 2]", "S008"),
        ("at: [.nan, 2]", "S008"),
        ("at: [east, north]", "S008"),
        ("at: []", "S008"),
        ("at: {lon: 106.4, lat: 29.6}", "S008"),
        ("position: [99999999999, 0]", "S008"),
        ("capacity: plenty", "S008"),
        ("load: 98% or more of it", "S008"),
        ("type: spaceport", "S008"),
        ("state: soon", "S008"),
        ("reliability: 130%", "S008"),
        ("time: -2 h", "S008"),
        ("at: [206.4, 29.6]", "S311"),
        ("capacity: 400 TEU/d, load: -3 TEU/d", "S333"),
        ("capacity: 400", "S319"),
        ("parent: port", "S330"),
        ("serves: nothing", "S011"),
        ("operator: port", "S012"),
    ],
)
def test_bad_input_is_told_and_the_rest_goes_on(checked, written, code):
    found = checked(
        f"""
places:
  port: {{title: "<script>alert(1)</script>", {written}}}
  station: {{title: Station}}
  quay: {{title: Quay}}
links:
  line: {{title: Line, from: station, to: quay, time: 2 h}}
routes:
  out: {{title: Out, from: station, to: quay, over: [line]}}
"""
    )
    told = [diagnostic for diagnostic in found.found if diagnostic.rule.code == code]
    assert [diagnostic.place.path[:2] for diagnostic in told] == [("places", "port")]
    assert told[0].remedy is not None
    assert found.chain.elements["out"]


@pytest.mark.parametrize("written", ["[106.45, 29.62]", '"106.45, 29.62"', '"106.45°, 29.62°"', "[106.45，29.62]"])
def test_coordinates_are_read_as_people_write_them(checked, written):
    found = checked(f"places: {{a: {{title: A, at: {written}}}}}")
    assert found.chain.elements["a"].at == (106.45, 29.62)


def test_a_load_in_per_cent_needs_no_capacity(checked):
    assert not ours(checked("places: {a: {title: A, load: about 98%}}"))


def test_an_empty_section_says_nothing(checked):
    assert not ours(checked("places:\nlinks: {}\nroutes:\n"))


def test_functions_flows_activities_and_resources_say_where_they_are(checked):
    found = checked(
        PLACES
        + """
functions: {haul: {title: Haul, at: station}}
resources: {crane: {title: Crane, at: [port]}}
flows:
  run: {title: Run, variant: as-is, at: [station, port], steps: {go: {title: Go, at: station}}}
"""
    )
    holders = {element.id for element in found.chain.holders("station", "at")}
    assert holders == {"haul", "run", "run/go"}
    assert {element.id for element in found.chain.holders("port", "at")} == {"crane", "run"}
