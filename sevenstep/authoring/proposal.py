"""A change of an engagement's files that is not written yet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sevenstep.source.difference import difference
from sevenstep.source.document import Document


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file before and after; None where there is no such file."""

    file: str
    before: str | None
    after: str | None

    def __repr__(self) -> str:
        done = "new" if self.before is None else "removed" if self.after is None else "changed"
        return f"<FileChange {self.file}: {done}>"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The files that would be changed, made or taken away, by name; those that stay the same are not among them."""

    changes: tuple[FileChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    @property
    def texts(self) -> dict[str, str | None]:
        """What the files would hold; None: the file would go."""
        return {change.file: change.after for change in self.changes}

    def difference(self, folder: str = "") -> Iterator[str]:
        """It as the lines of a unified diff, which ``patch`` and ``git apply`` read; `folder` stands before names."""
        for change in self.changes:
            yield from difference(f"{folder}{change.file}", change.before, change.after)


def proposed(documents: Iterable[Document], texts: Mapping[str, str | None]) -> Proposal:
    """The proposal that files hold these texts from now on; None: the file goes."""
    before = {document.name: document.text for document in documents}
    changes = (FileChange(name, before.get(name), text) for name, text in sorted(texts.items()))
    return Proposal(tuple(change for change in changes if change.before != change.after))
