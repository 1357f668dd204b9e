"""Paths as they are and as they shall be: what becomes of each exchange, by hand; one counts for the other."""

import time

from sevenstep.chain.choices import ExchangeFate, PathFigure
from sevenstep.chain.coverage import covered_elements, standings
from sevenstep.chain.justification import path_to_goal
from sevenstep.chain.path_changes import path_changes

MODEL = """
actors:
  shipper: {title: Shipper, type: enterprise}
  forwarder: {title: Forwarder, type: enterprise}
  railway: {title: Railway, type: operator}
  yard: {title: Yard, type: operator}
goals: {G: {title: Top}}
indicators: {days: {title: Days, measures: G}}
functions: {booking: {title: Booking, drives: days}}
data: {form: {title: Form}, plan: {title: Plan}, release: {title: Release}}
systems: {hub: {title: Hub}}
paths:
  today:
    title: Today
    variant: as-is
    connects: {booking: {R: forwarder, A: shipper}}
    exchanges:
      - {from: shipper, to: forwarder, data: form, channel: phone}
      - {from: forwarder, to: railway, data: form, channel: paper}
      - {from: railway, to: yard, data: plan, channel: email}
      - {from: yard, to: shipper, goods: Boxes, channel: in-person}
      - {from: railway, to: forwarder, data: [plan, release], channel: phone}
  design:
    title: Design
    variant: to-be
    changes: today
    connects: {booking: {R: forwarder, A: shipper}}
    exchanges:
      - {from: shipper, to: railway, data: form, channel: system, system: hub}
      - {from: railway, to: yard, data: plan, channel: system, system: hub}
      - {from: railway, to: shipper, data: release, channel: system, system: hub}
      - {from: yard, to: shipper, goods: Boxes, channel: in-person}
scenarios: {one: {title: One, realizes: design}}
"""


def fates(chain):
    (change,) = path_changes(chain).values()
    return [(one.fate, one.before_number, one.after_number) for one in change.exchanges]


def test_what_becomes_of_each_exchange(checked):
    chain = checked(MODEL).chain
    # the form goes to the railway at once: its first leg has another receiver, its second leg is gone
    assert fates(chain) == [
        (ExchangeFate.CHANGED, 1, 1),
        (ExchangeFate.DROPPED, 2, None),
        (ExchangeFate.CHANGED, 3, 2),
        (ExchangeFate.NEW, None, 3),
        (ExchangeFate.KEPT, 4, 4),
        (ExchangeFate.DROPPED, 5, None),
    ]
    (change,) = path_changes(chain).values()
    first = change.exchanges[0]
    assert (first.parties, first.content, first.channel, first.system) == (True, False, True, True)


def test_a_part_of_what_was_handed_over_is_the_same_exchange_changed(checked):
    chain = checked(
        MODEL.replace("{from: railway, to: shipper, data: release", "{from: railway, to: forwarder, data: release")
    ).chain
    (change,) = path_changes(chain).values()
    (found,) = [one for one in change.exchanges if one.before_number == 5]
    assert (found.fate, found.after_number, found.content, found.parties) == (ExchangeFate.CHANGED, 3, True, False)


def test_figures_before_and_after(checked):
    (change,) = path_changes(checked(MODEL).chain).values()
    assert change.figures == {
        PathFigure.EXCHANGES: (5, 4),
        PathFigure.BY_HAND: (5, 1),
        PathFigure.CHANNELS: (4, 2),
        PathFigure.SYSTEMS: (0, 1),
        PathFigure.PARTIES: (4, 4),
    }


def test_an_exchange_without_channel_is_not_counted_by_hand(checked):
    (change,) = path_changes(checked(MODEL.replace(", channel: email", "")).chain).values()
    assert change.figures[PathFigure.BY_HAND] == (4, 1)


def test_paths_without_variants_are_not_compared(checked):
    text = MODEL.replace("    variant: as-is\n", "").replace("    variant: to-be\n    changes: today\n", "")
    chain = checked(text).chain
    assert path_changes(chain) == {}
    assert "today" not in covered_elements(chain)  # each stands for itself, as ever


def test_who_realizes_the_design_has_dealt_with_today(checked):
    chain = checked(MODEL).chain
    assert {"today", "design"} <= covered_elements(chain)
    chain = checked(MODEL.replace("realizes: design", "realizes: today")).chain
    assert {"today", "design"} <= covered_elements(chain)


def test_a_design_is_justified_by_the_path_it_changes(checked):
    bare = MODEL.replace("changes: today\n    connects: {booking: {R: forwarder, A: shipper}}", "changes: today")
    assert standings(checked(bare).chain)["design"].justified is True
    assert not [one for one in checked(bare).found if one.rule.code == "S801" and one.element == "design"]


def test_paths_that_change_each_other_in_a_circle_are_told_and_nothing_hangs(checked):
    found = checked(
        """
        paths:
          a: {title: A, variant: to-be, changes: b}
          b: {title: B, variant: to-be, changes: a}
          c: {title: C, variant: to-be, changes: c}
        """
    )
    assert [one.rule.code for one in found.found].count("S418") == 3
    assert path_changes(found.chain) == {}


def test_matching_grows_with_the_exchanges(checked):
    def seconds(count: int) -> float:
        line = "      - {from: shipper, to: forwarder, data: form, channel: %s}\n"
        text = MODEL.partition("paths:")[0] + (
            "paths:\n  today:\n    title: T\n    variant: as-is\n    exchanges:\n"
            + (line % "phone") * count
            + "  design:\n    title: D\n    variant: to-be\n    changes: today\n    exchanges:\n"
            + (line % "email") * count
        )
        chain = checked(text).chain
        begun = time.process_time()
        (change,) = path_changes(chain).values()
        assert change.of(ExchangeFate.CHANGED) == count
        return time.process_time() - begun

    seconds(200)
    assert seconds(4000) < 12 * max(seconds(800), 0.004)


IMPROVES = """
goals: {G: {title: Top}}
indicators: {days: {title: Days, measures: G}}
functions: {booking: {title: Booking, drives: days}, gate: {title: Gate, drives: days}}
paths: {rail: {title: Rail, connects: {booking: {}}}}
scenarios:
  both: {title: Both, realizes: rail, improves: booking}
  only: {title: Only, improves: gate}
items: {entry: {title: Entry, scenario: only}}
"""


def test_a_scenario_is_justified_by_what_it_improves_and_told_by_its_path(checked):
    chain = checked(IMPROVES).chain
    assert standings(chain)["only"].justified is True
    assert [hop.link.relation.name for hop in path_to_goal(chain, "both")][:2] == ["realizes", "connects"]
    assert [hop.link.relation.name for hop in path_to_goal(chain, "entry")] == [
        "belongs-to",
        "improves",
        "drives",
        "measures",
    ]


def test_a_function_that_is_improved_still_needs_a_path(checked):
    assert "gate" not in covered_elements(checked(IMPROVES).chain)
    assert "booking" in covered_elements(checked(IMPROVES).chain)
