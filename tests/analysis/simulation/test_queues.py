"""Queues against queueing theory (Erlang; Pollaczek and Khinchine), calendars against hand-made sums."""

import math

import pytest

from sevenstep.analysis.simulation.queues import queues
from sevenstep.model.calendar import Calendar
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.step7_flows import Arrivals, Rate


def model(checked, time: str, capacity: int = 1, arrivals: str = "1/h", more: str = "", resource: str = ""):
    return checked(f"""
        {more}
        actors: {{a: {{title: A, type: operator}}}}
        resources:
          desk: {{title: Desk, actor: a, capacity: {capacity}{resource}}}
        flows:
          f:
            title: F
            variant: as-is
            arrivals: {arrivals}
            steps:
              s: {{title: s, type: start, actor: a}}
              w: {{title: w, time: "{time}", resources: desk, mode: manual}}
              e: {{title: e, type: end}}
    """).chain


def loads(chain, cases: int = 30_000, seed: int = 5):
    found = queues(chain, "as-is", cases, seed)
    return found, found.loads[0]


def holds(value, expected: float) -> bool:
    return value.low <= expected <= value.high


def erlang_c(servers: int, load: float) -> float:
    """The probability to wait in M/M/c (Erlang's second formula), `load` in erlangs."""
    last = load**servers / math.factorial(servers) * servers / (servers - load)
    return last / (sum(load**k / math.factorial(k) for k in range(servers)) + last)


def test_one_desk_with_exponential_times(checked):
    found, load = loads(model(checked, "exponential(42min)"))
    rho = 0.7
    assert load.offered == pytest.approx(rho)
    assert holds(load.utilisation, rho)
    assert holds(load.wait, rho / (1 - rho) * 0.7)
    assert holds(load.queue, rho**2 / (1 - rho))
    assert holds(found.lead_times["f"], 0.7 / (1 - rho))


@pytest.mark.parametrize("servers", [2, 5])
def test_several_desks(checked, servers):
    service = 0.8 * servers
    chain = model(checked, f"exponential({service * 60:g}min)", servers)
    _, load = loads(chain)
    expected = erlang_c(servers, service) * service / (servers - service)
    assert load.offered == pytest.approx(0.8)
    assert holds(load.wait, expected)
    assert holds(load.queue, expected)  # one case an hour: Little


def test_fixed_times_wait_half_as_long(checked):
    chain = model(checked, "45min")
    rho = 0.75
    held = sum(holds(loads(chain, 8_000, seed)[1].wait, rho * 0.75 / (2 * (1 - rho))) for seed in range(10))
    assert held >= 8


def test_the_interval_holds_the_truth_as_often_as_it_says(checked):
    chain = model(checked, "exponential(30min)")
    held = sum(holds(loads(chain, 4_000, seed)[1].wait, 0.5) for seed in range(20))
    assert held >= 16  # of 20 at 95 %: fewer than 16 has a chance below 0.3 %


def test_a_desk_that_is_open_half_the_time_has_half_the_capacity(checked):
    chain = model(
        checked,
        "15min",
        arrivals="{rate: 48/d, calendar: day}",
        more="calendars: {day: 'mon-sun 08:00-20:00'}",
        resource=", calendar: day",
    )
    _, load = loads(chain, 20_000)
    assert load.offered == pytest.approx(1.0)
    chain = model(
        checked,
        "6min",
        arrivals="{rate: 48/d, calendar: day}",
        more="calendars: {day: 'mon-sun 08:00-20:00'}",
        resource=", calendar: day",
    )
    _, load = loads(chain, 20_000)
    assert load.offered == pytest.approx(0.4)
    assert holds(load.utilisation, 0.4)


def test_work_stops_at_closing_time_and_goes_on_at_opening(checked):
    chain = model(
        checked,
        "3h",
        arrivals="{every: 24h}",
        more="calendars: {short: 'mon-sun 00:00-02:00'}",
        resource=", calendar: short",
    )
    found, load = loads(chain, 100)
    # two hours on the first day, one on the second: it takes 25 hours, and the next case waits
    assert load.offered == pytest.approx(1.5)
    assert load.is_over_capacity
    assert found.lead_times["f"].mean > 25


