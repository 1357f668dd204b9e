"""Measures how pictures are laid out: crossings, lines through cards, length, area, the engine's time.

Pictures that bring their places (`neato -n2` writes them) are given to dot as well, without their places: the same
cards, frames and lines. `dot` is free to rank; with `columns` each card stays in the column that it has with us, below
its heading. Flows keep their lanes in both: a frame for each, its head at the left, nodes ranked from left to right. A
crossing is one of two lines that share no end. `--out FOLDER` writes what is compared as PNG, to be looked at.
"""

import argparse
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import numpy as np

from sevenstep import pipeline
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import TRACE
from sevenstep.diagrams.output import dot, svg
from sevenstep.diagrams.output.dot_text import dot as written
from sevenstep.diagrams.output.engine import find_engine
from sevenstep.diagrams.output.picture import Picture
from sevenstep.diagrams.output.png import to_png
from sevenstep.diagrams.pictures import catalogue
from sevenstep.diagrams.scene import Before, Edge, Frame, Label, Node, Part, Ranks, SameRank, Scene
from sevenstep.language import Language

PLOTS = {"priority"}
"""Pictures whose places are values: nothing could lay them out otherwise."""
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
SAMPLES = 6
"""Straight pieces that a curve is measured by."""
TRACES = 24
"""Every so many elements, a trace is measured."""


@dataclass(frozen=True)
class Measures:
    """What can be counted of a picture."""

    crossings: int
    through: int
    length: float
    area: float
    milliseconds: float


def main() -> None:
    """Compare the pictures of every model that is named, and print a line for each kind of picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, help="write what is compared as PNG, to be looked at")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh")
    options = parser.parse_args()
    print("| model | picture | n | layout | crossings | through cards | length, 1000 px | area, Mpx | ms |")
    print("|---|---|--:|---|--:|--:|--:|--:|--:|")
    for model in options.models:
        compare(pipeline.check(model).chain, model.name, options.lang, options.out)


def compare(chain: Chain, model: str, language: Language, out: Path | None) -> None:
    """Measure every picture in each way; print the means of each kind."""
    found: dict[str, dict[str, list[Measures]]] = defaultdict(lambda: defaultdict(list))
    for name in (*catalogue.names(chain), *traces(chain)):
        scene = catalogue.draw(chain, name, language, lambda _element: None)
        if name in PLOTS:
            continue
        for way, laid in ways(scene):
            drawn = rendered(laid)
            if drawn is None:
                print(f"{name}: {way} failed")
                continue
            picture, milliseconds = drawn
            found[name.partition("/")[0] + "/…" * ("/" in name)][way].append(measured(picture, milliseconds))
            if out is not None and scene.ranks is None:
                file = out / model / f"{name.replace('/', '~')}.{way.rpartition(' ')[2]}.png"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(to_png(picture))
    for kind, by_way in found.items():
        for way, all_of in by_way.items():
            print(f"| {model} | {kind} | {len(all_of)} | {way} | {row(all_of)} |", flush=True)


def traces(chain: Chain) -> Iterator[str]:
    """The traces of a few elements."""
    traced = [element for element in chain.elements.values() if TRACE.has(chain, element)]
    yield from (TRACE.name(element) for element in traced[::TRACES])


def row(measures: list[Measures]) -> str:
    """The means."""
    count = len(measures)
    sums = {name: sum(getattr(one, name) for one in measures) / count for name in Measures.__dataclass_fields__}
    return (
        f"{sums['crossings']:.1f} | {sums['through']:.1f} | {sums['length'] / 1000:.1f} | "
        f"{sums['area'] / 1e6:.2f} | {sums['milliseconds']:.0f}"
    )


def ways(scene: Scene) -> Iterator[tuple[str, Scene]]:
    """The scene as it is, and without its places."""
    if scene.ranks is not None:
        yield "as drawn: dot", scene
        return
    yield "as drawn: ours", scene
    if any(isinstance(part, Frame) for part in scene.content):
        yield "dot", in_lanes(scene)
    else:
        yield "dot", without_places(scene, in_columns=False)
        yield "columns", without_places(scene, in_columns=True)


def without_places(scene: Scene, *, in_columns: bool) -> Scene:
    """The cards and lines of the scene, ranked by dot; with the headings where they stand over columns."""
    nodes = [part for part in scene.content if isinstance(part, Node) and part.at is not None]
    heads = [node for node in nodes if "step-head" in node.classes]
    columns: dict[float, list[Node]] = defaultdict(list)
    for node in nodes:
        if node not in heads:
            columns[round(node.at[0])].append(node)
    content = [bare(part) for part in scene.content if in_columns or part not in heads]
    if in_columns:
        tops = []
        for number, x in enumerate(sorted(columns)):
            cards = columns[x]
            head = next((head for head in heads if abs(left_of(cards) - left_of([head])) < 1), None)
            top = head.name if head is not None else f"top{number}"
            content += [] if head is not None else [Node(top, Label(), "step-head")]
            content += [SameRank((top, *(card.name for card in cards)))]
            content += [Before(top, card.name, 1) for card in cards]
            tops.append(top)
        content += [Before(one, other, 100) for one, other in pairwise(tops)]
    return replace(scene, ranks=Ranks("LR", 0.7, 0.17), content=tuple(content))


def left_of(cards: Iterable[Node]) -> float:
    """Where the widest of some cards begins."""
    return min(card.at[0] - card.label.width / 2 for card in cards if card.at is not None)


def bare(part: Part) -> Part:
    """The part without its place."""
    if isinstance(part, Node):
        return replace(part, at=None)
    if isinstance(part, Edge):
        return replace(part, curve=None, label_at=None)
    return part


def in_lanes(scene: Scene) -> Scene:
    """A flow ranked by dot: a frame for each lane, its head first in it, the heads below one another."""
    content: list[Part] = []
    heads: list[str] = []
    for part in scene.content:
        if not isinstance(part, Frame):
            content.append(bare(part))
            continue
        inside = list(named_below(part.content))
        heads.append(inside[0].name)
        content.append(replace(part, content=tuple(inside), box=None))
        content += [Before(inside[0].name, node.name, 0) for node in inside[1:]]
    content.append(SameRank(tuple(heads)))
    content += [Before(upper, lower, 100) for upper, lower in pairwise(heads)]
    return replace(scene, ranks=Ranks("LR", 0.45, 0.25, new_rank=True), content=tuple(content))


def named_below(content: Iterable[Part]) -> Iterator[Node]:
    """The nodes of a lane without places; what stands below a symbol becomes a part of its node."""
    waiting: Node | None = None
    for part in content:
        if not isinstance(part, Node):
            continue
        if part.classes == "caption" and waiting is not None:
            label = replace(waiting.label, rows=(*waiting.label.rows, *part.label.rows))
            waiting = replace(waiting, label=label)
            continue
        if waiting is not None:
            yield waiting
        waiting = replace(part, at=None)
    if waiting is not None:
        yield waiting


def rendered(scene: Scene) -> tuple[Picture, float] | None:
    """The picture, and the engine's time in milliseconds; None where it is not laid out in time."""
    program, text = find_engine(), written(scene)
    begun = time.perf_counter()
    try:
        raw = dot.lay_out(text, program, placed=scene.ranks is None)
    except Exception as error:
        print(f"{scene.name}: {type(error).__name__}")
        return None
    milliseconds = (time.perf_counter() - begun) * 1000
    return svg.filtered(raw, scene.name, scene.title.for_language(scene.language), scene.language), milliseconds


