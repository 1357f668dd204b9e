"""Places on the schematic map."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.diagrams.geometry import Box
from sevenstep.diagrams.layout.schematic import schematic

PLANE = Box(0, 0, 1000, 500)
NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)
POINTS = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.tuples(NUMBERS, NUMBERS), min_size=1)


@given(POINTS)
def test_the_order_along_each_axis_is_kept_and_nothing_leaves_the_plane(known):
    found = schematic(known, list(known), [], PLANE)
    for key, (x, y) in found.items():
        assert -1e-6 <= x <= 1000 + 1e-6
        assert -1e-6 <= y <= 500 + 1e-6
        for other, point in known.items():
            for axis in (0, 1):
                if known[key][axis] < point[axis]:
                    assert found[key][axis] <= found[other][axis]


def test_what_is_near_stands_apart_and_what_is_far_is_still_near():
    found = schematic({"a": (0, 0), "b": (1, 0), "c": (101, 0)}, ["a", "b", "c"], [], PLANE)
    assert found["a"][0] == 0
    assert found["c"][0] == pytest.approx(1000)
    assert found["b"][0] > 1000 / 101 * 10  # on a scale it would be at 10
    assert found["b"][0] < 500


def test_an_unknown_place_stands_between_those_it_is_joined_to():
    known = {"a": (0.0, 0.0), "b": (10.0, 10.0)}
    found = schematic(
        known,
        ["a", "b", "between", "behind", "alone"],
        [("between", "a"), ("b", "between"), ("behind", "between")],
        PLANE,
    )
    assert found["between"] == (500, 250)
    assert found["behind"] == (500, 250)
    assert found["alone"][1] == 500


def test_a_single_place_stands_in_the_middle():
    assert schematic({"a": (3, 4)}, ["a"], [], PLANE) == {"a": (500, 250)}
