"""All files of an engagement as documents."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sevenstep.diagnostic import Diagnostic
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.source import chapters
from sevenstep.source.chapters import is_beside, is_chapter, is_image, read_chapter, read_image
from sevenstep.source.document import Document
from sevenstep.source.files import HEADER_FILE, SourceFile, read_file, unreadable
from sevenstep.source.folder import Folder
from sevenstep.source.reader import read
from sevenstep.source.walk import find_files

MAX_CHARACTERS: Final = 64 * 1024 * 1024
MAX_PARTS: Final = 2_000_000
"""Keys, values and brackets of all files together; see `Document.parts`."""
MANY_PROBLEMS: Final = 2_000
"""Once the files have so many problems of reading, only the first one of each further file is kept."""
_MAX_HINTS: Final = 5
_STEM: Final = re.compile(r"engagement\.ya?ml", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The documents of a folder, chapters and images included, and the files that could not become one."""

    documents: tuple[Document, ...]
    unread: tuple[Diagnostic, ...]


def load(folder: Path, previous: Iterable[Document] = ()) -> Loaded:
    """Read every file of the engagement in `folder`; raises Failure where `folder` is no engagement.

    Of files whose text has not changed, the `previous` document is given back as it is.
    """
    with _opened(folder) as opened:
        found = list(find_files(opened))
        names = {name for file in found if not is_beside(name := _name(file))}
        if HEADER_FILE not in names:
            raise _no_engagement(folder, names)
        loading = _Loading(opened, previous)
        for file in found:
            loading.take(file)
    return Loaded(tuple(loading.documents.values()), tuple(loading.unread))


def read_document(source: SourceFile) -> Document:
    """The text of a file as a document: a chapter as it is, everything else as YAML."""
    return read_chapter(source) if is_chapter(source.name) else read(source)


@contextmanager
def _opened(folder: Path) -> Iterator[Folder]:
    """The folder to read from; what goes wrong with it as a whole is told as a Failure."""
    try:
        with Folder(folder) as opened:
            yield opened
    except FileNotFoundError:
        raise _missing(folder) from None
    except NotADirectoryError:
        raise _no_folder(folder) from None
    except OSError as error:
        raise _cannot_open(folder, error) from None


def _name(found: str | Diagnostic) -> str:
    return found if isinstance(found, str) else found.place.file


class _Loading:
    """The files read so far, and what they cost together."""

    def __init__(self, folder: Folder, previous: Iterable[Document]) -> None:
        self.folder = folder
        self.previous = {document.name: document for document in previous if document.text or document.complete}
        self.documents: dict[str, Document] = {}
        self.unread: list[Diagnostic] = []
        self.characters = 0
        self.parts = 0
        self.problems = 0
        self.chapters = 0
        self.chapter_characters = 0

    def take(self, found: str | Diagnostic) -> None:
        if isinstance(found, str) and is_image(found):
            self.documents[found] = read_image(self.folder, found)
            return
        source = self.source(found) if isinstance(found, str) else found
        if isinstance(source, SourceFile) and is_chapter(source.name) and self.no_more_chapters(source):
            source = chapters.too_many(source.name)
        if isinstance(source, SourceFile):
            previous = self.previous.get(source.name)
            document = previous if previous is not None and previous.text == source.text else read_document(source)
            if self.problems > MANY_PROBLEMS:
                document = replace(document, diagnostics=document.diagnostics[:1])
            self.problems += len(document.diagnostics)
            self.documents[source.name] = document
            self.characters += len(source.text)
            self.parts += document.parts
        else:
            self.unread.append(source)
            name = source.place.file
            self.documents.setdefault(name, Document(name, "", None, complete=False))

    def no_more_chapters(self, source: SourceFile) -> bool:
        self.chapters += 1
        self.chapter_characters += min(len(source.text), chapters.MAX_CHARACTERS)
        return self.chapters > chapters.MAX_CHAPTERS or self.chapter_characters > chapters.MAX_TOGETHER

    def source(self, name: str) -> SourceFile | Diagnostic:
        if self.characters > MAX_CHARACTERS or self.parts > MAX_PARTS:
            return unreadable(
                name,
                Text(
                    zh="没有读：项目的文件加起来太大",
                    en="Not read: the files of the engagement are too large together",
                ),
                Text(
                    zh=f"最多 {MAX_CHARACTERS:,} 个字符、{MAX_PARTS:,} 项；分成几个项目",
                    en=f"{MAX_CHARACTERS:,} characters and {MAX_PARTS:,} parts at most: make several engagements of it",
                ),
            )
        return read_file(self.folder, name)


def _missing(folder: Path) -> Failure:
    return Failure(
        Text(zh=f"没有文件夹 {folder}", en=f"There is no folder {folder}"),
        Text(zh="检查路径", en="Look at the path"),
    )


def _no_folder(folder: Path) -> Failure:
    return Failure(
        Text(zh=f"{folder} 不是文件夹", en=f"{folder} is not a folder"),
        Text(
            zh="给出项目所在的文件夹，不是其中的文件",
            en="Name the folder of the engagement, not a file in it",
        ),
    )


def _cannot_open(folder: Path, error: OSError) -> Failure:
    reason = error.strerror or type(error).__name__
    return Failure(
        Text(zh=f"文件夹 {folder} 打不开：{reason}", en=f"The folder {folder} cannot be opened: {reason}"),
        Text(zh="检查路径和权限", en="Look at the path and at its permissions"),
    )


def _no_engagement(folder: Path, names: set[str]) -> Failure:
    nearby = sorted(name for name in names if name.count("/") == 1 and name.endswith(f"/{HEADER_FILE}"))[:_MAX_HINTS]
    almost = min((name for name in names if _STEM.fullmatch(name)), default=None)
    if almost is not None:
        remedy = Text(zh=f"把 {almost} 改名为 {HEADER_FILE}", en=f"Rename {almost} to {HEADER_FILE}")
    elif nearby:
        meant = ", ".join(str((folder / name).parent) for name in nearby)
        remedy = Text(zh=f"是不是 {meant.replace(', ', '、')}？", en=f"Did you mean {meant}?")
    else:
        remedy = Text(
            zh=f"新建 {folder / HEADER_FILE}，写上 id: 和 title:",
            en=f"Create {folder / HEADER_FILE} with id: and title:",
        )
    if names:
        said = Text(zh=f"{folder} 里没有 {HEADER_FILE}", en=f"{folder} holds no {HEADER_FILE}")
    else:
        said = Text(
            zh=f"{folder} 里没有项目：没有任何 YAML 文件",
            en=f"{folder} holds no engagement: not one YAML file",
        )
    return Failure(said, remedy)
