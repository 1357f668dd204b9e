"""Swimlanes of any flow: straight bands of one width, every box in its band, no arrow through a box."""

import random
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from sevenstep.diagrams.layout.flow_arrows import _label_at, _points, room_above
from sevenstep.diagrams.layout.flow_grid import grid
from sevenstep.diagrams.layout.flow_routes import RouteShape, routes
from sevenstep.diagrams.layout.flow_rows import in_rows, whole
from sevenstep.diagrams.layout.flow_space import Extent, Space, tracks
from sevenstep.diagrams.looks import card
from sevenstep.model.step7_flows import Flow
from tests.diagrams.outline_box import outline_box

SVG = "{http://www.w3.org/2000/svg}"


def frame(element):
    for shape in element.iter():
        if "shape" in (shape.get("class") or "").split() and (box := outline_box(shape)):
            return box
    return None


def parts(text, name):
    root = ElementTree.fromstring(text)
    for group in root.iter(f"{SVG}g"):
        classes = (group.get("class") or "").split()
        if name in classes and "legend" not in classes:
            yield group


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["flow/booking-asis", "flow/booking-tobe"])
def test_bands_have_the_same_edges_touch_and_hold_their_boxes(rendered, name, language):
    text = rendered(name, language)
    bands = sorted((frame(lane) for lane in parts(text, "lane")), key=lambda band: band[1])
    assert len({(left, right) for left, _, right, _ in bands}) == 1
    gaps = [lower[1] - upper[3] for upper, lower in pairwise(bands)]
    assert all(gap == pytest.approx(0) or gap == pytest.approx(24) for gap in gaps)  # a lane, or a row below
    boxes = [frame(node) for node in parts(text, "kind-activity")]
    assert boxes
    for x1, y1, x2, y2 in boxes:
        assert any(b[0] <= x1 and x2 <= b[2] and b[1] <= y1 and y2 <= b[3] for b in bands)


def test_lanes_stand_in_the_order_in_which_actors_first_appear(rendered):
    """In every row, as far as they are used in it."""
    order = ["货主企业", "货运代理", "铁路公司", "海关", "码头", "船公司"]
    heads = sorted(parts(rendered("flow/booking-asis"), "lane-head"), key=lambda head: frame(head)[1])
    rows = [[]]
    for head in heads:
        title = head.find(f".//{SVG}text[@class='title']").text
        if title in rows[-1] or (rows[-1] and order.index(title) < order.index(rows[-1][-1])):
            rows.append([])
        rows[-1].append(title)
    assert len(rows) > 1
    assert all(row == sorted(row, key=order.index) for row in rows)
    assert {title for row in rows for title in row} == set(order)


def test_the_ground_of_a_box_tells_how_long_it_is_waited_there(rendered, tiny):
    flow = tiny.elements["booking-asis"]
    waits = {name: node.wait.mean_hours for name, node in flow.steps.items() if getattr(node, "wait", None)}
    shown = {}
    for node in parts(rendered("flow/booking-asis", "en"), "work"):
        heat = [name for name in (node.get("class") or "").split() if name.startswith("heat")]
        link = node.find(f".//{SVG}a")
        if link is not None and heat:
            address = link.get("href") or link.get("{http://www.w3.org/1999/xlink}href") or ""
            shown[address.rpartition("/")[2].removesuffix(".html")] = int(heat[0][4:])
    assert shown.keys() == {name for name, hours in waits.items() if hours}
    ordered = sorted(shown, key=waits.__getitem__)
    assert [shown[name] for name in ordered] == sorted(shown.values())
    assert len(set(shown.values())) > 1


def test_loops_are_told_apart(rendered):
    text = rendered("flow/booking-asis")
    assert len(list(parts(text, "back"))) == 2


def some_flow(seed):
    """A flow with jumps, loops and parallel parts over up to six lanes."""
    dice = random.Random(seed)
    names = [f"n{at}" for at in range(dice.randint(2, 16))]
    steps = {}
    for at, name in enumerate(names):
        node = {"title": name, "actor": f"actor{dice.randint(1, 6)}"}
        if dice.random() < 0.4:
            node["type"] = dice.choice(["exclusive", "parallel"])
        if at + 1 < len(names) and dice.random() < 0.6:
            targets = {names[at + 1]} | {dice.choice(names) for _ in range(dice.randint(0, 2))}
            node["next"] = sorted(targets)
        steps[name] = node
    return Flow.model_validate({"id": "f", "title": "F", "variant": "as-is", "steps": steps})


