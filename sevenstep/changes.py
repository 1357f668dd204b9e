"""Changing a model's files: each change is proved first, and written whole or not at all.

What cannot be done is raised as Failure; with `dry_run` nothing is written. Others that write there are waited for,
which `tell` is told.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sevenstep.checking.given import PathName
from sevenstep.output.progress import Tell

if TYPE_CHECKING:
    from sevenstep.authoring.proposal import Proposal
    from sevenstep.authoring.tidy_files import Tidied


def rename(folder: PathName, old: str, new: str, *, dry_run: bool = False, tell: Tell | None = None) -> "Proposal":
    """Give an element another id wherever it is named, with `dry_run` in no file: the changes of the files."""
    from sevenstep.authoring import rename as renaming
    from sevenstep.authoring.write import carried_out

    return carried_out(Path(folder), lambda here: renaming.rename(here, old, new), dry_run=dry_run, tell=tell)


def fmt(
    folder: PathName = ".", files: Iterable[str] = (), *, dry_run: bool = False, tell: Tell | None = None
) -> "Tidied":
    """Lay out the files of an engagement, or those that are named, in one way; with `dry_run` nothing is written."""
    from sevenstep.authoring.tidy_files import all_tidied

    return all_tidied(Path(folder), tuple(files), dry_run=dry_run, tell=tell)


def move(
    folder: PathName, ids: Iterable[str], file: str, *, dry_run: bool = False, tell: Tell | None = None
) -> "Proposal":
    """Move elements with their comments to another file of the engagement; with `dry_run` nothing is written."""
    from sevenstep.authoring import move as moving
    from sevenstep.authoring.write import carried_out

    wanted = tuple(ids)
    return carried_out(Path(folder), lambda here: moving.move(here, wanted, file), dry_run=dry_run, tell=tell)


def split(
    folder: PathName = ".", files: Iterable[str] = (), *, dry_run: bool = False, tell: Tell | None = None
) -> "Proposal":
    """Take files of several steps, or those that are named, apart: a file a kind; with `dry_run` nothing is written."""
    from sevenstep.authoring import split as splitting
    from sevenstep.authoring.write import carried_out

    names = tuple(files)
    return carried_out(Path(folder), lambda here: splitting.split(here, names), dry_run=dry_run, tell=tell)
