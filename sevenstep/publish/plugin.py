"""The MkDocs plugin: a thin shell that puts our pages into MkDocs' build.

In someone's own project: ``plugins: [search, sevenstep: {model: path/to/engagement}]``.
"""

import html
import json
import logging
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from sevenstep.failure import Failure
from sevenstep.language import NAMES, Language
from sevenstep.publish.assets import assets, scripts
from sevenstep.publish.content import Content, content
from sevenstep.publish.views import Page
from sevenstep.publish.words import words

LOG = logging.getLogger("mkdocs.plugins.sevenstep")


class PluginConfig(Config):
    """What ``mkdocs.yml`` says of the plugin."""

    model = config_options.Type(str, default="")
    language = config_options.Type(str, default="")
    folder = config_options.Type(str, default="model")


class SevenstepPlugin(BasePlugin[PluginConfig]):
    """Generates the pages of an engagement; given finished `made` content, it reads nothing itself."""

    def __init__(
        self, made: Content | None = None, other_page: Callable[[str], str] | None = None, folder: str = ""
    ) -> None:
        self._made = made
        self._other_page = other_page
        self._folder = folder
        self._pages: dict[str, Page] = {}

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the content, watch the model, bring our styles and scripts."""
        if self._made is None:
            self._folder = f"{self.config.folder.strip('/')}/" if self.config.folder.strip("/") else ""
            folder = Path(config.config_file_path or ".").parent / self.config.model
            config.watch.append(str(folder))
        config.extra_css.append(f"{self._folder}assets/sevenstep.css")
        config.extra_css.append(f"{self._folder}assets/review.css")
        config.extra_javascript.extend(f"{self._folder}{path}" for path in scripts())
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages, pictures and assets, and our entries of the navigation."""
        made = self._made or self._read(config)
        self._pages = {f"{self._folder}{page.path}.md": page for page in made.pages}
        for name, page in self._pages.items():
            files.append(self._page_file(config, name, page, made.language))
        for name, data in {**made.files, **assets()}.items():
            files.append(File.generated(config, f"{self._folder}{name}", content=data))
        entries = _navigation(made, self._folder)
        if config.nav is None and self._made is not None:
            config.nav = entries
        elif config.nav is not None:
            config.nav = [*config.nav, {html.escape(made.title): entries}]
        return files

    def _read(self, config: MkDocsConfig) -> Content:
        from sevenstep.rules.load import load_and_check

        folder = Path(config.config_file_path or ".").parent / self.config.model
        wanted = self.config.language or str(config.theme.get("language", "") or "")
        language: Language = "zh" if wanted.startswith("zh") else "en"
        try:
            checked = load_and_check(folder)
            if checked.errors:
                LOG.warning("%s: %d errors; see the page of problems", folder, checked.errors)
            return content(checked, language, folder=folder)
        except Failure as failure:
            said = failure.message.in_(language)
            raise PluginError(f"sevenstep: {said}") from failure

    def _page_file(self, config: MkDocsConfig, name: str, page: Page, language: Language) -> File:
        is_listed = _is_listed(page)
        meta: dict[str, Any] = {"title": html.escape(page.title)}
        if page.wide or not page.toc:
            meta["hide"] = ["toc"]
        if page.unsearched:
            meta["search"] = {"exclude": True}
        if self._other_page is not None:
            up = "../" * page.path.count("/")
            meta["sevenstep_other"] = up + self._other_page(page.path)
        head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items())
        file = File.generated(
            config,
            name,
            content=f"---\n{head}---\n",
            inclusion=InclusionLevel.INCLUDED if is_listed else InclusionLevel.NOT_IN_NAV,
        )
        file.use_directory_urls = False  # our links name files, so that they work without a server
        return file

    @event_priority(100)
    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put our HTML in place of the empty Markdown page."""
        ours = self._pages.get(page.file.src_uri)
        if ours is None:
            return html
        page.toc = TableOfContents([AnchorLink(_escaped(one.title), one.anchor, 2) for one in ours.toc])
        return ours.html


def _escaped(text: str) -> str:
    return html.escape(text)


def _is_listed(page: Page) -> bool:
    """Whether the page stands in the navigation: pages of elements do not."""
    return "/" not in page.path or bool(page.group)


def _navigation(made: Content, folder: str) -> list[dict[str, Any]]:
    """The entries of the navigation: overview, chapters, steps, matrices, problems."""
    entries: list[dict[str, Any]] = []
    for group, pages in groupby(filter(_is_listed, made.pages), key=lambda page: page.group):
        listed = [{html.escape(page.title): f"{folder}{page.path}.md"} for page in pages]
        entries += [{html.escape(group): listed}] if group else listed
    return entries


def switch_entry(language: Language) -> list[dict[str, str]]:
    """What the theme needs to show the language switch."""
    return [{"name": NAMES[language], "link": "./", "lang": language}]


def toggle_names(language: Language) -> tuple[str, str]:
    """The words on the switch between light and dark."""
    said = words(language)
    return said["dark"], said["light"]
