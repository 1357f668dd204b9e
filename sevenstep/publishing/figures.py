"""The pictures of a site: drawn once a language, each as inline SVG and as a file of its own."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from itertools import islice
from threading import RLock

from sevenstep.analysis.analyse import analysis_of
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import picture_meant
from sevenstep.diagrams.charts import vega
from sevenstep.diagrams.charts.catalogue import charts
from sevenstep.diagrams.charts.chart import Chart
from sevenstep.diagrams.output import dot, svg
from sevenstep.diagrams.output.engine import EngineName
from sevenstep.diagrams.pictures import catalogue
from sevenstep.language import Language
from sevenstep.model.element import Element
from sevenstep.publishing.context import page_url
from sevenstep.publishing.paper import largest, room, sheet_for
from sevenstep.publishing.views import Figure, Html

_Rendered = dot.Rendered | dot.RenderFailed
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
    names = _names(chain)
    drawn = [*_pictures(chain, names, language, engine, progress), *_charts(_all_charts(chain, language))]
    files = {one.figure.file: one.content for one in drawn if one.content is not None}
    return Figures({one.figure.name: one.figure for one in drawn}, files)


class FiguresOnDemand(Mapping[str, Figure]):
    """The same pictures, each drawn when it is first looked at."""

    def __init__(self, chain: Chain, language: Language, engine: EngineName | None = None) -> None:
        self._chain = chain
        self._language = language
        self._engine = engine
        self._pictures = dict.fromkeys(_names(chain))
        self._drawn: dict[str, _Drawn] = {}
        self._lock = RLock()

    def __getitem__(self, name: str) -> Figure:
        return self._draw(name).figure

    def __contains__(self, name: object) -> bool:
        return name in self._pictures or name in self._charts

    def __iter__(self) -> Iterator[str]:
        yield from self._pictures
        yield from self._charts

    def __len__(self) -> int:
        return len(self._pictures) + len(self._charts)

    def file(self, path: str) -> bytes | None:
        """The content of the file at that path from the site's root."""
        name = path.removeprefix(f"{_FOLDER}/").removesuffix(".svg")
        return self._draw(name).content if path == _file(name) and name in self else None

    @cached_property
    def _charts(self) -> dict[str, Chart]:
        return {chart.name: chart for chart in _all_charts(self._chain, self._language)}

    def _draw(self, name: str) -> "_Drawn":
        with self._lock:
            if name not in self._drawn:
                if name in self._pictures:
                    (drawn,) = _pictures(self._chain, [name], self._language, self._engine, lambda _done, _total: None)
                else:
                    (drawn,) = _charts([self._charts[name]])
                self._drawn[name] = drawn
            return self._drawn[name]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A picture for pages, and the content of its own file."""

    figure: Figure
    content: bytes | None


def _pictures(
    chain: Chain,
    names: list[str],
    language: Language,
    engine: EngineName | None,
    progress: Callable[[int, int], None],
) -> Iterator[_Drawn]:
    rows = [catalogue.rows(chain, name, language, _link_from, room()) for name in names]
    drawings = [catalogue.draw(chain, name, language, _link_from(name)) for name in names]
    rendered = dot.render([*drawings, *(row for every in rows for row in every)], engine=engine)
    pictures = list(_told(rendered, len(drawings), progress))
    behind = iter(pictures[len(drawings) :])
    for picture, cut in zip(pictures, rows, strict=False):
        name, title = picture.drawing.name, picture.drawing.title.in_(language)
        strips = list(islice(behind, len(cut)))
        if isinstance(picture, dot.RenderFailed):
            yield _failed(name, title, picture.message.in_(language))
        else:
            yield _in_rows(_shown(name, title, picture.text, language), strips)


def _told(pictures: Iterable[_Rendered], most: int, progress: Callable[[int, int], None]) -> Iterator[_Rendered]:
    """The pictures; the first `most` of them are counted aloud."""
    for count, picture in enumerate(pictures, 1):
        if count <= most:
            progress(count, most)
        yield picture


def _in_rows(whole: _Drawn, strips: list[_Rendered]) -> _Drawn:
    """The picture with its rows, if all could be drawn."""
    if not strips or any(isinstance(one, dot.RenderFailed) for one in strips):
        return whole
    rows = []
    for one in strips:
        inline = Html(svg.inline(one.text)) if isinstance(one, dot.Rendered) else Html("")
        rows.append(Figure(one.drawing.name, whole.figure.title, inline, "", sheet=sheet_for(inline)[0]))
    sheet = largest(row.sheet for row in rows)
    return replace(whole, figure=replace(whole.figure, rows=tuple(rows), sheet=sheet))


def _charts(drawn: Iterable[Chart]) -> Iterator[_Drawn]:
    for one in vega.render(drawn):
        chart = one.chart
        if one.picture is None:
            yield _failed(chart.name, chart.title, one.failed)
        else:
            yield _shown(chart.name, chart.title, one.picture, chart.language)


def _all_charts(chain: Chain, language: Language) -> Iterator[Chart]:
    return charts(chain, analysis_of(chain), language)


def _shown(name: str, title: str, picture: str, language: Language) -> _Drawn:
    inline = Html(svg.inline(picture))
    figure = Figure(name, title, inline, _file(name), sheet=sheet_for(inline)[0])
    return _Drawn(figure, svg.standalone(picture, language).encode("utf-8"))


def _failed(name: str, title: str, why: str) -> _Drawn:
    return _Drawn(Figure(name, title, None, "", why), None)


def _file(name: str) -> str:
    return f"{_FOLDER}/{name}.svg"


def _names(chain: Chain) -> list[str]:
    return list(dict.fromkeys([*catalogue.names(chain), *_asked_for(chain)]))


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
    return replace(figure, svg=Html(moved))
