"""Edge cases of the rules of step 5: signs and units of moves, and groups."""

import pytest


def codes(checked, prefix: str) -> list[str]:
    return [diagnostic.rule.code for diagnostic in checked.found if diagnostic.rule.code.startswith(prefix)]


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
        ('unit: "%", direction: increase', "5个百分点", ["S508"]),
        ('unit: "%", direction: increase', "+5个百分点", []),
        ('unit: "%", direction: increase', "+5 pp", []),
        ('unit: "%", direction: increase', "+5 points", []),
        ('unit: "%", direction: increase', "＋5％", []),
        ("unit: h, direction: decrease", "-5 points", ["S507"]),
        ("unit: h, direction: decrease", "-5个百分点", ["S507"]),
        ("unit: h, direction: increase", "+5%", []),
        ("unit: h, direction: increase", "5..8%", ["S508"]),
        ("unit: h, direction: increase", "5 h", ["S508"]),
        ("unit: 元, direction: decrease", "-2 万元", []),
        ("unit: 元, direction: decrease", "-120%", ["S509"]),
        ("unit: 元, direction: decrease", "-130..-90%", ["S509"]),
        ("unit: h, direction: decrease, baseline: 36", "-40 h", ["S509"]),
        ("unit: h, direction: decrease, baseline: 36", "-2 d", ["S509"]),
        ("unit: h, direction: decrease, baseline: 36", "-36 h", []),
        ("unit: °C, direction: decrease, baseline: 5, targets: {2027: -10}", "-15", []),
        ('unit: "%", direction: increase, baseline: 80', "+30 points", ["S509"]),
        ('unit: "%", direction: increase, baseline: 80', "+20 points", []),
        ('unit: "%", direction: increase, baseline: 80', "+30%", ["S509"]),
        ('unit: "%", direction: increase, baseline: 80', "+25%", []),
        ('unit: "%", direction: increase, baseline: 80, targets: {2027: 150}', "+70 points", []),
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
        ("A: {title: a, group: G, moves: {I: 1}}, B: {title: b, groop: G, moves: {I: 1}}", []),  # one could not be read
        ("A: {title: a, moves: {I: 1}}", ["S504", "S505"]),
    ],
)
def test_groups(checked, scenarios, found):
    assert codes(checked(f"groups: {{G: {{title: g}}}}\nscenarios: {{{scenarios}}}\n"), "S5") == found


def test_no_group_is_asked_for_where_there_are_none(checked):
    assert codes(checked("scenarios: {A: {title: a, moves: {I: 1}}}\n"), "S5") == []


# -- what scenarios promise together ------------------------------------------------------


@pytest.mark.parametrize(
    ("indicator", "moves", "asked"),
    [
        # absolute moves add up; relative ones are parts of the baseline and add up
        ("unit: h, direction: decrease, baseline: 36, targets: {2027: 16}", ["-30%", "-15%"], "S510"),  # -16.2 of -20
        ("unit: h, direction: decrease, baseline: 36, targets: {2027: 16}", ["-30%", "-10 h"], None),
        ("unit: h, direction: decrease, baseline: 36, targets: {2027: 16}", ["-50%", "-15 h"], "S511"),  # -33 of -20
        ("unit: h, direction: decrease, baseline: 36, targets: {2027: 16}", ["-55%"], None),  # rounded
        ("unit: h, direction: decrease, baseline: 36, targets: {2027: 16}", ["-20..-10 h"], None),
        ("unit: h, direction: decrease, baseline: 36, targets: {2027: 16}", ["-18..-10 h"], "S510"),
        ("unit: d, direction: decrease, baseline: 7..9, targets: {2027: 3}", ["-5 d"], None),
        ("unit: d, direction: decrease, baseline: 7..9, targets: {2027: 3}", ["-48 h"], "S510"),
        # no baseline, no target, a target already reached, a worse one, moves the wrong way or in another unit
        ("unit: h, direction: decrease, targets: {2027: 16}", ["-30%"], None),
        ("unit: h, direction: decrease, baseline: 36", ["-30%"], None),
        ("unit: h, direction: decrease, baseline: 36, targets: {2027: 36}", ["-1%"], None),
        ("unit: h, direction: decrease, baseline: 36, targets: {2027: 40}", ["-1%"], None),
        ("unit: h, direction: decrease, baseline: 36, targets: {2027: 16}", ["+5%"], None),
        ("unit: h, direction: decrease, baseline: 36, targets: {2027: 16}", ["-5 CNY"], None),
        # several dates: the last one
        ("unit: h, direction: decrease, baseline: 36, targets: {2025: 30, 2027: 16}", ["-20%"], "S510"),
        # ranges and bounds are met at their nearer end
        ('unit: "%", direction: increase, baseline: 8.5, targets: {2028: 20..25%}', ["+11.5 points"], None),
        ('unit: "%", direction: increase, baseline: 8.5, targets: {2028: 20..25%}', ["+16.5 points"], None),
        ('unit: "%", direction: increase, baseline: 8.5, targets: {2028: "≥20%"}', ["+8 points"], "S510"),
        ("unit: '', direction: hold, baseline: 104, targets: {2027: 98..102}", ["-3", "-1"], None),
        ("unit: '', direction: hold, baseline: 104, targets: {2027: 98..102}", ["-1"], "S510"),
        # points or per cent
        ('unit: "%", direction: increase, baseline: 60, targets: {2027: 90}', ["+30%"], "S512"),
        ('unit: "%", direction: increase, baseline: 60, targets: {2027: 90}', ["+30 points"], None),
        ('unit: "%", direction: increase, baseline: 60, targets: {2027: 90}', ["+50%"], None),
        ('unit: "%", direction: increase, baseline: 60, targets: {2027: 90}', ["+10%"], "S510"),
        ('unit: "%", direction: decrease, baseline: 70, targets: {2027: 40}', ["-43%"], None),
    ],
)
def test_promises(checked, indicator, moves, asked):
    scenarios = "".join(f"  S{n}: {{title: s{n}, moves: {{I: {move}}}}}\n" for n, move in enumerate(moves))
    text = f"indicators: {{I: {{title: t, {indicator}}}}}\nscenarios:\n{scenarios}"
    found = [
        diagnostic.rule.code for diagnostic in checked(text).found if diagnostic.rule.code in {"S510", "S511", "S512"}
    ]
    assert found == ([asked] if asked else [])


def test_what_is_promised_together_is_told_in_the_unit_and_as_a_part_of_the_baseline(checked):
    text = """
indicators: {I: {title: Clearance, unit: h, direction: decrease, baseline: 36, targets: {2027: 16}}}
scenarios: {A: {title: a, moves: {I: -30%}}, B: {title: b, moves: {I: -15%}}}
"""
    (message,) = [diagnostic.message for diagnostic in checked(text).found if diagnostic.rule.code == "S510"]
    assert "together promise −16.2 h (−45% of the baseline)" in message.for_language("en")
    assert "needs −20 h (−56% of the baseline)" in message.for_language("en")
    assert "承诺 −16.2 小时（基线的 −45%）" in message.for_language("zh")
