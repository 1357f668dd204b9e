"""Appraisals in the reports of an analysis: text, JSON by its schema, CSV."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.report import analysis_csv, analysis_json
from sevenstep.report.analysis_appraisal import appraisal_lines
from sevenstep.report.analysis_report import AnalysisReport

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "analysis.schema.json").read_text(encoding="utf-8"))
WHOLE = """
actors: {town: {title: Town, type: government}}
appraisals:
  a:
    title: A
    from: 2024
    horizon: 3
    discount_rate: 0%
    outlay: {title: Building, amount: 90..110 CNY, paid_by: town}
    income: {title: Fees, amount: 60 CNY/y}
    loans: {title: L, amount: 60 CNY, rate: 5%, term: 2, coverage: 1.3}
benefits:
  b: {title: B, promised: 10 h, by: 2020, reviews: {date: 2021, measured: 9 h, why: Late}}
"""


@pytest.fixture
def report(checked) -> AnalysisReport:
    chain = checked(WHOLE).chain
    return AnalysisReport(analyse(chain), chain, 1, 1, 0, "")


def test_json_is_as_the_schema_says(report):
    data = json.loads(analysis_json.render(report, "en"))
    jsonschema.validate(data, SCHEMA)
    (found,) = data["appraisals"]
    assert found["worth"]["present_value"] == 20
    assert (found["worst"]["present_value"], found["best"]["present_value"]) == (10, 30)
    assert [line["middle"] for line in found["lines"]] == [[100, 0, 0], [0, 60, 60]]
    assert found["coverage"]["due"] == [0, 33, 31.5]


def test_the_table_has_a_row_a_value(report):
    rows = list(csv.reader(io.StringIO(analysis_csv.render(report, "en").lstrip("\ufeff"))))
    told = [row for row in rows if row[0] == "appraisal"]
    assert told[0][:8] == ["appraisal", "a", "net_present_value", "", "20", "CNY", "10", "30"]
    assert ["appraisal", "a", "income", "2025", "60", "CNY"] in [row[:6] for row in told]


def test_the_text_tells_the_conclusion(report):
    lines = [str(line) for line in appraisal_lines(report, "en", None)]
    assert lines[:3] == ["Appraise", "  A (a)", "    Net present value CNY 20; the outlay is back in 2026 (year 3)."]


def test_outcomes_are_told(report):
    data = json.loads(analysis_json.render(report, "en"))
    (found,) = data["outcomes"]
    assert (found["element"], found["promised"], found["by"], found["came"]) == ("b", "10 h", "2020", "9 h")
    assert (found["verdict"], found["why"], found["due"]) == ("missed", "Late", False)
