"""What brings its places is written by us: it stands where the engine would put it, and text stays text."""

import re
from collections import defaultdict
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sevenstep.diagrams.geometry import Box
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.looks.shapes import SHAPES
from sevenstep.diagrams.output import dot, label_places
from sevenstep.diagrams.output.label_places import Table
from sevenstep.diagrams.output.node_shapes import shape
from sevenstep.diagrams.output.placed import drawn
from sevenstep.diagrams.output.render import render
from sevenstep.diagrams.output.rendered import RenderFailed
from sevenstep.diagrams.scene import Address, Cell, Curve, Edge, Heads, Label, Line, Node, Scene
from sevenstep.diagrams.text.measure import width
from sevenstep.language import Text
from tests.diagrams.outline_box import outline_box

MOVE = re.compile(r"translate\((\S+) (\S+)\)")
WHOLE = ("chain", "goal-tree", "place-map", "collaboration-network", "priority", "data-sharing", "data-lineage")
FLOWS = ("flow/booking-asis", "flow-data/booking-asis", "flow-difference/booking-tobe")
NAMES = (*WHOLE, *FLOWS, "domain-map/transport", "route/to-the-sea")


def pieces(content):
    """What is seen, by what it is and belongs to: the places of texts, and the boxes around what is drawn."""
    found = defaultdict(list)

    def walk(parent, path, moved):
        for child in parent:
            by = [float(part) for part in MOVE.findall(child.get("transform", "translate(0 0)"))[0]]
            here = moved[0] + by[0], moved[1] + by[1]
            inside = (*path, child.get("class", ""), child.get("data-node", "")) if child.tag in "ga" else path
            look = child.get("class", "")
            if child.tag == "text":
                x, y, size = (float(child.get(name)) for name in ("x", "y", "font-size"))
                share = {"start": 0.5, "middle": 0.0, "end": -0.5}[child.get("text-anchor", "start")]
                middle = x + share * width(child.text, size)
                found[(inside, look, child.text)].append((here[0] + middle, here[1] + y))
            elif look in {"shape", "head", "wire", "paper"} and (box := outline_box(child)) is not None:
                found[(inside, look, "")].append(tuple(at + here[number % 2] for number, at in enumerate(box)))
            walk(child, inside, here)

    walk(ElementTree.fromstring(f"<svg>{content}</svg>"), (), (0.0, 0.0))
    return {key: sorted(places) for key, places in found.items()}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_everything_stands_where_the_engine_puts_it(name, language, drawing, monkeypatch):
    """The engine cuts sizes of text to whole numbers, and so do we here, to compare."""
    real = label_places.font_size
    monkeypatch.setattr(label_places, "font_size", lambda style: float(int(real(style))))
    scene = drawing(name, language)
    (rendered,) = dot.render([scene])
    theirs, ours = rendered.picture, drawn(scene)
    assert (ours.width, ours.height) == pytest.approx((theirs.width, theirs.height), abs=1)
    expected, found = pieces(theirs.content), pieces(ours.content)
    assert expected.keys() == found.keys() and len(expected) > 20
    for key, places in expected.items():
        far = 0.6 if key[1] in {"shape", "head", "wire", "paper"} else 4
        for place, other in zip(places, found[key], strict=True):
            assert place == pytest.approx(other, abs=far), key


def scene(*content, legend=None):
    return Scene("a", Text(plain="A"), "en", None, content, legend or Label(), 1)


def node(title="t", tip="", url="", **more):
    return Node("n1", card.card(title), "work", "box", "filled", (50.0, 50.0), Address(url, tip), **more)


@settings(max_examples=80, deadline=None)
@given(some.text(max_size=30), some.text(max_size=30), some.text(max_size=30))
def test_any_text_leaves_the_picture_whole(title, tip, url):
    root = ElementTree.fromstring(f"<svg>{drawn(scene(node(title, tip, url))).content}</svg>")
    assert {one.tag for one in root.iter()} <= {"svg", "g", "a", "rect", "title", "text"}
    assert all(set(one.attrib) <= {"href"} for one in root.iter("a"))
    assert not [one for one in root.iter("a") if ":" in one.get("href")]


