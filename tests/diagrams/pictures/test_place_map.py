"""The map of places and links, and that of a route."""

import random
from math import dist

from sevenstep.diagrams.geometry import around
from sevenstep.diagrams.pictures import catalogue
from sevenstep.diagrams.pictures.place_map import MOST
from sevenstep.diagrams.scene import Edge, Heads, Node


def nowhere(_element):
    return None


def many(count: int, seed: int = 3) -> str:
    """A town of so many places, a few far away, each linked to the one before and to another."""
    chance = random.Random(seed)
    places, links = "places:\n", "links:\n"
    for at in range(count):
        far = 40 if at % 9 == 0 else 1
        lon, lat = (round(low + far * chance.random(), 3) for low in (100, 20))
        places += f"  p{at}: {{title: {'钦州港东站' if at % 3 else 'Central station'} {at}, at: [{lon}, {lat}]}}\n"
        if at:
            links += f"  l{at}: {{title: l, from: p{at - 1}, to: p{at}, mode: rail}}\n"
            links += f"  m{at}: {{title: m, from: p{chance.randrange(at)}, to: p{at}, mode: road, load: 97%}}\n"
    return places + links


def nodes(scene):
    return [part for part in scene.parts() if isinstance(part, Node)]


def boxes(scene):
    return [around(node.at, node.label.width, node.label.height) for node in nodes(scene)]


def meeting(found):
    return [(a, b) for at, a in enumerate(found) for b in found[at + 1 :] if a.meets(b) and not apart(a, b)]


def apart(a, b):
    """Whether two points, which are circles, cover one another at the corners of their boxes only."""
    both = {round(size, 6) for box in (a, b) for size in (box.right - box.left, box.bottom - box.top)}
    return len(both) == 1 and dist((a.left, a.top), (b.left, b.top)) >= both.pop()


def test_points_and_names_cover_one_another_nowhere(checked):
    scene = catalogue.draw(checked(many(40)).chain, "place-map", "zh", nowhere)
    assert len(nodes(scene)) == 80  # each place has its name
    assert meeting(boxes(scene)) == []


def test_of_very_many_places_the_best_linked_are_shown(checked):
    model = many(MOST + 5) + "".join(f"  hub{at}: {{title: h, from: p3, to: p{at}}}\n" for at in range(10, 15))
    scene = catalogue.draw(checked(model).chain, "place-map", "en", nowhere)
    shown = [node.address.tip for node in nodes(scene) if "stop" in node.classes.split()]
    assert len(shown) == MOST - 1  # the rest has the last place
    assert any(tip.startswith("Place p3 ") for tip in shown)
    assert any("more" in node.classes for node in nodes(scene))


def test_a_mode_a_load_and_what_is_being_built_are_told_in_words(tiny):
    scene = catalogue.draw(tiny, "place-map", "en", nowhere)
    said = [line.text for row in scene.legend.rows for cell in row for line in cell.lines]
    assert {"station", "port", "border post", "rail", "road", "90% full or more", "does not run yet"} <= set(said)
    names = [line.text for node in nodes(scene) for row in node.label.rows for cell in row for line in cell.lines]
    assert "load 98%  ■1" in names  # F402: nearly full


def test_a_route_shows_its_ways_in_their_direction(tiny):
    scene = catalogue.draw(tiny, "route/to-the-sea", "en", nowhere)
    ways = {part.classes.split()[1]: part.heads for part in scene.parts() if isinstance(part, Edge) and part.classes}
    assert ways == {"way-taken": Heads.LAST, "way-next": Heads.LAST, "way-later": Heads.LAST}


def test_a_place_without_coordinates_stands_among_its_neighbours(checked):
    model = "places: {a: {title: A, position: [0, 0]}, b: {title: B, position: [9, 9]}, c: {title: C}}\n"
    model += "links: {ac: {title: ac, from: a, to: c}, bc: {title: bc, from: b, to: c}}\n"
    scene = catalogue.draw(checked(model).chain, "place-map", "en", nowhere)
    at = {node.address.tip.split()[1]: node.at for node in nodes(scene) if "stop" in node.classes}
    assert at["a"][0] < at["c"][0] < at["b"][0]
    assert at["a"][1] > at["c"][1] > at["b"][1]
