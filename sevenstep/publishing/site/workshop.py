"""What is done to build a site, as tasks that any process can do: draw, write what is listed, frame, write elements.

All languages go through these four in this order. What tasks hand to one another lies in a folder beside the new site
until it is whole; it is of this run, and no other reads it.
"""

from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from sevenstep.analysis.analyse import analysis_of
from sevenstep.analysis.results import Analysis
from sevenstep.chain.compare import Changes
from sevenstep.checking.check import Checked
from sevenstep.diagrams.output.engine import EngineName
from sevenstep.language import Language
from sevenstep.model.choices import Edition
from sevenstep.publishing.chapter_links import images
from sevenstep.publishing.context import Context, make_context
from sevenstep.publishing.figures import Drawer, Drawn
from sevenstep.publishing.former_pages import former_pages
from sevenstep.publishing.navigation import Entry, entries
from sevenstep.publishing.rendering import element_page, has_page, party_page, prepare_templates
from sevenstep.publishing.search import own_entries
from sevenstep.publishing.site.figure_store import FigureStore
from sevenstep.publishing.site.language_build import filled, render
from sevenstep.publishing.site.page_shell import Shells, from_json, to_json
from sevenstep.publishing.views import Page

_PICTURES: Final = 8
_PARTS_OF_CHARTS: Final = 8
_ELEMENTS: Final = 40
"""How many are done in one task: enough that handing it over is nothing, few enough that no process waits for long."""
SearchEntries = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be built, of an engagement read from `folder`: all that another process needs.

    The first of the languages stands at the root of the site, the other in a folder of its name.
    """

    checked: Checked
    analysis: Analysis
    folder: Path
    languages: tuple[Language, ...]
    changes: Changes | None = None
    engine: EngineName | None = None
    edition: Edition | None = None

    @property
    def shown(self) -> Edition:
        return self.edition or self.checked.chain.engagement.header.settings.edition

    def other(self, language: Language) -> Language | None:
        """The other language of the site, where it has two."""
        return next((name for name in self.languages if name != language), None)

    def place(self, language: Language) -> str:
        """The folder of the language in the site; empty for that at the root."""
        return "" if language == self.languages[0] else language

    def other_root(self, language: Language) -> str:
        """Where the root of the other language lies, seen from that of this one."""
        other = self.other(language)
        if other is None:
            return ""
        return "../" if self.place(language) else f"{other}/"


@dataclass(frozen=True, slots=True)
class Draw:
    """Draw the pictures of these names; how many have a file of their own."""

    language: Language
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DrawCharts:
    """Make and draw one of several parts of the charts; how many have a file of their own."""

    language: Language
    part: int


@dataclass(frozen=True, slots=True)
class WriteListed:
    """Write the page at a path in the navigation; the page."""

    language: Language
    path: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Have the theme make shells for the pages of the navigation, which come without their HTML; the shells."""

    language: Language
    listed: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class WriteElements:
    """Write the pages of these elements into their shells; what search finds them by."""

    language: Language
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WriteSheets:
    """Write the sheets of these parties into their shells; what search finds them by, which is their actors' pages."""

    language: Language
    ids: tuple[str, ...]


Task = Draw | DrawCharts | WriteListed | Frame | WriteElements | WriteSheets


