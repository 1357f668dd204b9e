"""The MkDocs plugin of our own sites: the theme renders the pages of the navigation, and one page for all others."""

from collections.abc import Callable, Iterator
from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from sevenstep.publish import frame, search_worker
from sevenstep.publish.content import Content
from sevenstep.publish.frame import Frame, Shape
from sevenstep.publish.handover import add_assets, add_files, add_to_search, file_of, navigation, page_file, put
from sevenstep.publish.views import Page

_SHAPES = tuple(Shape(depth, has, wide) for depth in (1, 2) for has in (True, False) for wide in (True, False))


class NoOptions(Config):
    """Nothing is set from outside."""


class SitePlugin(BasePlugin[NoOptions]):
    """Puts `made` content into the build; `other_page` gives a page's address in the other language, from the root."""

    def __init__(self, made: Content, other_page: Callable[[str], str] | None = None) -> None:
        self._made = made
        self._other_page = other_page
        self._pages: dict[str, Page] = {}
        self._shapes: dict[str, Shape] = {}
        self._frames: dict[Shape, Frame] = {}
        self.written = 0

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Bring our styles, scripts and navigation."""
        add_assets(config, "")
        config.nav = navigation(self._made)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages of the navigation, one page of each shape for those of the elements, and the other files."""
        for page in self._made.pages:
            file = file_of(config, "", page, is_listed=True, other=self._other(page))
            self._pages[file.src_uri] = page
            files.append(file)
        for shape in _SHAPES:
            hides = shape.wide or not shape.has_contents
            other = frame.OTHER if self._other_page is not None else ""
            name = f"{shape.path}.md"
            self._shapes[name] = shape
            files.append(page_file(config, name, title=frame.TITLE, hides_contents=hides, is_listed=False, other=other))
        add_files(files, config, "", self._made.files)
        search_worker.mend(files, config)
        return files

    @event_priority(100)
    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put our HTML in place of the empty Markdown page."""
        shape = self._shapes.get(page.file.src_uri)
        if shape is not None:
            return put(page, frame.BODY, shape.contents)
        ours = self._pages[page.file.src_uri]
        return put(page, ours.html, ours.toc)

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Keep the frames; given nothing, MkDocs writes nothing."""
        shape = self._shapes.get(page.file.src_uri)
        if shape is None:
            return output
        self._frames[shape] = Frame(output)
        return ""

    @event_priority(100)  # before the search writes its index
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the pages of the elements."""
        add_to_search(config, "", self._made.pages)
        add_to_search(config, "", self._written(Path(config.site_dir)))

    def _written(self, site: Path) -> Iterator[Page]:
        for page in self._made.elements():
            path = site / f"{page.path}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            filled = self._frames[frame.shape_of(page)].filled(page, self._other(page))
            path.write_text(filled, encoding="utf-8", newline="\n")
            self.written += 1
            yield page

    def _other(self, page: Page) -> str:
        return "../" * page.path.count("/") + self._other_page(page.path) if self._other_page is not None else ""
