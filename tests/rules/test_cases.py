"""Every rule has two examples: one that passes, one that fails with exactly this text in both languages."""

from pathlib import Path

import pytest

from sevenstep.language import LANGUAGES
from sevenstep.report.text import problems
from sevenstep.rules.catalogue import ALL_RULES
from sevenstep.rules.check import Checked
from sevenstep.rules.load import load_and_check

CASES = Path(__file__).parent / "cases"
TESTED_ELSEWHERE = {"S000"}
CODES = [rule.code for rule in ALL_RULES if rule.code not in TESTED_ELSEWHERE]


def checked_case(code: str, name: str, folder: Path) -> Checked:
    """The example as an engagement of one file."""
    (folder / "engagement.yaml").write_bytes((CASES / code / f"{name}.yaml").read_bytes())
    return load_and_check(folder)


def codes_in(checked: Checked) -> set[str]:
    return {problem.diagnostic.rule.code for problem in checked.problems}


def test_codes_and_names_are_used_once() -> None:
    assert len({rule.code for rule in ALL_RULES}) == len(ALL_RULES)
    assert len({rule.name for rule in ALL_RULES}) == len(ALL_RULES)


def test_every_case_is_of_a_rule() -> None:
    assert {folder.name for folder in CASES.iterdir()} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_good_example_passes(code: str, tmp_path: Path) -> None:
    found = checked_case(code, "good", tmp_path)
    assert code not in codes_in(found)
    assert found.errors == 0


@pytest.mark.parametrize("code", CODES)
def test_bad_example_fails_with_this_message(code: str, tmp_path: Path, golden) -> None:
    checked = checked_case(code, "bad", tmp_path)
    assert code in codes_in(checked)
    shown = [
        line.plain.rstrip()
        for language in LANGUAGES
        for line in problems(checked.problems, checked.documents, "", language, None)
    ]
    golden(CASES / code / "bad.txt", "\n".join(shown))
