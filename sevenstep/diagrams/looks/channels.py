"""How an exchange looks by its channel."""

from typing import Final

from sevenstep.language import Text
from sevenstep.model.step4_paths import CHANNELS

MIXED: Final = "mixed"
_STYLES: Final[dict[str, str]] = {
    "system": "step7 bold",
    "paper": "step1 soft",
    "phone": "step2 dotted",
    "email": "step6 broken",
    "in-person": "step4",
    MIXED: "bold",
}
_TEXTS: Final[dict[str, Text]] = {
    **{str(channel): said for channel, said in CHANNELS.items()},
    MIXED: Text(zh="多种渠道", en="several channels"),
    "": Text(zh="渠道未说明", en="channel not said"),
}


def style_of(channel: str) -> str:
    """The CSS classes of an arrow on that channel (empty: not said)."""
    return f"channel-{channel} {_STYLES[channel]}" if channel else ""


def text_of(channel: str) -> Text:
    """What the legend says of it."""
    return _TEXTS[channel]
