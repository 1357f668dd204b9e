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
    """Against shortest paths in networkx as the independent answer."""
    chain = pipeline.check(MODELS / model).chain
    down = networkx.DiGraph()
    for link in chain.links():
        if (upper := link.upper_end) is not None:
            down.add_edge(upper, link.other_end(upper))
    goals = {key for key, element in chain.elements.items() if element.KIND.name == "goal"}
    distances = networkx.multi_source_dijkstra_path_length(down, goals)
    assert len(distances) > 40
    for key, distance in distances.items():
        if key not in goals:
            assert len(path_to_goal(chain, key)) == distance, key


def test_a_relation_that_leads_neither_up_nor_down_must_say_whether_it_is_a_reason():
    named = ("beside", ("goal",), Text(zh="旁", en="beside"), Text(zh="旁", en="beside"))
    with pytest.raises(TypeError, match="“beside” leads neither up nor down the chain: say by its closeness"):
        Relation(*named)
    assert Relation(*named, closeness=Closeness.NONE).closeness is Closeness.NONE
    assert Relation(*named, Role.SERVES).closeness is None