def test_regular_arrivals_and_fixed_work_never_wait(checked):
    found, load = loads(model(checked, "30min", arrivals="{every: 1h}"), 500)
    assert load.wait.mean == pytest.approx(0, abs=1e-9)
    assert load.utilisation.mean == pytest.approx(0.5, rel=0.02)
    assert found.lead_times["f"].mean == pytest.approx(0.5, abs=1e-9)


def test_two_flows_share_a_desk(checked):
    steps = """
              s: {title: s, type: start, actor: a}
              w: {title: w, time: exponential(20min), resources: desk, mode: manual}
              e: {title: e, type: end}
    """
    chain = checked(f"""
        actors: {{a: {{title: A, type: operator}}}}
        resources: {{desk: {{title: Desk, actor: a}}}}
        flows:
          f:
            title: F
            variant: as-is
            arrivals: 1/h
            steps: {steps}
          g:
            title: G
            variant: as-is
            arrivals: 1/h
            steps: {steps}
    """).chain
    found, load = loads(chain)
    rho = 2 / 3
    assert load.offered == pytest.approx(rho)
    assert holds(load.wait, rho / (1 - rho) / 3)
    assert set(found.lead_times) == {"f", "g"}


def test_either_of_two_desks_will_do(checked):
    chain = checked("""
        actors: {a: {title: A, type: operator}}
        resources: {one: {title: One, actor: a}, two: {title: Two, actor: a}}
        flows:
          f:
            title: F
            variant: as-is
            arrivals: 1/h
            steps:
              s: {title: s, type: start, actor: a}
              w: {title: w, time: exponential(1h), resources: [one, two], mode: manual}
              e: {title: e, type: end}
    """).chain
    found = queues(chain, "as-is", 20_000, 3)
    assert [one.offered for one in found.loads] == [pytest.approx(0.5)] * 2
    assert all(holds(one.utilisation, 0.5) for one in found.loads)


def test_branches_and_loops(checked):
    chain = checked("""
        actors: {a: {title: A, type: operator}}
        resources: {desk: {title: Desk, actor: a, capacity: 3}}
        flows:
          f:
            title: F
            variant: as-is
            arrivals: {every: 10h}
            steps:
              s: {title: s, type: start, actor: a}
              m: {title: m, type: exclusive}
              split: {title: p, type: parallel, next: [x, y]}
              x: {title: x, time: 1h, resources: desk, mode: manual, next: j}
              y: {title: y, wait: 2h, mode: manual, next: j}
              j: {title: j, type: parallel}
              ok: {title: ok, type: exclusive, next: {e: 50%, m: 50%}}
              e: {title: e, type: end}
    """).chain
    found, load = loads(chain, 4_000)
    assert load.offered == pytest.approx(0.2 / 3)  # twice an hour's work every ten hours, three desks
    assert holds(found.lead_times["f"], 4)


# -- where the queue grows, and where nothing can be told ------------------------------------------


def test_over_capacity_is_named_and_ends(checked):
    found, load = loads(model(checked, "2h"), 1_000)
    assert load.offered == pytest.approx(2)
    assert load.is_over_capacity
    assert load.grows
    assert load.utilisation.mean > 0.95
    assert math.isinf(load.wait.mean)
    assert math.isinf(load.queue.mean)
    assert math.isinf(found.lead_times["f"].mean)
    assert load.wait.reason is not None


def test_just_at_its_limit_the_queue_grows_by_chance_alone(checked):
    _, load = loads(model(checked, "60min", arrivals="{every: 1h}"), 1_000)
    assert load.offered == pytest.approx(1)
    assert not load.grows
    assert not load.is_over_capacity
    assert load.wait.mean == pytest.approx(0, abs=1e-9)
    for time, arrivals in (("60min", "1/h"), ("exponential(1h)", "{every: 1h}")):
        _, load = loads(model(checked, time, arrivals=arrivals), 1_000)
        assert load.grows
        assert load.is_over_capacity


