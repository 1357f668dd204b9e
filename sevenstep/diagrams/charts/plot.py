"""The door to matplotlib: axes in our look, and their SVG filtered, with colours that follow light and dark."""

import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree

from sevenstep.diagrams.markup import Node, written
from sevenstep.diagrams.palette import colours
from sevenstep.diagrams.text import width
from sevenstep.language import Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS: Final = colours("light")
"""The colours to draw with: on the page each follows its property, in light and in dark."""
SIZE: Final = 11.0
"""Size of text, in units of the picture."""
_NAME_OF: Final = {value: name for name, value in reversed(COLOURS.items())}
_SVG: Final = "{http://www.w3.org/2000/svg}"
_HREF: Final = "{http://www.w3.org/1999/xlink}href"
_KEPT: Final[dict[str, tuple[str, ...]]] = {
    "g": ("transform",),
    "path": ("d", "transform"),
    "text": ("x", "y", "transform"),
    "use": ("x", "y"),
}
_LOOKS: Final = frozenset(
    {
        "fill",
        "stroke",
        "stroke-width",
        "stroke-dasharray",
        "stroke-linecap",
        "fill-opacity",
        "stroke-opacity",
        "opacity",
    }
)
_SAFE: Final = re.compile(r"[\w#.,%() -]{0,80}")


@dataclass(frozen=True, slots=True)
class Chart:
    """A finished chart: its name, its title in the language of its words, and its SVG for a page."""

    name: str
    title: str
    svg: str


def axes(wide: float, high: float, margins: tuple[float, float, float, float]) -> "tuple[Figure, Axes]":
    """A picture of that size with one frame of axes; `margins` are left, top, right, bottom."""
    import matplotlib
    from matplotlib.figure import Figure

    with matplotlib.rc_context(_SETTINGS):
        figure = Figure(figsize=(wide / 72, high / 72), dpi=72)
        left, top, right, bottom = margins
        made: Axes = figure.add_axes(
            (left / wide, bottom / high, (wide - left - right) / wide, (high - top - bottom) / high)
        )
    for side in ("top", "right", "left", "bottom"):
        made.spines[side].set_visible(side == "bottom")
        made.spines[side].set_color(COLOURS["line"])
    made.tick_params(length=0, labelsize=SIZE - 1, labelcolor=COLOURS["muted"], pad=4)
    made.set_axisbelow(True)
    return figure, made


def grid(made: "Axes", axis: str) -> None:
    """Faint lines across the values."""
    made.grid(True, axis=axis, color=COLOURS["hair"], linewidth=1)  # type: ignore[arg-type]


_SETTINGS: Final[Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "sevenstep",
    "text.parse_math": False,
    "text.usetex": False,
    "axes.unicode_minus": True,
    "font.size": SIZE,
    "axes.formatter.useoffset": False,
}


def finished(figure: "Figure", name: str, title: str, said: str, language: Language) -> Chart:
    """The chart as SVG: `said` is what it tells, for those who cannot see it."""
    import matplotlib
    from matplotlib.text import Text as Words

    for words in figure.findobj(Words):
        words.set_parse_math(False)  # a dollar sign in a title is a dollar sign
    raw = io.BytesIO()
    with matplotlib.rc_context(_SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")  # its own fonts only measure, they are not shown
        figure.savefig(raw, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    root = ElementTree.fromstring(raw.getvalue())  # noqa: S314 - matplotlib's own output
    wide, high = (float(one) for one in root.get("viewBox", "0 0 1 1").split()[2:])
    shapes = {
        f"#{one.get('id')}": one for one in root.iter(f"{_SVG}path") if one.get("id") and one.get("d") is not None
    }
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": "sevenstep-picture chart",
        "data-picture": name,
        "lang": language,
        "role": "img",
        "aria-label": f"{title}. {said}",
        "width": f"{wide:g}",
        "height": f"{high:g}",
        "viewBox": f"0 0 {wide:g} {high:g}",
    }
    content = [Node("title", {}, text=title), Node("desc", {}, text=said)]
    content += [node for child in root for node in _parts(child, shapes)]
    return Chart(name, title, written(Node("svg", attributes, content)))


def _parts(element: ElementTree.Element, shapes: dict[str, ElementTree.Element]) -> Iterator[Node]:
    """What is left of matplotlib's elements: groups, paths, texts; markers are written where they stand."""
    tag = element.tag.removeprefix(_SVG) if isinstance(element.tag, str) else ""
    if tag == "use":
        shape = shapes.get(element.get(_HREF, ""))
        if shape is not None:
            moved = f"translate({element.get('x', '0')} {element.get('y', '0')})"
            yield Node(
                "path", {"d": shape.get("d", ""), "transform": moved, **_looks({**_said(shape), **_said(element)})}
            )
        return
    if tag not in _KEPT or tag == "use":
        return
    kept = {name: element.get(name, "") for name in _KEPT[tag] if element.get(name)}
    if tag == "text":
        yield Node("text", {**kept, **_text_looks(element)}, text=element.text or "")
    elif tag == "path":
        yield Node("path", {**kept, **_looks(_said(element))})
    else:
        inside = [node for child in element for node in _parts(child, shapes)]
        if inside:
            yield Node("g", kept, inside) if kept else inside[0] if len(inside) == 1 else Node("g", {}, inside)


def _said(element: ElementTree.Element) -> dict[str, str]:
    pairs = (one.partition(":") for one in element.get("style", "").split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if value.strip()}


def _looks(said: dict[str, str]) -> dict[str, str]:
    """The looks of a shape, colours by their properties. What has no fill of its own is not filled."""
    kept = {name: value for name, value in said.items() if name in _LOOKS and _SAFE.fullmatch(value)}
    kept.setdefault("fill", "none")
    listed = ";".join(f"{name}:{_colour(value)}" for name, value in sorted(kept.items()))
    return {"style": listed}


def _text_looks(element: ElementTree.Element) -> dict[str, str]:
    said = _said(element)
    anchor = said.get("text-anchor", "start")
    size = re.search(r"([\d.]+)px", said.get("font", said.get("font-size", "")))
    looks = [f"fill:{_colour(said.get('fill', COLOURS['ink']))}", f"font-size:{size[1] if size else SIZE}px"]
    if opacity := said.get("opacity", said.get("fill-opacity", "")):
        looks.append(f"opacity:{opacity}")
    if "bold" in said.get("font", ""):
        looks.append("font-weight:600")
    return {"text-anchor": anchor, "style": ";".join(looks)}


def _colour(value: str) -> str:
    name = _NAME_OF.get(value.lower())
    return f"var(--{name})" if name else value


def room_for(labels: list[str], most: float) -> float:
    """How much room a column of labels needs, `most` at most."""
    return min(most, max((width(one, SIZE) for one in labels), default=0.0) + 12)
