"""Paths as is and to be, joined flows and data, in the files of the analysis: by hand."""

from sevenstep.chain.choices import ExchangeFate
from sevenstep.report.analysis_gathered import as_json, figures
from tests.chain.test_joined_flows import MODEL as FLOWS
from tests.chain.test_path_variants import MODEL as PATHS


def test_a_path_before_and_after(checked):
    (change,) = as_json(checked(PATHS).chain, "en")["path_changes"]
    assert (change["before"], change["after"]) == ("today", "design")
    assert change["figures"]["by_hand"] == {"before": 5, "after": 1}
    assert change["fates"] == {"kept": 1, "changed": 2, "new": 1, "dropped": 2}
    assert change["exchanges"][0]["differs"] == ["parties", "channel", "system"]
    assert change["exchanges"][1]["after"] is None
    assert {one["fate"] for one in change["exchanges"]} == set(ExchangeFate)


def test_joined_flows_and_data(checked):
    said = as_json(checked(FLOWS).chain, "en")
    (joined,) = said["joined_flows"]
    assert joined["handovers"][0] == {"from": "book", "to": "gate", "data": ["order"], "meets": True, "back": False}
    order = said["data"][0]
    assert order["as-is"]["entered_again"] == ["gate-as-is/c"]
    assert order["to-be"] == {
        "items": [],
        "flows": [],
        "written_by": [],
        "read_by": [],
        "captured": None,
        "entered_again": [],
    }


def test_the_long_table_counts_both_variants(checked):
    rows = list(figures(checked(PATHS).chain))
    assert ("path", "design", "by_hand", "as-is", 5) in rows
    assert ("path", "design", "by_hand", "to-be", 1) in rows
