"""How a transport link looks by its mode, and what is laden or does not run yet."""

from typing import Final

from sevenstep.analysis.findings.thresholds import TRANSPORT_LOAD
from sevenstep.diagrams.scene import Entry
from sevenstep.language import Text
from sevenstep.model.choices import PlaceType, Transport

_MODES: Final = Transport.each(
    {
        Transport.RAIL: "bold",
        Transport.ROAD: "",
        Transport.SEA: "dotted",
        Transport.RIVER: "broken",
        Transport.AIR: "soft",
        Transport.PIPELINE: "bold soft",
        Transport.LINE: "bold dotted",
        Transport.TRANSFER: "",
    }
)
_SHAPES: Final = PlaceType.each(
    {
        PlaceType.STATION: "box",
        PlaceType.PORT: "circle",
        PlaceType.BORDER_POST: "diamond",
        PlaceType.AIRPORT: "triangle",
        PlaceType.PARK: "house",
        PlaceType.WAREHOUSE: "house",
        PlaceType.PLANT: "house",
        PlaceType.HUB: "hexagon",
        PlaceType.CITY: "octagon",
        PlaceType.PASSAGE: "parallelogram",
        PlaceType.SITE: "circle",
    }
)
NEAR: Final = TRANSPORT_LOAD.value
"""From this share of its capacity on a place or a link is told to be nearly full."""
NEARLY_FULL: Final = Entry("line", "nearly-full bold", Text(zh="负荷九成以上", en="90% full or more"))
OVER_FULL: Final = Entry("line", "over-full bold", Text(zh="超出能力", en="over capacity"))
UNOPENED: Final = Entry("line", "unopened soft", Text(zh="尚未运行", en="does not run yet"))


def style_of(mode: Transport | None) -> str:
    """The CSS classes of a link that is travelled so."""
    return f"transport {_MODES[mode]}".strip() if mode is not None else "transport"


def shape_of(type: PlaceType | None) -> str:
    """The engine's shape of a place of that type."""
    return _SHAPES[type] if type is not None else "circle"


def load_of(share: float | None) -> Entry | None:
    """How what is used to that share of its capacity is told; None where there is room."""
    if share is None or share < NEAR:
        return None
    return OVER_FULL if share > 1 else NEARLY_FULL
