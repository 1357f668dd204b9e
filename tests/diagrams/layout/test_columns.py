"""The parts of our own layout: columns, folding, loops, and what is shown where."""

from itertools import pairwise
from pathlib import Path

import pytest

from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.layout.loops import back_edges
from sevenstep.diagrams.layout.stacking import heights, ordered, ties_of
from sevenstep.diagrams.output import dot_text
from sevenstep.diagrams.pictures import catalogue
from sevenstep.method import STEPS


def test_cards_of_a_column_never_touch_and_trees_do_not_cross():
    edges = [("r", "a"), ("r", "b"), ("a", "a1"), ("a", "a2"), ("b", "b1"), ("b", "b2")]
    ties = ties_of(edges)
    stacks = ordered([["r"], ["b", "a"], ["b1", "a2", "a1", "b2"]], ties)
    order = {key: position for stack in stacks for position, key in enumerate(stack)}
    assert (order["a"] < order["b"]) is (order["a1"] < order["b1"])
    sizes = dict.fromkeys(order, 40.0)
    middles = heights(stacks, sizes, ties, 10.0)
    for stack in stacks:
        assert all(middles[lower] - middles[upper] >= 49.99 for upper, lower in pairwise(stack))
    assert min(middles.values()) == 20.0
    assert middles["a"] == pytest.approx((middles["a1"] + middles["a2"]) / 2)


def test_nothing_to_stack():
    assert ordered([], {}) == []
    assert heights([], {}, {}, 1.0) == {}


@pytest.mark.parametrize(("many", "shown", "hidden"), [(0, 0, 0), (4, 4, 0), (5, 3, 2), (100, 3, 97)])
def test_folding_leaves_a_place_for_the_number(many, shown, hidden):
    level = folded(range(many), 4)
    assert (len(level.shown), level.hidden) == (shown, hidden)


def test_loops_are_the_arrows_that_lead_back(tiny):
    found = {(one.source, one.target) for one in back_edges(tiny.elements["booking-asis"])}
    assert found == {("complete", "fill-in"), ("correct", "declare")}


def test_every_element_leads_to_its_page_in_every_picture(tiny, drawing):
    for name in catalogue.names(tiny):
        picture = drawing(name)
        assert dot_text.dot(picture).count("URL=") == picture.elements


def test_pages_name_only_pictures_that_can_be_drawn(tiny, drawing):
    for step in STEPS:
        for name in catalogue.of_step(step.number):
            assert drawing(name).content
    for element in tiny.elements.values():
        for name in catalogue.of_element(tiny, element):
            assert drawing(name).name == name


@pytest.mark.parametrize(
    "name", ["", "flow", "flow/", "flow/G1", "flow/nowhere", "trace/", "goal-tree/G1", "data-lineage/G1"]
)
def test_unknown_names_are_refused(drawing, name):
    with pytest.raises(LookupError):
        drawing(name)


def test_an_empty_engagement_has_no_pictures(checked):
    assert catalogue.names(checked("").chain) == []


def test_pictures_of_ten_thousand_elements_stay_small(tmp_path):
    import runpy
    import sys

    from sevenstep import pipeline
    from sevenstep.diagrams.output import dot

    generator = Path(__file__).parents[3] / "benchmarks" / "generate.py"
    before = sys.argv
    sys.argv = [str(generator), "10000", str(tmp_path / "big")]
    try:
        runpy.run_path(str(generator), run_name="__main__")
    finally:
        sys.argv = before
    chain = pipeline.check(tmp_path / "big").chain
    whole = [name for name in catalogue.names(chain) if "/" not in name]
    assert len(whole) == 8
    drawings = [catalogue.draw(chain, name, "en", lambda _element: None) for name in whole]
    assert max(one.elements for one in drawings) <= 120
    assert all(isinstance(one, dot.Rendered) for one in dot.render(drawings, seconds=2.0))