def test_what_is_told_is_in_the_link_and_without_one_in_the_group():
    linked, alone = (drawn(scene(node(tip="<b>", url=url))).content for url in ("x.html", "javascript:alert(1)"))
    assert '<a href="\ufdd4x.html">\n<title>&lt;b&gt;</title>' in linked
    assert '<g class="node work" data-node="n1">\n<title>&lt;b&gt;</title>' in alone
    assert "alert" not in alone


@pytest.mark.parametrize("look", sorted(set(SHAPES.values())))
@pytest.mark.parametrize("size", [(150.0, 60.0), (14.0, 14.0), (30.0, 200.0)])
def test_each_shape_fills_its_box(look, size):
    box = Box(10, 20, 10 + size[0], 20 + size[1])
    outline, *folds = shape(*look, box)
    attributes = outline.attributes
    assert attributes["class"] == "shape" and all(fold.attributes["class"] == "fold" for fold in folds)
    if outline.tag == "circle":
        radius = float(attributes["r"])
        assert (float(attributes["cx"]), float(attributes["cy"])) == box.middle
        assert radius in {max(size) / 2, size[0] / 2}
    elif outline.tag == "ellipse":
        assert (float(attributes["rx"]) * 2, float(attributes["ry"]) * 2) == size
    elif look[0] != "cylinder":  # its outline is round
        found = outline_box(ElementTree.Element(outline.tag, attributes))
        assert found == pytest.approx(tuple(box), abs=max(8.0, size[1] / 9))


def test_an_unknown_shape_is_no_picture_of_something_else():
    with pytest.raises(KeyError):
        list(shape("star", "", Box(0, 0, 9, 9)))


def test_heads_stand_at_the_ends_that_are_asked_for():
    curve = Curve(((10, 0), (20, 0), (30, 0), (40, 0)), (4, 0), (46, 0))
    ends = {Heads.LAST: 1, Heads.FIRST: 1, Heads.BOTH: 2, Heads.NONE: 0}
    for heads, count in ends.items():
        content = drawn(scene(Edge("n1", "n2", "e", heads=heads, curve=curve))).content
        assert content.count('class="head"') == count
    last = drawn(scene(Edge("n1", "n2", "e", curve=curve))).content
    assert '<polygon class="head" points="38.5,-2.1 44.5,0 38.5,2.1"/>' in last


def test_what_has_no_place_is_told_and_the_others_are_drawn():
    lost = scene(replace(node(), at=None))
    first, second, third = render([scene(node()), lost, scene(Edge("n1", "n2", "e"))])
    assert not isinstance(first, RenderFailed)
    assert "a node without its place" in second.message.en
    assert "a line without its way" in third.message.en


def test_columns_are_as_wide_as_their_widest_cell():
    word, longer = Line("word", "title"), Line("a longer word", "title")
    rows = ((Cell((word,), "LEFT"), Cell((word,), "RIGHT")), (Cell((longer,), "LEFT", span=2),))
    table = Table(Label(rows, padding=1, spacing=3))
    wide = width("a longer word", 13) + 2
    assert table.size[0] == pytest.approx(wide + 2 * 3)  # a gap at each side of what spans both columns
    texts = [one for one in table.at((0, 0)) if one.tag == "text"]
    assert [one.attributes.get("text-anchor", "start") for one in texts] == ["start", "end", "start"]
    assert float(texts[1].attributes["x"]) == pytest.approx(3 + wide - 1, abs=0.06)


def test_before_a_waiting_time_there_is_room_for_a_clock():
    label = Label(((Cell((Line("2 h", "wait"),), "CENTER"),),))
    clock, said = Table(label).around((100, 100))
    assert clock.attributes["class"] == "wait-clock"
    room = width("2 h", 11.5)
    assert float(said.attributes["x"]) == pytest.approx(100 - (14 + room) / 2 + 14, abs=0.06)
