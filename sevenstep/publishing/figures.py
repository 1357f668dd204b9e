"""The pictures of a site: drawn once a language, each as inline SVG and as a file of its own."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from threading import RLock

from sevenstep.analysis.analyse import analysis_of
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import FLOW, FLOW_DATA, FLOW_DIFFERENCE, picture_meant
from sevenstep.diagrams.charts import as_picture
from sevenstep.diagrams.charts.catalogue import charts
from sevenstep.diagrams.charts.chart import Chart
from sevenstep.diagrams.looks.heats import EVERY
from sevenstep.diagrams.output.engine import EngineName
from sevenstep.diagrams.output.picture import Picture, inline, standalone
from sevenstep.diagrams.output.render import render
from sevenstep.diagrams.output.rendered import Rendered, RenderFailed
from sevenstep.diagrams.pictures import catalogue
from sevenstep.language import Language
from sevenstep.publishing.context import ROOT, list_url, page_url
from sevenstep.publishing.picture_switches import switches
from sevenstep.publishing.print_sheet import largest, room, sheet_for
from sevenstep.publishing.views import Figure, Html

_Rendered = Rendered | RenderFailed
FOLDER = "assets/pictures"
_IN_TABS = frozenset(picture.family for picture in (FLOW, FLOW_DATA, FLOW_DIFFERENCE))
_READABLE = 11.0
"""How large the smallest words of a picture are at least, in pixels, however narrow the page."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The pictures by name, and their files by path from the site's root."""

    by_name: dict[str, Figure]
    files: dict[str, bytes]


class Drawer:
    """Draws the pictures and charts of an engagement, with `ids` in their boxes for authors; one that fails says so."""

    def __init__(
        self,
        chain: Chain,
        language: Language,
        engine: EngineName | None = None,
        ids: bool = False,
    ) -> None:
        self._chain = chain
        self._language = language
        self._engine = engine
        self._ids = ids
        self.pictures = tuple(_names(chain))

    @property
    def names(self) -> tuple[str, ...]:
        """The pictures, then the charts."""
        return (*self.pictures, *self._charts)

    @cached_property
    def _charts(self) -> dict[str, Chart]:
        return {chart.name: chart for chart in charts(self._chain, analysis_of(self._chain), self._language)}

    def has(self, name: str) -> bool:
        """Whether there is a picture or chart of that name."""
        return name in self.pictures or name in self._charts

    def draw(self, names: Iterable[str], progress: Callable[[int, int], None] | None = None) -> Iterator["Drawn"]:
        """Those of these names; `progress` is told how many of the pictures are done."""
        asked = tuple(names)
        pictures = [name for name in asked if name in self.pictures]
        yield from self._draw_pictures(pictures, progress or _untold)
        of_charts = [name for name in asked if name not in self.pictures]
        if of_charts:
            yield from _drawn_charts(self._charts[name] for name in of_charts)

    def draw_charts(self, part: int, parts: int) -> Iterator["Drawn"]:
        """One of several parts of all charts: only these are made."""
        found = charts(self._chain, analysis_of(self._chain), self._language, part, parts)
        yield from _drawn_charts(found)

    def _draw_pictures(self, names: list[str], progress: Callable[[int, int], None]) -> Iterator["Drawn"]:
        chain, language, ids = self._chain, self._language, self._ids
        rows = [catalogue.rows(chain, name, language, page_url, room(), ids=ids) for name in names]
        scenes = [
            catalogue.draw(chain, name, language, page_url, ids=ids, heat=EVERY, list_of=list_url) for name in names
        ]
        every = [*scenes, *(row for each in rows for row in each)]
        rendered = render(every, self._engine)
        pictures = list(_told(rendered, len(scenes), progress))
        behind = iter(pictures[len(scenes) :])
        for result, cut in zip(pictures, rows, strict=False):
            title = result.scene.title.for_language(language)
            strips = list(islice(behind, len(cut)))
            if isinstance(result, RenderFailed):
                yield _failed(result.scene.name, title, result.message.for_language(language))
            else:
                yield _in_rows(_switched(chain, _shown(title, result.picture), result.picture, language), strips)


def figures(
    chain: Chain,
    language: Language,
    engine: EngineName | None,
    progress: Callable[[int, int], None],
    ids: bool = False,
) -> Figures:
    """Draw every picture of the engagement."""
    drawer = Drawer(chain, language, engine, ids)
    drawn = list(drawer.draw(drawer.names, progress))
    files = {path: content for drawing in drawn for path, content in drawing.files.items()}
    return Figures({drawing.figure.name: drawing.figure for drawing in drawn}, files)