IN_A_ROW = """
    actors: {{a: {{title: A, type: operator}}}}
    resources: {{one: {{title: One, actor: a}}, two: {{title: Two, actor: a}}}}
    flows:
      f:
        title: F
        variant: as-is
        arrivals: 1/h
        steps:
          s: {{title: s, type: start, actor: a}}
          v: {{title: v, time: {first}, resources: one, mode: manual}}
          w: {{title: w, time: {second}, resources: two, mode: manual}}
          e: {{title: e, type: end}}
"""


def test_behind_a_queue_that_grows_too_little_comes_through(checked):
    found = queues(checked(IN_A_ROW.format(first="2h", second="90min")).chain, "as-is", 2_000, 1)
    one, two = found.loads
    assert one.grows
    assert two.is_over_capacity  # more is asked for than it can do
    assert not two.grows  # but only half of it comes
    assert two.utilisation.mean == pytest.approx(0.75, rel=0.01)
    assert two.wait.mean == pytest.approx(0, abs=1e-9)
    assert math.isinf(found.lead_times["f"].mean)


def test_the_second_of_two_grows_where_the_first_lets_enough_through(checked):
    found = queues(checked(IN_A_ROW.format(first="30min", second="90min")).chain, "as-is", 2_000, 1)
    assert [one.grows for one in found.loads] == [False, True]
    assert holds(found.loads[0].wait, 0.25)  # M/D/1


def test_nobody_does_what_a_resource_without_capacity_has_to(checked):
    found, load = loads(model(checked, "1h", capacity=0), 200)
    assert math.isinf(load.offered)
    assert load.grows
    assert math.isinf(found.lead_times["f"].mean)


def test_too_short_to_tell(checked):
    found, load = loads(model(checked, "exponential(59.7min)"), 1_000)
    for value in (load.wait, load.queue, load.utilisation, found.lead_times["f"]):
        assert value.reason is not None
        assert (value.low, value.p50, value.p90) == (0, None, None)
    assert not load.is_over_capacity
    assert load.wait.high == math.inf
    assert load.utilisation.high == 1


def test_a_branch_that_is_hardly_ever_taken(checked):
    chain = checked("""
        actors: {a: {title: A, type: operator}}
        resources: {desk: {title: Desk, actor: a}, court: {title: Court, actor: a}}
        flows:
          f:
            title: F
            variant: as-is
            arrivals: 1/h
            steps:
              s: {title: s, type: start, actor: a}
              w: {title: w, time: exponential(30min), resources: desk, mode: manual}
              x: {title: x, type: exclusive, next: {e: 99.9999%, c: 0.0001%}}
              c: {title: c, time: 1h, resources: court, mode: manual}
              e: {title: e, type: end}
    """).chain
    found = queues(chain, "as-is", 1_000, 1)
    desk, court = found.loads
    assert desk.wait.mean == pytest.approx(0.5, rel=0.1)
    assert desk.wait.reason is None
    assert court.wait.reason is not None


def test_more_cases_a_week_than_can_be_simulated(checked):
    chain = model(
        checked,
        "exponential(4min)",
        capacity=4_000,
        arrivals="{rate: 300000/d, calendar: day}",
        more="calendars: {day: 'mon-fri 08:00-17:00'}",
        resource=", calendar: day",
    )
    found, load = loads(chain, 1_000)
    assert found.cases < 10_000  # no use to go on
    assert load.offered == pytest.approx(300_000 / 24 * 4 / 60 / 4_000 * 168 / 45)
    assert load.utilisation.reason is not None
    assert load.wait.reason is not None


def test_late_steps_are_looked_at_when_they_have_work(checked):
    chain = checked("""
        actors: {a: {title: A, type: operator}}
        resources: {desk: {title: Desk, actor: a}}
        flows:
          f:
            title: F
            variant: as-is
            arrivals: 1/h
            steps:
              s: {title: s, type: start, actor: a}
              w: {title: w, time: exponential(30min), wait: 3mo, resources: desk, mode: manual}
              e: {title: e, type: end}
    """).chain
    found = queues(chain, "as-is", 1_000, 1)
    assert holds(found.loads[0].utilisation, 0.5)
    assert holds(found.loads[0].wait, 0.5)


