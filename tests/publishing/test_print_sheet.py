"""On which sheet a picture is printed: upright where it can be read."""

import pytest

from sevenstep.publishing.print_sheet import READABLE, SHEETS, sheet_for


@pytest.mark.parametrize(
    ("width", "height", "sheet"),
    [
        (300, 200, ""),
        (1000, 900, ""),  # 1000 px are 265 mm: 69 % on A4
        (1095, 600, ""),  # 63 %: hardly smaller than can be read
        (1200, 600, "wide"),
        (1700, 1100, "wide"),
        (900, 1600, ""),
        (9000, 700, "wide"),
        (700, 9000, ""),
    ],
)
def test_a_picture_lies_on_its_side_only_where_that_makes_it_larger(width, height, sheet):
    assert sheet_for(width, height)[0] == sheet


def test_nothing_is_shown_larger_than_it_is():
    assert sheet_for(10, 10) == ("", 1.0)


def test_the_smallest_words_are_five_and_a_half_points():
    assert pytest.approx(5.5, abs=0.05) == READABLE * 11.5 * 0.75


def test_there_is_no_paper_but_a4():
    assert {sheet.name for sheet in SHEETS} == {"", "wide"}
    assert all(sheet.width <= 297 and sheet.height <= 297 for sheet in SHEETS)
