"""Pictures as DOT files: what the engine reads."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sevenstep.diagrams.output.dot_text import dot
from sevenstep.diagrams.output.engine import EngineName
from sevenstep.diagrams.output.file import File
from sevenstep.diagrams.scene import Scene


def files(scenes: Iterable[Scene], engine: EngineName | None, font: Path | None) -> Iterator[File]:
    """Each scene as the engine is given it; needs no engine."""
    for scene in scenes:
        yield File(scene, dot(scene).encode("utf-8"))
