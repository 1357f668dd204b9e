"""The last answers are given again, for equal values only."""

from sevenstep.analysis.latest import latest
from sevenstep.model.step1_goals import Goal


def test_equal_values_are_not_computed_again():
    asked = []

    @latest
    def total(values, *, start=0):
        asked.append(list(values))
        return sum(values, start)

    assert [total((1, 2)), total((1, 2)), total((1, 3)), total((1, 2), start=1), total((1, 2))] == [3, 3, 4, 4, 3]
    assert asked == [[1, 2], [1, 3], [1, 2]]


def test_only_the_last_are_kept():
    asked = []

    @latest
    def same(value):
        asked.append(value)
        return value

    for value in (1, 2, 3, 4, 5, 1):
        same(value)
    assert asked == [1, 2, 3, 4, 5, 1]


def test_elements_are_told_apart_by_what_they_are_not_by_what_they_hold():
    asked = []

    @latest
    def titles(elements):
        asked.append(elements)
        return [one.id for one in elements.values()]

    one, twin = (Goal(id="G1", title="Goal") for _ in range(2))
    assert titles({"G1": one}) == titles({"G1": one}) == titles({"G1": twin}) == ["G1"]
    assert len(asked) == 2
