"""Times the schedule of projects and the course of indicators, and how they grow; prints tables in Markdown.

Projects have three dependencies each on average. For the course every indicator is estimated by a pair of flows of its
own that two measures change; projects deliver the measures one after the other, at as many dates as are asked for.
Growth is the ratio of two times divided by that of the sizes: 1.0 is linear.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from sevenstep.analysis.analyse import seed_of
from sevenstep.analysis.course.compute import course
from sevenstep.analysis.flow_metrics import metrics, probability_of_steps
from sevenstep.analysis.goal_attainment import goal_attainment
from sevenstep.analysis.programme.load import pool_loads, unit_loads
from sevenstep.analysis.programme.money import budget
from sevenstep.analysis.programme.schedule import schedule
from sevenstep.analysis.results import FlowMetrics
from sevenstep.chain.graph import Chain
from sevenstep.checking.load import load_and_check
from sevenstep.model.step7_flows import Flow

HEADER = "id: benchmark\ntitle: Benchmark\n"
START = date(2024, 1, 1)
CASES = 100

Result = TypeVar("Result")


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--projects", type=int, nargs="+", default=[250, 500, 1000, 2000])
    parser.add_argument("--dates", type=int, nargs="+", default=[10, 20, 40, 80])
    parser.add_argument("--indicators", type=int, default=100)
    options = parser.parse_args()
    _table("projects", options.projects, _programme)
    _table("dates", options.dates, lambda dates: _course(options.indicators, dates))


def _table(what: str, sizes: Iterable[int], measure: Callable[[int], dict[str, float]]) -> None:
    before: tuple[int, dict[str, float]] | None = None
    for size in sizes:
        found = measure(size)
        if before is None:
            print(f"| {what} | {' | '.join(found)} | growth |\n|{'---|' * (len(found) + 2)}")
        cells = [f"{seconds:.3f} s" for seconds in found.values()]
        whole, old = sum(found.values()), sum(before[1].values()) if before else 0.0
        growth = f"{whole / old / (size / before[0]):.2f}" if before else ""
        print(f"| {size} | {' | '.join(cells)} | {growth} |")
        before = size, found
    print()


def _programme(count: int) -> dict[str, float]:
    chance = random.Random(7)
    lines = ["pools:", "  people: {title: People, capacity: 9 people}", "projects:"]
    for number in range(count):
        after = sorted({chance.randrange(max(0, number - 50), number) for _ in range(3)}) if number else []
        start = START + timedelta(chance.randrange(2000))
        lines.append(
            f"  p{number}: {{title: P, start: {start}, end: {start + timedelta(chance.randrange(20, 200))},"
            f" after: [{', '.join(f'p{other}' for other in after)}], budget: {{year: {start.year}, amount: 9 CNY}},"
            " draws: {pool: people, amount: 1 people}}"
        )
    chain = _chain("\n".join(lines))
    found, seconds = _timed(lambda: schedule(chain))
    return {
        "schedule": seconds,
        "budget": _timed(lambda: budget(chain))[1],
        "loads": _timed(lambda: (pool_loads(chain, found), unit_loads(chain, found)))[1],
    }


def _course(indicators: int, dates: int) -> dict[str, float]:
    """Twice as many measures as indicators, in force at that many dates."""
    lines = ["goals:", "  G: {title: Goal}", "indicators:"]
    lines += [
        f"  i{one}: {{title: I, measures: G, unit: h, direction: decrease, targets: {{2024: 30 h, 2026: 20 h}}}}"
        for one in range(indicators)
    ]
    lines += ["items:", *(f"  it{one}: {{title: T}}" for one in range(indicators)), "flows:"]
    for one in range(indicators):
        for name, variant, first, second in (("a", "as-is", 10, 30), ("b", "to-be", 4, 12)):
            lines.append(
                f"  {name}{one}: {{title: F, details: it{one}, variant: {variant}, estimates: {{i{one}: lead_time}}, "
                f"steps: {{s: {{title: S, type: start, next: x}}, x: {{title: X, time: {first}h, next: y}}, "
                f"y: {{title: Y, time: {second}h, next: e}}, e: {{title: E, type: end}}}}}}"
            )
    lines.append("measures:")
    for one in range(indicators):
        lines.append(f"  m{one}: {{title: M, shapes: b{one}, changes: {{a{one}/x: {{time: 4h}}}}}}")
        lines.append(f"  n{one}: {{title: N, shapes: b{one}, changes: {{a{one}/y: {{time: 12h}}}}}}")
    lines.append("projects:")
    for number in range(dates):
        end = START + timedelta(30 * (number + 1))
        waves = ", ".join(
            f"{{date: {START + timedelta(30 * (wave + 1))}, share: {100 * (wave + 1) // dates}%}}"
            for wave in range(number + 1)
        )
        delivered = ", ".join(f"{kind}{one}" for one in range(indicators) for kind in "mn" if one % dates == number)
        lines.append(
            f"  p{number}: {{title: P, start: {START}, end: {end}, delivers: [{delivered}], rollout: [{waves}]}}"
        )
    chain = _chain("\n".join(lines))
    found: dict[str, FlowMetrics] = {}
    for flow in chain.engagement.of(Flow):
        one_flow = metrics(flow, CASES, seed_of(1, flow.id))
        assert isinstance(one_flow, FlowMetrics)
        found[flow.id] = one_flow
    attainment = goal_attainment(chain, found, lambda flow, steps: probability_of_steps(flow, steps, CASES, 1))
    result, seconds = _timed(
        lambda: course(
            chain,
            schedule(chain),
            found,
            lambda flow: metrics(flow, CASES, seed_of(1, flow.id)),
            lambda flow, steps: probability_of_steps(flow, steps, CASES, 1),
            attainment,
        )
    )
    assert result.evaluations <= 2 * indicators
    return {"course": seconds}


def _chain(text: str) -> Chain:
    with TemporaryDirectory() as folder:
        (Path(folder) / "engagement.yaml").write_text(HEADER + text + "\n", encoding="utf-8")
        chain = load_and_check(Path(folder)).chain
    assert chain is not None
    return chain


def _timed(compute: Callable[[], Result]) -> tuple[Result, float]:
    begin = time.perf_counter()
    found = compute()
    return found, time.perf_counter() - begin


if __name__ == "__main__":
    main()
