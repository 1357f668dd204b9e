"""A picture as a file."""

from dataclasses import dataclass

from sevenstep.diagrams.scene import Scene


@dataclass(frozen=True, slots=True)
class File:
    """The content of a picture's file."""

    scene: Scene
    content: bytes