class Workshop:
    """Does tasks of one job; what it makes is below `store`."""

    def __init__(self, job: Job, store: Path) -> None:
        analysis_of.remember(job.checked.chain, job.analysis)
        self.job = job
        self._store = store
        self._contexts: dict[Language, Context] = {}
        self._shells: dict[Language, Shells] = {}
        self._drawers: dict[Language, Drawer] = {}

    def __reduce__(self) -> tuple[type["Workshop"], tuple[Job, Path]]:
        """What a helper elsewhere makes its own from."""
        return Workshop, (self.job, self._store)

    def prepare(self) -> None:
        """Do once what all who do tasks need: those who fork from here have it."""
        prepare_templates(self.job.shown is Edition.AUTHORS)
        for language in self.job.languages:
            self.context(language)

    def do(self, task: Task) -> Any:
        """Do the task; what it gives, its class tells."""
        match task:
            case Draw():
                return self._put(task.language, self._drawer(task.language).draw(task.names))
            case DrawCharts():
                return self._put(task.language, self._drawer(task.language).draw_charts(task.part, _PARTS_OF_CHARTS))
            case WriteListed():
                return self._listed(task.language)[task.path].page(self.context(task.language))
            case Frame():
                return self._frame(task)
            case WriteElements():
                return self._write_elements(task)
            case WriteSheets():
                return self._write_sheets(task)

    def draw_tasks(self) -> list[Task]:
        """All charts and pictures of all languages."""
        found: list[Task] = []
        for language in self.job.languages:
            found += (DrawCharts(language, part) for part in range(_PARTS_OF_CHARTS))
            found += (Draw(language, names) for names in _shares(self._drawer(language).pictures, _PICTURES))
        return found

    def listed_tasks(self) -> list[Task]:
        """All pages of the navigation."""
        return [
            WriteListed(language, entry.path)
            for language in self.job.languages
            for entry in entries(self.context(language))
        ]

    def element_tasks(self) -> list[Task]:
        """The pages of all elements, and the sheets of all parties."""
        ids = tuple(key for key, element in self.job.checked.chain.elements.items() if has_page(element))
        parties = tuple(sheet.actor.id for sheet in self.context(self.job.languages[0]).parties)
        return [
            *(WriteElements(language, share) for language in self.job.languages for share in _shares(ids, _ELEMENTS)),
            *(WriteSheets(language, share) for language in self.job.languages for share in _shares(parties, _ELEMENTS)),
        ]

    def folder(self, language: Language) -> Path:
        """The site in that language, until it is put in its place."""
        return self._store / f"site-{language}"

    def files(self, language: Language) -> Path:
        """The files of pictures, to be put into the site."""
        return self._store / f"files-{language}"

    def images(self) -> dict[str, bytes]:
        """The images of chapters."""
        return images(self.job.checked.chain.engagement, self.job.folder)

    def context(self, language: Language) -> Context:
        """What pages in that language may see."""
        if language not in self._contexts:
            figures, job = self._figures(language), self.job
            self._contexts[language] = make_context(job.checked, language, figures, job.changes, job.shown)
        return self._contexts[language]

    def keep_shells(self, language: Language, shells: Shells) -> None:
        """Write the shells for those who write pages of elements."""
        self._shells[language] = shells
        self._shells_file(language).write_bytes(to_json(shells))

    def write(self, language: Language, page: Page) -> None:
        """Write the page into its shell."""
        path = self.folder(language) / f"{page.path}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        html = filled(self._shells_of(language), page, self.job.other_root(language))
        path.write_text(html, encoding="utf-8", newline="\n")

    def _put(self, language: Language, drawn: Iterable[Drawn]) -> int:
        store, count = self._figures(language), 0
        for drawing in drawn:
            store.put(drawing)
            count += drawing.content is not None
        return count

    def _frame(self, task: Frame) -> Shells:
        context, other = self.context(task.language), self.job.other(task.language)
        title = context.said(context.header.title)
        files = {**self.images(), **former_pages(context)}
        return render(title, task.listed, files, task.language, other, self.folder(task.language))

    def _write_elements(self, task: WriteElements) -> SearchEntries:
        context = self.context(task.language)
        found: SearchEntries = []
        for key in task.ids:
            page = element_page(context, context.chain.elements[key])
            self.write(task.language, page)
            found += own_entries(page)
        return found

    def _write_sheets(self, task: WriteSheets) -> SearchEntries:
        context = self.context(task.language)
        for sheet in context.parties:
            if sheet.actor.id in task.ids:
                self.write(task.language, party_page(context, sheet))
        return []

    def _listed(self, language: Language) -> dict[str, Entry]:
        return {entry.path: entry for entry in entries(self.context(language))}

    def _drawer(self, language: Language) -> Drawer:
        if language not in self._drawers:
            job = self.job
            ids = job.shown is Edition.AUTHORS
            self._drawers[language] = Drawer(job.checked.chain, language, job.engine, ids)
        return self._drawers[language]

    def _figures(self, language: Language) -> FigureStore:
        return FigureStore(self._store / f"figures-{language}", self.files(language))

    def _shells_of(self, language: Language) -> Shells:
        if language not in self._shells:
            self._shells[language] = from_json(self._shells_file(language).read_bytes())
        return self._shells[language]

    def _shells_file(self, language: Language) -> Path:
        return self._store / f"shells-{language}"


_OWN: ContextVar[Workshop] = ContextVar("workshop of a helper")


def begin(given: Workshop) -> None:
    """Set up the workshop of a helper, which lasts as long as it does."""
    _OWN.set(given)


def do_apart(task: Task) -> Any:
    """Do the task in the workshop of this helper."""
    return _OWN.get().do(task)


def without_html(page: Page) -> Page:
    """The page as far as its shell depends on it."""
    return replace(page, html="", search=())


def _shares(names: tuple[str, ...], size: int) -> Iterator[tuple[str, ...]]:
    return (names[at : at + size] for at in range(0, len(names), size))
