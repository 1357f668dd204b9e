"""The trace of an element, against reachability in networkx as the independent answer."""

import networkx

from sevenstep.chain.trace import trace


def test_agrees_with_reachability(chain):
    graph = networkx.DiGraph()
    for link in chain.links():
        upper = link.upper_end
        if upper is not None:
            graph.add_edge(link.other_end(upper), upper)
    for element in chain.elements:
        found = trace(chain, element)
        in_graph = element in graph
        assert set(found.above) == (networkx.descendants(graph, element) if in_graph else set())
        assert set(found.below) == (networkx.ancestors(graph, element) if in_graph else set())


def test_from_the_data_up_to_the_goal_and_its_challenge(chain):
    found = trace(chain, "D")
    assert found.below == {}
    assert found.above["W/fill"] == 1
    assert found.above["G"] > found.above["G1"] > found.above["I"]
    assert "C" in found.above
