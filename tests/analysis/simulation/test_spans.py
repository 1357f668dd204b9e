"""Intervals of the mean: how often they hold the truth, and when none is given.

The clock gives the waits of Lindley's recursion (first test), whose arrays a hundred runs of any length cost little of:
so the intervals are tried on arrays, of the length and with the spans that the analysis takes. Twenty-five runs from
end to end stand beside them; `benchmarks/queues.py` has a hundred of each.
"""

import math
from heapq import heapreplace

import numpy
import pytest

from sevenstep.analysis.flow_metrics.flow_model import flow_model_of
from sevenstep.analysis.simulation.offered_load import jobs, offered_load
from sevenstep.analysis.simulation.place import Place
from sevenstep.analysis.simulation.queues import queues
from sevenstep.analysis.simulation.spans import Spans, estimate
from sevenstep.analysis.simulation.way import Way
from sevenstep.analysis.simulation.world import World
from sevenstep.model.step7_flows import Flow, Resource

SEEDS = 100


def model(checked, load: float, time: str = "exponential(1h)", desks: int = 1):
    return checked(f"""
        actors: {{a: {{title: A, type: operator}}}}
        resources: {{r: {{title: R, actor: a, capacity: {desks}}}}}
        flows:
          f:
            title: F
            variant: as-is
            arrivals: {load * desks:g}/h
            steps:
              s: {{title: s, type: start, actor: a}}
              w: {{title: w, time: "{time}", resources: r, mode: manual}}
              e: {{title: e, type: end}}
    """).chain


def takes(chain, rate: float) -> float:
    """How long the queue is looked at."""
    [flow] = chain.engagement.of(Flow)
    resources = {one.id: one for one in chain.engagement.of(Resource)}
    [demand] = offered_load(jobs([(flow_model_of(flow), rate)], resources), resources, {})
    return max(demand.takes, 10_000 / rate)


def waits_of_one(come, work):
    """Lindley's recursion: who comes waits for what was left when the last one came."""
    steps = numpy.concatenate(([0.0], work[:-1] - numpy.diff(come)))
    sums = numpy.cumsum(steps)
    return sums - numpy.minimum.accumulate(sums)


def waits_of_several(come, work, desks: int):
    """The recursion of Kiefer and Wolfowitz: who comes gets the desk that is free first."""
    free, found = [0.0] * desks, []
    for now, lasting in zip(come.tolist(), work.tolist(), strict=True):
        begins = max(now, free[0])
        heapreplace(free, begins + lasting)
        found.append(begins - now)
    return numpy.array(found)


def erlang(desks: int, load: float) -> float:
    work = desks * load
    last = work**desks / math.factorial(desks) / (1 - load)
    return last / (sum(work**k / math.factorial(k) for k in range(desks)) + last) / (desks * (1 - load))


def intervals(horizon: float, rate: float, desks: int, *, is_fixed: bool = False, seeds: int = SEEDS, longer: int = 2):
    """Of the mean wait, from each of the seeds; the time is doubled at most so often."""
    for seed in range(seeds):
        for doubled in range(longer + 1):
            value = interval(horizon * 2**doubled, rate, desks, [seed, int(1000 * rate)], is_fixed=is_fixed)
            if value.reason is None:
                break
        yield value


def interval(horizon: float, rate: float, desks: int, seed: list[int], *, is_fixed: bool):
    come = numpy.cumsum(numpy.random.default_rng([*seed, 0]).exponential(1 / rate, int(rate * horizon * 1.02) + 1000))
    come = come[come < horizon]
    work = numpy.random.default_rng([*seed, 1]).exponential(1.0, len(come)) if not is_fixed else numpy.ones(len(come))
    waits = waits_of_one(come, work) if desks == 1 else waits_of_several(come, work, desks)
    spans = Spans.until(horizon, 0.0, 0.0)
    begins, counted = come[come >= spans.begin], waits[come >= spans.begin]
    return estimate(spans.sums(begins, counted), spans.sums(begins), len(counted), counted)


def share_held(found, truth: float) -> tuple[int, int]:
    """How many of the intervals hold the truth, and how many there are."""
    told = [one for one in found if one.reason is None]
    return sum(one.low <= truth <= one.high for one in told), len(told)


