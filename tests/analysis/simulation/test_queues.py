"""Queues against queueing theory (Erlang; Pollaczek and Khinchine), calendars against hand-made sums."""

import math

import pytest

from sevenstep.analysis.simulation.queues import queues
from sevenstep.model.calendar import Calendar
from sevenstep.model.quantity import Unfit
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


def test_over_capacity_is_named_and_ends(checked):
    _, load = loads(model(checked, "2h"), 1_000)
    assert load.offered == pytest.approx(2)
    assert load.is_over_capacity
    assert load.utilisation.mean > 0.95


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
    assert found.after(11, 2) == 14  # an hour, the break, an hour
    assert found.after(16, 2) == 24 + 9
    assert found.after(4 * 24 + 16, 2) == 7 * 24 + 9  # over the weekend
    for hour in (0.0, 7.9, 9.5, 100.0, 1000.25):
        assert found.open_until(found.time_of(hour)) == pytest.approx(hour)


@pytest.mark.parametrize(
    "text", ["someday 08:00-12:00", "mon 12:00-08:00", "mon 25:00-26:00", "mon 8-12", "周八 08:00-09:00"]
)
def test_what_is_no_calendar(text):
    with pytest.raises((Unfit, ValueError)):
        Calendar.model_validate(text)


@pytest.mark.parametrize(("text", "per_hour"), [("48/d", 2), ("12 / 小时", 12), ("每天", None), ("84 per week", 0.5)])
def test_rates(text, per_hour):
    if per_hour is None:
        with pytest.raises(Unfit):
            Rate.parse(text)
    else:
        assert Rate.parse(text).per_hour == pytest.approx(per_hour)


@pytest.mark.parametrize(
    "said", [{}, {"rate": "4/d", "every": "2h"}, {"every": "0h"}, {"rate": "0/d"}, {"rate": "4..5/d"}]
)
def test_what_are_no_arrivals(said):
    with pytest.raises(ValueError):
        Arrivals.model_validate(said)
