"""Examples of rules as folders beside their files: what is read of them is what a person is shown."""

import importlib.util
import sys
from pathlib import Path

import pytest

from sevenstep.checking.example import check_example
from sevenstep.examples import HEADER, Beside

RULE = """
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule


@rule("ACME101", "goal-of-mine", Severity.WARNING, title=Text(plain="t"), reason=Text(plain="r"))
def goal_of_mine(chain):
    for key in chain.elements:
        yield Violation(key, Text(plain="no"), Text(plain="so"))
"""


def example(folder: Path, **files: str) -> Path:
    """A module in `folder` with a bad example of these files."""
    for name, text in files.items():
        path = folder / "acme.bad" / {"engagement": "engagement.yaml"}.get(name, f"chapters/{name}.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "acme.py"


@pytest.mark.parametrize(
    ("files", "shown"),
    [
        ({"engagement": f"{HEADER}goals: {{}}\n"}, "goals: {}\n"),
        ({"engagement": "id: mine\ntitle: Mine\n"}, "id: mine\ntitle: Mine\n"),
        ({"engagement": HEADER}, HEADER),
        ({"engagement": HEADER, "b": "B\n", "a": "A\n"}, "=== chapters/a.md\nA\n=== chapters/b.md\nB\n"),
        ({}, ""),
    ],
)
def test_what_is_shown_of_a_folder(tmp_path, files, shown):
    assert Beside(str(example(tmp_path, **files))).bad == shown


def test_a_file_in_another_encoding_is_shown_whole(tmp_path):
    text = f"{HEADER}client: 口岸物流办公室\n"
    (tmp_path / "acme.bad").mkdir()
    (tmp_path / "acme.bad" / "engagement.yaml").write_text(text, encoding="gb18030")
    assert Beside(str(tmp_path / "acme.py"), "gb18030").bad == text


def test_a_rule_of_another_package_finds_its_examples_beside_its_module(tmp_path, monkeypatch):
    module = example(tmp_path, engagement=f"{HEADER}goals:\n  G1: {{title: Faster clearance}}\n")
    module.write_text(RULE, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("acme", module)
    acme = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "acme", acme)
    spec.loader.exec_module(acme)
    info = acme.goal_of_mine.info
    assert (info.bad, info.good) == ("goals:\n  G1: {title: Faster clearance}\n", "")
    found = check_example(info, info.bad, info.encoding, [acme.goal_of_mine]).found
    assert [one.element for one in found if one.rule.code == "ACME101"] == ["G1"]
