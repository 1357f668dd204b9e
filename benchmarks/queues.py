"""How often the intervals of mean waits hold the truth, and what that costs; prints a table in Markdown.

Queues whose mean wait is known by theory (Erlang for M/M/c; Pollaczek and Khinchine for M/D/1) are simulated from many
seeds by the code that `sevenstep analyse` runs. An interval of 95 % should hold the truth in 95 of 100 runs; by chance
alone 93 to 97 of 100 have a share of 77 %, so take more seeds to see more. ``--clock`` instead times our clock beside
the same queue in SimPy, each case a process.
"""

import argparse
import math
import statistics
import tempfile
import time
from collections.abc import Generator
from pathlib import Path

import numpy
import simpy

from sevenstep import pipeline
from sevenstep.analysis.simulation.queues import queues
from sevenstep.chain.graph import Chain

LOADS = (0.5, 0.8, 0.9, 0.95)


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=100)
    parser.add_argument("--loads", type=float, nargs="*", default=LOADS)
    parser.add_argument("--desks", type=int, nargs="*", default=(1, 2, 5, 20))
    parser.add_argument("--clock", action="store_true")
    options = parser.parse_args()
    if options.clock:
        clock(100_000)
        return
    print("| Queue | load | truth, h | held | too short | half width | cases | s a run |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for load in options.loads:
        for desks in options.desks:
            row(f"M/M/{desks}", load, desks, f"exponential({desks}h)", erlang(desks, load), options.seeds)
        row("M/D/1", load, 1, "1h", load / (2 * (1 - load)), options.seeds)


def row(name: str, load: float, desks: int, work: str, truth: float, seeds: int) -> None:
    """One queue from many seeds; work is so long that a case comes every hour by the load."""
    chain = model(load, desks, work)
    begun = time.process_time()
    found = [queues(chain, "as-is", 10_000, seed) for seed in range(1, seeds + 1)]
    seconds = (time.process_time() - begun) / seeds
    waits = [one.loads[0].wait for one in found if one is not None]
    told = [one for one in waits if one.reason is None]
    held = sum(one.low <= truth <= one.high for one in told)
    wide = statistics.fmean((one.high - one.low) / 2 / truth for one in told) if told else math.nan
    cases = statistics.fmean(one.cases for one in found if one is not None)
    print(
        f"| {name} | {load:g} | {truth:.3f} | {held} of {len(told)} | {len(waits) - len(told)} | ± {wide:.1%} "
        f"| {cases:,.0f} | {seconds:.2f} |",
        flush=True,
    )


def model(load: float, desks: int, work: str) -> Chain:
    """One activity that needs one resource."""
    text = f"""
        id: queue
        title: Queue
        actors: {{a: {{title: A, type: operator}}}}
        resources: {{r: {{title: R, actor: a, capacity: {desks}}}}}
        flows:
          f:
            title: F
            variant: as-is
            arrivals: {load}/h
            steps:
              s: {{title: s, type: start, actor: a}}
              w: {{title: w, time: "{work}", resources: r, mode: manual}}
              e: {{title: e, type: end}}
    """
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / "engagement.yaml").write_text("\n".join(line[8:] for line in text.splitlines()), "utf-8")
        return pipeline.check(Path(scratch)).chain


def erlang(desks: int, load: float) -> float:
    """The mean wait in M/M/c, where a case comes every 1 / load hours and takes as many hours as there are desks."""
    work = desks * load
    last = work**desks / math.factorial(desks) / (1 - load)
    waits = last / (sum(work**k / math.factorial(k) for k in range(desks)) + last)
    return waits * desks / (desks * (1 - load))


# -- the clock beside SimPy ---------------------------------------------------------------


def clock(count: int) -> None:
    """Cases a second in M/M/1 at a load of 0.9, of both."""
    random = numpy.random.default_rng(1)
    gaps, works = random.exponential(1 / 0.9, count).tolist(), random.exponential(1.0, count).tolist()
    begun = time.process_time()
    by_hand = simpy_waits(gaps, works)
    slow = time.process_time() - begun
    chain = model(0.9, 1, "exponential(1h)")
    queues(chain, "as-is", 1_000, 1)
    begun = time.process_time()
    found = queues(chain, "as-is", 10_000, 2)
    fast = time.process_time() - begun
    if found is None:
        raise SystemExit("nothing was simulated")
    print("| | cases | cases/s |\n|---|--:|--:|")
    print(f"| SimPy | {len(by_hand):,} | {count / slow:,.0f} |")
    print(f"| ours, with all its results | {found.cases:,} | {found.cases / fast:,.0f} |")
    print(f"\nratio {found.cases / fast / (count / slow):.1f}")


def simpy_waits(gaps: list[float], works: list[float]) -> list[float]:
    """The waits of cases at one desk in SimPy."""
    environment = simpy.Environment()
    desk = simpy.Resource(environment, 1)
    waits: list[float] = []

    def case(work: float) -> Generator[simpy.Event, None, None]:
        asked = environment.now
        with desk.request() as request:
            yield request
            waits.append(environment.now - asked)
            yield environment.timeout(work)

    def arrivals() -> Generator[simpy.Event, None, None]:
        for gap, work in zip(gaps, works, strict=True):
            yield environment.timeout(gap)
            environment.process(case(work))

    environment.process(arrivals())
    environment.run()
    return waits


if __name__ == "__main__":
    main()
