"""How far the work on flows has come, and what they do not bear out."""

import pytest

from sevenstep.analysis.blueprint.flow_moves import flows_by_move, key_nodes, lacks
from sevenstep.model.choices import FlowMove

FLOW = """
items: {i: {title: I}}
flows:
  f:
    title: F
    details: i
    variant: as-is
    MOVE
    steps:
      s: {title: s, type: start}
      w: {title: W, STEP}
      e: {title: e, type: end}
"""
TO_BE = "  g: {title: G, details: i, variant: to-be, steps: {s: {title: s, type: start}, e: {title: e, type: end}}}\n"
WHOLE = "move: optimise\n    scope: {starts: A, ends: B}"
MARKED = 'time: 5min, key_node: "true"'


def of(checked, move: str, step: str = "mode: manual", more: str = ""):
    chain = checked(FLOW.replace("MOVE", move).replace("STEP", step) + more).chain
    return chain, chain.elements["f"]


@pytest.mark.parametrize(
    ("move", "missing"),
    [
        ("tags: []", []),
        ("move: bound", ["scope"]),
        ("move: collect", ["scope", "data"]),
        ("move: lay-out", ["scope", "data", "key-nodes"]),
        ("move: analyse", ["scope", "data", "key-nodes"]),
        ("move: optimise", ["scope", "data", "key-nodes", "design"]),
    ],
)
def test_every_move_needs_what_those_before_it_need(checked, move, missing):
    assert list(lacks(*of(checked, move))) == missing


def test_a_flow_that_has_all_of_it_lacks_nothing(checked):
    assert not list(lacks(*of(checked, WHOLE, MARKED, TO_BE)))


def test_without_a_design_it_is_not_optimised(checked):
    assert list(lacks(*of(checked, WHOLE, MARKED))) == ["design"]


def test_flows_stand_at_their_moves(checked):
    chain, flow = of(checked, "move: lay-out", MARKED, TO_BE)
    found = {move: [one.id for one in flows] for move, flows in flows_by_move(chain).items()}
    assert found == {move: (["f"] if move is FlowMove.LAY_OUT else []) for move in FlowMove}
    assert key_nodes(flow) == ("f/w",)


def test_nothing_is_told_where_no_flow_says_it(checked):
    assert flows_by_move(of(checked, "tags: []")[0]) == {}
