"""What goes out to the engine as a colour or an address comes back as what it stood for."""

import pytest

from sevenstep.diagrams.looks import style
from sevenstep.diagrams.output import classes
from sevenstep.diagrams.output.classes import Swatch


def test_every_style_of_text_comes_back_and_looks_like_something():
    colours = {name: classes.style_colour(name) for name in classes.STYLES}
    assert len(set(colours.values())) == len(colours)
    assert {name: classes.style_of(colour) for name, colour in colours.items()} == {name: name for name in colours}
    known = style.css("")
    plain = {"legend", "name", "note"}  # as all text, or muted with the kicker
    assert all(f".{name}" in known for name in colours if name not in plain)


def test_every_symbol_comes_back():
    colours = {name: classes.symbol_colour(name) for name in classes.SYMBOLS}
    assert {name: classes.symbol_of(colour) for name, colour in colours.items()} == {name: name for name in colours}
    assert not set(colours.values()) & {classes.style_colour(name) for name in classes.STYLES}


def test_colours_of_the_engine_stand_for_nothing():
    for colour in ("", "none", "black", "#ffffff", "lightgrey"):
        assert classes.style_of(colour) == "note"
        assert classes.symbol_of(colour) is None


def test_what_is_not_listed_cannot_go_out():
    for out in (classes.style_colour, classes.symbol_colour):
        with pytest.raises(KeyError):
            out("loud")


@pytest.mark.parametrize(
    "swatch", [Swatch("node", "box", "rounded,filled", "step5 kind-scenario"), Swatch("edge", "", "", "")]
)
def test_a_swatch_comes_back(swatch):
    assert classes.swatch_of(classes.swatch_address(swatch)) == swatch


def test_an_address_is_no_swatch():
    assert classes.swatch_of("goals/swatch:.html") is None


def test_room_for_a_clock_is_made_for_waiting_times_only():
    assert classes.unspaced(classes.spaced("2 h", "wait"), "wait") == ("2 h", True)
    assert classes.unspaced(classes.spaced("2 h", "note"), "note") == ("2 h", False)
