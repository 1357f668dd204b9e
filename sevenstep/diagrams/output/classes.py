"""Class ↔ what the engine knows instead: the one step out before a picture is laid out, and back in afterwards.

The engine passes on the class of a node, an arrow or a frame, but not that of a text, nor what a cell stands for. So:

- the style of a text goes out as a colour of its own (`style_colour`) and comes back as its class (`style_of`);
- a symbol that the engine has no shape for goes out as a cell painted in a colour (`symbol_colour`) and comes back as
  its name (`symbol_of`), to be drawn in the cell's place;
- a swatch of the legend goes out as such a cell whose address says how it looks (`swatch_address`, `swatch_of`);
- a waiting time goes out behind four hard spaces, the room for the clock that is drawn there (`spaced`, `unspaced`).

Whoever opens the DOT elsewhere sees black text and black squares for the symbols: everything stands in its place.
"""

from typing import Final, NamedTuple

STYLES: Final = ("title", "kicker", "note", "mark", "wait", "up", "down", "hold", "legend", "name", "fact")
ICONS: Final = ("manual", "assisted", "automatic")
SYMBOLS: Final = ("start", "event", "end", "exclusive", "parallel", "inclusive", "chip", "swatch", *ICONS)
_STYLE_COLOURS: Final = {name: f"#0000{number:02x}" for number, name in enumerate(STYLES, 0x10)}
_SYMBOL_COLOURS: Final = {name: f"#0100{number:02x}" for number, name in enumerate(SYMBOLS, 0x10)}
_STYLE_OF: Final = {colour: name for name, colour in _STYLE_COLOURS.items()}
_SYMBOL_OF: Final = {colour: name for name, colour in _SYMBOL_COLOURS.items()}
_SWATCH: Final = "swatch:"
_CLOCK_WIDTH: Final = "\N{NO-BREAK SPACE}" * 4


class Swatch(NamedTuple):
    """How a line of a legend looks: its form, the engine's shape and style, CSS classes."""

    form: str
    shape: str
    style: str
    classes: str


def style_colour(style: str) -> str:
    """The colour that stands for the style of a text; raises KeyError for a style that is not listed here."""
    return _STYLE_COLOURS[style]


def style_of(colour: str) -> str:
    """The style that a text of that colour has."""
    return _STYLE_OF.get(colour, "note")


def symbol_colour(symbol: str) -> str:
    """The colour of a cell that stands for a symbol; raises KeyError for one that is not listed here."""
    return _SYMBOL_COLOURS[symbol]


def symbol_of(colour: str) -> str | None:
    """The symbol that a cell painted in that colour stands for, if any."""
    return _SYMBOL_OF.get(colour)


def swatch_address(swatch: Swatch) -> str:
    """The address of a swatch's cell; it never reaches the finished picture."""
    return _SWATCH + "/".join(swatch)


def swatch_of(address: str) -> Swatch | None:
    """The swatch that an address stands for, if any."""
    if not address.startswith(_SWATCH):
        return None
    form, shape, style, classes = (*address.removeprefix(_SWATCH).split("/", 3), "", "", "")[:4]
    return Swatch(form, shape, style, classes)


def spaced(text: str, style: str) -> str:
    """The text with room for what is drawn before it."""
    return _CLOCK_WIDTH + text if style == "wait" else text


def unspaced(text: str, style: str) -> tuple[str, bool]:
    """The text without that room, and whether there was any."""
    return (text.lstrip(_CLOCK_WIDTH), text.startswith(_CLOCK_WIDTH[0])) if style == "wait" else (text, False)
