"""How the heat of an element looks: classes that style sheets colour it by, and what the legend says."""

from collections.abc import Iterator, Mapping
from typing import Final

from sevenstep.analysis.heat import LEVER, TAG, Heat, heats
from sevenstep.chain.graph import Chain
from sevenstep.diagrams.scene import Entry
from sevenstep.language import joined

_WORDED: Final = (LEVER, TAG)
"""How heats begin that tell who has something, and nothing else."""
EVERY: Final = "*"
"""All heats at once, for a page to switch between."""


def style_names(chain: Chain) -> Mapping[str, Heat]:
    """Every heat by its name in style sheets: levers and tags are numbered, since a tag can hold any character."""
    found: dict[str, Heat] = {}
    for heat in heats(chain).values():
        number = sum(name.startswith("tag") for name in found) + 1
        found[f"tag{number}" if heat.by.startswith(_WORDED) else heat.by] = heat
    return found


def switchable(chain: Chain, key: str) -> str:
    """The classes of an element in every heat that has it."""
    named = style_names(chain).items()
    return " ".join(f"heat-{name}-{heat.levels[key]}" for name, heat in named if key in heat.levels)


def fixed(chain: Chain, key: str, by: str) -> str:
    """The class of an element in one heat, which the picture always shows."""
    heat = heats(chain).get(by)
    if heat is None:
        return ""
    return f"hot-{_hue(by)}-{heat.levels[key]}" if key in heat.levels else "cold"


def entries(chain: Chain, by: str) -> Iterator[Entry]:
    """What the grades of a heat mean."""
    heat = heats(chain).get(by)
    if heat is not None:
        there = sorted(set(heat.levels.values()))
        for level in there:
            is_tag = heat.by.startswith(_WORDED)
            says = heat.title if is_tag else joined((heat.title, heat.says[level]), zh="：", en=": ")
            yield Entry("node", f"hot-{_hue(by)}-{level}", says, "box", "rounded")


def _hue(by: str) -> str:
    return "tag" if by.startswith(_WORDED) else by
