"""Pictures as files, in each format."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from sevenstep.diagrams.output.dot import Rendered, RenderFailed, failed, render
from sevenstep.diagrams.output.dot_text import dot
from sevenstep.diagrams.output.engine import EngineName
from sevenstep.diagrams.output.picture import standalone
from sevenstep.diagrams.output.png import to_png
from sevenstep.diagrams.scene import Scene
from sevenstep.failure import Failure

Format = Literal["svg", "dot", "png"]


@dataclass(frozen=True, slots=True)
class File:
    """The content of a picture's file."""

    scene: Scene
    content: bytes


def files(
    scenes: Iterable[Scene], format: Format, engine: EngineName | None = None, font: Path | None = None
) -> Iterator[File | RenderFailed]:
    """Each scene as a file, in the order given: DOT is what the engine reads, SVG brings its style, PNG is an image.

    `font` is a font file for PNG. Raises EngineMissing where no engine is found, and FontMissing where a PNG needs one.
    """
    if format == "dot":
        yield from (File(scene, dot(scene).encode("utf-8")) for scene in scenes)
        return
    rendered = render(scenes, engine)
    if format == "svg":
        yield from map(_svg, rendered)
        return
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        yield from pool.map(partial(_png, font=font), rendered)


def _svg(rendered: Rendered | RenderFailed) -> File | RenderFailed:
    if isinstance(rendered, RenderFailed):
        return rendered
    return File(rendered.scene, standalone(rendered.picture).encode("utf-8"))


def _png(rendered: Rendered | RenderFailed, font: Path | None) -> File | RenderFailed:
    if isinstance(rendered, RenderFailed):
        return rendered
    try:
        return File(rendered.scene, to_png(rendered.picture, font))
    except Failure:
        raise
    except ValueError as error:
        return RenderFailed(rendered.scene, failed(rendered.scene, error))
