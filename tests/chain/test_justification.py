"""Why an element is there: the most specific way up to a goal, whoever tells it."""

import pickle
import random
import time
from collections import defaultdict
from pathlib import Path

import pytest

from sevenstep import pipeline
from sevenstep.analysis.justification import reason_of as reason_computed
from sevenstep.chain.justification import path_to_goal, reason_of
from sevenstep.language import Text
from sevenstep.model.relation import Closeness, Relation, Role

MODELS = Path(__file__).parents[2] / "models"
GOLDEN = Path(__file__).parent / "golden"


def told(chain, element: str) -> list[str]:
    return [hop.to for hop in path_to_goal(chain, element)]


def relations(chain, element: str) -> list[str]:
    return [link.relation.name for hop in path_to_goal(chain, element) for link in hop.links]


# the corridor of a hospital: two indicators, two functions, two flows of one scenario ---------------------------------
HOSPITAL = """
goals: {G: {title: Better}, door: {title: Faster in, parent: G}, out: {title: Faster out, parent: G}}
domains: {d: {title: D}}
actors: {er: {title: ER, type: operator}, ward: {title: Ward, type: operator}}
systems: {his: {title: HIS}, ct: {title: CT}}
indicators:
  in-time: {title: In, measures: door, domain: d}
  out-time: {title: Out, measures: out, domain: d}
  cost: {title: Cost, measures: [door, out], domain: d}
functions:
  scanning: {title: Scanning, domain: d, drives: [in-time, cost]}
  moving: {title: Moving, domain: d, drives: [out-time, cost]}
paths:
  stroke:
    title: Stroke
    connects: {scanning: {R: er, A: er}, moving: {R: ward, A: ward}}
scenarios:
  all: {title: All of it, realizes: stroke, moves: {in-time: -5%, out-time: -5%}}
items:
  scan: {title: Scan, scenario: all}
  transfer: {title: Transfer, scenario: all}
  handing: {title: Handing over, scenario: all, operations: [{does: hand, unit: ward}]}
flows:
  scan-asis:
    title: Scan
    details: scan
    variant: as-is
    estimates: {in-time: lead_time, cost: cost}
    steps:
      begin: {title: b, type: start, actor: er}
      image: {title: i, time: 5 min, system: ct, actor: er}
      end: {title: e, type: end}
  transfer-asis:
    title: Transfer
    details: transfer
    variant: as-is
    estimates: {out-time: lead_time, cost: cost}
    steps:
      begin: {title: b, type: start, actor: ward}
      carry: {title: c, time: 5 min, system: his, actor: ward}
      end: {title: e, type: end}
findings:
  slow: {title: Slow, type: blockage, touches: transfer-asis}
"""


@pytest.fixture
def hospital(checked):
    return checked(HOSPITAL).chain


def test_a_flow_and_its_item_are_there_for_the_indicator_that_fewest_others_estimate(hospital):
    assert told(hospital, "scan") == ["in-time", "door"]
    assert told(hospital, "scan-asis") == ["scan", "in-time", "door"]
    assert told(hospital, "transfer-asis") == ["transfer", "out-time", "out"]
    assert told(hospital, "transfer-asis/carry")[:2] == ["transfer-asis", "transfer"]
    assert relations(hospital, "scan-asis") == ["details", "details", "estimates", "measures"]


def test_an_item_without_flows_goes_by_whom_it_shares_with_a_function(hospital):
    """Only moving is the ward's."""
    assert told(hospital, "handing") == ["all", "stroke", "moving", "out-time", "out"]


def test_systems_and_findings_go_by_the_flows_that_use_or_feel_them(hospital):
    assert told(hospital, "ct") == ["scan-asis", "scan", "in-time", "door"]
    assert told(hospital, "his") == ["transfer-asis", "transfer", "out-time", "out"]
    assert told(hospital, "slow") == ["transfer-asis", "transfer", "out-time", "out"]


def test_an_actor_goes_by_the_functions_of_the_paths_it_answers_for(hospital):
    assert told(hospital, "er")[0] == "stroke"
    assert relations(hospital, "er")[0] == "raci-A"  # though raci-R is written first


