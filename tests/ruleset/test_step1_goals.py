"""Edge cases of the rules of step 1: trees that are broken, incomplete, or very deep."""

import pytest

from sevenstep.checking.check import Checked


def violations(found: Checked, code: str) -> list[str]:
    return sorted(diagnostic.element for diagnostic in found.found if diagnostic.rule.code == code)


def first(found: Checked, code: str):
    return next(diagnostic for diagnostic in found.found if diagnostic.rule.code == code)


def test_a_top_goal_is_told_when_its_last_sub_goal_is_due(checked):
    found = checked("""
        goals:
          G: {title: Smooth corridor}
          G.1: {title: Faster clearance, parent: G, horizon: 2026-06}
          G.2: {title: Cheaper haulage, parent: G, horizon: 2026Q4}
          G.3: {title: Better data, parent: G, horizon: 2025}
    """)
    assert violations(found, "S102") == ["G"]
    assert "2026Q4" in first(found, "S102").remedy.en


@pytest.mark.parametrize("code", ["S102", "S104", "S105", "S106", "S108"])
def test_goals_in_a_circle_are_reported_once_as_a_circle(checked, code):
    found = checked("""
        goals:
          A: {title: One, parent: B}
          B: {title: Two, parent: A, horizon: 2026}
          C: {title: Three, parent: A, horizon: 2030}
          D: {title: Four, parent: D}
    """)
    assert violations(found, "S101") == ["A", "D"]
    assert not violations(found, code)


@pytest.mark.parametrize("code", ["S102", "S103", "S105", "S108"])
def test_a_misspelt_parent_is_reported_once(checked, code):
    found = checked("""
        challenges:
          C: {title: Slow}
        actors:
          port: {title: Port, type: operator}
        goals:
          G: {title: Smooth corridor, horizon: 2027, owner: port}
          G.1: {title: Faster clearance, parent: G}
          G.2: {title: Cheaper haulage, parent: GG, answers: C}
    """)
    assert violations(found, "S011") == ["G.2"]
    assert not violations(found, code)


def test_nothing_follows_from_goals_that_cannot_be_read(checked):
    found = checked("""
        goals:
          G: {title: Smooth corridor, horizon: 2027}
          G.1: {title: Faster clearance, parent: G}
          G.2: {title: Cheaper haulage, parent: G, foo: 2026}
    """)
    assert not violations(found, "S103")
    assert not violations(found, "S105")


def test_a_goal_below_that_answers_speaks_for_those_above_but_not_for_its_siblings(checked):
    found = checked("""
        challenges:
          C: {title: Slow}
        goals:
          G: {title: Smooth corridor}
          G.1: {title: Faster clearance, parent: G}
          G.1.1: {title: One inspection, parent: G.1, answers: C}
          G.1.2: {title: One form, parent: G.1}
          G.2: {title: Cheaper haulage, parent: G}
          G.2.1: {title: Fewer empty runs, parent: G.2}
          H: {title: Green corridor, answers: C}
          H.1: {title: Electric trucks, parent: H}
    """)
    assert violations(found, "S103") == ["G.1.2", "G.2"]


def test_of_a_deep_branch_only_the_first_goal_of_level_five_is_named(checked):
    goals = "\n".join(f"  G{n}: {{title: Level {n}, parent: G{n - 1}}}" for n in range(2, 9))
    found = checked(f"goals:\n  G1: {{title: Level 1}}\n{goals}\n")
    assert violations(found, "S104") == ["G5"]


@pytest.mark.parametrize(
    ("above", "own", "late"),
    [("2027", "2027-12-31", False), ("2027Q3", "2027", True), ("2027", "2027Q4", False), ("2027-06", "2027-07", True)],
)
def test_a_horizon_lasts_until_its_last_day(checked, above, own, late):
    found = checked(f"""
        goals:
          G: {{title: Smooth corridor, horizon: {above}}}
          G.1: {{title: Faster clearance, parent: G, horizon: {own}}}
    """)
    assert bool(violations(found, "S106")) is late


