"""Shows whether memory grows with each check or rebuild in one process: ``python benchmarks/memory.py FOLDER``.

A copy of the engagement changes a little each time and is checked anew, checked as ``--watch`` does it, or rebuilt as
``serve`` does it, with three pages read. The size after each tenth of the rounds is printed, and as a part of the size
after the tenth round: it should stay below 1.1 however many rounds there are.
"""

import argparse
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import sevenstep
from sevenstep.checking.check import Checked
from sevenstep.publishing.site.live import LiveSite, Theme

WAYS = ("check", "watch", "serve")


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--way", choices=WAYS, default="serve")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "model"
        shutil.copytree(options.folder, folder)
        once = way(options.way, folder, Path(scratch))
        tenth = 0.0
        for number in range(1, options.rounds + 1):
            text = f"goals:\n  memory-{number % 7}: {{title: Round {number}, horizon: 2027}}\n"
            (folder / "memory.yaml").write_text(text, encoding="utf-8")
            once()
            if number == 10:
                tenth = size()
            if number >= 10 and number % max(1, options.rounds // 10) == 0:
                print(f"{options.way} {number:>5} {size():>7.1f} MB {size() / tenth:.3f}", flush=True)


def way(name: str, folder: Path, scratch: Path) -> Callable[[], None]:
    """What is done in each round."""
    last: list[Checked] = []
    themes = {language: Theme(scratch / language) for language in ("zh", "en")}

    def check() -> None:
        checked = sevenstep.check(folder, previous=last[-1] if last and name != "check" else None)
        last[:] = [checked]
        if name == "serve":
            site = LiveSite(checked, folder, ("zh", "en"), themes)
            for path in ("index.html", "findings.html", "en/index.html"):
                site.read(path)

    return check


def size() -> float:
    """The memory that this process holds now, in MB (Linux)."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6


if __name__ == "__main__":
    main()
