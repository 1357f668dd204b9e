"""Points and names on a plane: nothing covers anything, wherever the points are."""

from itertools import combinations
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from sevenstep.diagrams.layout.point_labels import Box, around, name_places, spread

PLANE = Box(0, 0, 900, 560)
HEADS = (Box(0, 0, 172, 48), Box(728, 512, 900, 560))
SIZE = 22.0

grid = st.tuples(
    st.sampled_from([46, 248, 450, 652, 854]), st.one_of(st.sampled_from([46, 163, 280, 397, 514]), st.floats(46, 514))
)
many = st.lists(grid, max_size=40)
sizes = st.tuples(st.floats(10, 136), st.sampled_from([17.0, 30.0]))


@given(many)
def test_points_stand_side_by_side_within_the_plane(points):
    placed = spread(points, SIZE, PLANE, HEADS)
    assert len(placed) == len(points)
    for one, other in combinations(placed, 2):
        assert hypot(one[0] - other[0], one[1] - other[1]) >= SIZE
    for at in placed:
        assert PLANE.holds(around(at, SIZE, SIZE))
        assert not any(around(at, SIZE, SIZE).meets(head) for head in HEADS)


def test_a_point_alone_stays_where_it_is():
    assert spread([(248, 280.5)], SIZE, PLANE, HEADS) == [(248, 280.5)]


@given(many, st.data())
def test_names_cover_neither_one_another_nor_points(points, data):
    placed = spread(points, SIZE, PLANE, HEADS)
    wanted = [data.draw(sizes) for _ in placed]
    found = name_places(placed, SIZE, wanted, PLANE, HEADS, ())
    names = [name for name in found if name is not None]
    for one, other in combinations(names, 2):
        assert not one.box.meets(other.box)
    for name in names:
        assert PLANE.holds(name.box)
        assert not any(name.box.meets(box) for box in (*HEADS, *(around(at, SIZE, SIZE) for at in placed)))


def test_a_name_stands_beside_its_point_and_off_the_line_where_there_is_room():
    (beside,) = name_places([(450, 280)], SIZE, [(60, 17)], PLANE, (), ())
    assert beside is not None
    assert (beside.align, beside.leader, beside.box.left) == ("LEFT", None, 465)
    (off,) = name_places([(200, 280)], SIZE, [(60, 17)], PLANE, (), [around((450, 280), 900, 1)])
    assert off is not None
    assert off.box.bottom < 280


def test_a_name_without_any_room_is_left_to_others():
    assert name_places([(20, 20)], SIZE, [(60, 17)], Box(0, 0, 40, 40), (), ()) == [None]