def measured(picture: Picture, milliseconds: float) -> Measures:
    """Count what can be counted."""
    root = ElementTree.fromstring(f"<svg>{picture.content}</svg>")
    boxes: dict[str, tuple[float, float, float, float]] = {}
    lines: list[tuple[str, str, np.ndarray]] = []
    for group in root.iter("g"):
        classes = (group.get("class") or "").split()
        if (name := group.get("data-node")) and (box := box_of(group)) and "step-head" not in classes:
            boxes[name] = box
        if (start := group.get("data-from")) and (end := group.get("data-to")):
            paths = (path for path in group.iter("path") if path.get("class") == "wire")
            lines += [(start, end, points_of(path.get("d") or "")) for path in paths]
    length = sum(float(np.hypot(*np.diff(points, axis=0).T).sum()) for _, _, points in lines)
    return Measures(
        sum(crossings(lines)), sum(through(lines, boxes)), length, picture.width * picture.height, milliseconds
    )


def box_of(group: ElementTree.Element) -> tuple[float, float, float, float] | None:
    """The box of a node's shape; None for a node of words only."""
    for part in group.iter():
        if "shape" not in (part.get("class") or "").split():
            continue
        if part.tag in {"polygon", "path"}:
            numbers = [float(number) for number in NUMBER.findall(part.get("points") or part.get("d") or "")]
            return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])
        if part.tag in {"circle", "ellipse"}:
            x, y = float(part.get("cx", 0)), float(part.get("cy", 0))
            wide = float(part.get("rx") or part.get("r") or 0)
            high = float(part.get("ry") or part.get("r") or 0)
            return x - wide, y - high, x + wide, y + high
    return None


def points_of(path: str) -> np.ndarray:
    """Points along a path of cubic curves."""
    numbers = np.array([float(number) for number in NUMBER.findall(path)]).reshape(-1, 2)
    found = [numbers[0]]
    share = (np.arange(1, SAMPLES + 1) / SAMPLES)[:, None]
    for at in range(1, len(numbers) - 2, 3):
        start, one, other, end = found[-1], *numbers[at : at + 3]
        rest = 1 - share
        found.extend(rest**3 * start + 3 * rest**2 * share * one + 3 * rest * share**2 * other + share**3 * end)
    return np.array(found)


def crossings(lines: list[tuple[str, str, np.ndarray]]) -> Iterator[int]:
    """How often each two lines without a common end cross."""
    for at, (start, end, one) in enumerate(lines):
        for other_start, other_end, other in lines[at + 1 :]:
            if not {start, end} & {other_start, other_end} and overlap(one, other):
                yield crossing(one, other)


def overlap(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether their boxes do."""
    return bool((one.min(0) <= other.max(0)).all() and (other.min(0) <= one.max(0)).all())


def crossing(one: np.ndarray, other: np.ndarray) -> int:
    """How many pieces of the one properly cross pieces of the other."""
    a, b = one[:-1, None], one[1:, None]
    c, d = other[None, :-1], other[None, 1:]
    sides = side(a, b, c) * side(a, b, d) < 0
    return int((sides & (side(c, d, a) * side(c, d, b) < 0)).sum())


def side(a: np.ndarray, b: np.ndarray, c: np.ndarray) -> np.ndarray:
    """On which side of the line from a to b the point c lies."""
    return np.sign(
        (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (c[..., 0] - a[..., 0])
    )


def through(
    lines: list[tuple[str, str, np.ndarray]], boxes: dict[str, tuple[float, float, float, float]]
) -> Iterator[bool]:
    """Whether each line runs through each card that is none of its ends."""
    for start, end, points in lines:
        for name, (left, top, right, bottom) in boxes.items():
            if name not in {start, end}:
                x, y = points[:, 0], points[:, 1]
                yield bool(((x > left + 2) & (x < right - 2) & (y > top + 2) & (y < bottom - 2)).any())


if __name__ == "__main__":
    main()
