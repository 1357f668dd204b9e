"""Pictures as PNG, drawn by resvg with a font that is known to hold every character."""

from pathlib import Path
from typing import Final

from sevenstep.diagrams.looks import style
from sevenstep.diagrams.output.picture import SCOPE, Picture, styled
from sevenstep.diagrams.text.fonts import font_for

SCALE: Final = 2
_MAX_PIXELS: Final = 60_000_000


def to_png(picture: Picture, font: Path | None = None) -> bytes:
    """The picture as PNG on white, two pixels a unit; very large ones with fewer.

    `font` is a font file; by default one of the system's. Raises FontMissing where no font holds the characters, and
    ValueError where the picture cannot be drawn.
    """
    import resvg_py

    chosen = font_for(picture.characters, font)
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


def _zoom(picture: Picture) -> int:
    return 1 if picture.width * picture.height * SCALE**2 > _MAX_PIXELS else SCALE
