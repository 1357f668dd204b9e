"""What is counted in English stands in the singular where there is one of it."""

import re
from pathlib import Path

import pytest

from sevenstep.language import many, noun

ONE_OF_SEVERAL = re.compile(r"(?<![\d.,–-])\b1 (?!as\b|is\b|was\b|has\b|this\b|its\b|plus\b)[a-z]+(?<!s)s\b")
GOLDEN = sorted((Path(__file__).parents[1] / "ruleset" / "golden").rglob("*.txt"))
ONE_OF_ALL = """
goals: {G: {title: Faster}}
indicators: {i: {title: Time, measures: G, unit: h, direction: decrease, targets: {2027: 2}}}
actors: {a: {title: Desk, type: operator}}
data: {d: {title: Form}}
flows:
  f:
    title: Flow
    variant: as-is
    steps:
      s: {title: Start, type: start, actor: a}
      t: {title: Do it, mode: manual, time: 1h, writes: d}
      e: {title: End, type: end}
"""


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0 flows"), (1, "1 flow"), (2, "2 flows")], ids=["none", "one", "several"]
)
def test_a_count(count, told):
    assert many(count, "flow") == told


@pytest.mark.parametrize(("count", "word"), [(1, "party"), (1.0, "party"), (0.5, "parties"), (2, "parties")])
def test_a_noun_with_a_plural_of_its_own(count, word):
    assert noun(count, "party", "parties") == word


def test_no_message_of_a_rule_has_one_of_several():
    assert len(GOLDEN) > 100
    wrong = {path.name: found[0] for path in GOLDEN if (found := ONE_OF_SEVERAL.search(path.read_text("utf-8")))}
    assert wrong == {}


@pytest.mark.parametrize("command", [("check", "--level", "hint"), ("analyse", "--all"), ("ask",)])
def test_no_command_has_one_of_several(run, engagement, command):
    name, *options = command
    said = run(name, engagement(ONE_OF_ALL), *options)
    assert "1 " in said.stdout
    assert not ONE_OF_SEVERAL.search(said.stdout), said.stdout
