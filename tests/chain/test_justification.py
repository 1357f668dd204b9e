"""Why an element is there: one answer, whoever tells it."""

from pathlib import Path

import networkx
import pytest

from sevenstep import pipeline
from sevenstep.chain.justification import path_to_goal
from sevenstep.language import Text
from sevenstep.model.relation import Closeness, Relation, Role

MODELS = Path(__file__).parents[2] / "models"


def relations(chain, element: str) -> list[str]:
    return [hop.link.relation.name for hop in path_to_goal(chain, element)]


def test_the_shortest_way_to_a_goal(chain):
    assert relations(chain, "W/fill") == [
        "step-of",
        "details",
        "belongs-to",
        "realizes",
        "connects",
        "drives",
        "measures",
    ]


def test_what_stands_beside_the_chain_says_what_ties_it_closest(chain):
    assert relations(chain, "A")[0] == "raci-A"  # not raci-R, though it is written first
    assert relations(chain, "C") == ["answers"]


def test_a_goal_is_there_for_the_goal_above_it(chain):
    assert relations(chain, "G1") == ["parent"]
    assert path_to_goal(chain, "G") == ()


def test_an_element_that_serves_nothing_has_no_reason(checked):
    assert path_to_goal(checked("goals: {G: {title: G}}\nactors: {A: {title: A, type: enterprise}}").chain, "A") == ()


@pytest.mark.parametrize("model", ["western-corridor", "compute-network"])
def test_no_way_up_is_shorter(model):
    """Against shortest paths in networkx as the independent answer.

    What an element makes better is why it is there only where nothing else is.
    """
    chain = pipeline.check(MODELS / model).chain
    down, improving = networkx.DiGraph(), networkx.DiGraph()
    for link in chain.links():
        if (upper := link.upper_end) is not None:
            graph = improving if link.relation.role is Role.IMPROVES else down
            graph.add_edge(upper, link.other_end(upper))
    goals = {key for key, element in chain.elements.items() if element.KIND.name == "goal"}
    distances = networkx.multi_source_dijkstra_path_length(down, goals)
    assert len(distances) > 40
    for key in set(networkx.multi_source_dijkstra_path_length(networkx.compose(down, improving), goals)):
        assert key in goals or path_to_goal(chain, key), key
    for key, distance in distances.items():
        if key not in goals:
            assert len(path_to_goal(chain, key)) == distance, key


def test_a_relation_that_leads_neither_up_nor_down_must_say_whether_it_is_a_reason():
    named = ("beside", ("goal",), Text(zh="旁", en="beside"), Text(zh="旁", en="beside"))
    with pytest.raises(TypeError, match="“beside” leads neither up nor down the chain: say by its closeness"):
        Relation(*named)
    assert Relation(*named, closeness=Closeness.NONE).closeness is Closeness.NONE
    assert Relation(*named, Role.SERVES).closeness is None


def test_a_goal_is_there_for_the_plan_that_it_follows(checked):
    chain = checked("""
        context:
          growth: {title: Growth, type: trend}
          hubs: {title: Hubs, type: plan}
          ground: {title: Ground, type: trend}
        positions:
          gate: {title: Gate, rests_on: ground}
        goals:
          G: {title: G, takes_up: gate, aligns_with: [growth, hubs]}
          G.1: {title: G.1, parent: G}
          G.1.1: {title: G.1.1, parent: G.1}
          H: {title: H, takes_up: gate, aligns_with: growth}
        indicators:
          I: {title: I, measures: G.1}
    """).chain
    assert [hop.to for hop in path_to_goal(chain, "G.1.1")] == ["G.1", "G", "hubs"]
    assert [hop.to for hop in path_to_goal(chain, "H")] == ["gate"]
    assert [hop.to for hop in path_to_goal(chain, "I")] == ["G.1"]
    assert [hop.to for hop in path_to_goal(chain, "ground")] == ["gate", "G"]
    assert [hop.to for hop in path_to_goal(chain, "hubs")] == ["G"]


def test_goals_in_a_circle_have_a_reason_that_ends(checked):
    chain = checked("goals: {A: {title: A, parent: B}, B: {title: B, parent: A}, C: {title: C, parent: A}}").chain
    assert [hop.to for hop in path_to_goal(chain, "C")] == ["A"]
    assert [hop.to for hop in path_to_goal(chain, "A")] == ["B"]


def test_of_ways_as_long_the_one_named_first_is_told(checked):
    """Whatever the order in which goals and indicators are written."""
    text = """
goals: {G: {title: G}, H: {title: H}}
domains: {d: {title: d}}
indicators: {i: {title: i, measures: G, domain: d}, j: {title: j, measures: H, domain: d}}
functions:
  first: {title: First, domain: d, drives: [i, j]}
  second: {title: Second, domain: d, drives: [j, i]}
"""
    chain = checked(text).chain
    told = {key: [hop.to for hop in path_to_goal(chain, key)] for key in ("first", "second")}
    assert told == {"first": ["i", "G"], "second": ["j", "H"]}


def test_a_way_to_a_narrower_goal_goes_before_the_one_named_first(checked):
    text = """
goals: {G: {title: G}, H: {title: H, parent: G}}
domains: {d: {title: d}}
indicators: {i: {title: i, measures: G, domain: d}, j: {title: j, measures: H, domain: d}}
functions: {f: {title: F, domain: d, drives: [i, j]}}
"""
    assert [hop.to for hop in path_to_goal(checked(text).chain, "f")] == ["j", "H"]
