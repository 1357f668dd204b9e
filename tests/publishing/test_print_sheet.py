"""On which sheet a picture is printed: the smallest on which it can be read."""

import pytest

from sevenstep.publishing.print_sheet import READABLE, SHEETS, sheet_for


@pytest.mark.parametrize(
    ("width", "height", "sheet"),
    [
        (300, 200, ""),
        (800, 900, ""),  # 800 px are 212 mm: 86 % on A4
        (1200, 600, "wide"),
        (1700, 1100, "large-wide"),
        (900, 1600, "large"),
        (9000, 700, "large-wide"),
        (700, 9000, "large"),
    ],
)
def test_the_smallest_sheet_is_taken_that_can_be_read(width, height, sheet):
    assert sheet_for(width, height)[0] == sheet


def test_nothing_is_shown_larger_than_it_is():
    assert sheet_for(10, 10) == ("", 1.0)


def test_words_of_nine_pixels_are_five_and_a_half_points():
    assert pytest.approx(5.5, abs=0.05) == READABLE * 9 * 0.75
    assert {sheet.name for sheet in SHEETS} == {"", "wide", "large", "large-wide"}
