"""The matrices say what the model says, in both directions."""

import pytest

from sevenstep.publishing.context import make_context
from sevenstep.publishing.pages.matrices import Matrix, matrices

MODEL = """
goals: {G1: {title: Goal}}
indicators:
  time: {title: Time, measures: G1}
  share: {title: Share, measures: G1}
scenarios:
  s1: {title: One, moves: {time: -2 h, share: 10%}}
  s2: {title: Two}
actors: {a: {title: A, type: enterprise}}
data: {form: {title: Form}, list: {title: List}, note: {title: Note}, unused: {title: Unused}}
flows:
  f:
    title: Flow
    variant: as-is
    steps:
      write: {title: Write, actor: a, writes: form}
      read: {title: Read, reads: [form, list]}
      both: {title: Both, reads: form, writes: [form, list, note]}
      idle: {title: Idle}
"""


@pytest.fixture
def shown(checked) -> dict[str, Matrix]:
    return {matrix.name: matrix for matrix in matrices(make_context(checked(MODEL), "en", {}))}


def fields(matrix: Matrix) -> dict[tuple[str, str], str]:
    return {
        (row.id, column.id): mark
        for row, marks in zip(matrix.rows, matrix.marks, strict=True)
        for column, mark in zip(matrix.columns, marks, strict=True)
        if mark
    }


def test_a_scenario_says_which_way_it_moves_an_indicator(shown):
    assert fields(shown["scenarios-indicators"]) == {("s1", "time"): "−2 h", ("s1", "share"): "+10%"}


def test_what_lacks_a_mark_is_shown_as_a_gap(shown):
    assert shown["scenarios-indicators"].gaps == {"s2"}
    assert "s2" in {row.id for row in shown["scenarios-indicators"].rows}
    assert shown["crud"].gaps == {"unused"}


def test_neither_a_goal_made_of_parts_nor_an_accepted_gap_is_one(checked):
    model = """
goals:
  whole: {title: Whole}
  part: {title: Part, parent: whole}
  open: {title: Open}
  later: {title: Later, accept: {S802: Measured from next year on}}
indicators: {time: {title: Time, measures: part}}
"""
    (matrix,) = matrices(make_context(checked(model), "en", {}))
    assert [row.id for row in matrix.rows] == ["part", "open"]
    assert matrix.gaps == {"open"}


def test_a_cut_leaves_marks_rather_than_gaps(checked, monkeypatch):
    monkeypatch.setattr("sevenstep.publishing.pages.matrices.MOST", 1)
    model = """
goals: {open: {title: Open}, reached: {title: Reached}}
indicators: {time: {title: Time, measures: reached}}
"""
    (matrix,) = matrices(make_context(checked(model), "en", {}))
    assert [row.id for row in matrix.rows] == ["reached"]
    assert matrix.cut


def test_each_activity_creates_reads_and_updates(shown):
    (part,) = shown["crud"].parts
    assert part.title == "Flow"
    assert fields(part) == {
        ("form", "f/write"): "C",
        ("form", "f/read"): "R",
        ("form", "f/both"): "RU",
        ("list", "f/read"): "R",
        ("list", "f/both"): "U",
        ("note", "f/both"): "C",
    }
    assert "f/idle" not in {column.id for column in part.columns}


def test_a_flow_as_a_whole_does_what_its_activities_do(shown):
    assert fields(shown["crud"]) == {("form", "f"): "CRU", ("list", "f"): "RU", ("note", "f"): "C"}
