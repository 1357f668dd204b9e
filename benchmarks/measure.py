"""Times the commands on engagements of growing size, and prints how the cost grows.

Growth between two sizes is the ratio of the times divided by the ratio of the elements: 1.0 is linear.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from generate import generate

SIZES = (300, 1_000, 3_000, 10_000)
COMMANDS = ("check", "draw", "build")


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--commands", nargs="+", choices=COMMANDS, default=COMMANDS)
    options = parser.parse_args()
    print(f"start-up (--help): {seconds(['--help']):.2f} s")
    with tempfile.TemporaryDirectory() as scratch:
        measure(Path(scratch), options.sizes, options.commands)


def measure(scratch: Path, sizes: Sequence[int], commands: Sequence[str]) -> None:
    """Time every command at every size and print a line each."""
    print(f"{'command':8} {'elements':>9} {'seconds':>9} {'ms/element':>11} {'growth':>7}  files written")
    engagements = {size: scratch / f"engagement-{size}" for size in sizes}
    elements = {size: generate(size, folder, seed=1) for size, folder in engagements.items()}
    for command in commands:
        before: tuple[int, float] | None = None
        for size, folder in engagements.items():
            out = scratch / f"{command}-{size}"
            taken = seconds([command, str(folder), *(["--out", str(out)] if command != "check" else [])])
            count = elements[size]
            growth = f"{taken / before[1] / (count / before[0]):.2f}" if before else ""
            files = sum(1 for path in out.rglob("*") if path.is_file()) if out.exists() else 0
            each = 1000 * taken / count
            print(f"{command:8} {count:>9} {taken:>9.2f} {each:>11.2f} {growth:>7}  {files or ''}", flush=True)
            before = (count, taken)


def seconds(arguments: list[str]) -> float:
    """Wall-clock seconds of one run of the command line, as a process of its own; an error of the run ends all."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "sevenstep", *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
