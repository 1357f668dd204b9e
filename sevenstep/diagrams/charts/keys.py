"""What the colours of a chart mean, in a line above it."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from sevenstep.diagrams.charts.plot import SMALL, Plot
from sevenstep.diagrams.text.measure import width
from sevenstep.language import Language, Text

_BOX = 10.0


class Key(NamedTuple):
    """A look (its classes) and what it means; drawn as a box, a dot or a line."""

    css_classes: str
    says: Text
    form: Literal["box", "dot", "line", "diamond"] = "box"


def keys(plot: Plot, listed: Sequence[Key], language: Language, y: float = 18) -> None:
    """The keys from the left, their text standing on the line `y`."""
    x = 1.0
    for key in listed:
        said = key.says.for_language(language)
        middle = y - 3.5
        if key.form == "box":
            plot.bars(key.css_classes, [{"x": x, "x2": x + _BOX, "y": middle - 5, "y2": middle + 5}])
        elif key.form == "line":
            plot.rules(key.css_classes, [{"x": x - 1, "x2": x + _BOX + 3, "y": middle, "y2": middle}])
        else:
            plot.points(
                key.css_classes, [{"x": x + 5, "y": middle}], shape="circle" if key.form == "dot" else "diamond"
            )
        plot.text("legend", said, x + _BOX + 6, y, max_width=160)
        x += _BOX + 6 + width(said, SMALL) + 20
