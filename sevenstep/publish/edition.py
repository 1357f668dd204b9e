"""The site in one language: MkDocs and its theme around the finished pages."""

import logging
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sevenstep.analysis.analyse import analysis_of
from sevenstep.analysis.results import Analysis
from sevenstep.diagrams.engine import EngineName
from sevenstep.failure import Failure
from sevenstep.language import NAMES, Language, Text
from sevenstep.publish import resources
from sevenstep.publish.assets import WORKER
from sevenstep.publish.content import Content, content
from sevenstep.publish.words import words
from sevenstep.rules.check import Checked

Progress = Callable[[Text, int, int], None]

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
    engine: EngineName | None = None
    other: Language | None = None
    other_root: str = ""


@dataclass(frozen=True, slots=True)
class Built:
    """How much was built."""

    pages: int
    pictures: int


def _untold(_what: Text, _done: int, _total: int) -> None:
    pass


def build_edition(job: Job, tell: Progress = _untold) -> Built:
    """Draw, write the pages, and have MkDocs build them; raises Failure."""
    analysis_of.remember(job.checked.chain, job.analysis)
    made = content(job.checked, job.language, job.engine, lambda done, all_: tell(_DRAWING, done, all_), job.folder)
    tell(_BUILDING, 0, 1)
    pages = _build(made, job)
    tell(_BUILDING, 1, 1)
    return Built(pages, len(made.files))


def _build(made: Content, job: Job) -> int:
    from mkdocs.commands.build import build
    from mkdocs.exceptions import MkDocsException

    with tempfile.TemporaryDirectory() as empty, _quiet():
        try:
            config = _config(made, job, Path(empty))
            build(config)
        except (MkDocsException, SystemExit) as error:
            raise Failure(
                Text(zh=f"站点生成失败：{error}", en=f"The site could not be built: {error}"),
                Text(zh="旧站点原样保留", en="The old site is as it was"),
            ) from error
    (job.site_dir / "404.html").unlink(missing_ok=True)  # its addresses start at a server's root: a zip has none
    return len(made.pages) + int(config.plugins["sevenstep"].written)


def _config(made: Content, job: Job, docs: Path) -> Any:
    from mkdocs.config import load_config

    from sevenstep.publish.site_plugin import SitePlugin

    config = load_config(
        str(resources.site() / "mkdocs.yml"),
        site_name=made.title,
        docs_dir=str(docs),
        site_dir=str(job.site_dir),
        extra_css=[],
        extra_javascript=[],
    )
    said = words(job.language)
    config.theme["language"] = job.language
    for palette, name in zip(config.theme["palette"], (said["dark"], said["light"]), strict=True):
        palette["toggle"]["name"] = name
    config.extra["polyfills"] = [WORKER]
    switch = None
    if job.other is not None:
        config.extra["alternate"] = [{"name": NAMES[job.other], "link": "./", "lang": job.other}]

        def switch(path: str) -> str:
            return f"{job.other_root}{path}.html"

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
