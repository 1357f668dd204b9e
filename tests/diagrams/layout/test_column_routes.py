"""Lines between cards in columns: never behind a card, and with their tips where the cards are."""

import pytest

from sevenstep.diagrams.geometry import Box
from sevenstep.diagrams.layout.column_routes import Columns
from sevenstep.diagrams.layout.sequence import MOST_PARTIES, within
from sevenstep.diagrams.layout.spline import point_of
from sevenstep.diagrams.scene import Curve, Heads


def column(left, *spans):
    return [Box(left, top, left + 100, bottom) for top, bottom in spans]


LEFT = column(0, (0, 40), (60, 100))
MIDDLE = column(150, (0, 45), (55, 120), (134, 200))
RIGHT = column(300, (10, 50), (90, 130))
COLUMNS = Columns([LEFT, MIDDLE, RIGHT])


def along(curve):
    """Points of the line, piece by piece."""
    pieces = [curve.points[at : at + 4] for at in range(0, len(curve.points) - 3, 3)]
    return [point_of(Curve(tuple(piece)), share / 20) for piece in pieces for share in range(21)]


@pytest.mark.parametrize("start", LEFT)
@pytest.mark.parametrize("end", RIGHT)
@pytest.mark.parametrize("turned", [False, True])
def test_no_line_runs_behind_a_card_between(start, end, turned):
    ends = (end, start) if turned else (start, end)
    curve = COLUMNS.route(*ends)
    assert curve.last_tip is not None
    assert curve.last_tip[0] == (ends[1].right if turned else ends[1].left)
    for x, y in along(curve):
        assert not any(box.left < x < box.right and box.top < y < box.bottom for box in MIDDLE), (x, y)


def test_within_a_column_a_line_goes_around_what_stands_between():
    curve = COLUMNS.route(MIDDLE[0], MIDDLE[2], Heads.BOTH)
    assert (curve.first_tip, curve.last_tip) == ((250, 22.5), (250, 167))
    assert not any(150 < x < 250 and 55 < y < 120 for x, y in along(curve))


def test_neighbours_in_a_column_are_joined_straight():
    curve = COLUMNS.route(LEFT[0], LEFT[1])
    assert {round(x, 6) for x, _ in along(curve)} == {50}


def test_a_sequence_ends_before_its_parties_are_too_many():
    assert within([(f"a{n}", f"a{n + 1}") for n in range(40)], 60) == MOST_PARTIES - 1
    assert within([("a", "b")] * 70, 60) == 60
    assert within([("a", "a")], 60) == 1
