"""A finished picture, of the model or a chart: for a page, or as a file of its own. Nothing is mended in it later.

It holds no style, no ids, no comments and no document type, so any number of pictures can stand in one page; the same
scene always gives the same bytes.
"""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

from sevenstep.diagrams.looks import style
from sevenstep.diagrams.output.markup import Node, written
from sevenstep.language import Language

SCOPE: Final = ".sevenstep-picture"
_CLASSES: Final = re.compile(r' class="([^"]*)"')
BASE: Final = "\ufdd4"
"""Begins every relative link of a picture's content, until it is known where the picture stands; no text holds it."""


class Unexpected(ValueError):
    """What was drawn holds something that pictures do not consist of."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its `content` is SVG in which relative links begin with BASE; `characters` are those of its texts.

    `smallest` is the size of its smallest words, in pixels (0 where it has none).
    """

    name: str
    language: Language
    width: float
    height: float
    classes: str
    role: str
    label: str
    content: str
    characters: frozenset[str]
    smallest: float = 0


def picture(
    name: str,
    language: Language,
    size: tuple[float, float],
    title: str,
    parts: Iterable[Node],
    *,
    classes: str = "sevenstep-picture",
    role: str = "group",
) -> Picture:
    """The picture that consists of these parts."""
    nodes = [Node("title", {}, text=title), *parts]
    texts = list(_texts(nodes))
    characters = frozenset(character for text in texts for character in text.text)
    smallest = min((float(text.attributes.get("font-size", "0")) for text in texts if text.text.strip()), default=0)
    return Picture(name, language, *size, classes, role, title, "\n".join(map(written, nodes)), characters, smallest)


def inline(picture: Picture, base: str = "", readable: float = 0) -> str:
    """The picture for a page, which brings the style sheet; its links begin with `base`.

    With `readable`, the least size of words in pixels, it is never shown smaller than that: it scrolls instead.
    """
    least = picture.width * readable / picture.smallest if picture.smallest else 0
    style = f' style="min-width:{math.ceil(least)}px"' if least else ""
    return f"{_head(picture, style)}\n{picture.content.replace(BASE, base)}\n</svg>"


def standalone(picture: Picture, base: str = "") -> str:
    """The picture as a file of its own, with its style: light, or dark where the reader's system is."""
    used = frozenset(name for listed in _CLASSES.findall(picture.content) for name in listed.split())
    css = style.css_of_file(SCOPE, used | {*picture.classes.split()})
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{styled(picture, css, base)}\n'


def styled(picture: Picture, css: str, base: str = "") -> str:
    """The picture with a style sheet in it (of ours: it holds nothing that XML would have to escape but ``>``)."""
    sheet = css.replace("&", "&amp;").replace("<", "&lt;")
    return f"{_head(picture)}\n<style>{sheet}</style>{picture.content.replace(BASE, base)}\n</svg>"


def _head(picture: Picture, style: str = "") -> str:
    width, height = f"{picture.width:g}", f"{picture.height:g}"
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": picture.classes,
        "data-picture": picture.name,
        "lang": picture.language,
        "role": picture.role,
        "aria-label": picture.label,
        "width": width,
        "height": height,
        "viewBox": f"0 0 {width} {height}",
    }
    said = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<svg{style}{said}>"


def _texts(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.tag == "text":
            yield node
        yield from _texts(node.content)
