"""Building the site: each language by itself, side by side, in one folder that then becomes the site."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from sevenstep.analysis.analyse import analysis_of
from sevenstep.chain.baseline_version import FILE, baseline_of_site
from sevenstep.chain.compare import Changes, compare
from sevenstep.chain.snapshot import snapshot_of, to_json
from sevenstep.checking.check import Checked, ModelHasErrors
from sevenstep.checking.given import Model
from sevenstep.checking.version import version_of
from sevenstep.diagrams.output.engine import EngineName
from sevenstep.language import Language
from sevenstep.model.choices import Edition
from sevenstep.output.progress import Progress
from sevenstep.publishing.site.atomic_folder import atomic_folder, look_at_folder, put_back
from sevenstep.publishing.site.language_build import Built, Job, build_language
from sevenstep.source.guard import keep_tree

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
    root, the other in a folder of its name. With more than one process, languages are built side by side; the program
    that calls must then be importable without running (as multiprocessing asks). The site tells what has changed
    `since` an older model (or the site of one), or else since the last other version that the site in `target` knows.
    Where no `edition` is named, a draft is for the authors, who mend it, and all else for whom the engagement says.
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
    tell = progress or (lambda _what, _done, _total: None)
    is_worth = len(checked.chain.elements) >= _WORTH_A_PROCESS and len(wanted) > 1
    now = snapshot_of(checked.chain, checked.documents)
    with atomic_folder(target) as new:
        before = named or baseline_of_site(target, now)
        changes = compare(before, now) if before is not None else None
        jobs = partial(_jobs, checked, folder, new, wanted, engine, changes, shown)
        if processes > 1 and is_worth:
            built = _side_by_side(jobs, len(wanted), tell)
        else:
            built = [build_language(job, tell) for job in jobs()]
        previous = before.model_copy(update={"previous": None}) if before is not None else None
        (new / FILE).write_bytes(to_json(now.model_copy(update={"previous": previous})))
    return Published(target, sum(site.pages for site in built), sum(site.pictures for site in built))


def _jobs(
    checked: Checked,
    folder: Path,
    new: Path,
    languages: Sequence[Language],
    engine: EngineName | None,
    changes: Changes | None,
    edition: Edition | None,
) -> Iterator[Job]:
    analysis = analysis_of(checked.chain)
    for at, language in enumerate(languages):
        other = next((name for name in languages if name != language), None)
        other_root = "../" if at else f"{other}/"
        site_dir = new / language if at else new
        yield Job(checked, analysis, folder, language, site_dir, changes, engine, other, other_root, edition)


def _side_by_side(jobs: Callable[[], Iterator[Job]], languages: int, tell: Progress) -> list[Built]:
    """The first language in this process, the other in one of its own."""
    with ProcessPoolExecutor(languages - 1, get_context("spawn")) as pool:
        pool.submit(_awake)  # it starts and loads its modules while this process analyses
        first, *others = jobs()
        waiting = [pool.submit(build_language, job) for job in others]
        built = [build_language(first, tell)]
        for job, future in zip(others, waiting, strict=True):
            try:
                built.append(future.result())
            except BrokenProcessPool:  # killed from outside, or none may be started here
                built.append(build_language(job, tell))
    return built


def _awake() -> None:
    """Nothing but the imports of this module."""
