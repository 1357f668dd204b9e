"""Times assessments and how they grow with factors, peers and dates; prints tables in Markdown.

Eight factors stand below each factor; the lowest have a value at every date and one of every peer. Timed are the
assessment (with ranks, gaps, what lifts the whole, how far weights may move), its sentences with those of every
factor's page, and its charts. Growth is the ratio of two times divided by that of the sizes: 1.0 is linear.
"""

import argparse
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from sevenstep.analysis.analyse import analysis_of
from sevenstep.analysis.assessment.assess import assess
from sevenstep.analysis.conclusions.assessment import assessment_conclusion, factor_conclusion
from sevenstep.chain.graph import Chain
from sevenstep.checking.load import load_and_check
from sevenstep.diagrams.charts.catalogue import charts
from sevenstep.model.frames.assessment import MOST_PEERS, Assessment
from sevenstep.model.frames.factor import Factor

BELOW = 8
HEADER = """\
id: benchmark
title: Benchmark
date: 2044
scales: {grade: {title: Grade, levels: [one, two, three, four, five]}}
"""

Result = TypeVar("Result")


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--factors", type=int, nargs="+", default=[250, 500, 1000, 2000])
    parser.add_argument("--peers", type=int, nargs="+", default=[15, 30, MOST_PEERS])
    parser.add_argument("--dates", type=int, nargs="+", default=[5, 10, 20])
    options = parser.parse_args()
    most = options.factors[-1]
    _table("factors", options.factors, lambda factors: _measured(factors, options.peers[-1], options.dates[-1]))
    _table("peers", options.peers, lambda peers: _measured(most, peers, options.dates[-1]))
    _table("dates", options.dates, lambda dates: _measured(most, options.peers[-1], dates))


def _table(what: str, sizes: Iterable[int], measure: Callable[[int], dict[str, float]]) -> None:
    before: tuple[int, dict[str, float]] | None = None
    for size in sizes:
        found = measure(size)
        if before is None:
            print(f"| {what} | {' | '.join(f'{name} | growth' for name in found)} |\n|{'---|' * (2 * len(found) + 1)}")
        cells = [
            f"{seconds:.3f} s | {seconds / before[1][name] / (size / before[0]):.2f}"
            if before
            else f"{seconds:.3f} s | "
            for name, seconds in found.items()
        ]
        print(f"| {size} | {' | '.join(cells)} |", flush=True)
        before = size, found
    print()


def _measured(factors: int, peers: int, dates: int) -> dict[str, float]:
    chain, read = _timed(lambda: _chain("\n".join(_lines(factors, peers, dates))))
    (assessment,) = chain.engagement.of(Assessment)
    found, seconds = _timed(lambda: assess(chain, assessment))
    assert found.now.good is not None and len(found.dates) == dates and len(found.factors) == factors
    analysis = analysis_of(chain)
    told = _timed(lambda: list(_sentences(chain, assessment)))[1]
    drawn = _timed(lambda: list(charts(chain, analysis, "en")))[1]
    return {"read and check": read, "assess": seconds, "sentences": told, "charts": drawn}


def _sentences(chain: Chain, assessment: Assessment) -> Iterator[object]:
    analysis = analysis_of(chain)
    yield assessment_conclusion(chain, analysis, assessment)
    yield from (factor_conclusion(chain, analysis, factor) for factor in chain.engagement.of(Factor))


def _lines(factors: int, peers: int, dates: int) -> Iterator[str]:
    told = ", ".join(f"p{number}: {{title: P, date: 2023}}" for number in range(peers))
    yield f"assessments: {{a: {{title: A, subject_name: X, scale: grade, radar: true, peers: {{{told}}}}}}}"
    yield "factors:"
    for number in range(factors):
        above = "assessment: a" if number < BELOW else f"parent: f{number // BELOW - 1}"
        if number * BELOW + BELOW < factors:
            yield f"  f{number}: {{title: F, {above}}}"
            continue
        values = ", ".join(f"{2024 + date}: {1 + (number + date) % 4}" for date in range(dates))
        others = ", ".join(f"p{peer}: {1 + (number * 7 + peer) % 5}" for peer in range(peers))
        yield (
            f"  f{number}: {{title: F, {above}, scale: grade, values: {{{values}}}, targets: {{2050: 5}}, "
            f"peers: {{{others}}}}}"
        )


def _chain(text: str) -> Chain:
    with TemporaryDirectory() as folder:
        (Path(folder) / "engagement.yaml").write_text(HEADER + text + "\n", encoding="utf-8")
        chain = load_and_check(Path(folder)).chain
    assert chain is not None
    return chain


def _timed(compute: Callable[[], Result]) -> tuple[Result, float]:
    begin = time.process_time()  # one process does it all: what else runs on the machine does not count
    found = compute()
    return found, time.process_time() - begin


if __name__ == "__main__":
    main()
