"""The blueprint and the moves of flows in the reports of an analysis: text, JSON by its schema, CSV."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.report import analysis_csv, analysis_json
from sevenstep.report.analysis_blueprint import blueprint_lines, moves_lines
from sevenstep.report.analysis_report import AnalysisReport

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "analysis.schema.json").read_text(encoding="utf-8"))
WHOLE = """
layers: {nodes: {title: Nodes, count: N}}
actors: {a: {title: A, type: enterprise}, b: {title: B, type: operator}}
systems: {desk: {title: Desk, layer: nodes}, port: {title: Port, layer: nodes}}
data: {order: {title: Order, owner: a, sharing: conditional}}
flows:
  then:
    title: Then
    variant: to-be
    move: lay-out
    steps:
      s: {title: s, type: start, actor: a}
      w: {title: W, system: desk, mode: automatic, writes: order}
      r: {title: R, actor: b, system: port, mode: automatic, reads: order, key_node: "true"}
      e: {title: e, type: end}
  other: {title: Other, variant: as-is, steps: {s: {title: s, type: start}, e: {title: e, type: end}}}
"""


@pytest.fixture
def report(checked) -> AnalysisReport:
    chain = checked(WHOLE).chain
    return AnalysisReport(analyse(chain), chain, 1, 1, 0, "")


def test_json_is_as_the_schema_says(report):
    data = json.loads(analysis_json.render(report, "en"))
    jsonschema.validate(data, SCHEMA)
    (connection,) = data["blueprint"]["connections"]
    assert (connection["from"], connection["to"], connection["lacking"]) == ("desk", "port", ["order"])
    assert connection["steps"] == ["then/r"] and connection["interfaces"] == []
    (shared,) = data["blueprint"]["shared"]
    assert (shared["from"], shared["to"], shared["sharing"]) == ("a", "b", "conditional")
    assert data["moves"] == [{"flow": "then", "move": "lay-out", "key_nodes": ["then/r"]}]


def test_json_of_a_model_without_has_neither(checked):
    chain = checked("systems: {desk: {title: Desk}}\n").chain
    data = json.loads(analysis_json.render(AnalysisReport(analyse(chain), chain, 1, 1, 0, ""), "en"))
    assert not {"blueprint", "moves"} & data.keys()


def test_the_table_has_a_row_a_number(report):
    rows = list(csv.reader(io.StringIO(analysis_csv.render(report, "en").lstrip("\ufeff"))))
    assert [row[:5] for row in rows if row[0] == "connection"] == [
        ["connection", "desk → port", "data", "to-be", "1"],
        ["connection", "desk → port", "lacking", "to-be", "1"],
    ]
    assert ["flow", "then", "move", "lay-out", "1"] in [row[:5] for row in rows]


def test_the_text_tells_what_is_proposed(report):
    lines = [str(line) for line in blueprint_lines(report, "en", None)]
    assert lines[0] == "Blueprint: systems and interfaces"
    assert lines[-2:] == [
        "  Interfaces that the design asks for and that are not there:",
        "    Desk (desk) → Port (port): Order (order)",
    ]
    assert [str(line) for line in blueprint_lines(report, "en", 0)][-1].strip().startswith("…")


def test_the_text_tells_the_moves(report):
    assert [str(line) for line in moves_lines(report, "zh", None)] == [
        "第七步：流程做到哪一步",
        "  范围界定：0 个流程",
        "  数据收集：0 个流程",
        "  梳理流程与关键节点：1 个流程，关键节点 1 个",
        "  数据整合与分析：0 个流程",
        "  优化与评估：0 个流程",
        "  未写：1 个流程",
    ]
    short = [str(line) for line in moves_lines(report, "zh", 3)]
    assert short[1:] == ["  梳理流程与关键节点：1 个流程，关键节点 1 个", "  未写：1 个流程"]
