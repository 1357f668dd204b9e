"""Building the site: an edition a language, side by side, in one folder that then becomes the site."""

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
from sevenstep.chain.snapshot import Snapshot, snapshot_of, to_json
from sevenstep.checking.check import Checked
from sevenstep.diagrams.output.engine import EngineName
from sevenstep.language import Language
from sevenstep.publishing.site.edition import Built, Job, Progress, build_edition
from sevenstep.publishing.site.replace import replacing
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
    folder: Path,
    target: Path,
    languages: Sequence[Language],
    *,
    progress: Progress | None = None,
    engine: EngineName | None = None,
    processes: int = 1,
    since: Snapshot | None = None,
) -> Published:
    """Build the site of a checked engagement (read from `folder`) into `target`, whole or not at all; raises Failure.

    The first language stands at the root, the other in a folder of its name. The site tells what has changed `since`
    that state of the model, or else since the last version that `target` knows of. With more than one process,
    languages are built side by side; the program that calls must then be importable without running (as
    multiprocessing asks).
    """
    keep_tree(folder, target)
    tell = progress or (lambda _what, _done, _total: None)
    is_worth = len(checked.chain.elements) >= _WORTH_A_PROCESS and len(languages) > 1
    now = snapshot_of(checked.chain, checked.documents)
    with replacing(target) as new:
        before = since or baseline_of_site(target, now)
        changes = compare(before, now) if before is not None else None
        jobs = partial(_jobs, checked, folder, new, languages, engine, changes)
        if processes > 1 and is_worth:
            built = _side_by_side(jobs, len(languages), tell)
        else:
            built = [build_edition(job, tell) for job in jobs()]
        previous = before.model_copy(update={"previous": None}) if before is not None else None
        (new / FILE).write_bytes(to_json(now.model_copy(update={"previous": previous})))
    return Published(target, sum(one.pages for one in built), sum(one.pictures for one in built))


def _jobs(
    checked: Checked,
    folder: Path,
    new: Path,
    languages: Sequence[Language],
    engine: EngineName | None,
    changes: Changes | None,
) -> Iterator[Job]:
    analysis = analysis_of(checked.chain)
    for at, language in enumerate(languages):
        other = next((one for one in languages if one != language), None)
        other_root = "../" if at else f"{other}/"
        site_dir = new / language if at else new
        yield Job(checked, analysis, folder, language, site_dir, changes, engine, other, other_root)


def _side_by_side(jobs: Callable[[], Iterator[Job]], languages: int, tell: Progress) -> list[Built]:
    """The first language in this process, the other in one of its own."""
    with ProcessPoolExecutor(languages - 1, get_context("spawn")) as pool:
        pool.submit(_awake)  # it starts and loads its modules while this process analyses
        first, *others = jobs()
        waiting = [pool.submit(build_edition, job) for job in others]
        built = [build_edition(first, tell)]
        for job, edition in zip(others, waiting, strict=True):
            try:
                built.append(edition.result())
            except BrokenProcessPool:  # killed from outside, or none may be started here
                built.append(build_edition(job, tell))
    return built


def _awake() -> None:
    """Nothing but the imports of this module."""
