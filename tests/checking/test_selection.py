"""Which rules run: the engagement's settings over the project's, the most exact naming first."""

import pytest

from sevenstep.checking.load import load_and_check
from sevenstep.checking.selection import Selection
from sevenstep.diagnostic import Severity
from sevenstep.model.header import CheckSettings
from sevenstep.ruleset.catalogue import ALL_RULES, CHAIN_RULES

BY_CODE = {info.code: info for info in ALL_RULES}


def runs(code: str, *layers: dict) -> bool:
    return Selection(tuple(CheckSettings.model_validate(layer) for layer in layers)).runs(BY_CODE[code])


@pytest.mark.parametrize(
    ("code", "layers", "expected"),
    [
        ("S802", [{}], True),
        ("S851", [{}], False),
        ("S851", [{"select": "S85"}], True),
        ("S851", [{"select": "id-style"}], True),
        ("S851", [{"select": "all"}], True),
        ("S802", [{"ignore": "S8"}], False),
        ("S802", [{"ignore": "all"}], False),
        ("S802", [{"ignore": "S8", "select": "S802"}], True),
        ("S851", [{"select": "S85", "ignore": "S851"}], False),
        ("S802", [{"select": "S802"}, {"ignore": "S802"}], True),
        ("S802", [{}, {"ignore": "S802"}], False),
        ("S003", [{"ignore": ["all", "S003"]}], True),
        ("S010", [{"ignore": "unsafe-id"}], True),
        ("S102", [{"ignore": "S"}], True),  # one letter names nothing: it is too easily written by mistake
    ],
)
def test_the_most_exact_naming_decides(code, layers, expected):
    assert runs(code, *layers) is expected


def test_severity_is_that_of_the_most_exact_name():
    settings = CheckSettings.model_validate({"severity": {"S8": "hint", "S802": "error", "all": "warning"}})
    selection = Selection((settings,))
    assert selection.severity(BY_CODE["S802"]) is Severity.ERROR
    assert selection.severity(BY_CODE["S803"]) is Severity.HINT
    assert selection.severity(BY_CODE["S102"]) is Severity.WARNING
    assert selection.severity(BY_CODE["S001"]) is Severity.ERROR


def test_files_can_be_left_out(engagement):
    goals = "goals:\n  {}: {{title: t, horizon: 2027, owner: a}}\n"
    folder = engagement("check: {files: {drafts/: {ignore: S802}, late*.yaml: {ignore: uncovered}}}\n")
    for name in ("drafts/one", "late-two", "three"):
        (folder / name).parent.mkdir(exist_ok=True)
        text = goals.format(name.replace("/", "-"))
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = [diagnostic for diagnostic in load_and_check(folder).found if diagnostic.rule.code == "S802"]
    assert [diagnostic.place.file for diagnostic in found] == ["three.yaml"]


def test_a_wrong_severity_is_an_error_of_the_settings(checked):
    found = checked("check: {severity: {S802: terrible}}\n")
    assert "S008" in {diagnostic.rule.code for diagnostic in found.found}


def test_every_rule_can_be_named_in_settings(checked):
    for rule in CHAIN_RULES:
        assert runs(rule.info.code, {"select": rule.info.name})
        assert not runs(rule.info.code, {"ignore": rule.info.name})
