"""The JSON report has the fields that docs/ci.md tells of, and no others."""

import json
import re
from pathlib import Path

from sevenstep.report.json_report import render

DOCS = Path(__file__).parents[2] / "docs" / "ci.md"


def fields(data: object) -> set[str]:
    """The names of all fields, at whatever depth."""
    match data:
        case dict():
            return set(data).union(*(fields(one) for one in data.values()))
        case list():
            return set().union(*(fields(one) for one in data))
        case _:
            return set()


def test_every_field_is_documented_and_no_other(report):
    table = DOCS.read_text(encoding="utf-8").partition("## JSON")[2]
    rows = [line for line in table.splitlines() if line.startswith("| `")]
    first = {name for row in rows for name in re.findall(r"`([\w.]+)`", row.split("|")[1])}
    second = {name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[2])}
    found = fields(json.loads(render(report, "en")))
    assert {name.rpartition(".")[2] for name in first} <= found
    assert found <= {name.rpartition(".")[2] for name in first} | second
