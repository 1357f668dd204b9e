"""Times the check beside the plain way, in one run: seconds, ratio, growth and memory at growing sizes.

``plain`` is plain.py on the same files. ``cold`` is ``sevenstep check`` as a process of its own with all rules;
``ours`` is its part of plain's time. ``second`` is a check in the process of the first one, after one file of many has
changed (what ``--watch`` and ``serve`` do), as part of the first. Growth is the ratio of two times divided by that of
the elements: 1.0 is linear.
"""

import argparse
import gc
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generate import generate

SIZES = (1_000, 3_000, 10_000)
PLAIN = Path(__file__).with_name("plain.py")


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--second", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.second is not None:
        print(*first_and_second(options.second))
        return
    print(
        f"python -c pass {run(['-c', 'pass'])[0]:.3f} s, sevenstep --help {run(['-m', 'sevenstep', '--help'])[0]:.3f} s"
    )
    heads = f"{'elements':>9} {'MB':>6} {'plain':>7} {'cold':>7} {'ours':>6} {'growth':>7} {'memory':>8}"
    print(f"{heads} {'second':>7} {'of first':>9}")
    before: tuple[int, float] | None = None
    with tempfile.TemporaryDirectory() as scratch:
        for size in options.sizes:
            folder = Path(scratch) / str(size)
            count = generate(size, folder)
            megabytes = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
            plain, _ = best([str(PLAIN), str(folder)])
            cold, memory = best(["-m", "sevenstep", "check", str(folder)])
            first, second = second_check(folder)
            growth = f"{cold / before[1] / (count / before[0]):.2f}" if before else ""
            print(
                f"{count:>9} {megabytes:>6.1f} {plain:>7.2f} {cold:>7.2f} {cold / plain:>6.2f} {growth:>7} "
                f"{memory:>5.0f} MB {second:>7.2f} {second / first:>9.2f}",
                flush=True,
            )
            before = (count, cold)


def best(arguments: list[str], times: int = 3) -> tuple[float, float]:
    """The shortest of several runs, and its memory."""
    return min(run(arguments) for _ in range(times))


def run(arguments: list[str]) -> tuple[float, float]:
    """Seconds and, where the system tells, megabytes at the peak of one process; an error of it ends all."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)
    if not hasattr(os, "wait4"):
        code, megabytes = process.wait(), float("nan")
    else:
        _, status, usage = os.wait4(process.pid, 0)
        code, megabytes = os.waitstatus_to_exitcode(status), usage.ru_maxrss / 1024
        process.returncode = code
    if code:
        raise SystemExit(f"{' '.join(arguments)} ended with {code}")
    return time.perf_counter() - start, megabytes


def second_check(folder: Path) -> tuple[float, float]:
    """Seconds of a first check in a fresh process, loading of code included, and of a second one in the same."""
    command = [sys.executable, str(Path(__file__)), "--second", str(folder)]
    first, second = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(first), float(second)


def first_and_second(folder: Path) -> tuple[float, float]:
    """The same, measured in this process."""
    start = time.perf_counter()
    from sevenstep import pipeline

    checked = pipeline.check(folder)
    first = time.perf_counter() - start
    gc.collect()
    changed = next(folder.glob("items-*.yaml"))
    changed.write_text(changed.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    start = time.perf_counter()
    pipeline.check(folder, previous=checked)
    return first, time.perf_counter() - start


if __name__ == "__main__":
    main()
