"""Building the site: its languages, shared among processes, in one folder that then becomes the site."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sevenstep.analysis.analyse import analysis_of
from sevenstep.chain.baseline_version import FILE, baseline_of_site
from sevenstep.chain.compare import compare
from sevenstep.chain.snapshot import snapshot_of, to_json
from sevenstep.checking.check import Checked, ModelHasErrors
from sevenstep.checking.given import Model
from sevenstep.checking.version import version_of
from sevenstep.diagrams.output.engine import EngineName
from sevenstep.language import Language, Text
from sevenstep.model.choices import Edition
from sevenstep.output.progress import Progress
from sevenstep.publishing.search import own_entries
from sevenstep.publishing.search_index import PATH, SCRIPT_PATH, as_script, index_of
from sevenstep.publishing.site.atomic_folder import atomic_folder, look_at_folder, put_back
from sevenstep.publishing.site.sharing import Crew
from sevenstep.publishing.site.workshop import (
    Frame,
    Job,
    Task,
    Workshop,
    WriteElements,
    WriteSheets,
    begin,
    do_apart,
    without_html,
)
from sevenstep.publishing.views import Page
from sevenstep.source.guard import keep_tree

_DRAWING: Final = Text(zh="画图", en="Drawing")
_BUILDING: Final = Text(zh="生成页面", en="Building pages")
_STORE: Final = ".making"
"""The folder within the new site for what is not yet in its place."""
_WORTH_A_PROCESS: Final = 150
"""From how many elements on another process saves more time than it takes to start."""


@dataclass(frozen=True, slots=True)
class Published:
    """What was built: pages and pictures, all languages together."""

    target: Path
    pages: int
    pictures: int


def publish(
    checked: Checked,
    target: Path,
    languages: Sequence[Language] = (),
    draft: bool = False,
    since: Model | None = None,
    *,
    edition: Edition | None = None,
    engine: EngineName | None = None,
    processes: int = 1,
    progress: Progress | None = None,
) -> Published:
    """Build the site of a sound model (as a `draft`, which shows the problems: of any) into `target`.

    Raises ModelHasErrors, and Failure where the site cannot be built or written; what stood in `target` before is
    untouched in both cases. The first of the languages (where none are named, those of the engagement) stands at the
    root, the other in a folder of its name. With more than one process, pictures and pages are shared among them; the
    program that calls must then be importable without running (as multiprocessing asks).

    The site tells what has changed `since` an older model (or the site of one), or else since the last other version
    that the site in `target` knows. Where no `edition` is named, a draft is for the authors, who mend it, and all else
    for whom the engagement says.
    """
    folder = checked.read_from
    keep_tree(folder, target)
    look_at_folder(target)
    if checked.errors and not draft:
        put_back(target)
        raise ModelHasErrors(checked)
    wanted = languages or checked.chain.engagement.header.languages
    named = version_of(since) if since is not None else None
    shown = edition or (Edition.AUTHORS if draft else None)
    now = snapshot_of(checked.chain, checked.documents)
    helpers = processes - 1 if len(checked.chain.elements) >= _WORTH_A_PROCESS else 0
    with atomic_folder(target) as new, Crew[Task](helpers, begin) as crew:
        before = named or baseline_of_site(target, now)
        changes = compare(before, now) if before is not None else None
        job = Job(checked, analysis_of(checked.chain), folder, tuple(wanted), changes, engine, shown)
        built = _built(job, new, crew, progress or _untold)
        previous = before.model_copy(update={"previous": None}) if before is not None else None
        (new / FILE).write_bytes(to_json(now.model_copy(update={"previous": previous})))
    return Published(target, *built)


def _untold(_what: Text, _done: int, _total: int) -> None:
    pass


def _built(job: Job, new: Path, crew: Crew[Task], tell: Progress) -> tuple[int, int]:
    """Build all languages into `new`; the number of pages and of pictures."""
    store = new / _STORE
    store.mkdir()
    workshop = Workshop(job, store)
    if crew.forks:
        workshop.prepare()
    crew.brief(workshop)

    def done(what: Text, tasks: list[Task]) -> Iterator[tuple[Task, Any]]:
        tell(what, 0, len(tasks))
        for count, (task, result) in enumerate(crew.done(tasks, workshop.do, do_apart), 1):
            tell(what, count, len(tasks))
            yield task, result

    pictures = sum(result for _, result in done(_DRAWING, workshop.draw_tasks()))
    listed: dict[Language, list[Page]] = {language: [] for language in job.languages}
    for task, page in done(_BUILDING, workshop.listed_tasks()):
        listed[task.language].append(page)
    frames: list[Task] = [Frame(one, tuple(map(without_html, pages))) for one, pages in listed.items()]
    for task, shells in done(_BUILDING, frames):
        workshop.keep_shells(task.language, shells)
    entries: dict[Language, list[dict[str, Any]]] = {language: [] for language in job.languages}
    elements = workshop.element_tasks()
    for task, found in done(_BUILDING, elements):
        entries[task.language] += found
    for language, pages in listed.items():
        for page in pages:
            workshop.write(language, page)
            entries[language] += own_entries(page)
        _put_search(workshop.folder(language), entries[language])
        _put_in_place(workshop, language, new)
    shutil.rmtree(store)
    written = sum(map(len, listed.values())) + sum(
        len(task.ids) for task in elements if isinstance(task, WriteElements | WriteSheets)
    )
    return written, pictures + len(workshop.images()) * len(job.languages)


def _put_search(site: Path, entries: list[dict[str, Any]]) -> None:
    index = index_of(entries)
    (site / PATH).write_bytes(index)
    (site / SCRIPT_PATH).write_bytes(as_script(index))


def _put_in_place(workshop: Workshop, language: Language, new: Path) -> None:
    """Move what was made in the language to where it stands in the site."""
    made, place = workshop.folder(language), new / workshop.job.place(language)
    files = workshop.files(language)
    for path in (one for one in files.rglob("*") if one.is_file()):
        target = made / path.relative_to(files)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    place.mkdir(exist_ok=True)
    for path in made.iterdir():
        path.replace(place / path.name)