def test_a_horizon_is_held_against_the_next_one_above_that_is_given(checked):
    found = checked("""
        goals:
          G: {title: Smooth corridor, horizon: 2027}
          G.1: {title: Faster clearance, parent: G}
          G.1.1: {title: One inspection, parent: G.1, horizon: 2029}
          G.1.1.1: {title: Shared pictures, parent: G.1.1, horizon: 2028}
    """)
    assert violations(found, "S106") == ["G.1.1"]


def test_those_who_feel_a_challenge_are_asked_for_evidence(checked):
    found = checked("""
        actors:
          shipper: {title: Shipper, type: enterprise}
          customs: {title: Customs, type: government}
        functions:
          declaration: {title: Declaration}
        challenges:
          C1: {title: Slow, felt_in: [declaration, shipper]}
          C2: {title: Dear, felt_in: [shipper], owner: customs}
    """)
    asked = {diagnostic.element: diagnostic.ask for diagnostic in found.found if diagnostic.rule.code == "S107"}
    assert asked == {"C1": ("shipper",), "C2": ()}


def test_what_is_missing_in_a_very_deep_tree_is_said_once(checked):
    goals = "\n".join(f"  G{n}: {{title: Level {n}, parent: G{n - 1}}}" for n in range(1, 19_000))
    found = checked(f"check: {{ignore: [S105, S802]}}\ngoals:\n  G0: {{title: Level 0}}\n{goals}\n")
    for code in ("S102", "S103", "S108"):
        assert violations(found, code) == ["G0"]


CONTEXT = """
        context:
          hubs: {title: Hubs, type: plan, issuer: The state, asks: Hubs}
"""


def test_a_goal_aligns_by_what_stands_above_or_below_it(checked):
    found = checked(f"""{CONTEXT}
        positions: {{gate: {{title: Gate, rests_on: hubs}}}}
        goals:
          A: {{title: A, aligns_with: hubs}}
          A.1: {{title: A.1, parent: A}}
          B: {{title: B}}
          B.1: {{title: B.1, parent: B, takes_up: gate}}
          B.2: {{title: B.2, parent: B}}
          C: {{title: C}}
          C.1: {{title: C.1, parent: C}}
    """)
    assert violations(found, "S110") == ["B.2", "C"]


def test_goals_of_a_model_without_context_need_not_align(checked):
    found = checked("goals: {G: {title: G}}")
    assert not [code for code in ("S110", "S117", "S118") if violations(found, code)]


def test_nothing_follows_from_context_that_cannot_be_read(checked):
    found = checked("""
        context: {hubs: {title: Hubs, type: scheme}, growth: {title: Growth, type: trend}}
        positions: {gate: {title: Gate}}
        goals: {G: {title: G}}
    """)
    assert [diagnostic.place.path for diagnostic in found.found if diagnostic.rule.code == "S008"] == [
        ("context", "hubs", "type")
    ]
    assert not violations(found, "S110") and not violations(found, "S117")


def test_what_nobody_follows_is_told_in_its_own_words(checked):
    found = checked(f"""{CONTEXT}
          growth: {{title: Growth, type: trend}}
        positions: {{gate: {{title: Gate, rests_on: growth}}, hall: {{title: Hall}}}}
        goals: {{G: {{title: G, takes_up: gate}}}}
    """)
    said = {d.element: d.message.en for d in found.found if d.rule.code == "S802" and d.element != "G"}
    assert said == {
        "hubs": "“Hubs” stands in the context, but no goal aligns with it and no position rests on it",
        "hall": "No goal takes up the position “Hall”",
    }


@pytest.mark.parametrize(("horizon", "expected"), [("2025", ["G"]), ("2027", []), ("2027H1", ["G"])])
def test_a_goal_that_outlives_its_plans(checked, horizon, expected):
    found = checked(f"""
        context: {{hubs: {{title: Hubs, type: plan, horizon: {horizon}}}, growth: {{title: Growth, type: trend}}}}
        goals: {{G: {{title: G, horizon: 2027, aligns_with: [growth, hubs]}}}}
    """)
    assert violations(found, "S119") == expected


def test_a_plan_without_end_holds_for_ever(checked):
    found = checked("""
        context: {hubs: {title: Hubs, type: plan, horizon: 2025}, law: {title: Law, type: policy}}
        goals: {G: {title: G, horizon: 2027, aligns_with: [law, hubs]}}
    """)
    assert not violations(found, "S119")
