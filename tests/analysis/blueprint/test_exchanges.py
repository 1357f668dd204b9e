"""Which data has to get from one system into another: by hand, and against a search of every way for random flows."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sevenstep.analysis.blueprint.exchanges import data_exchanges
from sevenstep.chain.graph import Chain
from sevenstep.checking.load import load_and_check
from sevenstep.model.choices import Mode, Variant
from sevenstep.model.step7_flows import Activity, Flow

MODEL = """
systems:
  desk: {title: Desk}
  portal: {title: Portal}
  hub: {title: Hub}
  hub-part: {title: Part, parent: hub}
data:
  order: {title: Order}
  bill: {title: Bill, system_of_record: desk}
  list: {title: List, system_of_record: desk}
flows:
  now:
    title: Now
    variant: as-is
    steps:
      start: {title: start, type: start}
      first: {title: First, system: desk, mode: manual, writes: order}
      typed: {title: Typed, system: portal, mode: manual, reads: order, writes: bill}
      look: {title: Look, system: hub, mode: manual, reads: order}
      sent: {title: Sent, system: hub, mode: automatic, reads: order}
      end: {title: end, type: end}
  then:
    title: Then
    variant: to-be
    steps:
      start: {title: start, type: start}
      once: {title: Once, system: hub-part, mode: assisted, writes: order}
      same: {title: Same, system: hub, mode: automatic, reads: order}
      other: {title: Other, system: portal, mode: automatic, reads: [order, list]}
      again: {title: Again, system: portal, mode: automatic, reads: order}
      seen: {title: Seen, system: desk, mode: manual, reads: order}
      typed: {title: Typed, system: desk, mode: manual, reads: order, writes: bill}
      nowhere: {title: Nowhere, mode: automatic, reads: order}
      end: {title: end, type: end}
