"""The pictures of a site: drawn once a language, each as inline SVG and as a file of its own."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from threading import RLock

from sevenstep.analysis.analyse import analysis_of
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import picture_meant
from sevenstep.diagrams.charts import vega
from sevenstep.diagrams.charts.catalogue import charts
from sevenstep.diagrams.charts.chart import Chart
from sevenstep.diagrams.looks.heats import EVERY
from sevenstep.diagrams.output import dot
from sevenstep.diagrams.output.engine import EngineName
from sevenstep.diagrams.output.picture import Picture, inline, standalone
from sevenstep.diagrams.pictures import catalogue
from sevenstep.language import Language
from sevenstep.publishing.context import ROOT, page_url
from sevenstep.publishing.picture_switches import switches
from sevenstep.publishing.print_sheet import largest, room, sheet_for
from sevenstep.publishing.views import Figure, Html

_Rendered = dot.Rendered | dot.RenderFailed
_FOLDER = "assets/pictures"
_READABLE = 11.0
"""How large the smallest words of a picture are at least, in pixels, however narrow the page."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The pictures by name, and their files by path from the site's root."""

    by_name: dict[str, Figure]
    files: dict[str, bytes]


def figures(
    chain: Chain,
    language: Language,
    engine: EngineName | None,
    progress: Callable[[int, int], None],
    ids: bool = False,
) -> Figures:
    """Draw every picture of the engagement, with `ids` in its boxes for authors; one that fails says so there."""
    names = _names(chain)
    drawn = [*_pictures(chain, names, language, engine, progress, ids), *_charts(_all_charts(chain, language))]
    files = {drawing.figure.file: drawing.content for drawing in drawn if drawing.content is not None}
    return Figures({drawing.figure.name: drawing.figure for drawing in drawn}, files)


class FiguresOnDemand(Mapping[str, Figure]):
    """The same pictures, each drawn when it is first looked at."""

    def __init__(self, chain: Chain, language: Language, engine: EngineName | None = None, ids: bool = False) -> None:
        self._chain = chain
        self._language = language
        self._engine = engine
        self._ids = ids
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
                    (drawn,) = _pictures(self._chain, [name], self._language, self._engine, _untold, self._ids)
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
    ids: bool,
) -> Iterator[_Drawn]:
    rows = [catalogue.rows(chain, name, language, page_url, room(), ids=ids) for name in names]
    scenes = [catalogue.draw(chain, name, language, page_url, ids=ids, heat=EVERY) for name in names]
    rendered = dot.render([*scenes, *(row for every in rows for row in every)], engine=engine)
    pictures = list(_told(rendered, len(scenes), progress))
    behind = iter(pictures[len(scenes) :])
    for result, cut in zip(pictures, rows, strict=False):
        title = result.scene.title.for_language(language)
        strips = list(islice(behind, len(cut)))
        if isinstance(result, dot.RenderFailed):
            yield _failed(result.scene.name, title, result.message.for_language(language))
        else:
            yield _in_rows(_switched(chain, _shown(title, result.picture), result.picture, language), strips)


def _switched(chain: Chain, drawn: _Drawn, picture: Picture, language: Language) -> _Drawn:
    return replace(drawn, figure=replace(drawn.figure, switches=switches(chain, picture.content, language)))


def _untold(_done: int, _total: int) -> None:
    pass


def _told(pictures: Iterable[_Rendered], most: int, progress: Callable[[int, int], None]) -> Iterator[_Rendered]:
    """The pictures; the first `most` of them are counted aloud."""
    for count, picture in enumerate(pictures, 1):
        if count <= most:
            progress(count, most)
        yield picture


def _in_rows(whole: _Drawn, strips: list[_Rendered]) -> _Drawn:
    """The picture with its rows, if all could be drawn."""
    rows = []
    for strip in strips:
        if isinstance(strip, dot.RenderFailed):
            return whole
        rows.append(_figure(strip.picture, whole.figure.title, ""))
    if not rows:
        return whole
    sheet = largest(row.sheet for row in rows)
    return replace(whole, figure=replace(whole.figure, rows=tuple(rows), sheet=sheet))


def _charts(drawn: Iterable[Chart]) -> Iterator[_Drawn]:
    for result in vega.render(drawn):
        chart = result.chart
        if result.picture is None:
            yield _failed(chart.name, chart.title, result.failed)
        else:
            yield _shown(chart.title, result.picture)


def _all_charts(chain: Chain, language: Language) -> Iterator[Chart]:
    return charts(chain, analysis_of(chain), language)


def _shown(title: str, picture: Picture) -> _Drawn:
    up = "../" * (_FOLDER.count("/") + 1 + picture.name.count("/"))
    return _Drawn(_figure(picture, title, _file(picture.name)), standalone(picture, up).encode("utf-8"))


def _figure(picture: Picture, title: str, file: str) -> Figure:
    """The picture for pages: its links begin with ROOT, as all that is written without knowing its page."""
    svg = Html(inline(picture, ROOT, _READABLE))
    return Figure(picture.name, title, svg, file, sheet=sheet_for(picture.width, picture.height)[0])


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
