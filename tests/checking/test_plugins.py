"""Rules of third parties: the worked example of the documentation, installed; and packages that are broken."""

import re
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from sevenstep.checking import plugins

DOCS = Path(__file__).parents[2] / "docs" / "checking.md"
NAMES = ("python", "toml")


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    """A folder with the package of the documentation, as pip would install it."""
    text = DOCS.read_text(encoding="utf-8").partition("## Rules of your own")[2]
    code, project = (re.search(rf"```{name}\n(.*?)```", text, re.DOTALL)[1] for name in NAMES)
    entry = re.search(r'^acme = "(.*?)"', project, re.MULTILINE)[1]
    installed = tmp_path / "site-packages"
    metadata = installed / "acme_rules-1.0.dist-info"
    metadata.mkdir(parents=True)
    (installed / "acme_rules.py").write_text(code, encoding="utf-8")
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-rules\nVersion: 1.0\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text(f"[sevenstep.rules]\nacme = {entry}\n", encoding="utf-8")
    return installed


def test_the_worked_example_works(run, acme, engagement):
    folder = engagement("systems: {tos: {title: Terminal system}}\n")
    result = run("check", folder, PYTHONPATH=str(acme))
    assert "warning ACME101 system-without-owner" in result.stdout
    assert "ACME101" in run("explain", "acme101", PYTHONPATH=str(acme)).stdout
    assert "ACME101" in run("explain", PYTHONPATH=str(acme)).stdout
    accepted = engagement("systems: {tos: {title: Terminal system, accepted: {ACME101: bought next year}}}\n")
    told = run("check", accepted, PYTHONPATH=str(acme)).stdout
    assert "No errors, no warnings" in told
    assert "ACME101" not in told


def test_a_package_that_cannot_be_loaded_is_named_and_the_rest_goes_on(run, acme, engagement):
    (acme / "acme_rules.py").write_text("raise RuntimeError('boom')\n", encoding="utf-8")
    result = run("check", engagement("goals: {G: {title: t}}\n"), PYTHONPATH=str(acme))
    assert result.returncode == 1
    assert "The rules “acme” of the package acme-rules cannot be used: RuntimeError: boom" in result.stdout
    assert "S802" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


@pytest.mark.parametrize(
    ("value", "said"),
    [("os:getcwd", "TypeError"), ("no_such_module:x", "ModuleNotFoundError"), ("sevenstep:__version__", "TypeError")],
)
def test_what_is_no_rule_is_refused(value, said):
    found = plugins.load([EntryPoint("it", value, plugins.GROUP)])
    assert found.rules == ()
    assert said in found.problems[0].message.en


def test_a_code_of_ours_cannot_be_taken():
    found = plugins.load([EntryPoint("it", "sevenstep.ruleset.coverage.s802_uncovered:uncovered", plugins.GROUP)])
    assert "S802" in found.problems[0].message.en
