"""Fingerprints stay when lines, languages and folders change, and no two problems of a model share one."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sevenstep.checking.fingerprint import fingerprints
from sevenstep.diagnostic import Diagnostic, Place, RuleInfo, Severity, Span
from sevenstep.language import Text

SOME = Text(plain="some")
RULE = RuleInfo("S001", "some-rule", Severity.ERROR, SOME, SOME)
ONE = Diagnostic(RULE, Place("a.yaml", ("goals", "G")), Text(zh="错", en="wrong"), element="G")


def mark(diagnostic: Diagnostic) -> str:
    return fingerprints([diagnostic])[0]


def test_lines_above_change_nothing(checked):
    goals = "goals:\n  G1: {title: Faster clearance}\n  G2: {title: Cheaper, parent: G3}\n"
    before = checked(goals=goals).problems
    after = checked(goals=f"# more\n\n{goals}").problems
    assert len(before) > 2
    assert [located.span.line + 2 for located in before] == [located.span.line for located in after]
    assert fingerprints(located.diagnostic for located in before) == fingerprints(
        located.diagnostic for located in after
    )


def test_what_belongs_to_a_problem_and_what_does_not():
    same = [
        replace(ONE, place=Place("b.yaml", ("goals", "G"))),
        replace(ONE, place=replace(ONE.place, span=Span(9, 9, 9, 9))),
        replace(ONE, remedy=SOME),
        replace(ONE, message=Text(zh="另一句", en="wrong")),
        ONE.as_bad_as(Severity.HINT),
    ]
    assert {mark(diagnostic) for diagnostic in same} == {mark(ONE)}
    other = [
        replace(ONE, rule=replace(RULE, code="S002")),
        replace(ONE, element="H"),
        replace(ONE, place=Place("a.yaml", ("goals", 0))),
        replace(ONE, message=Text(en="worse")),
        replace(ONE, element="", place=Place("a.yaml")),
        replace(ONE, element="", place=Place("b.yaml")),
    ]
    assert len({mark(diagnostic) for diagnostic in (ONE, *other)}) == 7


@given(st.lists(st.sampled_from([ONE, replace(ONE, element="H"), replace(ONE, element="I")])))
def test_equal_problems_are_numbered(found):
    marks = fingerprints(found)
    assert len(set(marks)) == len(found)
    assert sorted(marks) == sorted(fingerprints(reversed(found)))
