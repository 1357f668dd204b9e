"""The colours of all pictures and pages, on light and on dark paper; the hue of a step is the method's.

`wait` is for words and lines that tell of waiting, `heat` for grounds and bars; `hold` is for what is deferred, and for
what was before.
"""

from typing import Final, Literal

from sevenstep.method import FRAME_COLOUR, STEPS

Scheme = Literal["light", "dark"]

_BASE: Final[dict[Scheme, dict[str, str]]] = {
    "light": {
        "paper": "#ffffff",
        "ink": "#1d2733",
        "muted": "#5a6571",
        "line": "#8b97a5",
        "hair": "#dde2e8",
        "band": "#f6f8fa",
        "finding": "#b3261e",
        "wait": "#9a5b00",
        "good": "#1a7f4b",
        "accent": "#0a5c8a",
        "heat": "#e0913f",
        "hold": "#c9ced6",
    },
    "dark": {
        "paper": "#1e2129",
        "ink": "#e6e9ef",
        "muted": "#a3adba",
        "line": "#7c8896",
        "hair": "#3a404b",
        "band": "#252933",
        "finding": "#ff8a80",
        "wait": "#e6b566",
        "good": "#7cc79a",
        "accent": "#6db5e3",
        "heat": "#c07d3a",
        "hold": "#4a5563",
    },
}

HEAT_SHARES: Final[dict[Scheme, tuple[float, ...]]] = {"light": (0.14, 0.4, 0.8), "dark": (0.18, 0.4, 0.66)}
"""How much of the colour of waiting the grounds of boxes hold, the more the longer it is waited there."""


def colours(scheme: Scheme) -> dict[str, str]:
    """Every colour by the name of its CSS property (without the dashes), as six-digit RGB."""
    base = _BASE[scheme]
    found = dict(base)
    for number, share in enumerate(HEAT_SHARES[scheme], 1):
        found[f"heat{number}"] = mixed(base["paper"], base["heat"], share)
    hues = {str(step.number): step.colour for step in STEPS} | {"frame": FRAME_COLOUR}
    for name, colour in hues.items():
        hue = colour if scheme == "light" else mixed(colour, "#ffffff", 0.35)
        found[f"step{name}"] = hue
        found[f"tint{name}"] = mixed(base["paper"], hue, 0.09 if scheme == "light" else 0.16)
    for grade in range(1, 5):
        found[f"finding{grade}"] = mixed(base["paper"], base["finding"], _GRADES[grade - 1])
        found[f"cost{grade}"] = mixed(base["paper"], base["accent"], _GRADES[grade - 1])
    found["tag4"] = mixed(base["paper"], base["heat"], _GRADES[-1])
    found["reached"] = mixed(base["paper"], base["good"], _GRADES[1])
    return found


_GRADES: Final = (0.1, 0.22, 0.36, 0.52)
"""How much of its hue each grade of a heat has; words stay readable on the last."""


def mixed(colour: str, other: str, share: float) -> str:
    """`one` with `share` (0 to 1) of `other` in it."""
    parts = ((int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)
