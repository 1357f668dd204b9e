"""Pictures as PNG files."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from sevenstep.diagrams.output.engine import EngineName
from sevenstep.diagrams.output.file import File
from sevenstep.diagrams.output.png import to_png
from sevenstep.diagrams.output.render import render
from sevenstep.diagrams.output.rendered import Rendered, RenderFailed, failed
from sevenstep.diagrams.scene import Scene
from sevenstep.failure import Failure


def files(scenes: Iterable[Scene], engine: EngineName | None, font: Path | None) -> Iterator[File | RenderFailed]:
    """Each scene as an image, in the letters of the `font` file. Raises EngineMissing, and FontMissing."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        yield from pool.map(partial(_png, font=font), render(scenes, engine))


def _png(rendered: Rendered | RenderFailed, font: Path | None) -> File | RenderFailed:
    if isinstance(rendered, RenderFailed):
        return rendered
    try:
        return File(rendered.scene, to_png(rendered.picture, font))
    except Failure:
        raise
    except ValueError as error:
        return RenderFailed(rendered.scene, failed(rendered.scene, error))
