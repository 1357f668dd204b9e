"""Which of several resources does the work, and when: by hand."""

from math import inf

import pytest

from sevenstep.analysis.simulation.place import Place, chosen
from sevenstep.analysis.simulation.queues import queues
from sevenstep.model.calendar import Calendar
from sevenstep.model.step7_flows import Resource


def place(name: str, capacity: int = 1, hours: str | None = None) -> Place:
    calendar = Calendar.model_validate(hours) if hours is not None else None
    return Place(Resource.model_construct(id=name, capacity=capacity), calendar)


def asked(places: list[Place], now: float, work: float) -> tuple[str, float, float]:
    """Who takes it, when it begins and when it is done."""
    one, begins = chosen(places, now, work)
    return one.key, begins, one.take(now, begins, work)


def test_a_closed_one_waits_for_nobody_while_another_is_idle():
    day, always = place("day", hours="mon-sun 08:00-16:00"), place("always")
    assert asked([day, always], 2, 1) == ("always", 2, 3)
    assert asked([day, always], 3, 9) == ("always", 3, 12)
    assert asked([day, always], 5, 1) == ("day", 8, 9)  # it opens before the other is free
    assert asked([day, always], 6, 1) == ("day", 9, 10)
    assert asked([day, always], 7, 8) == ("day", 10, pytest.approx(24 + 10))  # six hours, and two the next morning
    assert asked([day, always], 8, 1) == ("always", 12, 13)


def test_of_those_that_can_begin_now_goes_first_which_will_be_done_first():
    day, always = place("day", hours="mon-sun 08:00-16:00"), place("always")
    asked([always], 0, 10)
    assert asked([day, always], 15.5, 1)[0] == "always"  # though it has been idle for less
    assert asked([day, always], 15.6, 0.1)[0] == "day"


def test_among_equals_the_one_that_has_been_idle_longest():
    one, two = place("one"), place("two", capacity=2)
    taken = [asked([one, two], now, 0.5)[0] for now in (1, 2, 3, 4, 5, 6)]
    assert taken == ["one", "two", "two", "one", "two", "two"]  # as desks there are


def test_all_that_wait_stand_in_one_line():
    one, two = place("one"), place("two", capacity=2)
    found = [asked([one, two], 0, work) for work in (4, 1, 2, 1, 3)]
    assert [begins for _, begins, _ in found] == [0, 0, 0, 1, 2]


def test_nobody_there():
    assert chosen([place("none", capacity=0)], 1, 1)[1] == inf
    assert chosen([place("none", capacity=0), place("one")], 1, 1)[0].key == "one"
    assert chosen([place("one"), place("none", capacity=0)], 1, 1)[0].key == "one"


def test_work_is_cut_in_spans_as_by_the_calendar():
    hours = "mon-fri 08:00-12:00 13:00-17:00"
    here, calendar = place("here", hours=hours), Calendar.model_validate(hours)
    for now, work in [(0, 1), (11, 2), (16, 30), (100, 0.25), (120, 4), (170, 0), (400, 8)]:
        begins = here.begins(now)
        assert begins == calendar.start(max(now, here.free[0]))
        assert here.take(now, begins, work) == pytest.approx(calendar.after(begins, work))


NIGHT = """
calendars: {night: 'mon-sun 00:00-06:00'}
actors: {a: {title: A, type: operator}}
resources: {always: {title: Always, actor: a}, night: {title: Night, actor: a, calendar: night}}
flows:
  f:
    title: F
    variant: as-is
    arrivals: {every: 2h}
    steps:
      s: {title: s, type: start, actor: a}
      w: {title: w, time: 1h, resources: [always, night], mode: manual}
      e: {title: e, type: end}
"""


def test_one_that_works_at_night_only(checked):
    found = queues(checked(NIGHT).chain, "as-is", 1_000, 1)
    always, night = found.loads
    assert always.together == night.together == ("always", "night")
    assert always.offered == night.offered == pytest.approx(0.5 / 1.25)
    # at 0, 2 and 4 o'clock both are idle: night, always, night; by day always
    assert night.utilisation.mean == pytest.approx(2 / 6)
    assert always.utilisation.mean == pytest.approx(10 / 24)
    assert always.wait.mean == night.wait.mean == 0
    assert found.lead_times["f"].mean == pytest.approx(1)
    assert found.lead_times["f"].reason is None


ALTERNATIVES = """
calendars: {office: 'mon-fri 09:00-17:00', all: 'mon-sun 00:00-24:00'}
actors: {a: {title: A, type: operator}}
resources:
  nonstop: {title: Nonstop, actor: a, calendar: all}
  officer: {title: Officer, actor: a, calendar: office}
flows:
  f:
    title: F
    variant: as-is
    arrivals: {rate: 100/w}
    steps:
      s: {title: s, type: start, actor: a}
      w: {title: w, time: 1h, resources: [nonstop, officer], mode: manual}
      e: {title: e, type: end}
"""


def test_two_that_can_do_it_all_are_not_over_capacity(checked):
    found = queues(checked(ALTERNATIVES).chain, "as-is", 10_000, 1)
    nonstop, officer = found.loads
    assert nonstop.offered == officer.offered == pytest.approx(100 / 208)
    assert not nonstop.is_over_capacity
    assert not officer.is_over_capacity
    assert [[one.resource for one in group] for group in found.groups] == [["nonstop", "officer"]]
    done = 168 * nonstop.utilisation.mean + 40 * officer.utilisation.mean
    assert done == pytest.approx(100, rel=0.02)  # what comes is done
    assert nonstop.utilisation.mean > officer.utilisation.mean  # it does all that comes at night
    assert officer.wait.mean < 1
