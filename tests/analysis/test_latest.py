"""The last answers are given again, for equal values only."""

from sevenstep.analysis.latest import latest


def test_equal_values_are_not_computed_again():
    asked = []

    @latest
    def total(values, *, start=0):
        asked.append(list(values))
        return sum(values, start)

    assert [total([1, 2]), total([1, 2]), total([1, 3]), total([1, 2], start=1), total([1, 2])] == [3, 3, 4, 4, 3]
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
