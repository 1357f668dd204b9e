"""Sums over loops against exact fractions: ways out that are taken in half of the rounds, and once in 10^12."""

from fractions import Fraction

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sevenstep.analysis.flow_metrics import linear
from sevenstep.analysis.flow_metrics.linear import OUT, NeverEnds, flowing, reaching

SHARES = st.sampled_from([Fraction(1), Fraction(1, 3), Fraction(1, 10**6), Fraction(1, 10**12)])


@st.composite
def chains(draw) -> list[dict[int, Fraction]]:
    """Nodes that all lead to the next one and so out in the end, and some back; the shares of a node sum up to 1."""
    count = draw(st.integers(1, 6))
    rows = []
    for node in range(count):
        onward = OUT if node == count - 1 else node + 1
        targets = {onward, *draw(st.lists(st.sampled_from([OUT, *range(count)]), max_size=3))}
        weights = {target: draw(SHARES) for target in sorted(targets)}
        whole = sum(weights.values())
        rows.append({target: weight / whole for target, weight in weights.items()})
    return rows


def solved(rows: list[dict[int, Fraction]], given_: list[Fraction], *, ahead: bool) -> list[Fraction]:
    """By Gauss's elimination in exact fractions."""
    count = len(rows)
    system = [[Fraction(int(one == other)) for other in range(count)] for one in range(count)]
    for source, row in enumerate(rows):
        for target, weight in row.items():
            if target != OUT:
                one, other = (target, source) if ahead else (source, target)
                system[one][other] -= weight
    right = list(given_)
    for pivot in range(count):
        row = next(row for row in range(pivot, count) if system[row][pivot])
        system[pivot], system[row], right[pivot], right[row] = system[row], system[pivot], right[row], right[pivot]
        for below in range(count):
            if below != pivot and system[below][pivot]:
                factor = system[below][pivot] / system[pivot][pivot]
                system[below] = [one - factor * two for one, two in zip(system[below], system[pivot], strict=True)]
                right[below] -= factor * right[pivot]
    return [right[row] / system[row][row] for row in range(count)]


@pytest.mark.parametrize("most", [400, 0])
@settings(max_examples=200, deadline=None)
@given(rows=chains(), ahead=st.booleans())
def test_every_digit_is_right(monkeypatch_module, most, rows, ahead):
    monkeypatch_module.setattr(linear, "_MOST_FILLED", most)
    arrows = [(source, target, float(weight)) for source, row in enumerate(rows) for target, weight in row.items()]
    begun = [Fraction(node + 1) for node in range(len(rows))]
    solve = flowing if ahead else reaching
    found = solve([range(len(rows))], arrows, numpy.array([float(one) for one in begun]))
    expected = [float(one) for one in solved(rows, begun, ahead=ahead)]
    assert list(found) == pytest.approx(expected, rel=1e-12)


@pytest.fixture(scope="module")
def monkeypatch_module():
    with pytest.MonkeyPatch.context() as patch:
        yield patch


def test_several_columns_at_once():
    found = flowing([[0, 1]], [(0, 1, 1.0), (1, 0, 0.5), (1, OUT, 0.5)], numpy.array([[1.0, 0.0], [0.0, 2.0]]))
    assert found.tolist() == [[2.0, 2.0], [2.0, 4.0]]


def test_a_loop_without_a_way_out_is_told_from_one_that_is_hardly_ever_taken():
    with pytest.raises(NeverEnds) as raised:
        flowing([[0, 1]], [(0, 1, 1.0), (1, 0, 1.0)], numpy.array([1.0, 0.0]))
    assert "no way out" in str(raised.value)
    for chance in (1e-12, 1e-100):
        assert flowing([[0]], [(0, 0, 1 - chance), (0, OUT, chance)], numpy.array([1.0]))[0] == pytest.approx(
            1 / chance
        )
    with pytest.raises(NeverEnds) as raised:
        flowing([[0]], [(0, 0, 1.0), (0, OUT, 1e-320)], numpy.array([1.0]))
    assert "cannot be computed" in str(raised.value)


def test_what_is_lost_on_the_way_without_being_named_counts_as_leaving():
    assert flowing([[0]], [(0, 0, 0.75)], numpy.array([1.0]))[0] == pytest.approx(4)


def test_a_loop_without_a_way_out_that_nothing_comes_to_is_passed_by_nothing():
    assert flowing([[0], [1]], [(0, OUT, 1.0), (1, 1, 1.0)], numpy.array([1.0, 0.0])).tolist() == [1.0, 0.0]
