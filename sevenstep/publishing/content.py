"""All that a site in one language consists of, before any site builder sees it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from sevenstep.chain.compare import Changes
from sevenstep.checking.check import Checked
from sevenstep.diagrams.output.engine import EngineName
from sevenstep.language import Language
from sevenstep.model.choices import Edition
from sevenstep.publishing.chapter_links import images
from sevenstep.publishing.context import Context, make_context
from sevenstep.publishing.figures import figures
from sevenstep.publishing.former_pages import former_pages
from sevenstep.publishing.navigation import entries
from sevenstep.publishing.rendering import element_pages, party_pages
from sevenstep.publishing.views import Page


@dataclass(frozen=True, slots=True)
class Content:
    """The pages of a site and its further files, by path from the site's root.

    `pages` are those of the navigation. Those of the elements are written when they are asked for, one after the other:
    all at once would not fit into memory for a large model.
    """

    context: Context
    pages: tuple[Page, ...]
    files: dict[str, bytes]

    @property
    def language(self) -> Language:
        return self.context.language

    @property
    def title(self) -> str:
        return self.context.said(self.context.header.title)

    def elements(self) -> Iterator[Page]:
        """A sheet for each party and a page for each element."""
        return chain(party_pages(self.context), element_pages(self.context))


def _untold(_done: int, _total: int) -> None:
    pass


def content(
    checked: Checked,
    language: Language,
    engine: EngineName | None = None,
    progress: Callable[[int, int], None] = _untold,
    folder: Path | None = None,
    changes: Changes | None = None,
    edition: Edition | None = None,
) -> Content:
    """Draw the pictures and write the pages; raises Failure where there is no engine to draw with.

    The images of chapters are read from the engagement's `folder`.
    """
    shown = edition or checked.chain.engagement.header.settings.edition
    drawn = figures(checked.chain, language, engine, progress, shown is Edition.AUTHORS)
    context = make_context(checked, language, drawn.by_name, changes, shown)
    files = {**drawn.files, **images(checked.chain.engagement, folder), **former_pages(context)}
    return Content(context, tuple(entry.page(context) for entry in entries(context)), files)
