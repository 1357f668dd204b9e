"""The site while it is written: nothing is made before it is asked for, and what a reader sees is made first."""

from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from threading import RLock
from urllib.parse import unquote

from sevenstep.analysis.analyse import analysis_of
from sevenstep.checking.check import Checked
from sevenstep.diagrams.output.engine import EngineName
from sevenstep.language import Language
from sevenstep.model.choices import Edition
from sevenstep.publishing.chapter_links import images
from sevenstep.publishing.context import Context, make_context
from sevenstep.publishing.figures import Drawer, FiguresOnDemand
from sevenstep.publishing.former_pages import former_pages
from sevenstep.publishing.navigation import Entry, entries
from sevenstep.publishing.pages.party_view import party_refs
from sevenstep.publishing.rendering import element_page, element_pages, has_page, party_page
from sevenstep.publishing.search_index import PATH, search_index
from sevenstep.publishing.site.language_build import filled, render
from sevenstep.publishing.site.page_shell import Shells, kind_of_shell
from sevenstep.publishing.views import Page

Outline = tuple[tuple[str, str, str], ...]
"""The site's title; then path, title and group of every page of the navigation."""


class Theme:
    """What MkDocs makes of a navigation: shells, and files in a folder. It outlives the changes of the model."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shells: Shells = {}
        self._outline: Outline = ()

    def shells(self, context: Context, listed: Mapping[str, Entry], other: Language | None, page: Page) -> Shells:
        """Shells of which one fits the page; rendered again where the navigation, or a page's shell, is another."""
        pages = ((entry.path, entry.title, entry.group) for entry in listed.values())
        outline = (("", context.said(context.header.title), ""), *pages)
        if outline != self._outline or kind_of_shell(page) not in self._shells:
            self._render(context, [entry.page(context) for entry in listed.values()], other)
            self._outline = outline
        return self._shells

    def file(self, path: str) -> bytes | None:
        """A file of the theme."""
        try:
            found = (self._folder / path).resolve()
            is_inside = found.is_relative_to(self._folder.resolve())
            return found.read_bytes() if is_inside and found.is_file() else None
        except (OSError, ValueError):  # a path that no system knows
            return None

    def _render(self, context: Context, listed: Sequence[Page], other: Language | None) -> None:
        title = context.said(context.header.title)
        self._shells = render(title, listed, {}, context.language, other, self._folder)


class LiveLanguage:
    """The site of one state of the model, in one language; `other_root` leads to the root of the other."""

    def __init__(
        self,
        checked: Checked,
        folder: Path,
        language: Language,
        theme: Theme,
        engine: EngineName | None = None,
        edition: Edition | None = None,
    ) -> None:
        self._checked = checked
        self._folder = folder
        self._language = language
        self._theme = theme
        shown = edition or checked.chain.engagement.header.settings.edition
        self._figures = FiguresOnDemand(Drawer(checked.chain, language, engine, shown is Edition.AUTHORS))
        self._context = make_context(checked, language, self._figures, edition=shown)
        self._listed = {entry.path: entry for entry in entries(self._context)}
        self._elements = {
            unquote(self._context.refs[key].url).removesuffix(".html"): element
            for key, element in checked.chain.elements.items()
            if has_page(element)
        }
        sheets = party_refs(self._context)
        self._parties = {
            unquote(sheets[sheet.actor.id].url).removesuffix(".html"): sheet for sheet in self._context.parties
        }
        self._index: bytes | None = None
        self._lock = RLock()
        self._index_lock = RLock()

    def read(self, path: str, other: Language | None, other_root: str) -> bytes | None:
        """What stands at the path from the root, or None."""
        if path.endswith(".html"):
            page = self._page(path.removesuffix(".html"))
            return self._filled(page, other, other_root) if page is not None else former_pages(self._context).get(path)
        if path == PATH:
            return self._search_index()
        found = self._figures.file(path)
        return found if found is not None else self._images.get(path) or self._theme.file(path)

    @property
    def _images(self) -> Mapping[str, bytes]:
        return images(self._checked.chain.engagement, self._folder)

    def _page(self, path: str) -> Page | None:
        if path in self._listed:
            return self._listed[path].page(self._context)
        if path in self._parties:
            return party_page(self._context, self._parties[path])
        element = self._elements.get(path)
        return element_page(self._context, element) if element is not None else None

    def _filled(self, page: Page, other: Language | None, other_root: str) -> bytes:
        with self._lock:
            shells = self._theme.shells(self._context, self._listed, other, page)
        return filled(shells, page, other_root).encode("utf-8")

    def _search_index(self) -> bytes:
        """What search finds; it takes as long as writing all pages, and nobody waits for it but the search."""
        with self._index_lock:
            if self._index is None:
                listed = (entry.page(self._context) for entry in self._listed.values())
                self._index = search_index(chain(listed, element_pages(self._context)))
            return self._index


class LiveSite:
    """All languages of one state of the model; the first stands at the root, the other in a folder of its name."""

    def __init__(
        self,
        checked: Checked,
        folder: Path,
        languages: Sequence[Language],
        themes: Mapping[Language, Theme],
        engine: EngineName | None = None,
        edition: Edition | None = None,
    ) -> None:
        analysis_of(checked.chain)  # both languages lean on it; what is wrong with it shows now
        self._languages = tuple(languages)
        self._checked = checked
        self._folder = folder
        self._themes = themes
        self._engine = engine
        self._edition = edition
        self._by_language: dict[Language, LiveLanguage] = {}
        self._lock = RLock()
        self._in_language(self._languages[0])

    def read(self, path: str) -> bytes | None:
        """What stands at the path from the site's root, without a leading slash; None where nothing does."""
        first, *others = self._languages
        if path == "" or path.endswith("/"):
            path += "index.html"
        for other in others:
            if path.startswith(f"{other}/"):
                return self._in_language(other).read(path.removeprefix(f"{other}/"), first, "../")
        other_root = f"{others[0]}/" if others else ""
        return self._in_language(first).read(path, others[0] if others else None, other_root)

    def _in_language(self, language: Language) -> LiveLanguage:
        with self._lock:
            if language not in self._by_language:
                self._by_language[language] = LiveLanguage(
                    self._checked, self._folder, language, self._themes[language], self._engine, self._edition
                )
            return self._by_language[language]
