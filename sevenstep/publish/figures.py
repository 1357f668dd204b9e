"""The pictures of a site: drawn once a language, each as inline SVG and as a file of its own."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from sevenstep.analysis.analyse import analysis_of
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import picture_meant
from sevenstep.diagrams import catalogue, dot, svg
from sevenstep.diagrams.charts import vega
from sevenstep.diagrams.charts.catalogue import charts
from sevenstep.diagrams.engine import EngineName
from sevenstep.language import Language
from sevenstep.model.element import Element
from sevenstep.publish.context import page_url
from sevenstep.publish.views import Figure, Html

_FOLDER = "assets/pictures"
_WIDTH = re.compile(r'<svg [^>]*?width="([\d.]+)"')
_SMALLEST = 0.78
"""How far a picture may be shrunk to fit its page."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The pictures by name, and their files by path from the site's root."""

    by_name: dict[str, Figure]
    files: dict[str, bytes]


def figures(
    chain: Chain, language: Language, engine: EngineName | None, progress: Callable[[int, int], None]
) -> Figures:
    """Draw every picture of the engagement; one that fails says so in its place."""
    names = list(dict.fromkeys([*catalogue.names(chain), *_asked_for(chain)]))
    drawings = [catalogue.draw(chain, name, language, _link_from(name)) for name in names]
    found: dict[str, Figure] = {}
    files: dict[str, bytes] = {}
    for count, picture in enumerate(dot.render(drawings, engine=engine), 1):
        progress(count, len(drawings))
        name = picture.drawing.name
        title = picture.drawing.title.in_(language)
        if isinstance(picture, dot.RenderFailed):
            found[name] = Figure(name, title, None, "", picture.message.in_(language))
            continue
        file = f"{_FOLDER}/{name}.svg"
        files[file] = svg.standalone(picture.text, language).encode("utf-8")
        found[name] = Figure(name, title, Html(svg.inline(picture.text)), file)
    for drawn in vega.render(charts(chain, analysis_of(chain), language)):
        name, title = drawn.chart.name, drawn.chart.title
        if drawn.picture is None:
            found[name] = Figure(name, title, None, "", drawn.failed)
            continue
        file = f"{_FOLDER}/{name}.svg"
        files[file] = svg.standalone(drawn.picture, language).encode("utf-8")
        found[name] = Figure(name, title, Html(svg.inline(drawn.picture)), file)
    return Figures(found, files)


def _asked_for(chain: Chain) -> Iterator[str]:
    """The pictures that chapters place besides."""
    for chapter in chain.engagement.chapters:
        for mark in chapter.marks:
            if mark.kind == "picture" and mark.is_block and (name := picture_meant(chain, mark.name)) is not None:
                yield name


def _link_from(name: str) -> Callable[[Element], str]:
    """Addresses as seen from the picture's own file."""
    up = _up(name)
    return lambda element: up + page_url(element)


def _up(name: str) -> str:
    return "../" * (_FOLDER.count("/") + 1 + name.count("/"))


def placed(figure: Figure, root: str) -> Figure:
    """The figure for a page from which the site's root is `root` (``../``): its links are the page's."""
    if figure.svg is None:
        return figure
    moved = figure.svg.replace(f'href="{escape(_up(figure.name))}', f'href="{root}')
    if (width := _WIDTH.search(moved)) is not None:  # below this its text could not be read: it scrolls instead
        moved = moved.replace("<svg ", f'<svg style="min-width:{float(width[1]) * _SMALLEST:.0f}px" ', 1)
    return Figure(figure.name, figure.title, Html(moved), figure.file, figure.failed)
