"""Times what is computed of places, links and routes, and how that grows with them; prints a table.

`grid` is a square of places joined to their neighbours, with as many routes across as its root; `line` is a chain of
places, in which nothing has another way. Beside it the time to read and check the same model. Growth is the ratio of
two times divided by that of the sizes: 1.0 is linear. Each route is searched again for each place and link that it
passes, so a longer route costs more, up to the limit in steps (`MOST_STEPS`), beyond which routes are told as
they are written.
"""

import time
from collections.abc import Callable, Iterator
from typing import Any

from sevenstep.analysis.transport.compute import transport
from sevenstep.checking.check import check
from sevenstep.source.files import SourceFile
from sevenstep.source.reader import read

SIZES = (64, 256, 1024)
LINK = "{{title: l, from: p{}, to: p{}, mode: rail, time: {} h, cost: 1 CNY, capacity: 9 TEU/d}}"


def main() -> None:
    """Compute each network in each size."""
    print("| network | places | links | read and checked in ms | computed in ms | growth | routes left out |")
    print("|---|---:|---:|---:|---:|---:|---|")
    for name, joins in (("grid", grid), ("line", line)):
        before = 0.0
        for size in SIZES:
            links = list(joins(size))
            text = model(size, links)
            checked, read_in = timed(lambda text=text: check([read(SourceFile("engagement.yaml", text))]))
            found, computed = timed(lambda checked=checked: transport(checked.chain))
            growth = computed / before / (SIZES[1] / SIZES[0]) if before else 1.0
            before = computed
            times = f"{read_in * 1000:.0f} | {computed * 1000:.0f} | {growth:.1f}"
            print(f"| {name} | {size} | {len(links)} | {times} | {'some' if found.left_out else 'none'} |")


def timed(act: Callable[[], Any]) -> tuple[Any, float]:
    """What comes of it, and the seconds of the processor that it takes."""
    begun = time.process_time()
    return act(), time.process_time() - begun


def grid(size: int) -> Iterator[tuple[int, int]]:
    side = round(size**0.5)
    for at in range(size):
        if at % side < side - 1:
            yield at, at + 1
        if at + side < size:
            yield at, at + side


def line(size: int) -> Iterator[tuple[int, int]]:
    yield from ((at, at + 1) for at in range(size - 1))


def model(size: int, links: list[tuple[int, int]]) -> str:
    """An engagement with these places and links, and as many routes as the root of their number."""
    side = round(size**0.5)
    places = "".join(f"  p{at}: {{title: p}}\n" for at in range(size))
    joined = "".join(f"  l{at}: {LINK.format(*ends, 1 + at % 5)}\n" for at, ends in enumerate(links))
    routes = "".join(f"  r{at}: {{title: r, from: p{at}, to: p{size - 1 - at}}}\n" for at in range(side // 2))
    return f"id: x\ntitle: X\nplaces:\n{places}links:\n{joined}routes:\n{routes}"


if __name__ == "__main__":
    main()
