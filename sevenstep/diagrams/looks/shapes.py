"""Each kind of element has its shape, in every picture."""

from typing import Final

_ROUNDED: Final = ("box", "rounded,filled")
_SHARP: Final = ("box", "filled")

SHAPES: Final[dict[str, tuple[str, str]]] = {
    "challenge": _SHARP,
    "goal": _ROUNDED,
    "indicator": _SHARP,
    "domain": ("tab", "filled"),
    "function": ("cds", "filled"),
    "actor": _ROUNDED,
    "path": ("cds", "filled"),
    "group": ("tab", "filled"),
    "scenario": _ROUNDED,
    "criterion": _SHARP,
    "item": _SHARP,
    "system": ("box3d", "filled"),
    "data": ("note", "filled"),
    "resource": ("house", "filled"),
    "flow": ("component", "filled"),
    "activity": _ROUNDED,
    "event": ("circle", "filled"),
    "gateway": ("diamond", "filled"),
    "finding": _SHARP,
    "measure": _ROUNDED,
}
"""The engine's shape and style for each kind."""
