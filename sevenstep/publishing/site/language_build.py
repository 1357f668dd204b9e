"""The site in one language: MkDocs and its theme around the finished pages."""

import logging
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from sevenstep.analysis.analyse import analysis_of
from sevenstep.analysis.results import Analysis
from sevenstep.chain.compare import Changes
from sevenstep.checking.check import Checked
from sevenstep.diagrams.output.engine import EngineName
from sevenstep.failure import Failure
from sevenstep.language import NAMES, Language, Text
from sevenstep.model.choices import Edition
from sevenstep.output.progress import Progress
from sevenstep.publishing import resources
from sevenstep.publishing.content import content
from sevenstep.publishing.search_index import PATH, SCRIPT_PATH, as_script, search_index
from sevenstep.publishing.site import site_plugin
from sevenstep.publishing.site.assets import WORKER
from sevenstep.publishing.site.page_shell import kind_of_shell
from sevenstep.publishing.site.site_plugin import Shells
from sevenstep.publishing.views import Page
from sevenstep.publishing.words.words import words

_DRAWING = Text(zh="画图", en="Drawing")
_BUILDING = Text(zh="生成页面", en="Building pages")


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be built: the engagement read from `folder`, in `language`, into `site_dir`.

    `other_root` is where the root of the site in the `other` language lies, seen from the root of this one. The job
    holds all that another process needs.
    """

    checked: Checked
    analysis: Analysis
    folder: Path
    language: Language
    site_dir: Path
    changes: Changes | None = None
    engine: EngineName | None = None
    other: Language | None = None
    other_root: str = ""
    edition: Edition | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """How much was built."""

    pages: int
    pictures: int


def _untold(_what: Text, _done: int, _total: int) -> None:
    pass


def build_language(job: Job, tell: Progress = _untold) -> Built:
    """Draw, write the pages, and have MkDocs build them; raises Failure."""
    analysis_of.remember(job.checked.chain, job.analysis)

    def drawing(done: int, total: int) -> None:
        tell(_DRAWING, done, total)

    made = content(job.checked, job.language, job.engine, drawing, job.folder, job.changes, job.edition)
    tell(_BUILDING, 0, 1)
    written = 0

    shells = render(made.title, made.pages, made.files, job.language, job.other, job.site_dir)

    def write() -> Iterator[Page]:
        nonlocal written
        for page in chain(made.pages, made.elements()):
            path = job.site_dir / f"{page.path}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(filled(shells, page, job.other_root), encoding="utf-8", newline="\n")
            written += 1
            yield page

    index = search_index(write())
    (job.site_dir / PATH).write_bytes(index)
    (job.site_dir / SCRIPT_PATH).write_bytes(as_script(index))
    tell(_BUILDING, 1, 1)
    return Built(written, len(made.files))


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
