"""Outlines are written in fewer words, and look as before."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sevenstep.diagrams.looks import style
from sevenstep.diagrams.output.outlines import brief, corners, outline
from sevenstep.diagrams.output.picture import standalone
from sevenstep.diagrams.output.render import render
from sevenstep.diagrams.pictures import catalogue

PIECE = re.compile(r"([MHVLC])([-\d., ]+)")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
HUNDREDTHS = some.integers(-99_999, 99_999).map(lambda number: number / 100)
POINTS = some.tuples(HUNDREDTHS, HUNDREDTHS)


def along(drawn):
    """Points along a path, as a browser draws it: eight on each piece."""
    at, found = None, []
    for letter, said in PIECE.findall(drawn):
        numbers = [float(one) for one in NUMBER.findall(said)]
        if letter == "M":
            at = (numbers[0], numbers[1])
            found += [at, at]
        elif letter == "C":
            for start in range(0, len(numbers), 6):
                hand, other, end = (tuple(numbers[start + two : start + two + 2]) for two in (0, 2, 4))
                found += [bent(at, hand, other, end, share / 8) for share in range(9)]
                at = end
        else:
            end = {"H": (numbers[0], at[1]), "V": (at[0], numbers[0]), "L": (*numbers, 0)[:2]}[letter]
            found += [bent(at, at, end, end, share / 8) for share in range(9)]
            at = end
    return found


def bent(a, b, c, d, t):
    return tuple(
        (1 - t) ** 3 * a[i] + 3 * (1 - t) ** 2 * t * b[i] + 3 * (1 - t) * t**2 * c[i] + t**3 * d[i] for i in (0, 1)
    )


def written(first, curves):
    said = " ".join(f"{x:.2f},{y:.2f}" for curve in curves for x, y in curve)
    return f"M{first[0]:.2f},{first[1]:.2f}C{said}"


def far(point, line):
    """How far a point is from a line of straight pieces."""
    return min(from_piece(point, *piece) for piece in pairwise(line))


def from_piece(point, first, last):
    (dx, dy), (x, y) = (tuple(b - a for a, b in zip(first, end, strict=True)) for end in (last, point))
    share = max(0, min(1, (x * dx + y * dy) / (dx * dx + dy * dy))) if dx or dy else 0
    return ((x - share * dx) ** 2 + (y - share * dy) ** 2) ** 0.5


@settings(max_examples=200, deadline=None)
@given(POINTS, some.lists(some.tuples(POINTS, POINTS, POINTS), min_size=1, max_size=4))
def test_bent_lines_stay_where_they_are(first, curves):
    drawn = written(first, curves)
    node = outline("wire", drawn)
    assert node.tag == "path"
    assert max(far(one, along(node.attributes["d"])) for one in along(drawn)) < 0.2


@pytest.mark.parametrize(
    ("drawn", "brief_form"),
    [
        ("M1,2C1,2 30.5,2 30.5,2", "M1,2H30.5"),
        ("M1,2C1,9 1,12 1,20 1,20 1,20 1,20", "M1,2V20"),
        ("M0,0C3,4 3,4 6,8 6,8 6,9 7,9.04", "M0,0L6,8C6,8 6,9 7,9"),
        ("M0,0C9,0 -9,0 5,0", "M0,0C9,0 -9,0 5,0"),  # it runs beyond its ends
    ],
)
def test_only_straight_lines_are_written_as_such(drawn, brief_form):
    assert outline("wire", drawn).attributes == {"class": "wire", "d": brief_form}


def test_a_rounded_rectangle_is_one():
    drawn = (
        "M317.95,-1073.1C317.95,-1073.1 224.95,-1073.1 224.95,-1073.1 218.95,-1073.1 212.95,-1067.1 212.95,-1061.1 "
        "212.95,-1061.1 212.95,-1023.9 212.95,-1023.9 212.95,-1017.9 218.95,-1011.9 224.95,-1011.9 "
        "224.95,-1011.9 317.95,-1011.9 317.95,-1011.9 323.95,-1011.9 329.95,-1017.9 329.95,-1023.9 "
        "329.95,-1023.9 329.95,-1061.1 329.95,-1061.1 329.95,-1067.1 323.95,-1073.1 317.95,-1073.1"
    )
    node = outline("shape", drawn)
    assert node.tag == "rect"
    assert {name: node.attributes[name] for name in ("x", "y", "width", "height", "rx")} == {
        "x": "212.9", "y": "-1073.1", "width": "117", "height": "61.2", "rx": "12"
    }  # fmt: skip


def test_what_is_no_row_of_curves_is_left_alone():
    assert outline("shape", "M0,0L3,4Z").attributes["d"] == "M0,0L3,4Z"


def test_only_a_closed_line_goes_without_its_last_corner():
    assert corners("0,0 4.06,0 4,3 0,0", closed=True) == "0,0 4.1,0 4,3"
    assert corners("0,0 4.06,0 4,3 0,0", closed=False) == "0,0 4.1,0 4,3 0,0"


def test_numbers_are_told_to_a_tenth():
    assert [brief(number) for number in (3.0, -0.04, 12.345, -7.25)] == ["3", "0", "12.3", "-7.2"]


@pytest.mark.parametrize("name", ["chain", "flow/booking-asis", "goal-tree"])
def test_a_picture_that_stands_alone_has_all_rules_that_mean_anything_in_it(tiny, name):
    (drawn,) = render([catalogue.draw(tiny, name, "zh", lambda _element: None)])
    alone = standalone(drawn.picture)
    sheet, content = re.search("<style>(.*?)</style>(.*)", alone, re.DOTALL).groups()
    used = {one for listed in re.findall('class="([^"]*)"', content) for one in listed.split()}
    used |= {"sevenstep-picture", *drawn.picture.classes.split()}
    left_out = 0
    for rule in style.css(".sevenstep-picture").splitlines():
        selectors = rule.partition(" {")[0].split(", ")
        if rule.startswith(".sevenstep-picture ") and "--paper:" not in rule:
            if any(set(re.findall(r"\.([a-z][\w-]*)", one)) <= used for one in selectors):
                assert rule in sheet.replace("&gt;", ">"), rule
            else:
                left_out += 1
    assert left_out > 20
    assert set(re.findall(r"var\(--([a-z0-9]+)\)", sheet)) <= set(re.findall("--([a-z0-9]+):", sheet))
