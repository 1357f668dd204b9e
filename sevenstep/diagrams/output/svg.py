"""From the engine's SVG to ours: parsed, filtered by an allow-list, its looks replaced by CSS classes."""

import re
from collections.abc import Callable, Iterator
from typing import Final
from xml.etree import ElementTree

from sevenstep.diagrams.geometry import Box
from sevenstep.diagrams.output import classes, outlines, symbols
from sevenstep.diagrams.output.markup import Node
from sevenstep.diagrams.output.picture import BASE, Picture, Unexpected, picture
from sevenstep.language import Language
from sevenstep.source.address import SECURE, safe_address

_NAMESPACE: Final = "{http://www.w3.org/2000/svg}"
_HREF: Final = "{http://www.w3.org/1999/xlink}href"
_TIP: Final = "{http://www.w3.org/1999/xlink}title"
_DRAWN: Final = frozenset({"polygon", "polyline", "path", "ellipse", "text"})
_PLACE: Final = ("text-anchor", "x", "y", "font-size", "cx", "cy", "rx", "ry")
_CLASSES: Final = re.compile(r"[\w\- ]*")
_NAMES: Final = re.compile(r"(?:^|->|--)(\w+)(?::\w+)*")
"""Names of nodes in the engine's title of a node (``n1``) or an edge (``n1:e->n2:w``)."""
_NUMBERS: Final = re.compile(r"-?\d+(?:\.\d+)?")


def filtered(raw: bytes, name: str, title: str, language: Language) -> Picture:
    """The picture out of the engine's SVG; raises Unexpected."""
    graph, size = _graph(raw)
    shift = [float(number) for number in _NUMBERS.findall(graph.get("transform", "").rpartition("translate")[2])]
    if len(shift) != 2:
        raise Unexpected("no place for the picture")
    content = Node("g", {"transform": f"translate({shift[0]:g} {shift[1]:g})"}, list(_parts(graph, "paper")))
    return picture(name, language, size, title, [content])


def _graph(raw: bytes) -> tuple[ElementTree.Element, tuple[float, float]]:
    """The group that holds everything, and the size of the picture."""
    try:
        root = ElementTree.fromstring(raw)  # noqa: S314 - the engine's own output; expat loads nothing from outside
    except ElementTree.ParseError as error:
        raise Unexpected(f"no XML: {error}") from error
    graph = next(iter(root), None)
    size = [float(number) for number in _NUMBERS.findall(root.get("viewBox", ""))]
    if root.tag != f"{_NAMESPACE}svg" or graph is None or len(root) != 1 or len(size) != 4:
        raise Unexpected("no SVG of one picture")
    return graph, (size[2], size[3])


def _parts(parent: ElementTree.Element, role: str) -> Iterator[Node]:
    """What stands inside a group, each piece with the class of its `role`."""
    first = True
    for child in parent:
        tag = child.tag.removeprefix(_NAMESPACE) if isinstance(child.tag, str) else ""
        if tag == "title":
            continue
        made = _makers(tag)(child, tag, role, first)
        first = first and tag in {"text", "g"}
        yield from made


_Maker = Callable[[ElementTree.Element, str, str, bool], Iterator[Node]]


def _makers(tag: str) -> _Maker:
    if tag == "g":
        return _group
    if tag == "a":
        return _anchor
    if tag in _DRAWN:
        return _piece
    raise Unexpected(f"<{tag[:40]}>")


def _group(element: ElementTree.Element, _tag: str, role: str, first: bool) -> Iterator[Node]:
    css_classes = element.get("class", "")
    if not css_classes:  # only there to hold a link
        yield from _parts(element, role if first else "fold")
        return
    if not _CLASSES.fullmatch(css_classes):
        raise Unexpected(f"class {css_classes[:40]!r}")
    form = css_classes.split()[0]
    role = "caption" if "caption" in css_classes.split() else {"edge": "wire"}.get(form, "shape")
    parts = list(_parts(element, role))
    if tip := _tip(element):
        link = next((part for part in parts if part.tag == "a"), None)
        (link.content if link is not None else parts).insert(0, Node("title", {}, text=tip))
    yield Node("g", {"class": " ".join(dict.fromkeys(css_classes.split())), **_place_in_graph(element, form)}, parts)


def _place_in_graph(element: ElementTree.Element, form: str) -> dict[str, str]:
    """What pages need to show the neighbours of a node: its name in the picture, or the two names of an edge."""
    named = _NAMES.findall(element.findtext(f"{_NAMESPACE}title") or "")
    if form == "node" and len(named) == 1:
        return {"data-node": named[0]}
    if form == "edge" and len(named) == 2:
        return {"data-from": named[0], "data-to": named[1]}
    return {}


def _tip(element: ElementTree.Element) -> str:
    anchor = element.find(f"{_NAMESPACE}g/{_NAMESPACE}a")
    return "" if anchor is None else anchor.get(_TIP, "")


def _anchor(element: ElementTree.Element, _tag: str, role: str, _first: bool) -> Iterator[Node]:
    address = element.get(_HREF, "")
    if (swatch := classes.swatch_of(address)) is not None:
        yield symbols.swatch(swatch, _box(element[0]))
        return
    parts = list(_parts(element, role))
    safe = safe_address(address, SECURE)
    if safe:
        yield Node("a", {"href": safe if "://" in safe else BASE + safe}, parts)
    else:
        yield from parts


def _piece(element: ElementTree.Element, tag: str, role: str, first: bool) -> Iterator[Node]:
    fill = element.get("fill", "")
    if tag == "text":
        yield from symbols.text(
            classes.style_of(fill), _where(element), element.text or "", centred=role in {"wire", "caption"}
        )
        return
    if (symbol := classes.symbol_of(fill)) is not None:
        yield from symbols.symbol(symbol, _box(element))
        return
    looks = role if first else "fold"
    if role == "wire":
        looks = "wire" if tag == "path" else "head"
    if tag == "path":
        yield outlines.outline(looks, element.get("d", ""))
    elif tag == "ellipse":
        yield Node(tag, {"class": looks, **_where(element)})
    else:
        yield Node(
            tag, {"class": looks, "points": outlines.corners(element.get("points", ""), closed=tag == "polygon")}
        )


def _where(element: ElementTree.Element) -> dict[str, str]:
    """Where a text or an ellipse stands, and how large it is."""
    found = {name: element.get(name, "") for name in _PLACE if element.get(name)}
    return {name: value if name == "text-anchor" else outlines.brief(float(value)) for name, value in found.items()}


def _box(element: ElementTree.Element) -> Box:
    """The rectangle that a polygon fills."""
    numbers = [float(number) for number in _NUMBERS.findall(element.get("points", ""))]
    if len(numbers) < 6:
        raise Unexpected("a symbol without its place")
    xs, ys = numbers[::2], numbers[1::2]
    return Box(min(xs), min(ys), max(xs), max(ys))
