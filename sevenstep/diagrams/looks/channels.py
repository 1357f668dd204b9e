"""How an exchange looks by its channel."""

from typing import Final

from sevenstep.language import Text
from sevenstep.model.choices import Channel
from sevenstep.model.custom.word import CustomWord

MIXED: Final = "mixed"
_ADDED: Final = "step5"
"""A channel that the engagement adds."""
_OF_CHANNELS: Final = Channel.each(
    {
        Channel.SYSTEM: "step7 bold",
        Channel.PAPER: "step1 soft",
        Channel.PHONE: "step2 dotted",
        Channel.EMAIL: "step6 broken",
        Channel.IN_PERSON: "step4",
    }
)
_STYLES: Final[dict[str, str]] = {**{str(channel): style for channel, style in _OF_CHANNELS.items()}, MIXED: "bold"}
_TEXTS: Final[dict[str, Text]] = {
    **{str(channel): channel.label for channel in Channel},
    MIXED: Text(zh="多种渠道", en="several channels"),
    "": Text(zh="渠道未写明", en="channel not said"),
}


def style_of(channel: str) -> str:
    """The CSS classes of an arrow on that channel (empty: not said)."""
    return f"channel-{channel} {_STYLES.get(channel, _ADDED)}" if channel else ""


def text_of(channel: str) -> Text:
    """What the legend says of it."""
    return channel.label if isinstance(channel, CustomWord) else _TEXTS[channel]
