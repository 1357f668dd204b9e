"""Edge cases of the rules of step 5: signs and units of moves, and groups."""

import pytest


def codes(checked, prefix: str) -> list[str]:
    return [one.rule.code for one in checked.found if one.rule.code.startswith(prefix)]


@pytest.mark.parametrize(
    ("indicator", "change", "found"),
    [
        ("unit: h, direction: decrease", "-30%", []),
        ("unit: h, direction: decrease", "30%", ["S506"]),
        ("unit: h, direction: decrease", "-5..5 h", []),
        ("unit: h, direction: increase", "-2 h", ["S506"]),
        ("unit: h, direction: hold", "-2 h", []),
        ("unit: h", "-2 h", []),
        ("unit: h, direction: decrease", "-2 d", []),
        ("unit: h, direction: decrease", "-2 CNY", ["S507"]),
        ('unit: "%", direction: increase', "5个百分点", []),
        ("unit: CNY, direction: decrease", "-2 h", ["S507"]),
        ("unit: CNY, direction: decrease", "-200", []),
    ],
)
def test_moves(checked, indicator, change, found):
    text = f"indicators: {{I: {{title: t, {indicator}}}}}\nscenarios: {{S: {{title: s, moves: {{I: {change}}}}}}}\n"
    assert codes(checked(text), "S5") == found


@pytest.mark.parametrize(
    ("scenarios", "found"),
    [
        ("A: {title: a, group: G, moves: {I: 1}}, B: {title: b, group: G, moves: {I: 1}}", []),
        ("A: {title: a, group: G, moves: {I: 1}}", ["S503"]),
        ("A: {title: a, group: H, moves: {I: 1}}", []),  # the group is misspelt, which another rule tells
        ("A: {title: a, group: G, moves: {I: 1}}, B: {title: b, groop: G}", []),  # one could not be read
        ("A: {title: a, moves: {I: 1}}", ["S504", "S505"]),
    ],
)
def test_groups(checked, scenarios, found):
    assert codes(checked(f"groups: {{G: {{title: g}}}}\nscenarios: {{{scenarios}}}\n"), "S5") == found


def test_no_group_is_asked_for_where_there_are_none(checked):
    assert codes(checked("scenarios: {A: {title: a, moves: {I: 1}}}\n"), "S5") == []
