"""Every rule has two examples: one that passes, one that fails with exactly this text in both languages."""

import importlib
import re
from pathlib import Path

import pytest

import sevenstep
from sevenstep.checking.check import Checked
from sevenstep.checking.example import check_example
from sevenstep.checking.load import load_and_check
from sevenstep.diagnostic import RuleInfo
from sevenstep.language import LANGUAGES
from sevenstep.model.header import CheckSettings
from sevenstep.report.text import problems
from sevenstep.ruleset.catalogue import ALL_RULES
from sevenstep.ruleset.rule import Rule

GOLDEN = Path(__file__).parent / "golden"
PACKAGE = Path(sevenstep.__file__).parent
FILES = sorted(PACKAGE.rglob("[as][0-9][0-9][0-9]_*.py"))
MADE = re.compile(r"^@rule\(|= RuleInfo\(", re.MULTILINE)
WITHOUT_EXAMPLES = {"S000"}
RULES = [pytest.param(info, id=info.code) for info in ALL_RULES if info.code not in WITHOUT_EXAMPLES]


def codes(checked: Checked) -> set[str]:
    return {diagnostic.rule.code for diagnostic in checked.found}


def stem(info: RuleInfo) -> str:
    return f"{info.code.lower()}_{info.name.replace('-', '_')}"


def test_codes_and_names_are_used_once_and_in_order():
    assert [info.code for info in ALL_RULES] == sorted({info.code for info in ALL_RULES})
    assert len({info.name for info in ALL_RULES}) == len(ALL_RULES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_holds_the_rule_that_it_is_named_for(path: Path):
    module = importlib.import_module(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts))
    held = {name: value for name, value in vars(module).items() if isinstance(value, Rule | RuleInfo)}
    assert len(held) == 1, f"{path.name} holds {len(held)} rules: it should hold one"
    ((name, rule),) = held.items()
    info = rule.info if isinstance(rule, Rule) else rule
    assert name.lower() == info.name.replace("-", "_"), f"{path.name} calls {info.name} {name}"
    assert path.stem == stem(info), f"{path.name} holds {info.code} {info.name}: call it {stem(info)}.py"
    assert info in ALL_RULES, f"{info.code} is not in the RULES of {path.parent / '__init__.py'}, so it never runs"


def test_every_rule_has_a_file_of_its_own():
    written = [path.stem for path in FILES]
    for info in ALL_RULES:
        assert written.count(stem(info)) == 1, f"{info.code} {info.name} is not in one file {stem(info)}.py"
    elsewhere = [path for path in PACKAGE.rglob("*.py") if path not in FILES and MADE.search(path.read_text("utf-8"))]
    assert not elsewhere, f"{elsewhere} make rules: a rule has a file of its own, such as s101_goal_cycle.py"


def test_every_example_is_of_a_rule():
    folders = {path for which in ("bad", "good") for path in PACKAGE.rglob(f"*.{which}")}
    of_rules = {path.with_suffix(f".{which}") for path in FILES for which in ("bad", "good")}
    assert {path for path in of_rules - folders if path.stem != "s000_rule_crashed"} == set()
    assert folders - of_rules == set()


def test_every_golden_file_is_of_a_rule():
    assert {path.stem for path in GOLDEN.iterdir()} == {info.code for info in ALL_RULES} - WITHOUT_EXAMPLES


@pytest.mark.parametrize("info", RULES)
def test_it_is_said_in_both_languages(info: RuleInfo):
    texts = [info.title, info.reason, *([info.decision] if info.decision else [])]
    assert all(text.zh and text.en for text in texts)
    assert not any(text.zh.endswith("。") for text in texts[:1])


@pytest.mark.parametrize("info", RULES)
def test_the_good_example_passes(info: RuleInfo):
    checked = check_example(info, info.good)
    assert info.code not in codes(checked)
    assert not any(code.startswith("S00") for code in codes(checked))


@pytest.mark.parametrize("info", RULES)
def test_the_bad_example_fails_with_this_message(info: RuleInfo, golden):
    checked = check_example(info, info.bad, info.encoding)
    assert info.code in codes(checked)
    found = checked.located(diagnostic for diagnostic in checked.found if diagnostic.rule.code == info.code)
    shown = [
        line.plain.rstrip() for language in LANGUAGES for line in problems(found, checked.documents, "", language, None)
    ]
    golden(GOLDEN / f"{info.code}.txt", "\n".join(shown))


@pytest.mark.parametrize("info", RULES)
def test_every_breach_is_on_a_line_and_says_how_to_mend_it(info: RuleInfo):
    checked = check_example(info, info.bad, info.encoding)
    for located in checked.located(diagnostic for diagnostic in checked.found if diagnostic.rule.code == info.code):
        assert located.span is not None
        assert located.diagnostic.remedy is not None
        for text in (located.diagnostic.message, located.diagnostic.remedy):
            assert text.for_language("zh") and text.for_language("en")
            assert len(text.for_language("en")) < 300


@pytest.mark.parametrize("info", RULES)
def test_its_examples_are_engagements_that_can_be_checked_as_they_stand(info: RuleInfo):
    switched_on = None if info.on else CheckSettings(select=(info.code,))
    found = {
        which: codes(load_and_check(Path(info.examples.module).with_suffix(f".{which}"), switched_on))
        for which in ("bad", "good")
    }
    assert info.code in found["bad"]
    assert info.code not in found["good"]