def test_all_ways_that_hold_are_told(hospital):
    reason = reason_of(hospital, "scan")
    assert [way.ending for way in reason.ways][:1] == [("in-time", "door")]
    assert {way.ending.indicator for way in reason.ways} == {"in-time", "cost"}
    assert not reason.undecided
    assert len({way.ending for way in reason.ways}) == len(reason.ways)


def test_what_nothing_tells_apart_is_said_to_be_so(checked):
    text = """
goals: {G: {title: G}, H: {title: H}}
indicators: {i: {title: i, measures: G}, j: {title: j, measures: H}}
functions: {f: {title: F, drives: i}, k: {title: K, drives: j}}
paths: {p: {title: P, connects: {f: {}, k: {}}}}
"""
    assert set(reason_of(checked(text).chain, "p").undecided) == {"G", "H"}
    assert reason_of(checked(text.replace("title: P,", "title: P, because: k,")).chain, "p").undecided == ()


@pytest.mark.parametrize(("named", "way"), [("moving", ["moving", "out-time", "out"]), ("out", ["out"])])
def test_the_author_can_choose(checked, named, way):
    chain = checked(
        HOSPITAL.replace("{title: Scan, scenario: all}", f"{{title: Scan, scenario: all, because: {named}}}")
    )
    assert told(chain.chain, "scan") == way
    assert told(chain.chain, "scan-asis") == ["scan", *way]
    assert reason_of(chain.chain, "scan").by_choice


def test_a_scenario_is_there_for_what_it_says_it_moves_the_first_of_equals(checked):
    text = """
goals: {G: {title: G}, H: {title: H}}
indicators: {i: {title: i, measures: G}, j: {title: j, measures: H}}
functions: {f: {title: F, drives: i}}
paths: {p: {title: P, connects: {f: {}}}}
scenarios:
  one: {title: One, realizes: p, moves: {j: -5%}}
  two: {title: Two, realizes: p, improves: f}
  three: {title: Three, realizes: p}
"""
    chain = checked(text).chain
    assert told(chain, "one") == ["j", "H"]
    assert told(chain, "two") == ["p", "f", "i", "G"] or told(chain, "two") == ["f", "i", "G"]
    assert told(chain, "three") == ["p", "f", "i", "G"]


def test_the_promises_of_scenarios_tell_which_function_of_a_path_is_meant(checked):
    text = """
goals: {G: {title: G}, H: {title: H}}
indicators: {i: {title: i, measures: G}, j: {title: j, measures: H}}
functions: {f: {title: F, drives: i}, k: {title: K, drives: j}}
paths: {p: {title: P, connects: {f: {}, k: {}}}}
scenarios: {one: {title: One, realizes: p, moves: {j: -5%}}}
"""
    chain = checked(text).chain
    assert told(chain, "p") == ["k", "j", "H"]
    assert reason_of(chain, "p").undecided == ()


def test_a_goal_is_there_for_the_goal_above_it(chain):
    assert relations(chain, "G1") == ["parent"]
    assert path_to_goal(chain, "G") == ()


def test_an_element_that_serves_nothing_has_no_reason(checked):
    assert path_to_goal(checked("goals: {G: {title: G}}\nactors: {A: {title: A, type: enterprise}}").chain, "A") == ()


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
    assert told(chain, "G.1.1") == ["G.1", "G", "hubs"]
    assert told(chain, "H") == ["gate"]
    assert told(chain, "I") == ["G.1"]
    assert told(chain, "ground")[0] == "gate"
    assert told(chain, "hubs") == ["G"]


def test_goals_in_a_circle_have_a_reason_that_ends(checked):
    chain = checked("goals: {A: {title: A, parent: B}, B: {title: B, parent: A}, C: {title: C, parent: A}}").chain
    assert told(chain, "C") == ["A"]
    assert told(chain, "A") == ["B"]


def test_of_ways_as_exclusive_the_one_named_first_is_told(checked):
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
    assert {key: told(chain, key) for key in ("first", "second")} == {"first": ["i", "G"], "second": ["j", "H"]}


def test_a_way_to_a_narrower_goal_goes_before_a_wider_one(checked):
    text = """
goals: {G: {title: G}, H: {title: H, parent: G}}
indicators: {i: {title: i, measures: [G, H]}}
"""
    assert told(checked(text).chain, "i") == ["H"]


