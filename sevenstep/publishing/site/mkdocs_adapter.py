"""Handing finished pages to MkDocs: as its files, its navigation and the entries of its search."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from sevenstep.publishing.search import index_entries
from sevenstep.publishing.site.assets import assets, scripts
from sevenstep.publishing.views import Heading, Page


def shown(title: str) -> Markup:
    """A title for a theme: themes put titles into pages as they are, and a few escape them; both come out right."""
    return escape(title)


def page_file(
    config: MkDocsConfig, name: str, *, title: str, hides_contents: bool, is_listed: bool, other: str = ""
) -> File:
    """An empty Markdown page, in whose place ours is put; `other` is its address in the other language."""
    meta: dict[str, Any] = {"title": title}
    if hides_contents:
        meta["hide"] = ["toc"]
    if other:
        meta["sevenstep_other"] = other
    if _search_index(config) is not None:
        meta["search"] = {"exclude": True}  # it would take every page apart again; ours are indexed as they are made
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items())
    inclusion = InclusionLevel.INCLUDED if is_listed else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, name, content=f"---\n{head}---\n", inclusion=inclusion)
    file.use_directory_urls = False  # our links name files, so that they work without a server
    return file


def file_of(config: MkDocsConfig, folder: str, page: Page, other: str = "") -> File:
    """The page as a file of MkDocs below `folder`."""
    return page_file(
        config,
        f"{folder}{page.path}.md",
        title=str(shown(page.title)),
        hides_contents=page.wide or not page.toc,
        is_listed=page.listed,
        other=other,
    )


def put(page: MkDocsPage, body: str, contents: Iterable[Heading]) -> str:
    """Give MkDocs' page our contents; the HTML that goes in place of its own."""
    page.toc = TableOfContents([AnchorLink(shown(heading.title), heading.anchor, 2) for heading in contents])
    return body


def add_assets(config: MkDocsConfig, folder: str) -> None:
    """Have every page load our styles and scripts."""
    config.extra_css.extend(f"{folder}assets/{name}.css" for name in ("sevenstep", "review"))
    config.extra_javascript.extend(f"{folder}{path}" for path in scripts())


def files_of(config: MkDocsConfig, folder: str, made: Mapping[str, bytes]) -> Iterator[File]:
    """The pictures, and what every site brings along, as files of MkDocs below `folder`."""
    for name, data in {**made, **assets()}.items():
        yield File.generated(config, f"{folder}{name}", content=data)


def navigation(listed: Iterable[Page], folder: str) -> list[dict[str, Any]]:
    """The entries of the navigation; pages of a group stand below its heading."""
    entries: list[dict[str, Any]] = []
    for group, pages in groupby(listed, key=lambda page: page.group):
        found: list[dict[str, Any]] = [{shown(page.title): f"{folder}{page.path}.md"} for page in pages]
        entries += [{shown(group): found}] if group else found
    return entries


def add_to_search(config: MkDocsConfig, folder: str, pages: Iterable[Page]) -> None:
    """Have the theme's search find the pages; another search plugin reads them itself."""
    index = _search_index(config)
    if index is not None:
        for page in pages:
            index.extend({**entry, "location": folder + entry["location"]} for entry in index_entries(page))


def _search_index(config: MkDocsConfig) -> list[dict[str, Any]] | None:
    """The entries of the theme's search plugin."""
    for plugin in config.plugins.values():
        entries = getattr(getattr(plugin, "search_index", None), "entries", None)
        if isinstance(entries, list):
            return entries
    return None