@pytest.mark.parametrize("time", ["exponential(1h)", "1h"])
@pytest.mark.parametrize("desks", [1, 3])
def test_the_clock_gives_the_waits_of_the_recursion(checked, time, desks):
    chain = model(checked, 0.9, time, desks)
    [flow], [resource] = chain.engagement.of(Flow), chain.engagement.of(Resource)
    place = Place(resource, None)
    way = Way(flow_model_of(flow), {"r": place}, None, 3, is_endless=False)
    world = World([way])
    world.run(5_000)
    assert world.finish(10**6)
    come, work = numpy.array(place.asked), numpy.array(place.work)
    expected = waits_of_several(come, work, desks)
    numpy.testing.assert_allclose(place.wait, expected, atol=1e-8)
    if desks == 1:
        numpy.testing.assert_allclose(place.wait, waits_of_one(come, work), atol=1e-8)
    lasted = dict(zip(way.begins, way.lasted, strict=True))
    numpy.testing.assert_allclose([lasted[begun] for begun in place.asked], numpy.array(place.wait) + work, atol=1e-8)


@pytest.mark.parametrize(("time", "factor"), [("exponential(1h)", 1.0), ("1h", 0.5)])
def test_intervals_hold_what_they_say_at_one_desk(checked, time, factor):
    """M/M/1 and M/D/1. Of 100 intervals of 95 %, 93 to 97 hold the truth in three of four times by chance alone, and
    fewer than 89 in one of a hundred; of 400, 93 to 97 % in fourteen of fifteen times."""
    together = 0
    for load in (0.5, 0.8, 0.9, 0.95):
        horizon = takes(model(checked, load, time), load)
        held, told = share_held(intervals(horizon, load, 1, is_fixed=factor < 1), factor * load / (1 - load))
        assert told == SEEDS
        assert held >= 89, load
        together += held
    assert 0.93 <= together / (4 * SEEDS) <= 0.97


@pytest.mark.parametrize("desks", [2, 5])
def test_intervals_hold_what_they_say_at_several_desks(checked, desks):
    horizon = takes(model(checked, 0.8, desks=desks), 0.8 * desks)
    held, told = share_held(intervals(horizon, 0.8 * desks, desks), erlang(desks, 0.8))
    assert told == SEEDS
    assert held >= 89


def test_from_end_to_end_at_nine_tenths(checked):
    """`benchmarks/queues.py` has a hundred: 95 held the truth."""
    chain = model(checked, 0.9)
    found = [queues(chain, "as-is", 10_000, seed).loads[0].wait for seed in range(1, 7)]
    held, told = share_held(found, 9.0)
    assert told == 6
    assert held >= 4  # fewer have a chance of one in five hundred


@pytest.mark.parametrize("load", [0.9, 0.95])
def test_spans_that_hang_together_are_told(load):
    """A run as long as that of a load of 0.5, or three times as long: the queue has changed a few times only."""
    for horizon in (10_000 / load, 30_000 / load):
        if horizon * (1 - load) ** 2 < 100:
            assert not any(one.reason is None for one in intervals(horizon, load, 1, seeds=40, longer=0))


def test_what_never_varies_has_no_width_and_too_few_cases_no_interval():
    same, spans = numpy.full(400, 2.0), numpy.full(400, 4.0)
    found = estimate(same, spans, 1_600)
    assert (found.mean, found.low, found.high, found.reason) == (0.5, 0.5, 0.5, None)
    assert estimate(same, spans, 99).reason is not None
    assert estimate(same[:5], spans[:5], 1_600).reason is not None
    assert estimate(numpy.zeros(400), numpy.zeros(400), 0).reason is not None


@pytest.mark.parametrize(
    ("horizon", "filling", "period"), [(5_000, 0, 0), (5_000, 900, 24), (90_000, 0, 168), (4_000, 0, 168)]
)
def test_spans_are_whole_periods_at_the_end_of_the_time(horizon, filling, period):
    spans = Spans.until(horizon, filling, period)
    assert spans.begin >= max(filling, horizon / 11) - 1e-6
    assert horizon - max(period, 1e-6) <= spans.end <= horizon + 1e-6
    assert spans.count % 10 == 0
    if period:
        assert spans.begin % period == spans.length % period == 0
