"""The trace of an element, against reachability in networkx as the independent answer."""

import networkx
import pytest

from sevenstep.chain.trace import trace

CHAIN = """
challenges:
  C: {title: Slow}
goals:
  G: {title: Top, answers: C}
  G1: {title: Part, parent: G}
indicators:
  I: {title: Time, measures: G1}
functions:
  F: {title: Review, drives: I}
actors:
  A: {title: Customs, type: government}
paths:
  P: {title: Clearance, connects: {F: {R: A, A: A}}}
scenarios:
  S: {title: Faster, realizes: P, moves: {I: -30%}}
items:
  T: {title: Declaration, scenario: S}
data:
  D: {title: Form}
flows:
  W:
    title: Today
    details: T
    variant: as-is
    steps:
      begin: {title: Begin, type: start, actor: A}
      fill: {title: Fill in, writes: D}
      end: {title: End, type: end}
"""


@pytest.fixture
def chain(checked):
    return checked(CHAIN).chain


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
