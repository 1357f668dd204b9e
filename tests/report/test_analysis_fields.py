"""Fields that an engagement adds, as programs get them."""

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from sevenstep.cli.app import app

ROOT = Path(__file__).parents[2]
MODEL = """id: a
title: A
fields:
  urgency: {label: {zh: 紧急程度, en: Urgency}, on: [goal], type: word, words: {now: {zh: 马上, en: At once}}}
  beds: {label: Beds, on: goal, type: number, unit: bed}
  kin: {label: Kin, on: goal, type: reference, to: goal, many: true}
  motto: {label: Motto, on: goal}
goals:
  G1: {title: A, urgency: now, beds: 3..5, kin: [G2], motto: {zh: 快, en: "=Fast"}}
  G2: {title: B}
"""


@pytest.fixture
def analysed(tmp_path):
    (tmp_path / "engagement.yaml").write_text(MODEL, encoding="utf-8")

    def run(form: str) -> str:
        return (
            CliRunner()
            .invoke(app, ["analyse", str(tmp_path), "--format", form, "--lang", "en"], env={"SEVENSTEP_LANG": "en"})
            .stdout
        )

    return run


def test_json_has_values_by_element(analysed):
    found = json.loads(analysed("json"))
    assert found["fields"] == {
        "labels": {"urgency": "Urgency", "beds": "Beds", "kin": "Kin", "motto": "Motto"},
        "elements": [
            {
                "id": "G1",
                "kind": "goal",
                "values": {
                    "urgency": "now",
                    "beds": {"low": 3.0, "high": 5.0, "unit": "bed", "said": "3–5 beds"},
                    "kin": ["G2"],
                    "motto": "=Fast",
                },
            }
        ],
    }
    Draft202012Validator(json.loads((ROOT / "docs" / "analysis.schema.json").read_text("utf-8"))).validate(found)


def test_csv_has_a_row_a_value_and_none_that_a_spreadsheet_computes(analysed):
    rows = [row for row in csv.DictReader(io.StringIO(analysed("csv").lstrip("\ufeff"))) if row["metric"] in MODEL]
    said = {(row["id"], row["metric"]): (row["value"], row["unit"]) for row in rows if row["kind"] == "goal"}
    assert said[("G1", "urgency")] == ("At once", "")
    assert said[("G1", "beds")] == ("4", "bed")
    assert said[("G1", "motto")] == ("'=Fast", "")
