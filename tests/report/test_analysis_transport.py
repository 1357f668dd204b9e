"""Places, links and routes in every form in which an analysis is told."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.report import analysis_csv, analysis_json
from sevenstep.report.analysis_report import AnalysisReport
from sevenstep.report.analysis_text import summary
from sevenstep.report.element import lines
from tests.analysis.transport.conftest import LAND

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "analysis.schema.json").read_text(encoding="utf-8"))
PLANNED = LAND + "scenarios: {plan: {title: Plan B, responds_to: up}}\n"


@pytest.fixture
def report(checked):
    def make(sections: str = PLANNED) -> AnalysisReport:
        chain = checked(sections).chain
        return AnalysisReport(analyse(chain, cases=100), chain, 7, 100, 0, "1.0")

    return make


def told(report: AnalysisReport) -> list[str]:
    return [line.plain for line in summary(report, "en", None)]


def test_json_keeps_the_schema_and_tells_everything(report):
    found = json.loads(analysis_json.render(report(), "en"))
    jsonschema.validate(found, SCHEMA)
    transport = found["transport"]
    assert transport["day"] == "2024-12-31" and transport["waiting"] == ["tunnel"]
    ore = next(route for route in transport["routes"] if route["id"] == "ore")
    assert ore["taken"]["hours"] == 21 and ore["binding"] == "up" and ore["throughput"]["most"] == pytest.approx(90)
    up = next(loss for loss in transport["losses"] if loss["id"] == "up")
    assert up["cut"] == ["back"] and up["answers"] == ["plan"] and up["detours"][0]["hours"] == 7


def test_a_model_without_places_says_nothing_of_them(report):
    empty = report("goals: {G: {title: Better}}")
    assert "transport" not in json.loads(analysis_json.render(empty, "en"))
    assert not any("Places, links" in line for line in told(empty))


def test_csv_has_a_row_a_figure(report):
    rows = list(csv.DictReader(io.StringIO(analysis_csv.render(report(), "en").lstrip("\ufeff"))))
    found = {(row["kind"], row["id"], row["metric"], row["stage"]): row["value"] for row in rows}
    assert found["route", "ore", "time", "taken"] == "21"
    assert found["route", "ore", "time", "next best"] == "28"
    assert found["place or link", "up", "extra_time", "lost: ore"] == "7"
    assert float(found["place or link", "port", "utilisation", ""]) == pytest.approx(0.8)


def test_the_text_tells_the_fullest_the_ways_and_the_losses(report):
    text = "\n".join(told(report()))
    assert "Places, links and routes (as they run on 2024-12-31)" in text
    assert "86%  Up (up)" in text
    assert "Up (up): no other way for Back; 1 route by another way, up to 7 h longer" in text
    assert "answered by Plan B" in text


def test_show_tells_what_is_computed_of_one(checked):
    found = checked(PLANNED)
    said = "\n".join(line.plain for line in lines(found, found.chain.elements["ore"], "", "en"))
    assert "Way: Mine → Hub → Port (21 h, CNY 160/TEU, 72%)" in said
    assert "Better from 2027-01-01 on: Mine → Port (7 h" in said
    said = "\n".join(line.plain for line in lines(found, found.chain.elements["port"], "", "zh"))
    assert "负荷占能力：80%" in said and "若中断：2 条路线以此为起点或终点" in said


def test_markup_in_a_title_stays_text(report):
    text = told(report(PLANNED.replace("title: Hub", 'title: "[red]Hub[/] <b>"')))
    assert any("[red]Hub[/] <b>" in line for line in text)
