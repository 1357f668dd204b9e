"""Pictures as SVG files, each with its style."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sevenstep.diagrams.output.engine import EngineName
from sevenstep.diagrams.output.file import File
from sevenstep.diagrams.output.picture import standalone
from sevenstep.diagrams.output.render import render
from sevenstep.diagrams.output.rendered import RenderFailed
from sevenstep.diagrams.scene import Scene


def files(scenes: Iterable[Scene], engine: EngineName | None, font: Path | None) -> Iterator[File | RenderFailed]:
    """Each scene drawn. Raises EngineMissing."""
    for drawn in render(scenes, engine):
        if isinstance(drawn, RenderFailed):
            yield drawn
        else:
            yield File(drawn.scene, standalone(drawn.picture).encode("utf-8"))
