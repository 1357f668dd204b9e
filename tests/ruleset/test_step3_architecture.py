"""Edge cases of the rules of step 3: what follows from elements that are missing, and what does not."""

import pytest

from sevenstep.checking.check import Checked


def violations(found: Checked, code: str) -> list[str]:
    return sorted(diagnostic.element for diagnostic in found.found if diagnostic.rule.code == code)


@pytest.mark.parametrize("code", ["S303", "S306"])
def test_a_function_that_cannot_be_read_may_be_the_one_that_is_missing(checked, code):
    found = checked("""
        domains:
          port: {title: Port}
        functions:
          declaration: {title: Declaration}
          inspection: {title: Inspection, follows: declaration}
          release: {title: Release}
          review: {title: Review, domain: port, folows: release}
    """)
    assert "S006" in {diagnostic.rule.code for diagnostic in found.found}
    assert not violations(found, code)


def test_a_misspelt_domain_is_reported_once(checked):
    found = checked("""
        domains:
          port: {title: Port}
        functions:
          declaration: {title: Declaration, domain: prot}
    """)
    assert violations(found, "S011") == ["declaration"]
    assert not violations(found, "S301")
    assert not violations(found, "S303")


@pytest.mark.parametrize("wrong", ["domain: prot", "domain: port, unitt: h"])
def test_an_indicator_that_means_another_domain_may_be_the_one_that_is_missing(checked, wrong):
    found = checked(f"""
        domains:
          port: {{title: Port}}
        functions:
          declaration: {{title: Declaration, domain: port}}
        indicators:
          time: {{title: Clearance time, {wrong}}}
    """)
    assert not violations(found, "S307")


def test_an_empty_domain_is_not_asked_for_indicators(checked):
    found = checked("domains: {port: {title: Port}}\n")
    assert violations(found, "S303") == ["port"]
    assert not violations(found, "S307")


def test_what_feeds_itself_is_not_asked_for_the_data_too(checked):
    found = checked("functions: {declaration: {title: Declaration, feeds: [{to: declaration}]}}\n")
    assert violations(found, "S305") == ["declaration"]
    assert not violations(found, "S304")


@pytest.mark.parametrize(
    ("joined", "alone"),
    [
        ("follows: declaration", []),
        ("feeds: [{to: declaration, data: form}]", []),
        ("domain: port", ["declaration", "inspection"]),
    ],
)
def test_functions_are_joined_by_order_or_by_data(checked, joined, alone):
    found = checked(f"""
        functions:
          declaration: {{title: Declaration}}
          inspection: {{title: Inspection, {joined}}}
    """)
    assert violations(found, "S306") == alone


def test_a_single_function_is_not_alone(checked):
    assert not violations(checked("functions: {declaration: {title: Declaration}}\n"), "S306")


def test_each_knot_of_functions_is_named_once(checked):
    found = checked("""
        functions:
          a: {title: A, follows: [b, c]}
          b: {title: B, follows: a}
          c: {title: C, follows: b}
          d: {title: D, follows: d}
    """)
    assert violations(found, "S302") == ["a", "d"]


def regulations(*said: str) -> str:
    lines = [f"      {chr(ord('a') + number)}: {{title: R{number}, {one}}}" for number, one in enumerate(said)]
    return "\n".join(["    functions: {declaration: {title: Declaration}}", "    regulations:", *lines, ""])


HERE = "jurisdiction_name: Here, subject: Hours, demands: ≤4 h"


@pytest.mark.parametrize(
    ("said", "twice"),
    [
        ([f"from: 2015, until: 2020, {HERE}", f"from: 2021, {HERE}"], []),
        ([f"from: 2021, {HERE}", f"from: 2015, until: 2020, {HERE}"], []),
        ([f"from: 2021, {HERE}", f"from: 2015, {HERE}"], ["a"]),
        ([HERE, HERE], ["b"]),
        ([f"from: 2010, {HERE}", f"from: 2012, until: 2013, {HERE}", f"from: 2020, {HERE}"], ["b", "c"]),
        (["subject: Hours, demands: 4 h", "subject: Hours, demands: 4 h"], []),  # nobody knows where
        ([HERE, HERE.replace("Here", "There")], []),
        ([HERE, HERE.replace("Hours", "Fee")], []),
    ],
)
def test_a_subject_is_settled_once_at_a_time(checked, said, twice):
    assert violations(checked(regulations(*said)), "S356") == twice


def test_a_step_may_be_bound_by_the_function_its_flow_runs_for(checked):
    model = """
        functions:
          declaration: {title: Declaration}
          haul: {title: Haul}
        paths:
          p: {title: P, connects: {declaration: {}}}
        scenarios:
          s: {title: S, realizes: p}
        items:
          i: {title: I, scenario: s}
        flows:
          f:
            title: F
            details: i
            variant: as-is
            steps:
              start: {title: Start, type: start}
              check: {title: Check, required_by: rule}
              end: {title: End, type: end}
        regulations:
          rule: {title: Rule, binds: %s}
    """
    assert violations(checked(model % "declaration"), "S357") == []
    assert violations(checked(model % "haul"), "S357") == ["f/check"]
    assert violations(checked(model % "[haul, f/check]"), "S357") == []
    assert violations(checked(model % "[]"), "S357") == []  # binding nothing is told once, where it stands
    assert violations(checked(model % "[nowhere]"), "S357") == ["f/check"]


@pytest.mark.parametrize(
    ("here", "there", "found"),
    [("≤7 d", "≤48 h", []), ("≤7 d", "≤300 CNY", ["b"]), ("7", "7 d", ["b"]), ("70%", "0.7", []), ("soon", "7 d", [])],
)
def test_demands_are_in_units_that_convert(checked, here, there, found):
    said = regulations(
        f"jurisdiction_name: Here, subject: Hours, demands: {here}",
        f"jurisdiction_name: There, subject: Hours, demands: {there}",
    )
    assert violations(checked(said), "S358") == found


def test_what_could_not_be_read_is_told_once(checked):
    found = checked(regulations("issuer_name: [x], from: sometime, demands: nan, jurisdiction_name: Here"))
    assert {diagnostic.rule.code for diagnostic in found.found if diagnostic.element == "a"} <= {"S008"}


def test_a_step_that_is_not_there_is_one_wrong_reference_and_not_two(checked):
    """``flow/step`` holds a stroke, as a list written as one does: only the list may be rewritten."""
    found = checked("""
        regulations: {r: {title: R, type: law, issuer_name: X, jurisdiction_name: Y, from: 2020, binds: [f/zz]}}
        flows: {f: {title: F, variant: as-is, steps: {a: {title: A, type: start}, e: {title: E, type: end}}}}
    """)
    (missing,) = [diagnostic for diagnostic in found.found if diagnostic.rule.code == "S011"]
    assert "f/zz" in missing.message.en
    assert not missing.edits
