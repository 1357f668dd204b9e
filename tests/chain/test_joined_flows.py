"""The flows of all items joined: who hands over to whom, and what becomes of each data object; expected by hand."""

import time

from sevenstep.chain.data_inventory import data_inventory
from sevenstep.chain.item_order import item_order
from sevenstep.chain.joined_flows import Handover, joined_flows
from sevenstep.model.choices import Variant

START = "begin: {title: Begin, type: start}"
END = "done: {title: Done, type: end}"


def flow(item: str, steps: str, scope: str = "", variant: str = "as-is") -> str:
    said = f"title: F, details: {item}, variant: {variant}{scope}"
    return f"  {item}-{variant}: {{{said}, steps: {{{START}, {steps}, {END}}}}}\n"


MODEL = """
actors: {clerk: {title: Clerk, type: enterprise}, guard: {title: Guard, type: operator}}
systems: {one: {title: One}, two: {title: Two}}
data: {order: {title: Order}, ticket: {title: Ticket}, note: {title: Note}}
groups: {g: {title: G}}
scenarios: {s: {title: S, group: g}, other: {title: Other, group: g}}
items:
  load: {title: Load, scenario: s, depends_on: gate}
  book: {title: Book, scenario: s}
  gate: {title: Gate, scenario: s, depends_on: book}
  apart: {title: Apart, scenario: other}
flows:
""" + "".join(
    (
        flow(
            "book",
            "b: {title: B, actor: clerk, system: one, mode: manual, writes: order}",
            ", scope: {starts: Asked, ends: Booked}",
        ),
        flow(
            "gate",
            "c: {title: C, actor: guard, system: two, mode: manual, reads: order, writes: [order, ticket]}",
            ", scope: {starts: ' booked ', ends: Inside}",
        ),
        flow("load", "d: {title: D, actor: guard, system: two, mode: automatic, reads: [order, note], writes: order}"),
        flow("apart", "e: {title: E, actor: clerk, writes: note}"),
    )
)


def test_items_stand_behind_what_they_depend_on(checked):
    assert list(item_order(checked(MODEL).chain)) == ["book", "gate", "load", "apart"]


def test_items_that_depend_on_each_other_are_ordered_as_written(checked):
    chain = checked("items: {a: {title: A, depends_on: b}, b: {title: B, depends_on: a}, c: {title: C}}").chain
    assert list(item_order(chain)) == ["c", "a", "b"]


def test_each_takes_from_the_nearest_before_it(checked):
    joined = joined_flows(checked(MODEL).chain)[Variant.AS_IS]
    assert joined.handovers == (
        Handover("book", "gate", ("order",), meets=True, is_back=False),
        Handover("gate", "load", ("order",), meets=False, is_back=False),
        Handover("apart", "load", ("note",), meets=False, is_back=True),
    )
    assert joined.islands == ()
    assert Variant.TO_BE not in joined_flows(checked(MODEL).chain)


def test_what_an_item_writes_before_it_reads_is_not_taken_from_later_ones(checked):
    text = MODEL.replace("writes: order}", "writes: order}, f: {title: F, reads: order}", 1)
    handovers = joined_flows(checked(text).chain)[Variant.AS_IS].handovers
    assert "book" not in [handover.taker for handover in handovers]


def test_an_item_that_shares_no_data_is_an_island(checked):
    text = MODEL.replace("reads: [order, note]", "reads: order")
    assert joined_flows(checked(text).chain)[Variant.AS_IS].islands == ("apart",)
    assert [one.element for one in checked(text).found if one.rule.code == "S790"] == ["apart-as-is"]


def test_the_own_scenario_goes_before_a_nearer_item_of_another(checked):
    text = MODEL.replace("  apart: {title: Apart, scenario: other}\n", "").replace(
        "  load: {title: Load, scenario: s, depends_on: gate}\n",
        "  load: {title: Load, scenario: s, depends_on: gate}\n  apart: {title: Apart, scenario: other}\n",
    )
    text = text.replace(
        "  gate: {title: Gate, scenario: s, depends_on: book}\n", "  gate: {title: Gate, scenario: s}\n"
    )
    text = text.replace("depends_on: gate", "depends_on: book").replace("writes: note", "writes: [note, order]")
    text = text.replace(", scenario:", ", journey: j, scenario:")
    chain = checked(text).chain
    assert list(item_order(chain)) == ["apart", "book", "load", "gate"]
    assert {(one.giver, one.taker) for one in joined_flows(chain)[Variant.AS_IS].handovers if "order" in one.data} == {
        ("book", "load"),
        ("load", "gate"),
    }


def test_where_data_is_captured_and_where_it_is_entered_again(checked):
    found = data_inventory(checked(MODEL).chain)["order"].as_is
    assert found.captured == "book-as-is/b"
    assert found.again == ("gate-as-is/c",)  # by hand, into a system that has it not; the loading is automatic
    assert (found.items, found.flows) == (("book", "gate", "load"), ("book-as-is", "gate-as-is", "load-as-is"))
    assert (found.writers, found.readers) == (("clerk", "guard"), ("guard",))


def test_data_in_no_flow_is_in_the_inventory_with_nothing(checked):
    entry = data_inventory(checked("data: {d: {title: D}}").chain)["d"]
    assert (entry.flows, entry.items, entry.as_is.captured, entry.to_be.again) == ((), (), None, ())


def test_time_grows_with_the_uses_though_all_share_one_data_object(checked):
    def seconds(count: int) -> float:
        items = "".join(f"  i{n}: {{title: I{n}}}\n" for n in range(count))
        flows = "".join(flow(f"i{n}", "x: {title: X, reads: d, writes: d}") for n in range(count))
        chain = checked(f"data: {{d: {{title: D}}}}\nitems:\n{items}flows:\n{flows}").chain
        begun = time.process_time()
        assert len(joined_flows(chain)[Variant.AS_IS].handovers) == count  # and the first takes from the second
        data_inventory(chain)
        return time.process_time() - begun

    seconds(50)
    assert seconds(1500) < 12 * max(seconds(300), 0.004)


def test_no_item_takes_from_another_journey(checked):
    """Two journeys write and read the same kind of paper: each takes its own, whatever stands between."""
    items = {"out-1": "Out", "in-1": "In", "out-2": "Out", "in-2": "In", "either": ""}
    flows = "".join(
        flow(item, f"s: {{title: S, actor: clerk, {'writes' if item.endswith('1') else 'reads'}: order}}")
        for item in items
    )
    listed = "".join(
        f"  {item}: {{title: {item}{f', journey: {journey}' if journey else ''}}}\n" for item, journey in items.items()
    )
    head = "actors: {clerk: {title: C, type: enterprise}}\ndata: {order: {title: O}}\n"
    model = f"{head}items:\n{listed}flows:\n{flows}"
    joined = joined_flows(checked(model).chain)[Variant.AS_IS]
    assert {(found.giver, found.taker) for found in joined.handovers} == {
        ("out-1", "out-2"),
        ("in-1", "in-2"),
        ("in-1", "either"),
    }
