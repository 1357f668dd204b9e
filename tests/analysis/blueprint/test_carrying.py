"""Which interfaces carry what the flows exchange, over how many, and which carry nothing."""

import pytest

from sevenstep.analysis.blueprint.carrying import carried, unused
from sevenstep.analysis.blueprint.pairs import system_pairs
from sevenstep.model.choices import Variant

MODEL = """
systems:
  desk: {title: Desk}
  hub: {title: Hub}
  hub-part: {title: Part, parent: hub}
  port: {title: Port}
  yard: {title: Yard}
data:
  order: {title: Order}
  bill: {title: Bill}
flows:
  now:
    title: Now
    variant: as-is
    steps:
      s: {title: s, type: start}
      w: {title: W, system: desk, mode: manual, writes: order}
      r: {title: R, system: port, mode: automatic, reads: order}
      t: {title: T, system: yard, mode: manual, reads: order, writes: bill}
      e: {title: e, type: end}
  then:
    title: Then
    variant: to-be
    steps:
      s: {title: s, type: start}
      w: {title: W, system: desk, mode: automatic, writes: order}
      r: {title: R, system: port, mode: automatic, reads: order}
      e: {title: e, type: end}
interfaces:
"""
TO_HUB = "  i: {title: I, from: desk, to: hub, data: order}\n"
FROM_PART = "  j: {title: J, from: hub-part, to: port, data: order}\n"


def ways(checked, interfaces: str) -> dict[str, tuple[str, ...]]:
    """By variant the interfaces that carry the order from desk to port."""
    found = carried(checked(MODEL + interfaces).chain)
    return {one.exchange.variant: one.by for one in found if one.exchange.target == "port"}


@pytest.mark.parametrize(
    ("interfaces", "today", "then"),
    [
        ("  i: {title: I, from: desk, to: port, data: order}", ("i",), ("i",)),
        ("  i: {title: I, from: desk, to: port, data: order, state: planned}", (), ("i",)),
        ("  i: {title: I, from: desk, to: port, data: order, state: closed}", (), ()),
        ("  i: {title: I, from: desk, to: port, data: order, way: by-hand}", (), ()),
        ("  i: {title: I, from: desk, to: port, data: bill}", (), ()),
        ("  i: {title: I, from: desk, to: port}", ("i",), ("i",)),
        ("  i: {title: I, from: port, to: desk, data: order}", (), ()),
        (TO_HUB + FROM_PART, ("i", "j"), ("i", "j")),
        (
            "  i: {title: I, from: desk, to: hub-part, data: order}\n  j: {title: J, from: hub, to: port, data: order}",
            ("i", "j"),
            ("i", "j"),
        ),
        ("  i: {title: I, from: desk, to: yard, data: order}\n" + FROM_PART, (), ()),
        (TO_HUB + FROM_PART + "  k: {title: K, from: desk, to: port, data: order}", ("k",), ("k",)),
    ],
)
def test_what_carries_the_data_the_shortest_way(checked, interfaces, today, then):
    assert ways(checked, interfaces) == {Variant.AS_IS: today, Variant.TO_BE: then}


def test_pairs_tell_what_is_declared_needed_lacking_and_typed(checked):
    pairs = system_pairs(checked(MODEL + TO_HUB).chain)
    assert list(pairs) == [("desk", "hub"), ("desk", "port"), ("desk", "yard")]
    assert pairs["desk", "hub"].declared == ["i"] and not pairs["desk", "hub"].is_proposed
    assert list(pairs["desk", "port"].lacking) == ["order"] and list(pairs["desk", "port"].steps) == ["then/r"]
    assert list(pairs["desk", "port"].today) == ["order"] and pairs["desk", "port"].is_proposed
    assert list(pairs["desk", "yard"].by_hand) == ["order"] and not pairs["desk", "yard"].needed


def test_without_interfaces_all_that_is_needed_is_proposed(checked):
    pairs = system_pairs(checked(MODEL.replace("interfaces:\n", "")).chain)
    assert [ends for ends, pair in pairs.items() if pair.is_proposed] == [("desk", "port")]


def test_an_interface_is_used_where_its_data_is_had_and_needed(checked):
    """Over others, too; one to where nobody needs it, and one from where nobody has it, carry nothing."""
    more = """  idle: {title: Idle, from: port, to: desk, data: bill}
  unsaid: {title: U, from: port, to: yard}
  dead-end: {title: D, from: desk, to: hub-part, data: bill}
"""
    assert [one.id for one in unused(checked(MODEL + TO_HUB + FROM_PART + more).chain)] == ["idle", "dead-end"]


@pytest.mark.parametrize(
    ("service", "idle"),
    [
        ("hosted_in: hub-part, data: order", []),
        ("used_by: [hub], data: order", []),
        ("hosted_in: port, data: bill", ["i"]),
    ],
)
def test_a_service_needs_its_data_where_it_runs_and_where_it_is_used(checked, service, idle):
    chain = checked(MODEL + TO_HUB + f"services:\n  m: {{title: M, {service}}}\n").chain
    assert [one.id for one in unused(chain)] == idle


def test_a_model_without_flows_is_not_judged(checked):
    model = "systems: {a: {title: A}, b: {title: B}}\ndata: {d: {title: D}}\n"
    assert not unused(checked(model + "interfaces: {i: {title: I, from: a, to: b, data: d}}").chain)


def test_a_circle_of_parents_ends(checked):
    circle = MODEL.replace("hub: {title: Hub}", "hub: {title: Hub, parent: hub-part}")
    assert system_pairs(checked(circle + TO_HUB).chain)["desk", "hub"].declared == ["i"]


def test_an_interface_that_joins_no_two_systems_is_none(checked):
    more = "  self: {title: S, from: port, to: port}\n  gone: {title: G, from: port, to: nowhere}\n"
    assert all(not pair.declared for pair in system_pairs(checked(MODEL + more).chain).values())
