"""``sevenstep explain``: every rule, with its example checked on the spot."""

import pytest

from sevenstep.analysis.findings.catalogue import FINDING_RULES
from sevenstep.ruleset.catalogue import ALL_RULES


def test_one_rule(run):
    said = run("explain", "S402").stdout
    assert said.startswith("S402 accountable-not-one  ")
    assert "error S402 accountable-not-one\n  Function “declare” has 2 accountable actors (A): shipper, customs" in said
    assert "An example that passes" in said
    assert "check: {ignore: [S402]}" in said


@pytest.mark.parametrize("name", ["s402", "accountable-not-one"])
def test_by_any_name(run, name):
    assert run("explain", name, "--lang", "zh").stdout.startswith("S402 accountable-not-one  路径上每个环节")


def test_all_rules(run):
    lines = run("explain").stdout.splitlines()
    codes = [line.split()[0] for line in lines]
    assert codes == [*(info.code for info in ALL_RULES), *(one.code for one in FINDING_RULES)]


@pytest.mark.parametrize("name", ["F101", "waiting-dominates"])
def test_a_rule_for_findings_says_what_it_means_and_from_where_on(run, name):
    said = run("explain", name, "--lang", "en").stdout
    assert said.startswith("F101 waiting-dominates  Waiting dominates")
    assert "share of the lead time that is waiting: above 80%" in said
    assert "rule: F101" in said


def test_an_unknown_rule(run):
    result = run("explain", "accountable-not-on")
    assert result.returncode == 2
    assert "Did you mean “accountable-not-one”" in result.stderr


def test_a_rule_that_is_off_says_how_to_switch_it_on(run):
    said = run("explain", "S851").stdout
    assert "warning (off)" in said
    assert "check: {select: [S851]}" in said
