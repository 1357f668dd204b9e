"""An engagement while it is written: the files on disk, what is typed over them, and what was last found.

A file that cannot be read while it is being typed says what it last said: the rest of the model does not fall apart
over a bracket that is not closed yet.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sevenstep.analysis.analyse import analysis_of
from sevenstep.analysis.conclusions.conclusion import CONCLUDED
from sevenstep.analysis.conclusions.of_element import conclusion_of
from sevenstep.chain.graph import Chain
from sevenstep.checking.check import Checked
from sevenstep.checking.load import Checker, checker_for
from sevenstep.diagnostic import Diagnostic
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.lsp.mentions import Mentions
from sevenstep.model.custom.classes import NOTHING, Added
from sevenstep.model.sections import Sections, sections_of
from sevenstep.ruleset.catalogue import READING_RULES
from sevenstep.source.chapters import is_beside
from sevenstep.source.document import Document
from sevenstep.source.files import HEADER_FILE, SourceFile
from sevenstep.source.load import load, read_document
from sevenstep.source.places import Located, located

_OF_ONE_FILE = frozenset(rule.code for rule in READING_RULES)


def folder_of(file: Path, *, most: int = 12) -> Path | None:
    """The folder of the engagement that a file belongs to: the nearest above it with an engagement.yaml."""
    for folder in list(file.parents)[:most]:
        if (folder / HEADER_FILE).is_file():
            return folder
    return None


@dataclass
class OpenEngagement:
    """The engagement in `folder`; `typed` holds the texts of the files that are open in the editor, by name.

    `units` are those that each file measures in, as far as it was asked for. `headlines` are what the pages of
    elements begin with, as the model was last analysed.
    """

    folder: Path
    typed: dict[str, str] = field(default_factory=dict)
    checked: Checked | None = None
    failure: Failure | None = None
    units: dict[str, tuple[Document, Counter[str]]] = field(default_factory=dict)
    headlines: Mapping[str, Text] = field(default_factory=dict)
    _analysed: Chain | None = None
    _mentions: Mentions | None = None
    _current: dict[str, Document] = field(default_factory=dict)
    _good: dict[str, Document] = field(default_factory=dict)

    def name_of(self, file: Path) -> str | None:
        """The name of a file in the engagement; None where it lies outside."""
        try:
            return file.relative_to(self.folder).as_posix()
        except ValueError:
            return None

    def type(self, name: str, text: str) -> None:
        """Take what a file says now; it is read when somebody asks."""
        self.typed[name] = text

    def close(self, name: str) -> None:
        """From now on the file on disk counts again."""
        self.typed.pop(name, None)
        self._current.pop(name, None)
        self._good.pop(name, None)

    def document(self, name: str) -> Document | None:
        """The file as it is typed, or as it was read."""
        text = self.typed.get(name)
        if text is None:
            return next((one for one in self.documents if one.name == name), None)
        known = self._current.get(name)
        if known is None or known.text != text:
            known = next((one for one in self.documents if one.name == name and one.text == text), None)
            known = known or read_document(SourceFile(name, text))
            self._current[name] = known
        if known.complete:
            self._good[name] = known
        return known

    @property
    def documents(self) -> tuple[Document, ...]:
        """The files as the last check read them."""
        return self.checked.documents if self.checked is not None else ()

    @cached_property
    def checker(self) -> Checker:
        return checker_for(self.folder)

    def typed_documents(self) -> dict[str, Document]:
        """What is to be checked in place of the files on disk: what they say as typed, or said while they could be
        read."""
        found = {}
        for name in self.typed:
            document = self.document(name)
            if document is not None:
                found[name] = document if document.complete else self._good.get(name, document)
        return found

    def checked_with(self, typed: Mapping[str, Document]) -> Checked | Failure:
        """The model with these documents in place of what is on disk; changes nothing here, so that another thread may
        do it."""
        previous = self.checked
        try:
            loaded = load(self.folder, previous.documents if previous is not None else ())
            documents = {document.name: document for document in loaded.documents}
            for name, document in typed.items():
                on_disk = documents.get(name)
                documents[name] = on_disk if on_disk and on_disk.complete and not document.complete else document
            unread = [one for one in loaded.unread if one.place.file not in typed]
            return self.checker.check(documents.values(), unread, previous)
        except Failure as failure:
            return failure

    def take(self, result: Checked | Failure) -> None:
        """What the last check gave, or why there is none."""
        if isinstance(result, Failure):
            self.failure = result
        else:
            self.checked, self.failure = result, None

    def check(self) -> Checked | None:
        """Check everything as it is typed; None, and the `failure`, where there is no engagement to check."""
        self.take(self.checked_with(self.typed_documents()))
        return self.checked

    @property
    def added(self) -> Added:
        """The fields and words that the engagement adds."""
        return self.checked.chain.engagement.added if self.checked is not None else NOTHING

    @property
    def mentions(self) -> Mentions | None:
        """Where the ids of the last check stand."""
        if self.checked is None:
            return None
        if self._mentions is None or self._mentions.chain is not self.checked.chain:
            self._mentions = Mentions(self.checked.chain)
        return self._mentions

    def analyse(self) -> None:
        """Analyse what was checked last; takes seconds in a large model."""
        chain = self.checked.chain if self.checked is not None else None
        if chain is None or chain is self._analysed:
            return
        analysis = analysis_of(chain)
        concluded = (element for element in chain.elements.values() if element.KIND.name in CONCLUDED)
        found = ((element.id, conclusion_of(chain, analysis, element)) for element in concluded)
        self.headlines = {key: conclusion.headline for key, conclusion in found if conclusion is not None}
        self._analysed = chain

    # -- problems --------------------------------------------------------------------

    def quick_problems(self, name: str) -> tuple[Located, ...]:
        """What is wrong with a file as it is typed: what it alone tells, and what the last check said of it besides,
        at the places where that stands now."""
        document = self.document(name)
        if document is None or self.checked is None:
            return ()
        own = self._own(document)
        if not document.complete:
            return tuple(located(own, [document]))
        last = (one for one in self.checked.found if one.place.file == name and one.rule.code not in _OF_ONE_FILE)
        return tuple(located((*own, *last), [document]))

    def _own(self, document: Document) -> list[Diagnostic]:
        if self.checked is None:
            return list(document.diagnostics)
        found = [*document.diagnostics]
        if document.complete and not is_beside(document.name):
            sections = self._sections(document)
            found += sections.diagnostics
            found += [one for entry in sections.entries for one in entry.diagnostics]
        return list(dict.fromkeys(self.checked.selection.applied(found)))

    def _sections(self, document: Document) -> Sections:
        known = self.checked.parts if self.checked is not None else ()
        return next((part for part in known if part.document is document), None) or sections_of(
            document, added=known[0].added if known else NOTHING
        )

    def problems(self) -> dict[str, list[Located]]:
        """Everything that the last check found, by file; every file that is open or was read is named."""
        found: dict[str, list[Located]] = {name: [] for name in self.typed}
        if self.checked is None:
            return found
        for document in self.documents:
            found.setdefault(document.name, [])
        for problem in self.checked.problems:
            found.setdefault(problem.diagnostic.place.file, []).append(problem)
        for name in self.typed:
            typed = self.document(name)
            if typed is not None and not typed.complete:
                found[name] = list(located(self._own(typed), [typed]))
        return found
