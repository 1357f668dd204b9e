"""What is accepted: on the element, on what it is part of, for a time; and what is accepted in vain."""

from datetime import date

import pytest

from sevenstep.chain.coverage import coverage
from sevenstep.checking.check import check
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read

TREE = """
goals:
  G: {{title: Goal, horizon: 2027{accepted}}}
  G1: {{title: One, parent: G}}
  G2: {{title: Two, parent: G}}
"""


def checked_on(text: str, day: date = date(2026, 6, 15)):
    return check([read(SourceFile("engagement.yaml", f"id: x\ntitle: X\n{text}"))], day=day)


def codes(checked, code: str) -> list[str]:
    return [diagnostic.element for diagnostic in checked.found if diagnostic.rule.code == code]


def test_it_holds_for_what_is_part_of_the_element():
    assert codes(checked_on(TREE.format(accepted="")), "S802") == ["G", "G1", "G2"]
    accepted = checked_on(TREE.format(accepted=", accepted: {S802: next phase}"))
    assert codes(accepted, "S802") == []
    assert [acceptance.diagnostic.element for acceptance in accepted.accepted] == ["G", "G1", "G2"]
    assert {acceptance.match.element for acceptance in accepted.accepted} == {"G"}
    goals = coverage(accepted.chain)[0]
    assert (goals.worked_out, goals.deferred, goals.open, goals.to_cover) == (0, 3, 0, 3)


def test_a_rule_is_named_by_code_or_name():
    assert codes(checked_on(TREE.format(accepted=", accepted: {uncovered: next phase}")), "S802") == []


@pytest.mark.parametrize(
    ("until", "holds"),
    [
        ("2026-06-15", True),
        ("2026-06-14", False),
        ("2026-06", True),
        ("2026Q2", True),
        ("2026Q1", False),
        ("2025", False),
    ],
)
def test_it_ends_with_its_last_day(until, holds):
    accepted = f", accepted: {{S802: {{reason: next phase, until: {until}}}}}"
    found = checked_on(TREE.format(accepted=accepted))
    assert (codes(found, "S802") == []) is holds
    assert (codes(found, "S015") == ["G"]) is not holds
    assert (coverage(found.chain)[0].deferred == 3) is holds


def test_a_reason_can_be_given_in_both_languages():
    found = checked_on(TREE.format(accepted=", accepted: {S802: {zh: 下一期, en: next phase}}"))
    assert found.accepted[0].match.acceptance.reason.zh == "下一期"


def test_what_is_not_breached_need_not_be_accepted():
    found = checked_on(TREE.format(accepted=", accepted: {S101: no loop, S802: next phase}"))
    assert codes(found, "S014") == ["G"]


def test_what_was_not_checked_is_not_called_useless():
    text = "check: {ignore: S101}\n" + TREE.format(accepted=", accepted: {S101: no loop, S802: next phase}")
    assert codes(checked_on(text), "S014") == []


def test_errors_of_reading_cannot_be_accepted():
    found = checked_on(
        "goals:\n  G: {title: t, horizn: 1, accepted: {S006: yes}}\n  H: {title: t, accepted: {S009: no}}\n"
    )
    assert codes(found, "S013") == ["H"]
    assert "S006" in {diagnostic.rule.code for diagnostic in found.found}


def test_an_accepted_error_is_none():
    text = "indicators:\n  I: {title: t, accepted: {S801: {reason: set by law, by: client}}}\n"
    found = checked_on(text)
    assert found.errors == 0
    assert [acceptance.match.acceptance.by.plain for acceptance in found.accepted] == ["client"]
