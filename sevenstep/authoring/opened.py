"""An engagement opened to be changed: its files as they were read, and their check."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sevenstep.checking.check import Checked
from sevenstep.checking.load import Checker, checker_for, collector_paused
from sevenstep.diagnostic import Diagnostic
from sevenstep.model.header import CheckSettings
from sevenstep.source.document import Document
from sevenstep.source.files import SourceFile
from sevenstep.source.load import load, read_document


@dataclass(frozen=True)
class Opened:
    """The engagement in `folder`, checked; an editor puts a check of unsaved texts in the place of `checked`."""

    folder: Path
    checker: Checker
    checked: Checked
    unread: tuple[Diagnostic, ...] = ()

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The files by name."""
        return {document.name: document for document in self.checked.documents}

    def with_texts(self, texts: Mapping[str, str | None]) -> Checked:
        """The engagement checked in memory as if its files held these texts (None: as if the file were gone)."""
        documents = dict(self.documents)
        for name, text in texts.items():
            if text is None:
                documents.pop(name, None)
            else:
                documents[name] = read_document(SourceFile(name, text))
        with collector_paused():
            return self.checker.check(_in_order(documents), self.unread, self.checked)

    def changed_on_disk(self) -> str | None:
        """The name of a file that is not any more what was read; None where all are."""
        now = {document.name: document.text for document in load(self.folder, self.documents.values()).documents}
        then = {name: document.text for name, document in self.documents.items()}
        return next((name for name in sorted({*now, *then}) if now.get(name) != then.get(name)), None)


def opened(folder: Path, settings: CheckSettings | None = None) -> Opened:
    """Open the engagement in `folder`; raises Failure where there is none."""
    with collector_paused():
        loaded = load(folder)
        checker = checker_for(folder, settings)
        checked = checker.check(loaded.documents, loaded.unread)
    return Opened(folder, checker, checked, loaded.unread)


def _in_order(documents: Mapping[str, Document]) -> Iterable[Document]:
    """The files in the order in which they are read from a folder: those of a folder before its inner folders'."""
    return (documents[name] for name in sorted(documents, key=_walked))


def _walked(name: str) -> tuple[tuple[bool, str], ...]:
    *folders, last = name.split("/")
    return (*((True, folder) for folder in folders), (False, last))
