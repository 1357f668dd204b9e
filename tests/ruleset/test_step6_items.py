"""Edge cases of the rules of step 6: weights, scores, and who is responsible."""

import pytest


def codes(checked, prefix: str) -> list[str]:
    return [diagnostic.rule.code for diagnostic in checked.found if diagnostic.rule.code.startswith(prefix)]


@pytest.mark.parametrize(
    ("weights", "wrong"),
    [
        (["100%"], False),
        (["33.3%", "33.3%", "33.3%"], False),
        (["0.5", "50%"], False),
        (["50%", "49%"], True),
        (["50%", "60%"], True),
    ],
)
def test_weights(checked, weights, wrong):
    criteria = ", ".join(f"C{n}: {{title: c{n}, weight: {weight}}}" for n, weight in enumerate(weights))
    assert ("S608" in codes(checked(f"criteria: {{{criteria}}}\n"), "S6")) is wrong


def test_weights_are_not_added_up_where_one_cannot_be_read(checked):
    assert "S608" not in codes(checked("criteria: {A: {title: a, weight: 50%}, B: {title: b, weight: much}}\n"), "S6")


@pytest.mark.parametrize(
    ("scale", "score", "wrong"),
    [
        ("[1, 5]", "5", False),
        ("[1, 5]", "0", True),
        ("[0, 10]", "9.5", False),
        ("[1, 5]", "4..6", True),
    ],
)
def test_scores(checked, scale, score, wrong):
    ground = f"settings: {{scale: {scale}}}\ncriteria: {{C: {{title: c, weight: 1}}}}\n"
    text = f"{ground}items: {{I: {{title: i, scores: {{C: {score}}}}}}}\n"
    assert ("S607" in codes(checked(text), "S6")) is wrong


ITEM = """
actors:
  group: {title: Group, type: enterprise}
  line: {title: Line, type: enterprise, parent: group}
  other: {title: Other, type: enterprise}
functions: {f: {title: f}}
paths: {p: {title: p, connects: {f: {R: group, A: group}}}}
scenarios: {s: {title: s, realizes: p}}
"""


@pytest.mark.parametrize(("unit", "stranger"), [("group", False), ("line", False), ("other", True), ("nobody", False)])
def test_a_unit_may_belong_to_who_takes_part(checked, unit, stranger):
    found = checked(f"{ITEM}items: {{i: {{title: i, scenario: s, operations: [{{does: x, unit: {unit}}}]}}}}\n")
    assert ("S603" in codes(found, "S6")) is stranger


def test_who_answers_for_the_path_is_asked_who_leads(checked):
    (asked,) = [
        diagnostic.ask
        for diagnostic in checked(f"{ITEM}items: {{i: {{title: i, scenario: s}}}}\n").found
        if diagnostic.rule.code == "S610"
    ]
    assert asked == ("group",)
