"""Every rule has two examples: one that passes, one that fails with exactly this text in both languages."""

import importlib
import pkgutil
from pathlib import Path

import pytest

from sevenstep import rules
from sevenstep.checking.check import Checked
from sevenstep.checking.example import check_example
from sevenstep.diagnostic import RuleInfo
from sevenstep.language import LANGUAGES
from sevenstep.report.text import problems
from sevenstep.rules import catalogue
from sevenstep.rules.catalogue import ALL_RULES
from sevenstep.rules.rule import Rule

GOLDEN = Path(__file__).parent / "golden"
WITHOUT_EXAMPLES = {"S000"}
RULES = [pytest.param(info, id=info.code) for info in ALL_RULES if info.code not in WITHOUT_EXAMPLES]


def codes(checked: Checked) -> set[str]:
    return {one.rule.code for one in checked.found}


def test_codes_and_names_are_used_once_and_in_order():
    assert [info.code for info in ALL_RULES] == sorted({info.code for info in ALL_RULES})
    assert len({info.name for info in ALL_RULES}) == len(ALL_RULES)


def test_every_rule_that_is_written_is_in_the_catalogue():
    names = [module.name for module in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}.")]
    written = [one for name in names for one in vars(importlib.import_module(name)).values() if isinstance(one, Rule)]
    assert written
    assert {one.info.code for one in written} == {one.info.code for one in catalogue.CHAIN_RULES}


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
    found = checked.located(one for one in checked.found if one.rule.code == info.code)
    shown = [
        line.plain.rstrip() for language in LANGUAGES for line in problems(found, checked.documents, "", language, None)
    ]
    golden(GOLDEN / f"{info.code}.txt", "\n".join(shown))


@pytest.mark.parametrize("info", RULES)
def test_every_breach_is_on_a_line_and_says_how_to_mend_it(info: RuleInfo):
    checked = check_example(info, info.bad, info.encoding)
    for one in checked.located(one for one in checked.found if one.rule.code == info.code):
        assert one.span is not None
        assert one.diagnostic.remedy is not None
        for text in (one.diagnostic.message, one.diagnostic.remedy):
            assert text.in_("zh") and text.in_("en")
            assert len(text.in_("en")) < 300
