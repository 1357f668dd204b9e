"""Round numbers along an axis."""

import pytest

from sevenstep.diagrams.charts.ticks import rounded_out, ticks


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [
        (0, 10, ["0", "2", "4", "6", "8", "10"]),
        (0, 1, ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        (-3, 2, ["−3", "−2", "−1", "0", "1", "2"]),
        (0, 0.05, ["0", "0.01", "0.02", "0.03", "0.04", "0.05"]),
        (6000, 8000, ["6,000", "6,500", "7,000", "7,500", "8,000"]),
        (7, 7, ["7"]),
    ],
)
def test_numbers_are_round_and_written_as_everywhere(low, high, written):
    assert [said for _, said in ticks(low, high, 5)] == written


@pytest.mark.parametrize(
    ("low", "high"), [(4680.3, 6208.9), (0.003, 0.0301), (-17.2, 3.9), (84.1, 100), (1e-9, 1e14), (-8, -7.9), (0, 17.6)]
)
def test_the_ends_are_numbers_of_the_axis_and_nothing_is_cut(low, high):
    ends = rounded_out(low, high, 5)
    marked = [value for value, _ in ticks(*ends, 5)]
    assert (marked[0], marked[-1]) == pytest.approx(ends)
    assert ends[0] <= low < high <= ends[1]
    assert ends[1] - ends[0] < 2.5 * (high - low)
    assert 3 <= len(marked) <= 9


def test_without_a_span_the_ends_stay():
    assert rounded_out(7, 7, 5) == (7, 7)
