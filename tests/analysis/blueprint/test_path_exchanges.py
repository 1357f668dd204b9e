"""What exchanges by system ask of interfaces, worked out by hand."""

import pytest

from sevenstep.analysis.blueprint.carrying import carried_on_paths, unused
from sevenstep.analysis.blueprint.pairs import system_pairs
from sevenstep.analysis.blueprint.path_exchanges import path_exchanges

MODEL = """
actors:
  agent: {title: Agent, type: enterprise}
  clerk: {title: Clerk, type: enterprise, parent: agent}
  port: {title: Port, type: operator}
systems: {desk: {title: Desk}, window: {title: Window}, part: {title: Part, parent: window}, yard: {title: Yard}}
data: {form: {title: Form}}
functions: {f: {title: F}}
paths:
  p:
    title: P
    connects: {f: {R: agent, A: port}}
    exchanges: [{from: agent, to: port, data: form, channel: system, system: window}]
"""


def flows(*variants: str, writes: str = "desk", reads: str = "yard", mode: str = "automatic") -> str:
    """Two flows of each variant: the clerk puts the form into a system, the port reads it in one."""
    told = "flows:\n"
    for variant in variants:
        told += f"""  w-{variant}:
    {{title: W, variant: {variant}, steps: {{s: {{title: S, type: start}},
      w: {{title: W, actor: clerk, system: {writes}, mode: {mode}, writes: form}}, e: {{title: E, type: end}}}}}}
  r-{variant}:
    {{title: R, variant: {variant}, steps: {{s: {{title: S, type: start}},
      r: {{title: R, actor: port, system: {reads}, mode: {mode}, reads: form}}, e: {{title: E, type: end}}}}}}
"""
    return told


def asked(checked, said: str, model: str = MODEL) -> list[tuple[str, str, str]]:
    return [(one.source, one.target, one.variant) for one in path_exchanges(checked(model + said).chain)]


TO_BE = MODEL.replace("title: P\n    connects", "title: P\n    variant: to-be\n    connects")
AS_IS = MODEL.replace("title: P\n    connects", "title: P\n    variant: as-is\n    connects")


def test_data_has_to_get_into_the_system_named_and_out_again(checked):
    assert asked(checked, flows("to-be"), TO_BE) == [("desk", "window", "to-be"), ("window", "yard", "to-be")]


@pytest.mark.parametrize(
    ("writes", "reads", "found"),
    [
        ("window", "yard", [("window", "yard", "to-be")]),
        ("part", "yard", [("window", "yard", "to-be")]),  # a part of the system named is that system
        ("desk", "window", [("desk", "window", "to-be")]),
        ("window", "window", []),
        ("yard", "yard", []),  # both work in one system, whatever the path says
    ],
)
def test_who_works_in_the_system_named_needs_no_interface(checked, writes, reads, found):
    assert asked(checked, flows("to-be", writes=writes, reads=reads), TO_BE) == found


def test_a_path_of_one_variant_is_held_against_the_flows_of_that_variant(checked):
    assert asked(checked, flows("to-be"), AS_IS) == []


def test_what_a_person_looks_at_today_is_in_no_system(checked):
    assert asked(checked, flows("as-is", mode="manual"), AS_IS) == [("desk", "window", "as-is")]


def test_a_path_told_in_one_way_asks_for_what_flows_of_both_variants_ask_for(checked):
    both = flows("as-is", "to-be")
    assert asked(checked, both) == [("desk", "window", "to-be"), ("window", "yard", "to-be")]
    split = flows("as-is") + flows("to-be", writes="window").removeprefix("flows:\n")
    assert asked(checked, split) == [("window", "yard", "to-be")]


def test_data_is_where_it_is_kept_if_it_is_the_senders_and_nobody_puts_it_in(checked):
    kept = MODEL.replace("form: {title: Form}", "form: {title: Form, system_of_record: desk, owner: OWNER}")
    reading = flows("to-be").partition("  r-to-be")[1:]
    alone = "flows:\n" + "".join(reading)
    own, others = (kept.replace("OWNER", owner) for owner in ("clerk", "port"))
    assert asked(checked, alone, own) == [("desk", "window", "to-be"), ("window", "yard", "to-be")]
    assert asked(checked, alone, others) == [("window", "yard", "to-be")]


@pytest.mark.parametrize(
    ("interfaces", "lacking"),
    [
        ("", [("desk", "window"), ("window", "yard")]),
        ("  i: {title: I, from: desk, to: part, data: form}\n", [("window", "yard")]),
        ("  i: {title: I, from: desk, to: window, data: form}\n  j: {title: J, from: part, to: yard}\n", []),
        ("  i: {title: I, from: desk, to: yard, data: form, state: planned}\n", []),  # around the system named
        ("  i: {title: I, from: yard, to: desk, data: form}\n", [("desk", "window"), ("window", "yard")]),
    ],
)
def test_what_no_interface_carries_is_lacking(checked, interfaces, lacking):
    chain = checked(TO_BE + flows("to-be") + (f"interfaces:\n{interfaces}" if interfaces else "")).chain
    found = [(one.exchange.source, one.exchange.target) for one in carried_on_paths(chain) if not one.by]
    assert found == lacking
    proposed = [ends for ends, pair in system_pairs(chain).items() if pair.is_proposed]
    assert proposed == lacking
    assert all(list(system_pairs(chain)[ends].paths) == ["p"] for ends in lacking)


def test_an_interface_that_a_path_asks_for_is_used(checked):
    """Nobody works in the window: only the path takes the form there."""
    said = "interfaces:\n  i: {title: I, from: desk, to: window, data: form}\n"
    assert unused(checked(TO_BE + flows("to-be") + said).chain) == ()
    assert [one.id for one in unused(checked(TO_BE.partition("paths:")[0] + flows("to-be") + said).chain)] == ["i"]


def test_what_the_flows_ask_for_is_told_once(checked):
    """The case of one flow goes from desk to window by itself: the path adds the rest."""
    one_flow = """flows:
  t: {title: T, variant: to-be, steps: {s: {title: S, type: start},
      w: {title: W, actor: clerk, system: desk, mode: automatic, writes: form},
      v: {title: V, actor: clerk, system: window, mode: automatic, reads: form},
      r: {title: R, actor: port, system: yard, mode: automatic, reads: form}, e: {title: E, type: end}}}
"""
    chain = checked(TO_BE + one_flow).chain
    assert carried_on_paths(chain) == ()
