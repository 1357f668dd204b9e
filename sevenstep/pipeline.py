"""The whole story read aloud: from a folder of YAML to a verdict, pictures and a site.

A `model` is a folder, or what `check` gave for one. What is said in words is in `language`, or else in that of the
system. What cannot be done is raised as Failure.
"""

from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from sevenstep.checking.baseline import Compared, compare_with
from sevenstep.checking.check import Checked
from sevenstep.checking.fix import Change
from sevenstep.checking.fix_files import fix_files
from sevenstep.checking.given import (
    Model,
    PathName,
    RuleNames,
    checked_model,
    edition_of,
    language_of,
    path_of,
    settings_of,
)
from sevenstep.checking.load import load_and_check, load_and_fix
from sevenstep.checking.version import version_of
from sevenstep.language import Language
from sevenstep.output.progress import Progress, Tell

if TYPE_CHECKING:
    from sevenstep.analysis.results import Analysis
    from sevenstep.chain.compare import Changes
    from sevenstep.diagrams.draw import Drawn
    from sevenstep.diagrams.output.engine import EngineName
    from sevenstep.model.choices import Edition
    from sevenstep.publishing.site.build import Published
    from sevenstep.review.take import ImportedComments


def check(
    folder: PathName = ".", *, select: RuleNames = (), ignore: RuleNames = (), previous: Checked | None = None
) -> Checked:
    """Read an engagement and check it, with the rules of `select` besides and without those of `ignore`.

    Files that have not changed since the check `previous` are not read again.
    """
    return load_and_check(Path(folder), settings_of(select, ignore), previous)


def fix(
    folder: PathName = ".",
    *,
    select: RuleNames = (),
    ignore: RuleNames = (),
    dry_run: bool = False,
    tell: Tell | None = None,
) -> tuple[list[Change], Checked]:
    """Fix what can be fixed without a person, with `dry_run` in no file: the changes, and the model with them."""
    settings = settings_of(select, ignore)
    return load_and_fix(Path(folder), settings) if dry_run else fix_files(Path(folder), settings, tell=tell)


def compare_with_baseline(
    model: Model, baseline: PathName | None = None, *, update: bool = False, tell: Tell | None = None
) -> Compared:
    """Take the problems out that are known in a file, by default that of the engagement; `update` writes it first."""
    return compare_with(checked_model(model), path_of(baseline), update=update, tell=tell)


def analyse(
    model: Model, *, seed: int | None = None, cases: int | None = None, progress: Progress | None = None
) -> "Analysis":
    """What follows from the model: metrics of the flows, findings, as-is against to-be, goals, ranking.

    The same model, `seed` and number of `cases` (by default those of the engagement) give the same results.
    """
    from sevenstep.analysis.analyse import analyse as analysis

    return analysis(checked_model(model).chain, seed=seed, cases=cases, progress=progress)


def draw(
    model: Model,
    *names: str,
    out: PathName | None = None,
    format: str = "svg",
    site: str = "",
    ids: bool = False,
    heat: str = "",
    engine: "EngineName | None" = None,
    font: PathName | None = None,
    language: Language | None = None,
    progress: Progress | None = None,
) -> "Drawn":
    """Draw the named pictures (none named: all), as files below `out`, or in memory without it.

    Links in them lead to pages of the `site`; with `ids` they stand in the boxes, for authors;
    `heat` colours them (``findings``, ``gap``, ``cost``, or ``tag:NAME``).
    A PNG is written with the `font` file. What the engine fails on is told.
    """
    from sevenstep.diagrams.draw import draw as pictures

    checked, said = checked_model(model), language_of(language)
    return pictures(
        checked,
        names,
        path_of(out),
        format,
        said,
        site=site,
        ids=ids,
        heat=heat,
        engine=engine,
        font=path_of(font),
        progress=progress,
    )


def publish(
    model: Model,
    out: PathName = "out/site",
    *,
    draft: bool = False,
    since: Model | None = None,
    languages: Iterable[Language] = (),
    edition: "Edition | str | None" = None,
    engine: "EngineName | None" = None,
    processes: int = 1,
    progress: Progress | None = None,
) -> "Published":
    """Build the site of a sound model (as a `draft`: of any) into `out`, which is replaced as a whole or not at all.

    It tells what has changed `since` an older model (or the site of one). Raises ModelHasErrors. More `processes`
    share the work, which only a program can ask for that multiprocessing may import. The `edition` is for "readers" or
    "authors", by default as the engagement says.
    """
    from sevenstep.publishing.site.build import publish as site

    checked, wanted = checked_model(model), [language_of(language) for language in languages]
    return site(
        checked,
        Path(out),
        wanted,
        draft,
        since,
        edition=edition_of(edition),
        engine=engine,
        processes=processes,
        progress=progress,
    )


def pdf(
    model: Model,
    out: PathName | None = None,
    *,
    language: Language | None = None,
    story: bool = False,
    engine: "EngineName | None" = None,
    progress: Progress | None = None,
) -> bytes:
    """The analysis of a sound model as a PDF, or its `story`, a stop a page; it is written to `out`, too, where named.
    Where no language is named it is the engagement's first. Raises ModelHasErrors."""
    from sevenstep.publishing.site.pdf import pdf as printed

    asked = language_of(language) if language is not None else None
    return printed(checked_model(model), path_of(out), asked, story=story, engine=engine, progress=progress)


def import_comments(
    folder: PathName, files: Iterable[PathName], *, dry_run: bool = False, tell: Tell | None = None
) -> "ImportedComments":
    """Put what reviewers' browsers saved beside the model, as notes; with `dry_run` nothing is written."""
    from sevenstep.review.take import take
    from sevenstep.source.writing import writing

    with nullcontext() if dry_run else writing(Path(folder), tell):
        checked = check(folder)
        return take(Path(folder), checked.chain.engagement, checked.parts, map(Path, files), write=not dry_run)


def compare(older: Model, newer: Model) -> "Changes":
    """What has changed from one state of a model to another; the site of a model stands for it, too."""
    from sevenstep.chain.compare import compare as changes

    return changes(version_of(older), version_of(newer))
