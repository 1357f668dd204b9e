"""What is fixed without a person: slips of typing, misspelt fields, ids in another case; and nothing else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sevenstep.checking.check import check
from sevenstep.checking.fix import fix
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read

HEADER = "id: x\ntitle: X\n"


def fixed(text: str) -> tuple[str, int]:
    """The text afterwards, and how many problems that fixes."""
    changes, _ = fix(check([read(SourceFile("engagement.yaml", HEADER + text))]), check)
    if not changes:
        return text, 0
    assert len(changes) == 1
    return changes[0].after.removeprefix(HEADER), changes[0].fixed


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        (
            "goals:\n  G1:\n    title：更快\n    horizon: 2027\n",
            "goals:\n  G1:\n    title: 更快\n    horizon: 2027\n",
            1,
        ),
        ("goals:\n\tG1: {title: a}\n\tG2: {title: b}\n", "goals:\n  G1: {title: a}\n  G2: {title: b}\n", 2),
        ("goals:\n  G1: {title: 更\u200b快\u200b}\n", "goals:\n  G1: {title: 更快}\n", 2),
        ("goals:\n  G1: {title: a, Horizn: 2027}\n", "goals:\n  G1: {title: a, horizon: 2027}\n", 1),
        ("goals:\n  G1: {title: a, status: Draft}\n", "goals:\n  G1: {title: a, status: draft}\n", 1),
        (
            "goals: {G1: {title: a}, G2: {title: b, parent: g1}}\n",
            "goals: {G1: {title: a}, G2: {title: b, parent: G1}}\n",
            1,
        ),
        ("goals: {G: {title: a, accepted: {S101: x}}}\n", "goals: {G: {title: a}}\n", 1),
        (
            "functions: {f: {title: f}}\nactors: {a: {title: A, type: operator}}\n"
            "paths: {p: {title: p, connects: {f: {R: [a, a], A: a, I: [a]}}}}\n",
            "functions: {f: {title: f}}\nactors: {a: {title: A, type: operator}}\n"
            "paths: {p: {title: p, connects: {f: {R: [a], A: a}}}}\n",
            2,
        ),
    ],
)
def test_what_is_safe_is_fixed(before, after, count):
    assert fixed(before) == (after, count)
    assert fixed(after) == (after, 0)


@pytest.mark.parametrize(
    "text",
    [
        "goals:\n  G1: {title: a, horizon: 2027, horizn: 2028}\n",  # both are there: which one is meant?
        "goals:\n  G1: {title: a, parent: G2}\n",  # a wrong id is not guessed
        "goals:\n  G1: {title: a]\n",  # which bracket is meant?
        "goals:\n  G1: {title: a, tile: b}\n",
        "goals:\n  G1: &a {title: a}\n  G2: *a\n",
        "goals: {G: {title: a, accepted: {S102: not agreed yet}}}\n",
    ],
)
def test_what_needs_a_person_is_left(text):
    assert fixed(text) == (text, 0)


def can_be_read(checked) -> bool:
    return not {"S002", "S003", "S004"} & {diagnostic.rule.code for diagnostic in checked.found}


GOOD = "goals:\n  G1: {title: a, horizon: 2027}\n  G2:\n    title: b\n    parent: G1\n    tags: [x, y]\n"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(GOOD)), st.sampled_from(["：", "\t", "\u200b", "－", " ", "x", "}", "\u3000", '"'])
        ),
        max_size=4,
    )
)
def test_fixing_never_makes_it_worse(insertions):
    text = GOOD
    for at, what in insertions:
        text = text[:at] + what + text[at:]
    before = check([read(SourceFile("engagement.yaml", HEADER + text))])
    changes, after = fix(before, check)
    again, _ = fix(after, check)
    assert not again
    assert not changes or changes[0].after != HEADER + text
    assert can_be_read(after) >= can_be_read(before)


CHALLENGES = "challenges: {C1: {title: a}, C2: {title: b}}\n"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[C1，C2]", "[C1, C2]"),
        ("[C1、C2]", "[C1, C2]"),
        ("[C1; C2]", "[C1, C2]"),
        ("C1、C2", "[C1, C2]"),
        ("C1 C2", "[C1, C2]"),
        ("C1 and C2", "[C1, C2]"),
    ],
)
def test_ids_that_are_written_as_one(written, meant):
    text = CHALLENGES + "goals:\n  G1: {title: a, horizon: 2027, answers: %s}\n"
    assert fixed(text % written) == (text % meant, 1)


def test_ids_that_are_written_as_one_on_lines():
    text = CHALLENGES + "goals:\n  G1:\n    title: a\n    horizon: 2027\n    answers:\n%s"
    assert fixed(text % "      - C1，C2\n") == (text % "      - C1\n      - C2\n", 1)
    text = CHALLENGES + "goals:\n  G1:\n    title: a\n    horizon: 2027\n    answers: %s\n"
    assert fixed(text % "C1, C2") == (text % "[C1, C2]", 1)
    text = "goals:\n  G1: {title: a, horizon: 2027}\n  G2: {title: b, horizon: 2027, parent: G1、G2}\n"
    assert fixed(text) == (text, 0)  # only one may stand there: which?


def test_a_problem_that_takes_several_edits_is_one():
    goal = "goals:\n  G1: {title: %s, horizon: 2027}\n"
    assert fixed(goal % "Faster, cheaper clearance") == (goal % '"Faster, cheaper clearance"', 1)
    both = "goals:\n  G1:\n    title: Gate #4 open\n    statement: Opened #1, then the rest\n    horizon: 2027\n"
    assert fixed(both)[1] == 2