class FiguresOnDemand(Mapping[str, Figure]):
    """The same pictures, each drawn when it is first looked at."""

    def __init__(self, drawer: Drawer) -> None:
        self._drawer = drawer
        self._drawn: dict[str, Drawn] = {}
        self._lock = RLock()

    def __getitem__(self, name: str) -> Figure:
        return self._draw(name).figure

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._drawer.has(name)

    def __iter__(self) -> Iterator[str]:
        yield from self._drawer.names

    def __len__(self) -> int:
        return len(self._drawer.names)

    def file(self, path: str) -> bytes | None:
        """The content of the file at that path from the site's root."""
        name = path.removeprefix(f"{FOLDER}/").rpartition(".")[0]
        return self._draw(name).files.get(path) if name in self else None

    def _draw(self, name: str) -> "Drawn":
        with self._lock:
            if name not in self._drawn:
                (self._drawn[name],) = self._drawer.draw([name])
            return self._drawn[name]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture for pages, and the content of its own file."""

    figure: Figure
    content: bytes | None

    @property
    def files(self) -> dict[str, bytes]:
        """The files of the picture, by their path from the site's root."""
        if self.content is None:
            return {}
        found = {self.figure.file: self.content}
        return {**found, self.figure.script: _script(self.figure)} if self.figure.script else found


def _script(figure: Figure) -> bytes:
    """The picture and its rows for pages that show them when they are asked for: pages from files load only scripts."""
    drawn = json.dumps([figure.svg, *(row.svg for row in figure.rows)], ensure_ascii=False)
    key = json.dumps(figure.script, ensure_ascii=False)
    return f"(window.sevenstepPictures = window.sevenstepPictures || {{}})[{key}] = {drawn};\n".encode()


def _switched(chain: Chain, drawn: Drawn, picture: Picture, language: Language) -> Drawn:
    return replace(drawn, figure=replace(drawn.figure, switches=switches(chain, picture.content, language)))


def _untold(_done: int, _total: int) -> None:
    pass


def _told(pictures: Iterable[_Rendered], most: int, progress: Callable[[int, int], None]) -> Iterator[_Rendered]:
    """The pictures; the first `most` of them are counted aloud."""
    for count, picture in enumerate(pictures, 1):
        if count <= most:
            progress(count, most)
        yield picture


def _in_rows(whole: Drawn, strips: list[_Rendered]) -> Drawn:
    """The picture with its rows, if all could be drawn."""
    rows = []
    for strip in strips:
        if isinstance(strip, RenderFailed):
            return whole
        rows.append(_figure(strip.picture, whole.figure.title, ""))
    if not rows:
        return whole
    sheet = largest(row.sheet for row in rows)
    return replace(whole, figure=replace(whole.figure, rows=tuple(rows), sheet=sheet))


def _drawn_charts(found: Iterable[Chart]) -> Iterator["Drawn"]:
    for chart in found:
        try:
            yield _shown(chart.title, as_picture.drawn(chart))
        except ValueError as error:
            yield _failed(chart.name, chart.title, str(error)[:200])


def _shown(title: str, picture: Picture) -> Drawn:
    up = "../" * (FOLDER.count("/") + 1 + picture.name.count("/"))
    return Drawn(_figure(picture, title, _file(picture.name)), standalone(picture, up).encode("utf-8"))


def _figure(picture: Picture, title: str, file: str) -> Figure:
    """The picture for pages: its links begin with ROOT, as all that is written without knowing its page."""
    svg = Html(inline(picture, ROOT, _READABLE))
    script = f"{FOLDER}/{picture.name}.js" if file and picture.name.partition("/")[0] in _IN_TABS else ""
    return Figure(picture.name, title, svg, file, sheet=sheet_for(picture.width, picture.height)[0], script=script)


def _failed(name: str, title: str, why: str) -> Drawn:
    return Drawn(Figure(name, title, None, "", why), None)


def _file(name: str) -> str:
    return f"{FOLDER}/{name}.svg"


def _names(chain: Chain) -> list[str]:
    return list(dict.fromkeys([*catalogue.names(chain), *_asked_for(chain)]))


def _asked_for(chain: Chain) -> Iterator[str]:
    """The pictures that chapters place besides."""
    for chapter in chain.engagement.chapters:
        for mark in chapter.marks:
            if mark.kind == "picture" and mark.is_block and (name := picture_meant(chain, mark.name)) is not None:
                yield name