def test_neither_the_order_in_the_file_nor_another_flow_changes_anything(checked):
    flow = """
          {name}:
            title: F
            variant: as-is
            arrivals: 1/h
            steps:
              s: {{title: s, type: start, actor: a}}
              w: {{title: w, time: exponential(20min), resources: {desk}, mode: manual}}
              e: {{title: e, type: end}}
    """
    head = """
        actors: {a: {title: A, type: operator}}
        resources: {%s}
        flows:
    """
    resources = [f"{one}: {{title: T, actor: a}}" for one in ("p", "q")]
    flows = [flow.format(name=name, desk=desk) for name, desk in (("f", "p"), ("g", "q"))]
    one = queues(checked(head % ", ".join(resources) + "".join(flows)).chain, "as-is", 5_000, 1)
    other = queues(checked(head % ", ".join(resources[::-1]) + "".join(flows[::-1])).chain, "as-is", 5_000, 1)
    assert {load.resource: load for load in one.loads} == {load.resource: load for load in other.loads}
    assert dict(one.lead_times) == dict(other.lead_times)


def test_the_same_seed_gives_the_same_answer(checked):
    chain = model(checked, "exponential(30min)")
    assert queues(chain, "as-is", 500, 1) == queues(chain, "as-is", 500, 1)
    assert queues(chain, "as-is", 500, 1) != queues(chain, "as-is", 500, 2)


def test_without_arrivals_or_resources_there_are_no_queues(checked):
    assert queues(checked("goals: {G: {title: g}}\n").chain, "as-is", 100, 1) is None
    assert queues(model(checked, "1h"), "to-be", 100, 1) is None


# -- calendars and rates ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "weekly"),
    [
        ("mon-fri 08:00-12:00 13:00-17:30", 5 * 8.5),
        ("周一至周五 08:00-12:00", 20),
        ("mon,wed 09:00-24:00", 30),
        ("fri-mon 00:00-24:00", 96),
        ("08:00-20:00", 84),
        ("周六、周日", 48),
    ],
)
def test_calendars(text, weekly):
    assert Calendar.model_validate(text).weekly == pytest.approx(weekly)


def test_time_on_a_calendar():
    found = Calendar.model_validate("mon-fri 08:00-12:00 13:00-17:00")
    assert found.start(0) == 8
    assert found.start(12.5) == 13
    assert found.after(11, 2) == pytest.approx(14)  # an hour, the break, an hour
    assert found.after(16, 2) == pytest.approx(24 + 9)
    assert found.after(4 * 24 + 16, 2) == pytest.approx(7 * 24 + 9)  # over the weekend
    assert found.after(8, 4) == pytest.approx(12)  # done when the break begins
    assert found.after(8, 16) == pytest.approx(24 + 17)
    assert found.after(4 * 24 + 8, 8) == pytest.approx(4 * 24 + 17)
    assert found.after(0, 40) == pytest.approx(4 * 24 + 17)
    for hour in (0.0, 7.9, 9.5, 100.0, 1000.25):
        assert found.open_until(found.time_of(hour)) == pytest.approx(hour)


@pytest.mark.parametrize(
    "text", ["someday 08:00-12:00", "mon 12:00-08:00", "mon 25:00-26:00", "mon 8-12", "周八 08:00-09:00"]
)
def test_what_is_no_calendar(text):
    with pytest.raises((InvalidValue, ValueError)):
        Calendar.model_validate(text)


@pytest.mark.parametrize(("text", "per_hour"), [("48/d", 2), ("12 / 小时", 12), ("每天", None), ("84 per week", 0.5)])
def test_rates(text, per_hour):
    if per_hour is None:
        with pytest.raises(InvalidValue):
            Rate.parse(text)
    else:
        assert Rate.parse(text).per_hour == pytest.approx(per_hour)


@pytest.mark.parametrize(
    "said", [{}, {"rate": "4/d", "every": "2h"}, {"every": "0h"}, {"rate": "0/d"}, {"rate": "4..5/d"}]
)
def test_what_are_no_arrivals(said):
    with pytest.raises(ValueError):
        Arrivals.model_validate(said)
