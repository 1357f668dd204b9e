"""Conflicts, differences and gaps in small models whose answer is seen by hand."""

import random

import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.analysis.regulations.comparison import compared
from sevenstep.analysis.regulations.conflicts import conflicts, first_clash
from sevenstep.analysis.regulations.demands import allowed
from sevenstep.model.step3_regulations import Regulation

BASE = """
actors:
  country: {title: Country, type: government}
  east: {title: East, type: government, parent: country}
  west: {title: West, type: government, parent: country}
functions: {fn: {title: F}, other: {title: O}}
paths: {p: {title: P, connects: {fn: {}}}, q: {title: Q, connects: {other: {}}}}
regulations:
"""


def model(checked, *said: str):
    lines = "".join(f"  r{number}: {{title: R{number}, {one}}}\n" for number, one in enumerate(said))
    return checked(BASE + lines).chain


def found(chain, code: str) -> list[tuple[str, ...]]:
    return [one.touches for one in analyse(chain, cases=100).findings if one.code == code]


def test_one_pair_is_one_conflict_with_all_elements_that_both_bind(checked):
    chain = model(
        checked,
        "jurisdiction: east, subject: hours, demands: ≤4 h, binds: [fn, other]",
        "jurisdiction: west, subject: hours, demands: ≥1 d, binds: [other, fn]",
    )
    assert found(chain, "F411") == [("fn", "other", "r0", "r1")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("subject: hours, demands: ≤4 h, binds: fn", "subject: hours, demands: ≥1 d, binds: other"),
        ("subject: hours, demands: ≤4 h, binds: fn", "subject: fee, demands: ≥1 d, binds: fn"),
        (
            "subject: hours, demands: ≤4 h, binds: fn, until: 2020",
            "subject: hours, demands: ≥1 d, binds: fn, from: 2021",
        ),
        ("subject: hours, demands: ≤4 h, binds: fn", "subject: hours, demands: late, binds: fn"),
        ("subject: hours, demands: ≤4 h, binds: fn", "subject: hours, demands: ≥1 CNY, binds: fn"),
        ("subject: hours, demands: 约4 h, binds: fn", "subject: hours, demands: ≥1 d, binds: fn"),
        ("demands: ≤4 h, binds: fn", "demands: ≥1 d, binds: fn"),
    ],
)
def test_what_is_no_conflict(checked, first, second):
    assert conflicts(model(checked, first, second)) == []


def test_the_sweep_finds_a_clash_exactly_where_every_pair_is_tried():
    """The walk through the days against trying all pairs, which is the definition."""
    dice = random.Random(5)
    outcomes = set()
    for _ in range(400):
        peers = []
        for number in range(dice.randint(2, 6)):
            begins = dice.randint(2000, 2010)
            bound = dice.choice(["≤{} h", "≥{} h", "<{} h", ">{} h", "{} h", "2..{} h"])
            figure = bound.format(dice.randint(2, 6))
            span = {"from": str(begins)} if dice.random() < 0.8 else {}
            if dice.random() < 0.7:
                span["until"] = str(begins + dice.randint(0, 4))
            peers.append(Regulation.model_validate({"id": f"r{number}", "title": "R", "demands": figure, **span}))
        expected = any(
            one.meets(other) and allowed(one.demands, "h").is_disjoint_from(allowed(other.demands, "h"))
            for at, one in enumerate(peers)
            for other in peers[:at]
        )
        pair = first_clash(peers)
        assert (pair is not None) is expected
        if pair is not None:
            one, other = pair
            assert one.meets(other)
            assert allowed(one.demands, "h").is_disjoint_from(allowed(other.demands, "h"))
        outcomes.add(expected)
    assert outcomes == {True, False}


def test_differences_are_told_once_a_subject_and_only_along_one_way(checked):
    chain = model(
        checked,
        "jurisdiction: east, subject: hours, demands: ≤4 h, binds: fn",
        "jurisdiction: west, subject: hours, demands: ≤8 h, binds: fn",
        "jurisdiction: east, subject: fee, demands: ≤4 CNY, binds: fn",
        "jurisdiction: west, subject: fee, demands: ≤8 CNY, binds: other",
    )
    assert found(chain, "F412") == [("r0", "r1", "p")]
    assert [subject.differing for subject in compared(chain).subjects] == [{"r0", "r1"}, {"r2", "r3"}]


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("demands: ≤4 h", "demands: ≤8 h", True),
        ("demands: ≤1 d", "demands: ≤24 h", False),
        ("demands: in Qinzhou", "demands: In  Qinzhou", False),
        ("demands: in Qinzhou", "demands: in Chongqing", True),
        ("demands: ≤4 h", "demands: soon", False),
        ("demands: ≤4 h, until: 2003", "demands: ≤8 h", False),
        ("demands: ≤4 h, from: 2900", "demands: ≤8 h", False),
    ],
)
def test_what_differs_today(checked, first, second, differ):
    chain = model(
        checked,
        f"jurisdiction: east, subject: hours, binds: fn, {first}",
        f"jurisdiction: west, subject: hours, binds: fn, {second}",
    )
    assert bool(found(chain, "F412")) is differ


