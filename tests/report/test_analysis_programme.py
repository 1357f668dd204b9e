"""Projects and the course of indicators in the reports of an analysis."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.report import analysis_csv, analysis_json, analysis_text
from sevenstep.report.analysis_report import AnalysisReport
from tests.analysis.course.test_course import FLOWS, PROJECTS
from tests.engagements import chain_of

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "analysis.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def report() -> AnalysisReport:
    chain = chain_of(FLOWS + PROJECTS)
    return AnalysisReport(analyse(chain), chain, 1, 100, 0, "0")


def test_json_is_as_the_schema_says(report):
    found = json.loads(analysis_json.render(report, "en"))
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    assert [one["project"] for one in found["programme"]["schedule"]] == ["p", "q"]
    (course, _) = found["course"]["indicators"]
    assert [(point["from"], point["value"]) for point in course["points"]] == [
        (None, 40),
        ("2024-07-01", 34),
        ("2026-04-01", 18),
    ]
    assert course["targets"][1]["waits_for"] == ["q"]


def test_the_table_has_a_row_for_every_step(report):
    rows = list(csv.DictReader(io.StringIO(analysis_csv.render(report, "en").removeprefix("\ufeff"))))
    told = [(row["stage"], row["value"]) for row in rows if row["metric"] == "expected" and row["id"] == "time"]
    assert told == [("as-is", "40"), ("2024-07-01", "34"), ("2026-04-01", "18")]
    assert [row["value"] for row in rows if row["metric"] == "slack"] == ["0", "0"]


GOVERNED = """
actors:
  office: {title: Office, type: government, capacity: 2 people}
kpicards:
  card: {title: Card, unit: office, period: 2024, weights: {time: 60%, double: 40%}}
places:
  here: {title: Here, type: port}
projects:
  p:
    title: P
    start: 2024-01
    end: 2024-06
    delivers: first
    rollout: {date: 2024-06, places: here}
    budget: {year: 2024, amount: 9 CNY}
    efforts: {unit: office, amount: 3 people}
"""


def test_scores_and_what_is_taken_of_units_stand_in_json_and_table():
    chain = chain_of(FLOWS.replace("{title: First,", "{title: First, lever: data,") + GOVERNED)
    report = AnalysisReport(analyse(chain), chain, 1, 100, 0, "0")
    found = json.loads(analysis_json.render(report, "en"))
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    (effort,) = found["programme"]["efforts"]
    assert effort["months"][0] == {
        "month": "2024-01",
        "unit": "people",
        "drawn": 3,
        "capacity": 2,
        "over": 1,
        "projects": ["p"],
    }
    (card,) = found["cards"]
    assert card["expected"] == {"score": 1, "known": 0.6, "low": 0.6, "high": 1}
    assert card["kpis"][1]["expected"]["missing"] == "no target for the period"
    rows = list(csv.DictReader(io.StringIO(analysis_csv.render(report, "en").removeprefix("\ufeff"))))
    told = {(row["kind"], row["id"], row["metric"], row["stage"]): row["value"] for row in rows}
    assert told["actor", "office", "taken", "2024-06"] == "3" and told["actor", "office", "capacity", "2024-06"] == "2"
    assert told["kpi-card", "card", "score", "expected"] == "1"
    assert found["course"]["places"] == [{"place": "here", "capability": "first", "from": "2024-07-01", "project": "p"}]
    assert told["rollout", "here", "first", "2024-07-01"] == "in force"
    by_lever = {one["lever"]: one for one in found["levers"]}
    assert (by_lever["data"]["budget"], by_lever["data"]["hours_saved"]) == (9, 6)
    assert told["lever", "data", "budget", ""] == "9" and told["lever", "data", "lead time saved", ""] == "6"
    said = [line.plain.strip() for line in analysis_text.summary(report, "en", None)]
    assert (
        "“Office” scores 100% for 2024, expected (known for 60% of the weights; the whole lies between 60% and 100%)."
        in said
    )


def test_the_summary_tells_what_the_plan_comes_to(report):
    said = [line.plain.strip() for line in analysis_text.summary(report, "en", None)]
    assert "Carrying out: the indicators in time" in said
    assert any(line.startswith("Target 2025 of “Time” is missed, since “Q” ends in March 2026") for line in said)


def test_a_model_without_projects_says_nothing_of_it():
    chain = chain_of(FLOWS)
    bare = AnalysisReport(analyse(chain), chain, 1, 100, 0, "0")
    assert not {"programme", "course"} & json.loads(analysis_json.render(bare, "zh")).keys()
    assert not any("实施" in line.plain for line in analysis_text.summary(bare, "zh", None))
