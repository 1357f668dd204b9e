"""Times the analysis of flows beside SimPy, in one run, and how it grows; prints tables in Markdown.

The flow has ten activities, a loop of rework and a parallel part. The same flow is written directly in SimPy, each case
a process, as one writes it by hand. The ratio of the two is what counts: both are cases a second, each the best of
several runs, and their mean lead times must agree. Growth is the ratio of two times divided by that of the sizes: 1.0
is linear. ``--profile`` shows where the time of the simulation goes.
"""

import argparse
import cProfile
import json
import pstats
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TypeVar

import simpy

from sevenstep import pipeline
from sevenstep.analysis.flow_metrics import metrics
from sevenstep.analysis.flow_metrics.flow_model import flow_model_of
from sevenstep.analysis.simulation.cases import simulate
from sevenstep.model.step7_flows import Flow

HEADER = "id: benchmark\ntitle: Benchmark\n"
BACK = 0.2
"""How likely a case goes back to the first activity."""
TIMES = [(5 + 3 * number, 15 + 4 * number) for number in range(10)]
"""Least and most minutes of work in each activity."""
WAITS = [(0.5 + 0.1 * number, 2 + 0.2 * number) for number in range(10)]
"""Least and most hours of waiting before each."""
CASES = (1_000, 10_000, 100_000, 1_000_000)
ACTIVITIES = (10, 30, 100, 300, 1000)

Result = TypeVar("Result")


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--simpy-cases", type=int, default=2_000)
    parser.add_argument("--flows", type=int, default=1_000)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    if options.profile:
        profile()
        return
    beside_simpy(options.simpy_cases)
    many_flows(options.flows)
    growth_with_cases()
    growth_with_activities()


# -- beside SimPy -----------------------------------------------------------------------


def beside_simpy(cases: int) -> None:
    """Cases a second of both, and their ratio."""
    model = flow_model_of(flow_of_ten())
    slow, by_hand = best(lambda: simpy_cases(cases, 1))
    print("| Cases | SimPy, cases/s | ours, cases/s | ratio | mean lead time, SimPy | ours |")
    print("|--:|--:|--:|--:|--:|--:|")
    for count in CASES:
        fast, ours = best(lambda count=count: simulate(model, count, 7))
        ratio = (count / fast) / (cases / slow)
        means = f"{statistics.fmean(by_hand):.2f} h | {float(ours.lead_time.mean()):.2f} h"
        print(f"| {count:,} | {cases / slow:,.0f} | {count / fast:,.0f} | {ratio:,.0f} | {means} |", flush=True)


def simpy_cases(count: int, seed: int) -> list[float]:
    """The lead times of cases in SimPy, in hours."""
    environment = simpy.Environment()
    chance = random.Random(seed)
    found: list[float] = []
    for _ in range(count):
        environment.process(case(environment, chance, found))
    environment.run()
    return found


def case(
    environment: simpy.Environment, chance: random.Random, found: list[float]
) -> Generator[simpy.Event, None, None]:
    """One case: three activities until nothing comes back, then two branches of two at once, then three."""
    begun = environment.now
    while True:
        for number in (0, 1, 2):
            yield from activity(environment, chance, number)
        if chance.random() >= BACK:
            break
    yield environment.process(branch(environment, chance, (3, 4))) & environment.process(
        branch(environment, chance, (5, 6))
    )
    for number in (7, 8, 9):
        yield from activity(environment, chance, number)
    found.append(environment.now - begun)


def branch(
    environment: simpy.Environment, chance: random.Random, numbers: tuple[int, ...]
) -> Generator[simpy.Event, None, None]:
    """Activities one after the other."""
    for number in numbers:
        yield from activity(environment, chance, number)


def activity(environment: simpy.Environment, chance: random.Random, number: int) -> Generator[simpy.Event, None, None]:
    """A wait, then work."""
    yield environment.timeout(chance.uniform(*WAITS[number]))
    yield environment.timeout(chance.uniform(*TIMES[number]) / 60)


def flow_of_ten() -> Flow:
    """The same flow in sevenstep."""
    steps: dict[str, object] = {"begin": {"title": "begin", "type": "start", "actor": "office"}}
    for number in range(10):
        steps[f"a{number}"] = written(number)
        if number == 2:
            chances = {"split": f"{1 - BACK:.0%}", "a0": f"{BACK:.0%}"}
            steps["check"] = {"title": "check", "type": "exclusive", "next": chances}
            steps["split"] = {"title": "split", "type": "parallel", "next": ["a3", "a5"]}
        if number in {4, 6}:
            steps[f"a{number}"] |= {"next": "join"}  # type: ignore[operator]
        if number == 6:
            steps["join"] = {"title": "join", "type": "parallel"}
    steps["end"] = {"title": "end", "type": "end"}
    return flows({"flow": steps})[0]


def written(number: int) -> dict[str, str]:
    """An activity as the model holds it."""
    (least, most), (short, long) = TIMES[number % 10], WAITS[number % 10]
    return {"title": f"a{number}", "time": f"{least}..{most} min", "wait": f"{short:g}..{long:g} h", "cost": "5 CNY"}


