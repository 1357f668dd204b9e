"""Cobertura: as coverage-04.dtd wants it, with the lines and rates that the chain has."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from sevenstep.report.cobertura import render
from sevenstep.report.report import ElementLine, report_of

RATES = {"line-rate", "branch-rate", "complexity"}
TOTALS = {"lines-covered", "lines-valid", "branches-covered", "branches-valid", "version", "timestamp"}
SHAPES = {
    "coverage": (RATES | TOTALS, ["sources", "packages"]),
    "sources": (set(), ["source"]),
    "source": (set(), []),
    "packages": (set(), ["package"]),
    "package": ({"name"} | RATES, ["classes"]),
    "classes": (set(), ["class"]),
    "class": ({"name", "filename"} | RATES, ["methods", "lines"]),
    "methods": (set(), []),
    "lines": (set(), ["line"]),
    "line": ({"number", "hits", "branch"}, []),
}
"""What the DTD requires of each element: its attributes, and its children in their order."""


def rates(root: ElementTree.Element) -> dict[str, str]:
    return {package.get("name"): package.get("line-rate") for package in root.iter("package")}


@pytest.mark.parametrize("prefix", ["models/样例 A/", "", "/builds/plant/"])
def test_the_document_type_is_kept(prefix, report):
    for element in ElementTree.fromstring(render(replace(report, prefix=prefix), "en")).iter():
        attributes, children = SHAPES[element.tag]
        assert set(element.attrib) == attributes
        assert list(dict.fromkeys(child.tag for child in element)) == children or element.tag == "packages"


def test_an_element_is_hit_when_justified_and_covered_and_left_out_when_accepted(report):
    root = ElementTree.fromstring(render(report, "en"))
    assert (root.get("lines-covered"), root.get("lines-valid"), root.get("line-rate")) == ("1", "4", "0.2500")
    assert rates(root) == {"指标": "0.0000", "目标 一": "1.0000"}


def test_a_line_with_two_elements_is_hit_when_both_are_whole(report):
    both = (ElementLine("a.yaml", 3, True), ElementLine("a.yaml", 3, False), ElementLine("a.yaml", 4, True))
    root = ElementTree.fromstring(render(replace(report, elements=both), "en"))
    assert [(line.get("number"), line.get("hits")) for line in root.iter("line")] == [("3", "0"), ("4", "1")]


def test_one_package_for_what_stands_at_the_top(report):
    names = ["step1_goals.yaml", "step5_scenarios/a.yaml", "step5_scenarios/b.yaml"]
    lines = tuple(ElementLine(name, 1, name.endswith("a.yaml")) for name in names)
    root = ElementTree.fromstring(render(replace(report, elements=lines), "en"))
    assert rates(root) == {"step1_goals": "0.0000", "step5_scenarios": "0.5000"}


def test_paths_count_from_the_root_of_the_repository(report):
    def of(prefix: str) -> tuple[str, str]:
        root = ElementTree.fromstring(render(replace(report, prefix=prefix), "en"))
        return root.find("sources/source").text, root.find(".//class[last()]").get("filename").split("/")[0]

    assert of("models/plant/") == (".", "models")
    assert of("/builds/plant/") == ("/builds/plant/", "指标")


def test_a_full_score_means_all(report):
    lines = tuple(ElementLine("a.yaml", number, number != 7) for number in range(1, 100_001))
    root = ElementTree.fromstring(render(replace(report, elements=lines), "en"))
    assert root.get("line-rate") == "0.9999"


def test_nothing_to_cover_is_covered(report):
    root = ElementTree.fromstring(render(replace(report, elements=()), "en"))
    assert (root.get("line-rate"), list(root.iter("package"))) == ("1.0000", [])


@pytest.mark.parametrize(("said", "expected"), [(None, "0"), ("1700000000", "1700000000000")])
def test_the_time_is_that_of_reproducible_builds_or_none(said, expected, checked_sample, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if said is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    root = ElementTree.fromstring(render(report_of(checked_sample(), "", "1"), "en"))
    assert root.get("timestamp") == expected
