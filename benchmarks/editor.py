"""Times what an editor waits for: completion, hover, definition, problems of a file and of the whole, by elements.

Measured inside one process, without the protocol: each question is asked at twenty places of a file that is being
typed in, a letter more each time, and the median and the worst are told in milliseconds. ``whole`` is the check of the
whole model after a change of one file, ``same`` tells whether it found what a check from nothing finds.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generate import generate

from sevenstep.checking.load import load_and_check
from sevenstep.lsp import completion, hints, hover, navigation
from sevenstep.lsp.open_engagement import OpenEngagement
from sevenstep.source.lines import lines_of

HEADS = ("elements", "open", "complete", "hover", "define", "refer", "hints", "quick", "whole", "same")
PLACES = 20


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=(1_000, 3_000, 10_000))
    options = parser.parse_args()
    print(" ".join(f"{head:>13}" for head in HEADS))
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as scratch:
            measure(Path(scratch) / "model", size)


def measure(folder: Path, size: int) -> None:
    """One line of the table."""
    elements = generate(size, folder, seed=1)
    engagement = OpenEngagement(folder)
    opening = timed(engagement.check)
    name = max(engagement.documents, key=lambda document: document.text.count("measures:")).name
    text = next(document.text for document in engagement.documents if document.name == name)
    lines = lines_of(text)
    places = [number for number, line in enumerate(lines, 1) if "measures:" in line][:: max(1, len(lines) // 400)]
    found: dict[str, list[float]] = {head: [] for head in HEADS}
    for count, line in enumerate(places[:PLACES]):
        column = lines[line - 1].index("measures:") + len("measures: [") + 2
        typed = text.replace("zh: ", f"zh: {'新' * count}", 1)
        engagement.type(name, typed)
        asked = (engagement, name, typed, line, column, "zh")
        found["quick"].append(timed(lambda: engagement.quick_problems(name)))
        found["complete"].append(timed(lambda asked=asked: completion.offers(*asked)))
        found["hover"].append(timed(lambda asked=asked: hover.told(*asked)))
        mention = navigation.mention_at(engagement, name, line, column)
        if mention is not None:
            element = mention.element
            found["define"].append(timed(lambda element=element: navigation.definition_of(engagement, element)))
            found["refer"].append(timed(lambda element=element: navigation.references_of(engagement, element)))
        found["hints"].append(timed(lambda line=line: list(hints.hints(engagement, name, line, line + 60, "zh"))))
    found["whole"].append(timed(engagement.check))
    (folder / name).write_text(engagement.typed[name], encoding="utf-8")
    fresh = load_and_check(folder)
    is_same = engagement.checked is not None and engagement.checked.found == fresh.found
    cells = [f"{elements}", f"{opening:.0f}", *(cell(found[head]) for head in HEADS[2:-1]), "yes" if is_same else "NO"]
    print(" ".join(f"{one:>13}" for one in cells), flush=True)


def timed(work: Callable[[], Any]) -> float:
    """How many milliseconds the work takes."""
    start = time.perf_counter()
    work()
    return 1_000 * (time.perf_counter() - start)


def cell(times: list[float]) -> str:
    """The median and the worst."""
    return f"{statistics.median(times):.0f} ({max(times):.0f})" if times else "-"


if __name__ == "__main__":
    main()
