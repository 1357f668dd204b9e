"""The line from what is assessed to what projects take: which ties it has, and that no model breaks it."""

import pytest

from sevenstep.chain.argument import argument, assessment_of, has_argument, top_goal

MODEL = """
domains: {clusters: {title: Clusters}, talent: {title: Talent}}
indicators:
  output: {title: Output, domain: clusters, measures: G1.1}
  people: {title: People, domain: talent}
functions: {train: {title: Train, domain: talent}}
challenges: {slow: {title: Slow}, empty: {title: Empty}}
goals:
  G1: {title: Grow, answers: empty}
  G1.1: {title: Grow faster, parent: G1, answers: slow}
  G2: {title: Settle, answers: slow}
assessments: {standing: {title: Standing}}
factors:
  size: {title: Size, assessment: standing}
  yearly: {title: A year, parent: size, takes: output, shows: slow}
  trained: {title: Trained, parent: yearly, takes: train}
  alone: {title: Of no assessment, takes: people, shows: empty}
needs: {more: {title: More, stems_from: [empty, G2]}}
pools: {team: {title: Team, capacity: 3 people}}
funds: {budget: {title: Budget}}
projects:
  build: {title: Build, judged_by: {output: 2027}, needs: more, budget: [{year: 2025, amount: 1 CNY, fund: budget}]}
  hire: {title: Hire, needs: more, draws: [{pool: team, amount: 1 people}]}
"""
EXPECTED = {
    ("clusters", "standing"),
    ("talent", "standing"),
    ("standing", "slow"),
    ("slow", "G1"),
    ("slow", "G2"),
    ("empty", "G1"),
    ("G1", "build"),
    ("G1", "hire"),
    ("G2", "hire"),
    ("build", "more"),
    ("build", "budget"),
    ("hire", "more"),
    ("hire", "team"),
}


def test_each_tie_follows_from_what_the_model_says_and_no_other(checked):
    assert argument(checked(MODEL).chain) == EXPECTED


def test_goals_that_are_parts_of_each_other_and_factors_in_a_ring_end(checked):
    text = """
goals: {a: {title: A, parent: b, answers: c}, b: {title: B, parent: a}}
challenges: {c: {title: C}}
assessments: {it: {title: It}}
factors: {f: {title: F, parent: g, shows: c}, g: {title: G, parent: f}}
"""
    chain = checked(text).chain
    assert top_goal(chain, "a") == "a"
    assert assessment_of(chain, "f") is None
    assert argument(chain) == {("c", "a")}


@pytest.mark.parametrize(
    ("model", "there"),
    [
        ("goals: {g: {title: G, answers: c}}\nchallenges: {c: {title: C}}\n", False),
        ("goals: {g: {title: G}}\nassessments: {a: {title: A}}\nprojects: {p: {title: P}}\n", False),
        (MODEL, True),
    ],
)
def test_it_is_there_where_more_is_tied_than_challenges_and_goals(checked, model, there):
    assert has_argument(checked(model).chain) is there
