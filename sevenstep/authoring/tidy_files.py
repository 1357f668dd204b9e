"""The files of an engagement laid out in one way."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from sevenstep.authoring.opened import Opened
from sevenstep.authoring.proposal import Proposal, proposed
from sevenstep.authoring.prove import proved
from sevenstep.authoring.tidying.tidy import tidied
from sevenstep.authoring.write import carried_out
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.model.suggest import did_you_mean
from sevenstep.output.progress import Tell
from sevenstep.source.chapters import is_beside


@dataclass(frozen=True, slots=True)
class Tidied:
    """What would change, and the files that stay as they are because they cannot be laid out safely."""

    proposal: Proposal
    left: tuple[str, ...]


def tidy_files(here: Opened, names: Collection[str] = ()) -> Tidied:
    """Lay out the files, or those that are named; raises Failure for a name that is no file of the engagement."""
    known = {name for name in here.documents if not is_beside(name)}
    for name in names:
        if name not in known:
            raise Failure(
                Text(zh=f"项目里没有文件“{name}”", en=f"The engagement has no file “{name}”"), did_you_mean(name, known)
            )
    texts: dict[str, str | None] = {}
    left: list[str] = []
    for name in names or known:
        text = tidied(here.documents[name])
        if text is None:
            left.append(name)
        else:
            texts[name] = text
    left += (problem.place.file for problem in here.unread if not names)
    proposal = proposed(here.checked.documents, texts)
    if proposal:
        proved(here, proposal)
    return Tidied(proposal, tuple(sorted(set(left))))


def all_tidied(folder: Path, names: Collection[str] = (), *, dry_run: bool = False, tell: Tell | None = None) -> Tidied:
    """Lay out the files in `folder`, or those that are named, and write them; with `dry_run` nothing is written."""
    left: set[str] = set()

    def propose(here: Opened) -> Proposal:
        tidied = tidy_files(here, names)
        left.update(tidied.left)
        return tidied.proposal

    proposal = carried_out(folder, propose, dry_run=dry_run, tell=tell)
    return Tidied(proposal, tuple(sorted(left)))