def test_two_of_one_area_do_not_differ(checked):
    one = "jurisdiction: east, subject: hours, binds: fn, demands: "
    assert found(model(checked, one + "≤4 h", one + "≤8 h"), "F412") == []


def test_an_area_takes_over_from_the_area_around_it(checked):
    chain = model(
        checked,
        "jurisdiction: country, subject: hours, demands: ≤4 h, binds: fn",
        "jurisdiction: east, subject: fee, demands: ≤4 CNY, binds: fn",
        "jurisdiction: west, subject: fee, demands: ≤4 CNY, binds: fn",
        "jurisdiction: east, subject: hours, demands: ≤4 h, binds: fn",
    )
    hours, fee = compared(chain).subjects
    assert {area: [one.id for one in taken] for area, taken in hours.inherited.items()} == {"west": ["r0"]}
    assert hours.gaps == ()
    assert fee.gaps == ()  # the country is around both: it need not settle what its parts settle
    assert fee.inherited == {}


def test_only_areas_that_settle_something_alike_have_gaps(checked):
    chain = model(
        checked,
        "jurisdiction_name: A, subject: hours, demands: ≤4 h, binds: fn",
        "jurisdiction_name: B, subject: hours, demands: ≤4 h, binds: fn",
        "jurisdiction_name: A, subject: fee, demands: ≤4 CNY, binds: fn",
        "jurisdiction_name: C, subject: labels, demands: blue, binds: fn",
    )
    assert {subject.key: subject.gaps for subject in compared(chain).subjects} == {
        "hours": (),
        "fee": ("b",),
        "labels": (),
    }
    assert found(chain, "F413") == [("r2",)]


FLOW = """
regulations:
  old: {title: Old, until: 2003, binds: [f/w, g/w]}
  new: {title: New, from: 2900, binds: [f/w, g/w]}
  now: {title: Now, binds: [f/w]}
flows:
  f:
    title: F
    variant: as-is
    steps:
      start: {title: s, type: start}
      g: {title: g, type: exclusive, next: {w: 50%, end: 50%}}
      w: {title: w, time: 2h, wait: 3h, cost: 10 CNY, required_by: WHAT}
      end: {title: e, type: end}
  g:
    title: G
    variant: to-be
    steps:
      start: {title: s, type: start}
      w: {title: w}
      end: {title: e, type: end}
"""


@pytest.mark.parametrize(
    ("what", "over"),
    [
        ("old", True),
        ("[old, now]", False),
        ("[old, new]", False),
        ("[old, nowhere]", False),
        ("now", False),
        ("[]", False),
    ],
)
def test_a_step_is_done_for_what_is_over_where_nothing_else_demands_it(checked, what, over):
    assert found(checked(FLOW.replace("WHAT", what)).chain, "F415") == ([("f/w", "old")] if over else [])


def test_what_is_to_come_matters_to_flows_of_today_alone(checked):
    chain = checked(FLOW.replace("WHAT", "now")).chain
    assert found(chain, "F414") == [("old", "f/w", "g/w"), ("new", "f/w")]


def test_what_steps_for_regulations_take_a_case(checked):
    chain = checked(FLOW.replace("WHAT", "[now, old]")).chain
    found = analyse(chain, cases=100).required
    assert list(found) == ["f"]
    work = found["f"]
    assert (work.steps, work.regulations) == (("f/w",), ("now", "old"))
    assert (work.visits, work.processing, work.waiting, work.cost, work.currency) == (0.5, 1.0, 1.5, 5.0, "CNY")


def test_what_is_not_known_of_them_is_not_told(checked):
    chain = checked(FLOW.replace("WHAT", "now").replace("time: 2h, ", "").replace("cost: 10 CNY, ", "")).chain
    work = analyse(chain, cases=100).required["f"]
    assert (work.processing, work.waiting, work.cost) == (None, 1.5, None)


@pytest.mark.parametrize(
    ("dated", "over", "to_come"), [("2002", [], ["f/w"]), ("2003-06", [], ["f/w"]), ("2950", ["f/w", "g/w"], [])]
)
def test_the_date_of_the_engagement_decides(checked, dated, over, to_come):
    chain = checked(f"date: {dated}\n" + FLOW.replace("WHAT", "now")).chain
    touched = {touches[0]: list(touches[1:]) for touches in found(chain, "F414")}
    assert touched.get("old", []) == over
    assert touched.get("new", []) == to_come