# random models: a way whenever there is one, every hop a link, the same whatever the order ---------------------------


def random_model(seed: int) -> dict[str, dict[str, str]]:
    dice = random.Random(seed)

    def some(names: list[str], most: int, least: int = 0) -> str:
        return f"[{', '.join(dice.sample(names, min(len(names), dice.randint(least, most))))}]"

    ids = {kind: [f"{kind}{number}" for number in range(dice.randint(1, 6))] for kind in "gifpsx"}
    actors = [f"a{number}" for number in range(4)]
    parts = {key: f", parent: {dice.choice(ids['g'])}" if dice.random() < 0.4 else "" for key in ids["g"]}
    flows = {
        f"w{number}": f"{{title: T, variant: as-is, details: {dice.choice(ids['x'])}, estimates: "
        f"{{{', '.join(f'{one}: lead_time' for one in dice.sample(ids['i'], dice.randint(0, 1)))}}}, "
        f"steps: {{b: {{title: b, type: start, actor: {dice.choice(actors)}}}, e: {{title: e, type: end}}}}}}"
        for number in range(dice.randint(0, 4))
    }
    return {
        "goals": {key: f"{{title: {key}{parts[key]}}}" for key in ids["g"]},
        "indicators": {key: f"{{title: {key}, measures: {some(ids['g'], 2)}}}" for key in ids["i"]},
        "functions": {key: f"{{title: {key}, drives: {some(ids['i'], 3)}}}" for key in ids["f"]},
        "actors": {key: f"{{title: {key}, type: operator}}" for key in actors},
        "paths": {
            key: f"{{title: {key}, connects: "
            f"{{{', '.join(f'{one}: {{A: {dice.choice(actors)}}}' for one in dice.sample(ids['f'], 1))}}}}}"
            for key in ids["p"]
        },
        "scenarios": {
            key: f"{{title: {key}, realizes: {some(ids['p'], 2)}, improves: {some(ids['f'], 1)}, moves: "
            f"{{{', '.join(f'{one}: -5%' for one in dice.sample(ids['i'], dice.randint(0, 1)))}}}}}"
            for key in ids["s"]
        },
        "items": {key: f"{{title: {key}, scenario: {dice.choice(ids['s'])}}}" for key in ids["x"]},
        "flows": flows,
        "findings": {"n": f"{{title: n, type: break, touches: {some(list(flows), 2)}}}"},
    }


def written(model: dict[str, dict[str, str]], dice: random.Random | None = None) -> str:
    sections = []
    for name, entries in model.items():
        listed = list(entries.items())
        if dice is not None:
            dice.shuffle(listed)
        sections.append(f"{name}:\n" + "".join(f"  {key}: {value}\n" for key, value in listed) if listed else "")
    return "".join(sections)


def reached(chain) -> set[str]:
    """All from which links lead to a goal, by an independent walk: whatever serves, moves, estimates or is part of."""
    up: dict[str, set[str]] = defaultdict(set)
    for link in chain.links():
        name = link.relation.name
        if link.relation.up or name in {"moves", "estimates", "touches"}:
            up[link.source].add(link.target)
        elif name in {"raci-A", "done-by"}:
            up[link.target].add(link.source)
        if name == "details":
            up[link.target] |= {one.target for one in chain.outgoing[link.source] if one.relation.name == "estimates"}
    found = {key for key, element in chain.elements.items() if element.KIND.name == "goal"}
    while more := {key for key, uppers in up.items() if key not in found and uppers & found}:
        found |= more
    return found


@pytest.mark.parametrize("seed", range(40))
def test_a_way_is_found_whenever_there_is_one_and_every_hop_is_a_link(checked, seed):
    model = random_model(seed)
    chain = checked(written(model)).chain
    expected = reached(chain)
    for key, element in chain.elements.items():
        if element.KIND.name == "goal":
            continue
        reason = reason_of(chain, key)
        assert bool(reason.ways) == (key in expected), key
        for way in reason.ways:
            here = key
            for hop in way.hops:
                for link in hop.links:
                    assert link in chain.outgoing[link.source]
                    here = link.other_end(here)
                assert here == hop.to
            assert chain.elements[here].KIND.name == "goal" and here == way.ending.goal
    again = checked(written(model, random.Random(seed))).chain
    for key in chain.elements:
        before, after = reason_of(chain, key), reason_of(again, key)
        assert set(before.undecided) == set(after.undecided)
        if not before.undecided and before.ways:
            assert before.ways[0].ending.goal == after.ways[0].ending.goal, key
        assert {way.ending for way in before.ways} == {way.ending for way in after.ways}


