"""A long flow in rows: nothing is lost, every row fits, and numbers tell where an arrow goes on."""

import re
from random import Random

import pytest

from sevenstep import pipeline
from sevenstep.diagrams.layout.flow_grid import grid
from sevenstep.diagrams.layout.flow_rows import Connector, Stretch, in_rows, whole
from sevenstep.diagrams.pictures import catalogue, swimlane
from sevenstep.model.step7_flows import Flow
from sevenstep.publishing.figures import figures
from sevenstep.publishing.print_sheet import READABLE, SHEETS, room, sheet_for


def long_flow(steps: int, lanes: int, seed: int = 1) -> Flow:
    """Steps in a chain, with checks that lead back or to the end."""
    random = Random(seed)
    nodes = {"s": {"title": "Start", "type": "start", "actor": "a0"}}
    for at in range(steps):
        actor = f"a{random.randrange(lanes)}"
        nodes[f"t{at}"] = {"title": f"Step {at} of the procedure", "actor": actor}
        if at % 6 == 5 and at < steps - 1:
            back = f"t{random.randrange(at)}"
            nodes[f"t{at}"] |= {"type": "exclusive", "next": {f"t{at + 1}": "80%", back: "15%", "e": "5%"}}
    nodes["e"] = {"title": "End", "type": "end", "actor": "a0"}
    return Flow.model_validate({"id": "f", "title": "Long", "variant": "as-is", "steps": nodes})


def by_columns(stretch: Stretch) -> tuple[float, float]:
    """A row as wide as it has columns, and as high as it has lanes."""
    return 1 + max(grid(stretch).column.values()), len(set(stretch.lanes.values()))


@pytest.mark.parametrize(("steps", "lanes"), [(12, 3), (30, 12), (60, 12), (120, 25), (120, 1)])
@pytest.mark.parametrize("seed", range(5))
def test_nothing_is_lost_and_numbers_agree(steps, lanes, seed):
    flow = long_flow(steps, lanes, seed)
    rows = in_rows(whole(flow), by_columns, (8, 100))
    assert len(rows) > 1
    assert all(by_columns(row)[0] <= 8 for row in rows)
    shown = [name for row in rows for name, node in row.steps.items() if not isinstance(node, Connector)]
    assert sorted(shown) == sorted(flow.steps)
    arrows = set()
    for at, row in enumerate(rows, 1):
        for one in row.sequence_flows:
            source, target = row.steps[one.source], row.steps[one.target]
            if isinstance(target, Connector):
                assert target.leaves
                other = rows[target.rows[0] - 1]
                met = [node for node in other.steps.values() if isinstance(node, Connector) and not node.leaves]
                (behind,) = [node for node in met if node.number == target.number]
                assert behind.target is target.target and at in behind.rows
                arrows.add((one.source, target.target.id.rpartition("/")[2]))
            elif not isinstance(source, Connector):
                arrows.add((one.source, one.target))
    assert arrows == {(one.source, one.target) for one in flow.sequence_flows}


def test_what_fits_is_not_cut():
    assert in_rows(whole(long_flow(5, 2)), by_columns, (50, 50)) == []
    assert in_rows(whole(Flow.model_validate({"id": "f", "title": "x", "variant": "as-is"})), by_columns, (1, 1)) == []


def test_a_row_that_is_too_high_holds_one_column():
    rows = in_rows(whole(long_flow(10, 5)), by_columns, (1, 1))
    assert len(rows) == 12


@pytest.mark.parametrize(("steps", "lanes"), [(30, 4), (60, 12), (120, 30)])
def test_every_row_can_be_read_on_paper(engagement, steps, lanes):
    flow = long_flow(steps, lanes)
    said = [f"  a{at}: {{title: 参与单位第{at}处室, type: government}}" for at in range(lanes)]
    nodes = []
    for name, node in flow.steps.items():
        ways = [
            f"{one.target}: {round((one.branch.chance or 0) * 100)}% 退回补正"
            for one in flow.sequence_flows
            if one.source == name
        ]
        leads = f", next: {{{', '.join(ways)}}}" if len(ways) > 1 else ""
        nodes.append(f"      {name}: {{title: 办理{name}业务作业内容, type: {node.type}, actor: {node.actor}{leads}}}")
    text = "\n".join(
        ["actors:", *said, "flows:", "  f:", "    title: 大流程", "    variant: as-is", "    steps:", *nodes]
    )
    chain = pipeline.check(engagement(text)).chain
    figure = figures(chain, "zh", None, lambda _done, _total: None).by_name["flow/f"]
    assert len(figure.rows) > 1
    sheet = next(one for one in SHEETS if one.name == figure.sheet)
    for row in figure.rows:
        size = _size(row.svg)
        assert sheet_for(*size)[1] >= READABLE
        assert sheet.scale(*size) >= READABLE
    last = figure.rows[-1].svg
    assert "转到别的段" in last and "转到别的段" not in figure.rows[0].svg


def _size(picture: str) -> tuple[float, float]:
    found = re.search(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"', picture)
    return float(found[1]), float(found[2])


def test_pictures_of_other_kinds_are_not_cut(engagement):
    chain = pipeline.check(engagement("goals:\n  G1: {title: x}\n")).chain
    assert catalogue.rows(chain, "goal-tree", "en", lambda _element: "x", room()) == []
    assert swimlane.row_name(long_flow(1, 1), 2) == "flow/f/row/2"
