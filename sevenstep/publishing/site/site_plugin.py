"""The MkDocs plugin of our own sites: it has the theme render shells for the pages."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from sevenstep.publishing.site import page_shell, search_worker
from sevenstep.publishing.site.mkdocs_adapter import add_assets, files_of, navigation, page_file, put
from sevenstep.publishing.site.page_shell import Shell, ShellKind, shell_of
from sevenstep.publishing.views import Page

_SHARED = tuple(
    page_shell.shared(depth, has_contents=has, wide=wide)
    for depth in (1, 2)
    for has in (True, False)
    for wide in (True, False)
)


class NoOptions(Config):
    """Nothing is set from outside."""


class SitePlugin(BasePlugin[NoOptions]):
    """Shells for the `listed` pages and for those of elements; `files` go into the site as they are.

    The theme sees none of their titles, nor the site's: it gets a mark for each.
    """

    def __init__(self, title: str, listed: Sequence[Page], files: Mapping[str, bytes], *, has_other: bool) -> None:
        self._listed = listed
        self._said = {
            page_shell.SITE: title,
            **{page_shell.in_navigation(at): page.title for at, page in enumerate(listed)},
        }
        self._files = files
        self._other = page_shell.OTHER if has_other else ""
        self._kinds: dict[str, ShellKind] = {}
        self.shells: dict[ShellKind, Shell] = {}

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Bring our styles, scripts and navigation."""
        config.site_name = page_shell.SITE
        add_assets(config, "")
        config.nav = navigation(
            [replace(page, title=page_shell.in_navigation(at)) for at, page in enumerate(self._listed)], ""
        )
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a page for each shell, and the other files."""
        for kind in (*map(page_shell.kind_of_shell, self._listed), *_SHARED):
            name = f"{kind.path}.md"
            self._kinds[name] = kind
            hides = kind.wide or not kind.has_contents
            is_listed = kind not in _SHARED
            files.append(
                page_file(
                    config, name, title=page_shell.TITLE, hides_contents=hides, is_listed=is_listed, other=self._other
                )
            )
        for file in files_of(config, "", self._files):
            files.append(file)
        search_worker.replace(files, config)
        return files

    @event_priority(100)
    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put marks in place of the empty Markdown page."""
        return put(page, page_shell.BODY, self._kinds[page.file.src_uri].contents)

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Keep the shell; given nothing, MkDocs writes nothing."""
        self.shells[self._kinds[page.file.src_uri]] = shell_of(output, self._said)
        return ""
