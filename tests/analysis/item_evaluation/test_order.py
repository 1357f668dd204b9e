"""The order of operations against a flow: held against all ways through the graph, which networkx lists."""

from itertools import pairwise

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from sevenstep.analysis.item_evaluation.order import out_of_order
from sevenstep.model.step7_flows import Flow


def flow_of(size: int, arrows: list[tuple[int, int]]) -> Flow:
    """Nodes 0 to size-1 with the arrows, which lead forwards, between a start and an end."""
    after: dict[int, list[int]] = {node: [] for node in range(size)}
    for source, target in arrows:
        after[source].append(target)
    steps: dict[str, object] = {"start": {"title": "s", "type": "start", "next": [f"n{node}" for node in range(size)]}}
    for node in range(size):
        steps[f"n{node}"] = {"title": "n", "next": [f"n{target}" for target in sorted(set(after[node]))] or ["end"]}
    steps["end"] = {"title": "e", "type": "end"}
    return Flow.model_validate({"id": "f", "title": "F", "variant": "as-is", "steps": steps})


@st.composite
def cases(draw) -> tuple[int, list[tuple[int, int]], list[list[int]]]:
    size = draw(st.integers(2, 7))
    pairs = [(one, other) for one in range(size) for other in range(one + 1, size)]
    arrows = draw(st.lists(st.sampled_from(pairs), max_size=10))
    listed = draw(st.lists(st.lists(st.integers(0, size - 1), min_size=1, max_size=3, unique=True), max_size=4))
    return size, arrows, listed


@settings(max_examples=150, deadline=None)
@given(cases())
def test_a_pair_is_out_of_order_where_the_later_comes_wholly_before(case):
    size, arrows, listed = case
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(arrows)
    reach = {node: networkx.descendants(graph, node) for node in graph}
    expected = []
    for second, later in enumerate(listed):
        for first in range(second):
            if all(one in reach[other] for one in listed[first] for other in later):
                expected.append((first, second))
                break
    found = out_of_order(flow_of(size, arrows), [[f"f/n{node}" for node in steps] for steps in listed])
    assert found == expected


@settings(max_examples=50, deadline=None)
@given(st.permutations(range(5)))
def test_in_a_row_only_the_order_of_the_row_is_right(order):
    found = out_of_order(flow_of(5, list(pairwise(range(5)))), [[f"f/n{node}"] for node in order])
    assert (found == []) == (list(order) == sorted(order))


def test_many_operations_take_no_time():
    size = 1500
    flow = flow_of(size, list(pairwise(range(size))))
    assert len(out_of_order(flow, [[f"f/n{node}"] for node in reversed(range(size))])) == size - 1
