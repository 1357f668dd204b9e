"""Times the building of sites beside plain MkDocs, and prints ratios of what was measured in this one run.

Beside ours stands MkDocs with Material over as many hand-written Markdown pages (text, a list, a table, links), kept
out of the navigation, with the theme's search. Ours is built by the command line, all languages, pictures included;
what of it goes into pictures is measured apart. Plain, ours and ours again after one title has changed take turns, as
often as there are `--rounds`; medians are told, so what else the machine does weighs on all of them alike.

A ratio per page below 1 is faster than plain MkDocs: `ratio` by the clock, `cpu` by seconds of processors (ours runs on
all of them, plain on one). Growth of 1 is linear. As parts of the full build: ``again`` is the second build by the
clock, ``again-cpu`` the same in seconds of processors, ``one`` a build of one language (half of the pages), ``preview``
the time from a changed element to its page in ``sevenstep serve``.
"""

import argparse
import logging
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from generate import generate

from sevenstep import pipeline

SIZES = (300, 1_000, 3_000, 10_000)
HEADS = (
    "elements", "pages", "seconds", "cpu-s", "growth", "plain", "ratio", "cpu", "no-pics", "again", "again-cpu", "one",
    "preview", "MB", "RAM-MB",
)  # fmt: skip


class Run(NamedTuple):
    """What a command took: seconds by the clock and of processors, and the most memory of one process in MB."""

    seconds: float
    processors: float
    memory: float


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    print(" ".join(f"{head:>9}" for head in HEADS))
    before: tuple[int, float] | None = None
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as scratch:
            before = measure(Path(scratch), size, options.rounds, before)


def measure(scratch: Path, size: int, rounds: int, before: tuple[int, float] | None) -> tuple[int, float]:
    """One line of the table; the elements and the seconds of processors of our build."""
    model, site = scratch / "model", scratch / "site"
    elements = generate(size, model, seed=1)
    runs: dict[str, list[Run]] = {"plain": [], "ours": [], "again": []}
    for number in range(rounds):
        shutil.rmtree(site, ignore_errors=True)
        runs["ours"].append(timed(building(model, site)))
        pages = sum(1 for _ in site.rglob("*.html"))
        change_title(model, number)
        runs["again"].append(timed(building(model, site)))
        if not number:
            write_plain(scratch / "plain", pages)
        runs["plain"].append(timed([sys.executable, str(Path(__file__)), "--plain", str(scratch / "plain")]))
    ours, again, plain = (median(runs[name]) for name in ("ours", "again", "plain"))
    weight = sum(path.stat().st_size for path in site.rglob("*") if path.is_file()) / 1e6
    growth = f"{ours.processors / before[1] / (elements / before[0]):.2f}" if before else ""
    pictures = picture_seconds(model)
    cells = (
        f"{elements}", f"{pages}", f"{ours.seconds:.1f}", f"{ours.processors:.1f}", growth, f"{plain.seconds:.1f}",
        f"{ours.seconds / plain.seconds:.2f}", f"{ours.processors / plain.processors:.2f}",
        f"{max(0.0, ours.seconds - pictures) / plain.seconds:.2f}",
        f"{again.seconds / ours.seconds:.2f}", f"{again.processors / ours.processors:.2f}",
        f"{one_language_seconds(model, scratch) / ours.seconds:.2f}",
        f"{preview_seconds(model, scratch) / ours.seconds:.3f}", f"{weight:.0f}", f"{ours.memory:.0f}",
    )  # fmt: skip
    print(" ".join(f"{cell:>9}" for cell in cells), flush=True)
    return elements, ours.processors


def building(model: Path, site: Path) -> list[str]:
    """The command that builds the site."""
    return [sys.executable, "-m", "sevenstep", "build", str(model), "--out", str(site)]


def change_title(model: Path, number: int) -> None:
    """Change the title of the first goal."""
    goals = file_of_goals(model)
    goals.write_text(goals.read_text(encoding="utf-8").replace("zh: ", f"zh: {number}另", 1), encoding="utf-8")


def median(runs: list[Run]) -> Run:
    """The median of each of the figures."""
    return Run(*map(statistics.median, zip(*runs, strict=True)))