def test_time_grows_with_the_links(checked):
    def seconds(count: int) -> float:
        lines = ["goals: {G: {title: G}}", "indicators:"]
        lines += [f"  i{n}: {{title: i, measures: G}}" for n in range(count)]
        lines += ["functions:"] + [f"  f{n}: {{title: f, drives: [i{n}, i{(n * 7) % count}]}}" for n in range(count)]
        lines += ["paths:"] + [f"  p{n}: {{title: p, connects: {{f{n}: {{}}, f{n // 2}: {{}}}}}}" for n in range(count)]
        lines += ["scenarios:", f"  s: {{title: s, realizes: [{', '.join(f'p{n}' for n in range(count))}]}}", "items:"]
        lines += [f"  x{n}: {{title: x, scenario: s}}" for n in range(count)]
        chain = checked("\n".join(lines)).chain
        begun = time.process_time()
        assert all(path_to_goal(chain, f"x{n}") for n in range(count))
        return time.process_time() - begun

    seconds(20)
    assert seconds(640) < 14 * max(seconds(80), 0.01)


# the reasons of both models, as a person has read them ---------------------------------------------------------------


@pytest.mark.parametrize("model", ["western-corridor", "compute-network"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_reasons_of_the_models(model, language, golden):
    """Read line by line before it is changed: every line has to be a reason that a person would give."""
    chain = pipeline.check(MODELS / model).chain

    def title(key: str) -> str:
        return chain.elements[key].title.for_language(language)

    lines = []
    for key, element in sorted(chain.elements.items(), key=lambda one: (one[1].KIND.step, one[1].KIND.name, one[0])):
        reason = reason_computed(chain, key)
        if "/" in key:
            continue
        said = " › ".join((title(key), *(title(hop.to) for hop in reason.hops)))
        besides = f"  ?? {' / '.join(map(title, reason.undecided))}" if reason.undecided else ""
        chosen = "  (chosen)" if reason.by_choice else ""
        lines.append(
            f"{element.KIND.title.for_language(language)}: {said}  +{max(0, len(reason.ways) - 1)}{chosen}{besides}"
        )
    golden(GOLDEN / f"reasons-{model}-{language}.txt", "\n".join(lines) + "\n")


@pytest.fixture(scope="module")
def corridor():
    return pipeline.check(MODELS / "western-corridor").chain


def test_every_customs_flow_leads_to_clearance_and_every_settlement_flow_to_settlement(corridor):
    for key, element in corridor.elements.items():
        way = [hop.to for hop in reason_computed(corridor, key).hops]
        if element.KIND.name == "flow" and (
            "declaration" in key or "clearance" in key or key.startswith("import-port")
        ):
            assert way[-1] == "G2.1", (key, way)
        if element.KIND.name == "flow" and "settlement" in key:
            assert "billing-settlement" in way, (key, way)
        if element.KIND.name == "flow" and key.startswith("fx"):
            assert way[-1] == "G2.3"


def test_a_measure_is_there_for_what_it_is_computed_to_move(corridor):
    way = [hop.to for hop in reason_computed(corridor, "measure-street-turn").hops]
    assert way == ["container-tobe", "item-container", "empty-running-rate", "G1.4"]
    assert [hop.to for hop in reason_computed(corridor, "measure-slots").hops][-2:] == ["waiting-cost", "G1.2"]
    assert reason_computed(corridor, "measure-through-bill").by_choice


def test_a_chain_that_came_from_another_process_gives_the_same_reasons(corridor):
    again = pickle.loads(pickle.dumps(corridor))
    for key in ("customs", "booking-asis/pre-declare", "item-tracking", "railway-95306", "finding-reentry"):
        assert told(again, key) == told(corridor, key), key