def crosses(one, other, box):
    """Whether the level or upright stretch runs through the inside of the box."""
    left, top, right, bottom = box
    return (
        min(one[0], other[0]) < right
        and max(one[0], other[0]) > left
        and (min(one[1], other[1]) < bottom and max(one[1], other[1]) > top)
    )


@pytest.mark.parametrize("seed", range(150))
def test_no_arrow_runs_through_a_box(seed):
    assert_clear(whole(some_flow(seed)))


@pytest.mark.parametrize("seed", range(100))
def test_nor_does_one_in_a_row_of_a_long_flow(seed):
    for row in in_rows(whole(some_flow(seed)), lambda one: (1 + max(grid(one).column.values()), 0), (4, 0)):
        assert_clear(row)


def assert_clear(stretch):
    flow = stretch
    raster = grid(stretch)
    ways = routes(raster, stretch.sequence_flows, stretch.back | stretch.aside)
    extents = {name: Extent(60, 24, 24, 60) for name in flow.steps}
    space = Space(raster, extents, tracks(raster, ways, {}))
    boxes = {
        name: (
            space.centre[raster.column[name]] - 59,
            space.middle[raster.row[name]] - 23,
            space.centre[raster.column[name]] + 59,
            space.middle[raster.row[name]] + 23,
        )
        for name in flow.steps
    }
    assert len(set(boxes.values())) == len(boxes)
    for name, (_, top, right, bottom) in boxes.items():
        first, rows = raster.lane_rows[flow.lanes[name]]
        assert space.border[first] < top
        assert bottom < space.border[first + rows]
        assert right < space.right
    for way in ways:
        for one, other in pairwise(_points(raster, space, extents, way)):
            assert one[0] == other[0] or one[1] == other[1], way
            for name, box in boxes.items():
                assert not crosses(one, other, box), (way, name)


def test_a_flow_of_one_node_and_one_without_actors():
    for steps in ({"a": {"title": "A"}}, {"a": {"title": "A", "next": ["a"]}}):
        flow = Flow.model_validate({"id": "f", "title": "F", "variant": "to-be", "steps": steps})
        assert grid(whole(flow)).lane_rows == {None: (0, 1)}


@pytest.mark.parametrize("seed", range(40))
def test_a_step_that_leads_to_itself_has_a_loop_over_its_corner(seed):
    """With what it says over it, in its lane, and clear of all boxes."""
    flow = some_flow(seed)
    steps = {
        name: {"title": name, "actor": node.actor, "next": list(dict.fromkeys([*(node.next or {}), name]))}
        for name, node in flow.steps.items()
    }
    flow = Flow.model_validate({"id": "f", "title": "F", "variant": "as-is", "steps": steps})
    stretch = whole(flow)
    raster = grid(stretch)
    ways = routes(raster, stretch.sequence_flows, stretch.back)
    loops = [way for way in ways if way.shape is RouteShape.SELF]
    assert {way.transition.source for way in loops} == set(flow.steps)
    labels = {way: card.caption("20% to be done again", max_width=76, lines=3) for way in loops}
    above = room_above(ways, labels)
    extents = {name: Extent(60, 24, 24, 60, above[name]) for name in flow.steps}
    space = Space(raster, extents, tracks(raster, ways, {way: label.width for way, label in labels.items()}))
    for way in loops:
        name = way.transition.source
        points = _points(raster, space, extents, way)
        x, y = _label_at(raster, space, way, points, labels[way])
        row, column = raster.row[name], raster.column[name]
        top = space.middle[row] - 24
        assert points[0][0] == space.centre[column] + 60
        assert points[-1] == (space.centre[column] + 30, top)
        assert len(set(points)) == 5
        assert y + labels[way].height / 2 < min(y for _, y in points) < top
        assert space.border[row] < y - labels[way].height / 2
        assert space.centre[column] < x - labels[way].width / 2
        assert x + labels[way].width / 2 < space.right
