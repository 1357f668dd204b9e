"""Figures by dimension in the formats for machines and at a terminal."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from sevenstep.cli.app import app

ROOT = Path(__file__).parents[2]
MODEL = """
id: m
title: {zh: 样例, en: Sample}
dimensions: {province: {title: Province, members: {cq: Chongqing, gx: Guangxi, yn: Yunnan}}}
goals: {G: {title: Fast}}
indicators:
  I:
    title: Days
    measures: G
    unit: h
    direction: decrease
    roll_up: mean
    baseline: {by: {province: {cq: 30 h, gx: {value: 24 h, provisional: true}, yn: missing}}}
    measurements: {2024: {by: {province: {cq: 19 h, gx: 20 h, yn: missing}}}}
    targets: {2027: {value: 20 h, by: {province: {cq: ≤20 h, gx: ≤18 h, yn: missing}}}}
  plain: {title: Plain, measures: G, unit: h, baseline: 3 h}
"""


@pytest.fixture
def said(tmp_path):
    (tmp_path / "engagement.yaml").write_text(MODEL, encoding="utf-8")

    def run(*options: str) -> str:
        result = CliRunner().invoke(app, ["analyse", str(tmp_path), "--lang", "en", *options])
        assert result.exit_code == 0, result.output
        return result.stdout

    return run


def test_json_has_the_members_and_is_as_the_schema_says(said):
    found = json.loads(said("--format", "json"))
    jsonschema.validate(found, json.loads((ROOT / "docs" / "analysis.schema.json").read_text(encoding="utf-8")))
    told, plain = found["indicators"]
    (dimension,) = told["dimensions"]
    assert "dimensions" not in plain
    assert {member["id"]: (member["verdict"], member["gap"]) for member in dimension["members"]} == {
        "cq": ("reached", 0),
        "gx": ("missed", 2),
        "yn": (None, 0),
    }
    assert dimension["members"][1]["provisional"] == ["baseline"]
    assert dimension["members"][2]["missing"] == ["baseline", "target", "today"]
    assert [(spread["stage"], spread["difference"], spread["ratio"]) for spread in dimension["spreads"][:1]] == [
        ("baseline", 6, 1.25)
    ]
    assert told["stands"]["baseline"]["origin"] == "members"


def test_csv_has_a_row_for_every_value_of_a_member(said):
    rows = list(csv.DictReader(io.StringIO(said("--format", "csv").lstrip("\ufeff"))))
    members = {(row["id"], row["metric"], row["stage"]): row for row in rows if row["kind"] == "member"}
    assert members["I/province/cq", "value", "today"]["value"] == "19"
    assert members["I/province/gx", "value", "baseline"]["note"] == "provisional"
    assert members["I/province/yn", "value", "baseline"]["note"] == "missing"
    assert members["I/province/gx", "gap", "today"]["value"] == "2"
    spread = next(row for row in rows if row["kind"] == "dimension" and row["stage"] == "baseline")
    assert (spread["id"], spread["metric"], spread["value"]) == ("I/province", "spread", "6")


def test_the_text_tells_spread_verdicts_and_what_is_missing(said):
    line = next(line for line in said("--section", "goals").splitlines() if "province" in line)
    assert "it differs by 1 h: Chongqing is lowest (19 h), Guangxi highest (20 h)" in line
    assert "own targets: 1 reached, 1 missed; no figure of Yunnan; 1 provisional" in line


def test_show_says_what_is_missing_in_words(tmp_path):
    (tmp_path / "engagement.yaml").write_text(MODEL, encoding="utf-8")
    result = CliRunner().invoke(app, ["show", str(tmp_path), "I", "--lang", "en"])
    assert "gx: value 24 h, provisional; yn: missing" in result.output
