"""Pictures as PNG, drawn by resvg with a font that is known to hold every character."""

import re
from html import unescape
from pathlib import Path
from typing import Final

from sevenstep.diagrams.looks import style
from sevenstep.diagrams.output.svg import SCOPE, styled
from sevenstep.diagrams.text.fonts import font_for

SCALE: Final = 2
_MAX_PIXELS: Final = 60_000_000
_TEXT: Final = re.compile(r"<text[^>]*>([^<]*)</text>")
_SIZE: Final = re.compile(r' width="([\d.]+)" height="([\d.]+)"')


def to_png(picture: str, font: Path | None = None) -> bytes:
    """The picture (SVG of `svg.filtered`) as PNG on white, two pixels a unit; very large ones with fewer.

    `font` is a font file; by default one of the system's. Raises FontMissing where no font holds the characters, and
    ValueError where the picture cannot be drawn.
    """
    import resvg_py

    said = {character for text in _TEXT.findall(picture) for character in unescape(text)}
    chosen = font_for(said, font)
    drawn = styled(picture, style.css_for_png(SCOPE, family=f'"{chosen.family}"'))
    data = resvg_py.svg_to_bytes(
        svg_string=drawn,
        background="#ffffff",
        zoom=_zoom(picture),
        dpi=96,
        skip_system_fonts=True,
        font_files=[str(file) for file in chosen.files],
        font_family=chosen.family,
    )
    return bytes(data)


def _zoom(picture: str) -> int:
    match = _SIZE.search(picture)
    pixels = float(match[1]) * float(match[2]) * SCALE**2 if match else 0
    return 1 if pixels > _MAX_PIXELS else SCALE
