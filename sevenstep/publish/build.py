"""Building the site: MkDocs and its theme, once a language, into one folder that then becomes the site."""

import logging
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sevenstep.diagrams.engine import EngineName
from sevenstep.failure import Failure
from sevenstep.language import NAMES, Language, Text
from sevenstep.publish import resources
from sevenstep.publish.assets import WORKER
from sevenstep.publish.content import Content, content
from sevenstep.publish.replace import replacing
from sevenstep.publish.words import words
from sevenstep.rules.check import Checked

Progress = Callable[[Text, int, int], None]

_DRAWING = Text(zh="画图", en="Drawing")
_BUILDING = Text(zh="生成页面", en="Building pages")


@dataclass(frozen=True, slots=True)
class Published:
    """What was built: pages and pictures, all languages together."""

    target: Path
    pages: int
    pictures: int


def publish(
    checked: Checked,
    folder: Path,
    target: Path,
    languages: Sequence[Language],
    *,
    progress: Progress | None = None,
    engine: EngineName | None = None,
) -> Published:
    """Build the site of a checked engagement (read from `folder`) into `target`, whole or not at all; raises Failure.

    The first language stands at the root, the other in a folder of its name.
    """
    if target.resolve() == folder.resolve() or folder.resolve().is_relative_to(target.resolve()):
        raise Failure(
            Text(
                zh=f"{target} 是模型所在的文件夹，不会被替换", en=f"{target} holds the model and will not be replaced"
            ),
            Text(zh="换一个输出文件夹", en="Choose another folder"),
        )
    tell = progress or (lambda _what, _done, _total: None)
    pages = pictures = 0
    with replacing(target) as new:
        for count, language in enumerate(languages):
            made = content(checked, language, engine, lambda done, total: tell(_DRAWING, done, total), folder)
            tell(_BUILDING, count, len(languages))
            others = [one for one in languages if one != language]
            site_dir = new / language if count else new
            pages += _build(made, site_dir, others[0] if others else None, is_root=not count)
            pictures += len(made.files)
            tell(_BUILDING, count + 1, len(languages))
    return Published(target, pages, pictures)


def _build(made: Content, site_dir: Path, other: Language | None, *, is_root: bool) -> int:
    """Build the site in one language; the number of its pages."""
    from mkdocs.commands.build import build
    from mkdocs.exceptions import MkDocsException

    with tempfile.TemporaryDirectory() as empty, _quiet():
        try:
            config = _config(made, site_dir, Path(empty), other, is_root=is_root)
            build(config)
            (site_dir / "404.html").unlink(missing_ok=True)  # its addresses start at a server's root: a zip has none
            return len(made.pages) + int(config.plugins["sevenstep"].written)
        except (MkDocsException, SystemExit) as error:
            raise Failure(
                Text(zh=f"站点生成失败：{error}", en=f"The site could not be built: {error}"),
                Text(zh="旧站点原样保留", en="The old site is as it was"),
            ) from error


def _config(made: Content, site_dir: Path, docs: Path, other: Language | None, *, is_root: bool) -> Any:
    from mkdocs.config import load_config

    from sevenstep.publish.site_plugin import SitePlugin

    config = load_config(
        str(resources.site() / "mkdocs.yml"),
        site_name=made.title,
        docs_dir=str(docs),
        site_dir=str(site_dir),
        extra_css=[],
        extra_javascript=[],
    )
    config.theme["language"] = made.language
    said = words(made.language)
    for palette, name in zip(config.theme["palette"], (said["dark"], said["light"]), strict=True):
        palette["toggle"]["name"] = name
    config.extra["polyfills"] = [WORKER]
    switch = None
    if other is not None:
        config.extra["alternate"] = [{"name": NAMES[other], "link": "./", "lang": other}]
        prefix = f"{other}/" if is_root else "../"

        def switch(path: str) -> str:
            return f"{prefix}{path}.html"

    config.plugins["sevenstep"] = SitePlugin(made, switch)
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
