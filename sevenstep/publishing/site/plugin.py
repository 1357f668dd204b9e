"""The MkDocs plugin: a thin shell that puts our pages into MkDocs' build.

In someone's own project: ``plugins: [search, sevenstep: {model: path/to/engagement}]``.
"""

import logging
from itertools import chain
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from sevenstep.checking.given import edition_of
from sevenstep.failure import Failure
from sevenstep.language import Language, Text, many
from sevenstep.publishing.content import Content, content
from sevenstep.publishing.site.mkdocs_adapter import (
    add_assets,
    add_to_search,
    file_of,
    files_of,
    navigation,
    put,
    shown,
)
from sevenstep.publishing.site.theirs import Kept, Theirs
from sevenstep.publishing.views import Page

LOG = logging.getLogger("mkdocs.plugins.sevenstep")


class PluginConfig(Config):
    """What ``mkdocs.yml`` says of the plugin."""

    model = config_options.Type(str, default="")
    language = config_options.Type(str, default="")
    folder = config_options.Type(str, default="model")
    edition = config_options.Type(str, default="")


class SevenstepPlugin(BasePlugin[PluginConfig]):
    """Generates the pages of an engagement in someone's project."""

    def __init__(self) -> None:
        self._folder = ""
        self._pages: dict[str, Page] = {}

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the model, bring our styles and scripts."""
        self._folder = f"{self.config.folder.strip('/')}/" if self.config.folder.strip("/") else ""
        folder = Path(config.config_file_path or ".").parent / self.config.model
        config.watch.append(str(folder))
        add_assets(config, self._folder)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages, pictures and assets, and our entries of the navigation; what is theirs stays."""
        try:
            made = self._read(config)
            listed = self._add(made, files, config)
        except Failure as failure:
            raise PluginError(f"sevenstep: {failure.message.for_language(self._language(config))}") from failure
        if config.nav is not None:
            config.nav = [*config.nav, {shown(made.title): navigation(listed, self._folder)}]
        return files

    def _add(self, made: Content, files: Files, config: MkDocsConfig) -> list[Page]:
        """Add all that there is room for; the pages of ours that the navigation can show."""
        theirs = Theirs(files)
        listed = []
        for page in chain(made.pages, made.elements()):
            file = file_of(config, self._folder, page)
            kept = theirs.add(file, page.title)
            if kept is None or not kept.hides:
                self._pages[file.src_uri] = page
            if kept is None and page.listed:
                listed.append(page)
            self._tell(kept, config)
        for file in files_of(config, self._folder, made.files):
            self._tell(theirs.add(file, file.name), config)
        return listed

    def _tell(self, kept: Kept | None, config: MkDocsConfig) -> None:
        if kept is not None:
            LOG.warning("sevenstep: %s", kept.message.for_language(self._language(config)))

    def _language(self, config: MkDocsConfig) -> Language:
        wanted = self.config.language or str(config.theme.get("language", "") or "")
        return "zh" if wanted.startswith("zh") else "en"

    def _read(self, config: MkDocsConfig) -> Content:
        from sevenstep.checking.load import load_and_check

        folder = Path(config.config_file_path or ".").parent / self.config.model
        checked = load_and_check(folder)
        if checked.errors:
            said = Text(
                zh=f"{folder}：{checked.errors} 个错误，见“模型检查”页",
                en=f"{folder}: {many(checked.errors, 'error')}, see the page of the model check",
            )
            LOG.warning("sevenstep: %s", said.for_language(self._language(config)))
        return content(checked, self._language(config), folder=folder, edition=edition_of(self.config.edition or None))

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give our page its title in the form that no theme gets wrong; what is written in its file is plain text."""
        if (ours := self._pages.get(page.file.src_uri)) is not None:
            page.meta["title"] = shown(ours.title)
        return markdown

    @event_priority(100)
    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put our HTML in place of the empty Markdown page."""
        ours = self._pages.get(page.file.src_uri)
        return html if ours is None else put(page, ours.html, ours.toc)

    @event_priority(100)  # before the search writes its index
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Have search find our pages."""
        add_to_search(config, self._folder, self._pages.values())
