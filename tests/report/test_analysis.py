"""Reports of an analysis: the summary, one flow or item in detail, JSON and the long table."""

import csv
import importlib.util
import io
import json
from pathlib import Path

import jsonschema
import pytest
from rich.cells import cell_len

from sevenstep.analysis.results import GoalAttainment, Ranking
from sevenstep.analysis.wording import shown, shown_change, shown_hours
from sevenstep.cli.streams import ERRORS
from sevenstep.language import LANGUAGES
from sevenstep.report import analysis_csv, analysis_detail, analysis_json, analysis_text
from sevenstep.report.analysis_numbers import exchanged

_spec = importlib.util.spec_from_file_location("analysis_example", Path(__file__).with_name("analysis_example.py"))
example = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(example)
GOLDEN = Path(__file__).parent / "golden"
SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "analysis.schema.json").read_text(encoding="utf-8"))
TEXTS = {
    "brief": lambda report, language: analysis_text.summary(report, language, 1),
    "all": lambda report, language: analysis_text.summary(report, language, None),
    "flow": lambda report, language: analysis_detail.flow(report, "inspect-asis", language),
    "partial": lambda report, language: analysis_detail.flow(report, "declare-asis", language),
    "stuck": lambda report, language: analysis_detail.flow(report, "stuck", language),
    "item": lambda report, language: analysis_detail.item(report, "declare", language),
    "item-partial": lambda report, language: analysis_detail.item(report, "inspect", language),
}
EMPTY = {
    "metrics": {},
    "unanalysed": (),
    "queues": (),
    "findings": (),
    "comparisons": (),
    "goal_attainment": GoalAttainment({}, {}),
    "ranking": Ranking((), (), (), ()),
}


def written(lines) -> str:
    return "".join(f"{line.plain}\n" for line in lines)


def table(report, language="en") -> list[dict[str, str]]:
    text = analysis_csv.render(report, language)
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEXTS)
def test_a_text_looks_as_it_did(name, language, golden):
    golden(GOLDEN / f"analysis-{name}.{language}.txt", written(TEXTS[name](example.report(), language)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("ending", "render"), [("json", analysis_json.render), ("csv", analysis_csv.render)])
def test_a_format_looks_as_it_did(ending, render, language, golden):
    golden(GOLDEN / f"analysis.{language}.{ending}", render(example.report(), language).replace("\r\n", "\n"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEXTS)
def test_a_chinese_terminal_can_show_every_character(name, language):
    text = written(TEXTS[name](example.report(), language))
    assert text.encode("gbk", ERRORS).decode("gbk") == text.replace("−", "-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_line_up_whatever_the_width_of_characters(language):
    lines = written(analysis_text.summary(example.report(), language, None)).splitlines()
    rows = [line for line in lines if line.startswith("  ") and line.count(" → ") == 2]
    assert len(rows) == 2
    # the second column ends at the same cell in both rows, before the one that has nothing
    assert len({cell_len(row[: row.rindex("–")].rstrip()) for row in rows}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_is_as_the_schema_says(language):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(analysis_json.render(example.report(), language)))


@pytest.mark.parametrize("render", [analysis_json.render, analysis_csv.render, *TEXTS.values()])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_to_tell_is_told_without_a_fault(render, language):
    found = render(example.report(**EMPTY), language)
    assert found if isinstance(found, str) else list(found)


def test_json_of_nothing_is_as_the_schema_says():
    text = analysis_json.render(example.report(**EMPTY), "en")
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(text))


def test_the_table_has_one_shape_and_opens_in_excel():
    text = analysis_csv.render(example.report(), "zh")
    assert text.startswith("\ufeffkind,id,metric,stage,value,unit,low,high,p50,p90,way,note\r\n")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert {len(row) for row in rows} == {12}
    found = {(row["kind"], row["id"], row["metric"], row["stage"]): row for row in table(example.report())}
    assert len(found) == len(rows) - 1
    lead = found["flow", "inspect-asis", "lead_time", "as-is"]
    assert [float(lead[name]) for name in ("value", "low", "high", "p50", "p90")] == [100, 98.5, 101.5, 90, 180]
    assert (lead["unit"], lead["way"]) == ("h", "simulated")
    assert found["indicator", "time", "value", "target 2027"]["value"] == "4"
    assert found["engagement", "port", "lead_time", "share of online"]["value"] == "-12"


def test_no_text_is_computed_by_a_spreadsheet():
    assert next(row for row in table(example.report()) if row["metric"] == "F711")["value"].startswith("'+")
    for row in table(example.report()):
        for cell in row.values():
            assert not cell.startswith(("=", "+", "@")), row
            assert not cell.startswith("-") or float(cell) < 0


def test_numbers_for_machines_are_finite_and_without_the_noise_of_the_last_digits():
    assert exchanged(0.1 + 0.2) == 0.3
    assert exchanged(-1e-320 * 0) == 0
    assert exchanged(float("inf")) is None
    assert exchanged(float("nan")) is None
    assert exchanged(None) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (shown_hours(0.0, "en"), "0 min"),
        (shown_hours(0.5, "zh"), "30 分钟"),
        (shown_hours(424.857, "en"), "17.7 days"),
        (shown_hours(2.0, "en", beside=[72.0]), "0.08 days"),
        (shown_hours(0.002, "en", beside=[2400.0]), "0.00008 days"),
        (shown_hours(float("inf"), "en"), "∞ days"),
        (shown("cost", 6163.31, "zh", "CNY"), "6,163 元"),
        (shown("cost", 12345.6, "en", "CNY"), "CNY 12,346"),
        (shown("cost", 3.0, "en"), "3"),
        (shown("flow_efficiency", 0.05582, "en"), "5.6%"),
        (shown("handoffs", 3.857, "en"), "3.9"),
        (shown_change("cost", 0.0, 5.0, "en"), ""),
        (shown_change("manual_share", 1.0, 0.25, "zh"), "−75 个百分点"),
        (shown_change("lead_time", 10.0, 2.5, "en"), "−75%"),
        (shown_change("lead_time", 10.0, 10.0, "en"), ""),
    ],
)
def test_numbers_are_said_as_one_reads_them_out(said, expected):
    assert said == expected
