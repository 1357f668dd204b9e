"""Assessments and decisions at the terminal, in JSON and in the long table."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.language import LANGUAGES
from sevenstep.report import analysis_csv, analysis_json
from sevenstep.report.analysis_report import AnalysisReport
from sevenstep.report.analysis_text import summary

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "analysis.schema.json").read_text(encoding="utf-8"))
MODEL = """
date: 2024
scales: {grade: {title: Grade, levels: {1: Begun, 2: Growing, 3: Mature}}}
assessments: {a: {title: Level, peers: {p: {title: P, date: 2023}}}}
factors:
  f: {title: Cloud, assessment: a, scale: grade, values: {2022: 1, 2024: 2}, targets: {2026: 3}, peers: {p: 3},
    courses: [{title: Others, start: 1, end: 2, took: 4y}]}
  g: {title: Services, assessment: a, scale: grade, values: {2024: missing}}
decisions:
  d:
    title: Who builds
    requirements: {run: Somebody runs it}
    criteria: {skill: {title: Skill, weight: 50%}, cost: {title: Cost, weight: 50%, unit: 万元, direction: decrease}}
    options:
      own: {title: Own, meets: {run: yes}, values: {skill: 4, cost: 10}}
      rent: {title: Rented, meets: {run: yes}, values: {skill: 5, cost: 20}}
      gift: {title: Given, meets: {run: no}, values: {skill: 5, cost: 1}}
      vague: {title: Vague, values: {skill: 5}}
"""


@pytest.fixture
def report(checked):
    chain = checked(MODEL).chain
    return AnalysisReport(analyse(chain), chain, 7, 100, 0, "0")


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_is_as_the_schema_says(report, language):
    found = json.loads(analysis_json.render(report, language))
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    (assessment,), (decision,) = found["assessments"], found["decisions"]
    assert assessment["now"] == {"good": 0.5, "low": 0.25, "high": 0.75, "known": 0.5}
    assert assessment["missing"] == ["g"] and assessment["level"] == 1
    assert [one["date"] for one in assessment["dates"]] == ["2022", "2024"]
    assert assessment["factors"][0]["pace"]["years"] == pytest.approx(2, abs=0.01)
    assert [(one["date"], one["good"]) for one in assessment["factors"][0]["dates"]] == [("2022", 0), ("2024", 0.5)]
    assert decision["out"] == {"gift": ["run"]} and decision["unranked"] == {"vague": ["cost"]}
    assert [(one["option"], one["sum"]) for one in decision["ranked"]] == [("own", 87.5), ("rent", 50)]


def test_the_table_has_a_row_for_each_figure(report):
    rows = list(csv.DictReader(io.StringIO(analysis_csv.render(report, "en").removeprefix("\ufeff"))))
    told = {(row["kind"], row["id"], row["metric"], row["stage"]): row["value"] for row in rows}
    assert told["assessment", "a", "standing", "today"] == "0.5"
    assert told["factor", "f", "value", "today"] == "2"
    assert told["option", "d/own", "weighted_sum", ""] == "87.5"
    assert ("factor", "g", "standing", "today") not in told


def test_the_terminal_tells_it_in_words(report):
    said = [line.plain for line in summary(report, "en", None)]
    assert "Assessments: where it stands" in said and "Decisions: what is chosen" in said
    assert any("not known" in line and "Services" in line for line in said)
    assert any(line.rstrip().endswith("out") and "Given" in line for line in said)
    assert any("not ranked" in line and "Vague" in line for line in said)


def test_a_model_without_them_says_nothing_of_them(checked):
    chain = checked("goals: {G: {title: G}}").chain
    empty = AnalysisReport(analyse(chain), chain, 7, 100, 0, "0")
    assert not {"assessments", "decisions"} & json.loads(analysis_json.render(empty, "en")).keys()
    assert not any("Assessments" in line.plain for line in summary(empty, "en", None))