def timed(command: list[str]) -> Run:
    """What the command and its helpers took (seconds of processors, and memory, where the system tells)."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    processors = memory = 0.0
    if not hasattr(os, "wait4"):
        code = process.wait()
    else:
        _, status, usage = os.wait4(process.pid, 0)
        code, memory = os.waitstatus_to_exitcode(status), usage.ru_maxrss / 1024
        processors = usage.ru_utime + usage.ru_stime
    if code:
        raise SystemExit(f"failed: {command}")
    return Run(time.perf_counter() - start, processors, memory)


def file_of_goals(model: Path) -> Path:
    """The file whose first title is changed."""
    return next(path for path in sorted(model.rglob("*.yaml")) if "\ngoals:" in "\n" + path.read_text(encoding="utf-8"))


def one_language_seconds(model: Path, scratch: Path) -> float:
    """How long a fresh build in one language takes, on all cores."""
    copied = scratch / "one" / "model"
    shutil.copytree(model, copied)
    header = copied / "engagement.yaml"
    text = header.read_text(encoding="utf-8")
    header.write_text(text.replace("languages: [zh, en]", "languages: [zh]"), encoding="utf-8")
    return timed(building(copied, scratch / "one" / "site")).seconds


def picture_seconds(model: Path) -> float:
    """How long the pictures and charts of one language take; the other's are drawn beside them."""
    from sevenstep.analysis.analyse import analysis_of
    from sevenstep.publishing.figures import figures

    chain = pipeline.check(model).chain
    analysis_of(chain)
    start = time.perf_counter()
    figures(chain, "zh", None, lambda _done, _total: None)
    return time.perf_counter() - start


def preview_seconds(model: Path, scratch: Path) -> float:
    """How long it takes from a changed title to its page in the live preview: checked, analysed, written."""
    from sevenstep.publishing.site.live import LiveSite, Theme

    themes = {"zh": Theme(scratch / "theme")}
    checked = pipeline.check(model)
    file = file_of_goals(model)
    page = f"goals/{next(key for key, one in checked.chain.elements.items() if one.KIND.name == 'goal')}.html"
    LiveSite(checked, model, ("zh",), themes).read(page)
    file.write_text(file.read_text(encoding="utf-8").replace("zh: ", "zh: 新", 1), encoding="utf-8")
    start = time.perf_counter()
    site = LiveSite(pipeline.check(model, previous=checked), model, ("zh",), themes)
    assert site.read(page)
    return time.perf_counter() - start


SENTENCES = (
    "The booking desk confirms the slot by telephone and enters the order a second time.",
    "订舱员电话确认舱位，并把订单再录入一次，等待船公司回复。",
    "Waiting for the answer takes longer than all work on the order together.",
    "报关单与提单的数据由人工核对，差错在放行之后才发现。",
)


def write_plain(folder: Path, pages: int) -> None:
    """A project of as many pages as a person would write them: a third of a screen of text, a list and a table each."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for number in range(pages):
        text = " ".join(SENTENCES[(number + one) % len(SENTENCES)] for one in range(12))
        links = "\n".join(f"- [Page {(number + one) % pages}](page{(number + one) % pages}.md)" for one in range(1, 9))
        rows = "\n".join(f"| {one} | {SENTENCES[one % 4]} | {one * 7} min |" for one in range(8))
        table = f"| # | What | Time |\n|---|---|---|\n{rows}"
        body = f"# Page {number}\n\n{text}\n\n## Links\n\n{links}\n\n## Steps\n\n{table}\n"
        (docs / f"page{number}.md").write_text(body, encoding="utf-8")
    (docs / "index.md").write_text("# Start\n", encoding="utf-8")
    settings = """site_name: Plain
use_directory_urls: false
theme: {name: material, font: false}
nav: [index.md]
not_in_nav: "page*.md"
plugins: [{search: {lang: [zh, en]}}]
"""
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")


def build_plain(folder: Path) -> None:
    """Build the plain project."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    logging.disable()
    build(load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site")))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--plain"]:
        build_plain(Path(sys.argv[2]))
    else:
        main()
