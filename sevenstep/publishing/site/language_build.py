"""The site in one language: MkDocs and its theme around the finished pages."""

import logging
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sevenstep import resources
from sevenstep.failure import Failure
from sevenstep.language import NAMES, Language, Text
from sevenstep.publishing.site import site_plugin
from sevenstep.publishing.site.assets import WORKER
from sevenstep.publishing.site.page_shell import Shells, kind_of_shell
from sevenstep.publishing.views import Page
from sevenstep.publishing.words.words import words


def filled(shells: Shells, page: Page, other_root: str) -> str:
    """The page in its shell; `other_root` is that of the other language, seen from the root of this one."""
    other = f"{'../' * page.path.count('/')}{other_root}{page.path}.html" if other_root else ""
    return shells[kind_of_shell(page)].filled(page, other)


def render(
    title: str,
    listed: Sequence[Page],
    files: Mapping[str, bytes],
    language: Language,
    other: Language | None,
    site_dir: Path,
) -> Shells:
    """Have MkDocs render the shells, and put the theme's and our files into `site_dir`; raises Failure."""
    from mkdocs.commands.build import build
    from mkdocs.exceptions import MkDocsException

    with tempfile.TemporaryDirectory() as empty, _quiet():
        try:
            config = _config(language, other, site_dir, Path(empty))
            plugin = site_plugin.SitePlugin(title, listed, files, has_other=other is not None)
            config.plugins["sevenstep"] = plugin
            build(config)
        except (MkDocsException, SystemExit) as error:
            raise Failure(
                Text(zh=f"站点生成失败：{error}", en=f"The site could not be built: {error}"),
                Text(zh="旧站点原样保留", en="The old site is as it was"),
            ) from error
    (site_dir / "404.html").unlink(missing_ok=True)  # its addresses start at a server's root: a zip has none
    return plugin.shells


def _config(language: Language, other: Language | None, site_dir: Path, docs: Path) -> Any:
    from mkdocs.config import load_config

    config = load_config(
        str(resources.site() / "mkdocs.yml"),
        docs_dir=str(docs),
        site_dir=str(site_dir),
        extra_css=[],
        extra_javascript=[],
    )
    said = words(language)
    config.theme["language"] = language
    for palette, name in zip(config.theme["palette"], (said["dark"], said["light"]), strict=True):
        palette["toggle"]["name"] = name
    config.extra["skip"] = said["skip"]
    config.extra["polyfills"] = [WORKER]
    if other is not None:
        config.extra["alternate"] = [{"name": NAMES[other], "link": "./", "lang": other}]
    return config


@contextmanager
def _quiet() -> Iterator[None]:
    """MkDocs talks about what is none of the reader's business; what goes wrong arrives as an exception."""
    loggers = [logging.getLogger(name) for name in ("mkdocs", "material")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    before = os.environ.get("NO_MKDOCS_2_WARNING")
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
        if before is None:
            del os.environ["NO_MKDOCS_2_WARNING"]
