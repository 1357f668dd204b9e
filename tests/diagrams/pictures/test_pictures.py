"""Pictures: straight lanes, harmless labels, the same bytes every time, and one failure that stops nothing."""

import sys
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sevenstep import pipeline
from sevenstep.diagrams.output import dot
from sevenstep.diagrams.output.engine import EngineMissing, find_engine
from sevenstep.diagrams.output.picture import inline, standalone
from sevenstep.diagrams.output.render import render
from sevenstep.diagrams.output.rendered import Rendered, RenderFailed
from sevenstep.diagrams.pictures import catalogue
from sevenstep.diagrams.text.measure import width, wrap
from sevenstep.language import LANGUAGES, Text
from tests.diagrams.outline_box import outline_box

ROOT = Path(__file__).parents[3]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def chain():
    return pipeline.check(ROOT / "models" / "western-corridor").chain


def nowhere(_element):
    return None


def drawn(chain, name, language="zh"):
    (picture,) = render([catalogue.draw(chain, name, language, nowhere)])
    assert isinstance(picture, Rendered), picture
    return inline(picture.picture)


def boxes(group):
    """The boxes of the shapes directly in a group or in its link."""
    for shape in group.iter():
        if "shape" in (shape.get("class") or "").split() and (box := outline_box(shape)):
            yield box


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_can_be_drawn(chain, language):
    drawings = [catalogue.draw(chain, name, language, nowhere) for name in catalogue.names(chain)]
    kinds = {name.partition("/")[0] for name in catalogue.names(chain)}
    assert {"goal-tree", "indicator-tree", "architecture-map", "collaboration-network", "scenario-map"} <= kinds
    assert {"flow", "data-lineage", "chain"} <= kinds
    assert [one for one in render(drawings) if isinstance(one, RenderFailed)] == []


@pytest.mark.parametrize("element", ["G1", "booking-lead-time", "item-booking", "booking-request", "customs"])
def test_a_trace_shows_its_element(chain, element):
    title = chain.elements[element].title.for_language("en")
    text = drawn(chain, f"trace/{element}", "en")
    assert title.split()[0] in text


def test_lanes_are_straight_bands_of_one_width_and_hold_their_boxes(chain):
    flows = [name for name in catalogue.names(chain) if name.startswith("flow/")]
    assert len(flows) == 30
    for name in flows:
        root = ElementTree.fromstring(drawn(chain, name))
        lanes = [g for g in root.iter(f"{SVG}g") if "lane" in (g.get("class") or "").split()]
        bands = [next(boxes(lane)) for lane in lanes]
        assert len({round(band[0], 1) for band in bands}) == 1, name
        assert len({round(band[2], 1) for band in bands}) == 1, name
        bands.sort(key=lambda band: band[1])
        for upper, lower in pairwise(bands):
            gap = lower[1] - upper[3]
            assert gap == pytest.approx(0, abs=0.6) or gap > 20, name  # a row ends, and the next begins
        assert max(band[2] for band in bands) - min(band[0] for band in bands) <= 1062, name
        for node in root.iter(f"{SVG}g"):
            if "kind-activity" in (node.get("class") or "") and "legend" not in (node.get("class") or ""):
                for x1, y1, x2, y2 in boxes(node):
                    inside = [b for b in bands if b[0] <= x1 and x2 <= b[2] and b[1] - 0.6 <= y1 and y2 <= b[3] + 0.6]
                    if x2 - x1 > 60:  # the legend's samples are smaller
                        assert inside, (name, x1, y1, x2, y2)


def test_the_same_picture_has_the_same_bytes(chain):
    assert drawn(chain, "flow/booking-asis") == drawn(chain, "flow/booking-asis")


HOSTILE = r"""
goals:
  G: {title: '<script>alert(1)</script> \N \\ & "q" <b>x</b> &quot; 🚢', accepted: {S802: x}}
  H: {title: 'ends in a backslash \', parent: G}
  K: {title: '<IMG SRC="/etc/passwd"/> </TABLE>', parent: G}
"""


def test_labels_are_text_and_nothing_else(checked):
    text = drawn(checked(HOSTILE).chain, "goal-tree")
    root = ElementTree.fromstring(text)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg",
        "g",
        "a",
        "title",
        "path",
        "polygon",
        "polyline",
        "ellipse",
        "text",
        "rect",
        "tspan",
        "circle",
    }
    said = "".join(root.itertext())
    assert "<script>" in said
    assert "/etc/passwd" in said


def test_links_are_kept_only_if_they_are_safe(checked):
    chain = checked(HOSTILE).chain
    for address, kept in (("goals/G.html", True), ("javascript:alert(1)", False), ("java&#115;cript:x", False)):
        (picture,) = render([catalogue.draw(chain, "goal-tree", "en", lambda _e, to=address: to)])
        assert ("href=" in picture.picture.content) is kept, address


def test_an_unknown_picture_is_named_with_what_there_is(chain):
    with pytest.raises(catalogue.UnknownPicture):
        catalogue.draw(chain, "gaol-tree", "en", nowhere)


def test_a_missing_engine_says_how_to_get_one(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EngineMissing) as caught:
        find_engine("dot")
    assert "pip install graphviz-pure" in caught.value.remedy.en


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_one_failing_picture_stops_no_other(chain, tmp_path, monkeypatch):
    real = find_engine("graphviz-pure")
    stand_in = tmp_path / "engine"
    stand_in.write_text(
        f'#!/bin/sh\ncat > "{tmp_path}/$$"\n'
        f'if grep -q goal-tree-fails "{tmp_path}/$$"; then echo "out of order" >&2; exit 3; fi\n'
        f'exec "{real}" "$@" < "{tmp_path}/$$"\n',
        encoding="utf-8",
    )
    stand_in.chmod(0o755)
    monkeypatch.setattr(dot, "find_engine", lambda _name: stand_in)
    good = catalogue.draw(chain, "scenario-map", "en", nowhere)
    from dataclasses import replace

    bad = replace(good, title=Text(plain="goal-tree-fails"))
    first, second, third = dot.render([good, bad, good])
    assert isinstance(first, Rendered)
    assert isinstance(second, RenderFailed)
    assert "out of order" in second.message.en
    assert third.picture == first.picture


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_picture_that_takes_too_long_is_given_up(chain, tmp_path, monkeypatch):
    stand_in = tmp_path / "engine"
    stand_in.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    stand_in.chmod(0o755)
    monkeypatch.setattr(dot, "find_engine", lambda _name: stand_in)
    (failed,) = dot.render([catalogue.draw(chain, "scenario-map", "en", nowhere)], seconds=0.5)
    assert isinstance(failed, RenderFailed)
    assert "0.5 seconds" in failed.message.en


def test_a_file_of_its_own_brings_its_style(chain):
    (picture,) = render([catalogue.draw(chain, "goal-tree", "zh", nowhere)])
    text = standalone(picture.picture)
    assert "<style>" in text
    assert "prefers-color-scheme: dark" in text


@pytest.mark.parametrize(
    "text",
    [
        "把申报、审单、查验、放行连成一条线，货主只跑一次",
        "Accuracy of information passed on between parties",
        "x" * 200,
        "",
    ],
)
def test_labels_are_wrapped_into_their_room(text):
    lines = wrap(text, 120, 12, 3)
    assert len(lines) <= 3
    assert all(width(line, 12) <= 120.01 for line in lines)
    assert not any(line[:1] in "，。、；：！？）” " for line in lines if line)
    assert "".join(lines).rstrip("…").replace(" ", "") in text.replace(" ", "")
