"""Any flow from top to bottom: nothing is lost, nothing is told twice, every arrow is said or followed."""

import random
from itertools import pairwise

import pytest

from sevenstep.chain.flow_outline import Says, beyond_joints, outline
from sevenstep.model.step7_flows import Flow


def flow_of(steps):
    return Flow.model_validate({"id": "f", "title": "F", "variant": "as-is", "steps": steps})


def told(flow):
    """The outline in short: depth and what is said."""
    said = []
    for line in outline(flow):
        words = line.node if line.says is Says.NODE else f"{line.says.value} {line.arrow.target if line.arrow else ''}"
        said.append("." * line.depth + words.strip())
    return said


def test_a_choice_with_rework():
    steps = {
        "s": {"title": "S", "type": "start"},
        "a": {"title": "A"},
        "ok": {"title": "Fine?", "type": "exclusive", "next": {"e": "80%", "fix": "20%"}},
        "fix": {"title": "Fix", "next": "a"},
        "e": {"title": "E", "type": "end"},
    }
    assert told(flow_of(steps)) == ["s", "a", "ok", "branch fix", ".fix", ".back a", "branch e", "e"]


def test_parts_at_the_same_time_are_set_in_up_to_where_they_meet():
    steps = {
        "s": {"title": "S", "type": "start"},
        "split": {"title": "All", "type": "parallel", "next": ["a", "b"]},
        "a": {"title": "A", "next": "join"},
        "b": {"title": "B", "type": "exclusive", "next": {"c": "50%", "join": "50%"}},
        "c": {"title": "C", "next": "join"},
        "join": {"title": "J", "type": "parallel"},
        "e": {"title": "E", "type": "end"},
    }
    assert told(flow_of(steps)) == [
        "s",
        "split",
        "branch a",
        ".a",
        "branch b",
        ".b",
        ".branch c",
        "..c",
        ".branch join",
        ".jump join",
        "join",
        "e",
    ]


def test_several_ends_and_what_no_start_leads_to():
    steps = {
        "s": {"title": "S", "type": "start"},
        "x": {"title": "X?", "type": "exclusive", "next": {"no": "50%", "yes": "50%"}},
        "no": {"title": "No", "type": "end"},
        "yes": {"title": "Yes", "type": "end"},
        "lost": {"title": "Lost", "next": "found"},
        "found": {"title": "Found", "next": "yes"},
    }
    assert told(flow_of(steps)) == [
        "s",
        "x",
        "branch no",
        ".no",
        "branch yes",
        ".yes",
        "rest",
        "lost",
        "found",
        "jump yes",
    ]


def test_an_arrow_to_a_joint_speaks_of_what_is_behind_it():
    flow = flow_of(
        {
            "s": {"title": "S", "type": "start"},
            "m": {"title": "M", "type": "exclusive"},
            "n": {"title": "N", "type": "exclusive"},
            "a": {"title": "A", "next": "m"},
        }
    )
    assert beyond_joints(flow, "m") == "a"
    ring = flow_of({"m": {"title": "M", "type": "exclusive"}, "n": {"title": "N", "type": "exclusive", "next": "m"}})
    assert beyond_joints(ring, "m") in ring.steps


def some_flow(seed):
    dice = random.Random(seed)
    names = [f"n{at}" for at in range(dice.randint(1, 100 if seed % 10 == 0 else 18))]
    steps = {}
    for at, name in enumerate(names):
        node = {"title": name, "actor": "a"}
        if dice.random() < 0.45:
            node["type"] = dice.choice(["exclusive", "parallel", "inclusive", "end", "start", "event"])
        if dice.random() < 0.6:
            node["next"] = sorted({dice.choice(names) for _ in range(dice.randint(1, 3))})
            if node.get("type") == "end":
                del node["next"]
        steps[name] = node
        del at
    return flow_of(steps)


@pytest.mark.parametrize("seed", range(300))
def test_any_flow_is_told_whole_and_once(seed):
    flow = some_flow(seed)
    lines = outline(flow)
    nodes = [line.node for line in lines if line.says is Says.NODE]
    assert sorted(nodes) == sorted(flow.steps)
    known = {(arrow.source, arrow.target) for arrow in flow.sequence_flows if arrow.target in flow.steps}
    said = {(line.arrow.source, line.arrow.target) for line in lines if line.arrow is not None}
    followed = set()
    for above, below in pairwise(lines):
        if above.says is Says.NODE and below.says is Says.NODE:
            followed.add((above.node, below.node))
    ends = {(source, target) for source, target in known - said - followed}
    # what is neither said nor followed at once leads to where branches meet, which comes behind all of them
    place = {name: at for at, name in enumerate(nodes)}
    assert all(place[target] > place[source] for source, target in ends)
    assert said <= known