"""


def told(chain: Chain, variant: Variant) -> set[tuple[str, str, str, bool, tuple[str, ...]]]:
    return {
        (one.source, one.target, one.data, one.by_hand, one.steps)
        for one in data_exchanges(chain)
        if one.variant == variant
    }


def test_today_a_person_types_data_over_or_a_system_sends_it(checked):
    """What a person only looks at today comes into no system."""
    assert told(checked(MODEL).chain, Variant.AS_IS) == {
        ("desk", "portal", "order", True, ("now/typed",)),
        ("desk", "hub", "order", False, ("now/sent",)),
    }


def test_the_design_asks_for_what_is_read_in_another_system(checked):
    """Parts of a system are the system; what the case has not met comes from the system of record."""
    assert told(checked(MODEL).chain, Variant.TO_BE) == {
        ("hub-part", "portal", "order", False, ("then/other", "then/again")),
        ("desk", "portal", "list", False, ("then/other",)),
        ("hub-part", "desk", "order", False, ("then/seen",)),
        ("hub-part", "desk", "order", True, ("then/typed",)),
    }


def test_of_several_systems_that_have_it_the_system_of_record_gives_it(checked):
    model = """
    systems: {a: {title: A}, b: {title: B}, c: {title: C}}
    data: {d: {title: D, system_of_record: b}, e: {title: E}}
    flows:
      f:
        title: F
        variant: to-be
        steps:
          start: {title: s, type: start}
          one: {title: One, system: a, mode: automatic, writes: [d, e]}
          two: {title: Two, system: b, mode: automatic, reads: d, writes: [d, e]}
          three: {title: Three, system: c, mode: automatic, reads: [d, e]}
          end: {title: e, type: end}
    """
    assert told(checked(model).chain, Variant.TO_BE) == {
        ("a", "b", "d", False, ("f/two",)),
        ("a", "b", "e", False, ("f/two",)),
        ("b", "c", "d", False, ("f/three",)),
        ("a", "c", "e", False, ("f/three",)),
    }


def test_a_system_that_nobody_declares_exchanges_nothing(checked):
    model = MODEL.replace("  portal: {title: Portal}\n", "")
    assert all("portal" not in {one.source, one.target} for one in data_exchanges(checked(model).chain))


def test_long_flows_take_no_longer_a_step(checked):
    """Every step reads what the first one wrote, each in a system of its own."""
    length = 400
    lines = [f"      n{at}: {{title: n{at}, system: s{at}, mode: automatic, reads: d}}" for at in range(length)]
    systems = ", ".join(f"s{at}: {{title: S{at}}}" for at in range(length))
    model = (
        f"systems: {{first: {{title: First}}, {systems}}}\ndata: {{d: {{title: D}}}}\n"
        "flows:\n  f:\n    title: F\n    variant: to-be\n    steps:\n      s: {title: s, type: start}\n"
        "      w: {title: w, system: first, mode: automatic, writes: d}\n" + "\n".join(lines)
    )
    found = data_exchanges(checked(model).chain)
    assert [(one.source, one.target) for one in found] == [("first", f"s{at}") for at in range(length)]


# -- against a search of every way ----------------------------------------------------------

SYSTEMS = ("a", "b", "c", "d")
DATA = ("x", "y")


@st.composite
def flows(draw: st.DrawFn) -> str:
    """A flow of some steps that lead anywhere, loops included, in three systems of which one may be part of another."""
    count = draw(st.integers(3, 7))
    steps = ["      s: {title: s, type: start, next: n0}"]
    for at in range(count):
        onward = f"n{at + 1}" if at + 1 < count else "e"
        others = draw(st.sets(st.integers(0, count - 1), max_size=1))
        leads = list(dict.fromkeys(draw(st.sampled_from(([onward], []))) + [f"n{other}" for other in others])) or [
            onward
        ]
        reads, writes = draw(st.sets(st.sampled_from(DATA))), draw(st.sets(st.sampled_from(DATA)))
        system, mode = draw(st.sampled_from((*SYSTEMS, *SYSTEMS, None))), draw(st.sampled_from(list(Mode)))
        where = f"system: {system}, " if system else ""
        steps.append(
            f"      n{at}: {{title: n{at}, {where}mode: {mode}, reads: [{', '.join(sorted(reads))}], "
            f"writes: [{', '.join(sorted(writes))}], next: [{', '.join(leads)}]}}"
        )
    steps.append("      e: {title: e, type: end}")
    record = draw(st.sampled_from(("", ", system_of_record: a", ", system_of_record: c")))
    parent = draw(st.sampled_from(("", ", parent: a")))
    return "\n".join(
        (
            "id: sample",
            "title: {zh: 样例, en: Sample}",
            f"systems: {{a: {{title: A}}, b: {{title: B{parent}}}, c: {{title: C}}, d: {{title: D}}}}",
            f"data: {{x: {{title: X{record}}}, y: {{title: Y}}}}",
            f"flows:\n  f:\n    title: F\n    variant: {draw(st.sampled_from(list(Variant)))}\n    steps:",
            *steps,
            "",
        )
    )


def ways_of(flow: Flow) -> set[tuple[str, str]]:
    """From which step a way of at least one arrow leads to which, by following every arrow again and again."""
    ways = {(one.source, one.target) for one in flow.sequence_flows}
    while longer := {(one, far) for one, middle in ways for start, far in ways if middle == start} - ways:
        ways |= longer
    return ways


def kin(one: str, other: str, chain: Chain) -> bool:
    return one == other or chain.elements[one].parent == other or chain.elements[other].parent == one


def searched(chain: Chain) -> set[tuple[str, str, str, bool, str]]:
    (flow,) = chain.engagement.of(Flow)
    ways = ways_of(flow)
    there = [node for node in flow.steps.values() if isinstance(node, Activity) and node.system]
    found = set()
    for step in there:
        by_hand = step.mode == Mode.MANUAL and bool(step.writes)
        if flow.variant == Variant.AS_IS and step.mode == Mode.MANUAL and not step.writes:
            continue
        for data in {*step.reads, *step.writes}:
            writers = [other for other in there if data in other.writes]
            order = [other.system for other in writers]
            met = sorted((one.system for one in writers if (one.name, step.name) in ways), key=order.index)
            record = chain.elements[data].system_of_record
            if met:
                source = record if record in met else met[0]
                have = met
            else:
                source = record if data in step.reads else None
                have = [other.system for other in writers]
            if source is not None and not any(kin(one, step.system, chain) for one in (source, *have)):
                found.add((source, step.system, data, by_hand, step.id))
    return found


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(flows())
def test_exchanges_are_those_that_a_search_of_every_way_finds(text):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "engagement.yaml").write_text(text, encoding="utf-8")
        chain = load_and_check(Path(folder)).chain
    assert chain.engagement.count(Flow) == 1, text
    assert {
        (one.source, one.target, one.data, one.by_hand, step) for one in data_exchanges(chain) for step in one.steps
    } == searched(chain)