# -- many flows, and growth -------------------------------------------------------------


def many_flows(count: int) -> None:
    """The whole analysis of an engagement of that many flows."""
    steps = {name: fields(node) for name, node in flow_of_ten().steps.items()}
    with tempfile.TemporaryDirectory() as scratch:
        write(Path(scratch), {f"flow{number}": steps for number in range(count)})
        checked = pipeline.check(Path(scratch))
        print("\n| Flows | cases of each | seconds | ms a flow |\n|--:|--:|--:|--:|")
        for cases in (1_000, 10_000):
            seconds, found = best(lambda cases=cases: pipeline.analyse(checked, cases=cases), times=1)
            if len(found.metrics) != count:
                raise SystemExit(f"{len(found.metrics)} of {count} flows were analysed")
            print(f"| {count:,} | {cases:,} | {seconds:.2f} | {seconds / count * 1000:.1f} |", flush=True)


def fields(node: object) -> dict[str, object]:
    """A node as the model holds it."""
    name = node.name  # type: ignore[attr-defined]
    if name.startswith("a"):
        found = dict[str, object](written(int(name[1:])))
        return found | ({"next": "join"} if name in {"a4", "a6"} else {})
    nexts = {"check": {"split": f"{1 - BACK:.0%}", "a0": f"{BACK:.0%}"}, "split": ["a3", "a5"]}
    types = {"begin": "start", "check": "exclusive", "split": "parallel", "join": "parallel", "end": "end"}
    return {"title": name, "type": types[name], **({"next": nexts[name]} if name in nexts else {})}


def growth_with_cases() -> None:
    """Seconds of one flow with all its metrics."""
    flow = flow_of_ten()
    print("\n| Cases | seconds | growth |\n|--:|--:|--:|")
    grown([(cases, best(lambda cases=cases: metrics(flow, cases, 7))[0]) for cases in CASES])


def growth_with_activities() -> None:
    """Seconds of flows of loops and parallel parts in a row, with 10,000 cases each, from a model just read."""
    print("\n| Activities | seconds | growth |\n|--:|--:|--:|")
    grown([(count, min(fresh(row_of(count)) for _ in range(3))) for count in ACTIVITIES])


def fresh(steps: dict[str, object]) -> float:
    """Seconds of the metrics of a flow of which nothing is known yet."""
    [flow] = flows({"flow": steps})
    return best(lambda: metrics(flow, 10_000, 7), times=1)[0]


def row_of(count: int) -> dict[str, object]:
    """A flow of that many activities: every ten of them are the flow of ten."""
    steps: dict[str, object] = {"begin": {"title": "begin", "type": "start", "actor": "office"}}
    for part in range(count // 10):
        for name, node in flow_of_ten().steps.items():
            if node.type in {"start", "end"}:
                continue
            given = fields(node)
            if isinstance(given.get("next"), dict):
                given["next"] = {f"{target}-{part}": chance for target, chance in given["next"].items()}  # type: ignore[attr-defined]
            elif isinstance(given.get("next"), list):
                given["next"] = [f"{target}-{part}" for target in given["next"]]  # type: ignore[attr-defined]
            elif "next" in given:
                given["next"] = f"{given['next']}-{part}"
            steps[f"{name}-{part}"] = given
    steps["end"] = {"title": "end", "type": "end"}
    return steps


def grown(found: list[tuple[int, float]]) -> None:
    """The rows of a table of growth."""
    before: tuple[int, float] | None = None
    for size, seconds in found:
        growth = f"{seconds / before[1] / (size / before[0]):.2f}" if before else ""
        print(f"| {size:,} | {seconds:.3f} | {growth} |", flush=True)
        before = (size, seconds)


# -- the model, the clock ---------------------------------------------------------------


def write(folder: Path, steps: dict[str, dict[str, object]]) -> None:
    """An engagement of those flows."""
    listed = {name: {"title": name, "variant": "as-is", "steps": nodes} for name, nodes in steps.items()}
    model = {"actors": {"office": {"title": "Office", "type": "enterprise"}}, "flows": listed}
    sections = "".join(f"{name}: {json.dumps(elements)}\n" for name, elements in model.items())
    (folder / "engagement.yaml").write_text(HEADER + sections, encoding="utf-8")


def flows(steps: dict[str, dict[str, object]]) -> list[Flow]:
    """The flows as they are read from files."""
    with tempfile.TemporaryDirectory() as scratch:
        write(Path(scratch), steps)
        return list(pipeline.check(Path(scratch)).chain.engagement.of(Flow))


def best(run: Callable[[], Result], times: int = 3) -> tuple[float, Result]:
    """The shortest of several runs in seconds, and what it gave."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        result = run()
        found.append(time.perf_counter() - start)
    return min(found), result


def profile() -> None:
    """Where the time of the simulation goes."""
    model = flow_model_of(flow_of_ten())
    simulate(model, 1_000, 7)
    profiler = cProfile.Profile()
    profiler.runcall(simulate, model, 1_000_000, 7)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(15)


if __name__ == "__main__":
    main()
