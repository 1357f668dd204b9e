"""JUnit: the counts add up, and nothing stands where Jenkins does not look for it."""

from dataclasses import replace
from xml.etree import ElementTree

from sevenstep.report.junit import render

ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped"},
    "testcase": {"name", "classname"},
    "failure": {"message", "type"},
    "skipped": {"message"},
    "system-out": set(),
}
"""Those of junit-10.xsd that we write."""
CHILDREN = {"testsuites": {"testsuite"}, "testsuite": {"testcase", "system-out"}, "testcase": {"failure", "skipped"}}


def test_every_element_and_attribute_is_one_that_jenkins_knows(report):
    for element in ElementTree.fromstring(render(report, "zh")).iter():
        assert set(element.attrib) == ATTRIBUTES[element.tag]
        assert {child.tag for child in element} <= CHILDREN.get(element.tag, set())


def test_the_counts_add_up(report):
    root = ElementTree.fromstring(render(report, "en"))
    for where in (root, *root):
        assert int(where.get("tests")) == len(where.findall(".//testcase"))
        assert int(where.get("failures")) == len(where.findall(".//failure"))
    assert sum(int(suite.get("skipped")) for suite in root) == len(root.findall(".//skipped")) == 1
    assert [suite.get("name").rpartition("/")[2] for suite in root] == [
        "engagement.yaml",
        "质量, 100%.yaml",
        "目标 一.yaml",
    ]


def test_a_hint_fails_nothing(report):
    root = ElementTree.fromstring(render(report, "en"))
    assert "No unit" in root.find(".//system-out").text
    assert not [failure for failure in root.iter("failure") if "No unit" in failure.text]


def test_equal_names_are_numbered_since_gitlab_would_take_them_for_one(report):
    twice = replace(report, problems=(report.problems[1], *report.problems))
    names = [case.get("name") for case in ElementTree.fromstring(render(twice, "en")).iter("testcase")]
    assert "S291 measures-nothing days" in names
    assert "S291 measures-nothing days #2" in names
