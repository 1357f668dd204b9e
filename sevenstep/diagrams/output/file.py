"""A picture as a file."""

from base64 import b64encode
from dataclasses import dataclass
from html import escape

from sevenstep.diagrams.scene import Scene


@dataclass(frozen=True, slots=True)
class File:
    """The content of a picture's file."""

    scene: Scene
    content: bytes

    @property
    def name(self) -> str:
        """What the picture is called, such as ``flow/booking-asis``."""
        return self.scene.name

    def __repr__(self) -> str:
        return f"<Picture {self.name}: {len(self.content)} bytes>"

    def _repr_html_(self) -> str:
        """The picture as an image, in which nothing can run; as text where it is none."""
        kind = "image/png" if self.content.startswith(b"\x89PNG") else "image/svg+xml"
        if not self.content.startswith((b"\x89PNG", b"<svg", b"<?xml")):
            return f"<pre>{escape(self.content.decode('utf-8'))}</pre>"
        title = escape(self.scene.title.for_language(self.scene.language))
        return f'<img alt="{title}" src="data:{kind};base64,{b64encode(self.content).decode("ascii")}">'
