"""Which files are an engagement: a walk that never follows a link to another folder and tells what it leaves out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sevenstep.diagnostic import Diagnostic
from sevenstep.language import Text
from sevenstep.source.chapters import FOLDER, IMAGE_SUFFIXES, SUFFIX, is_beside
from sevenstep.source.files import OUTPUT_MARKER, cannot_open, unreadable
from sevenstep.source.folder import Entry, Folder
from sevenstep.source.names import name_problem, same_name, shown_name

MAX_FILES: Final = 10_000
MAX_ENTRIES: Final = 200_000
"""Files and folders of any kind that are looked at."""
MAX_FOLDER_DEPTH: Final = 20
_SUFFIXES: Final = (".yaml", ".yml")
_FEWER: Final = Text(
    zh="把无关的文件夹移出去，或改成以 . 开头的名称",
    en="Move folders that do not belong here elsewhere, or begin their names with a dot",
)


def is_source(path: Path) -> bool:
    """Whether a change of the file may change an engagement."""
    suffixes = (*_SUFFIXES, SUFFIX, *IMAGE_SUFFIXES) if FOLDER in path.parts else _SUFFIXES
    return path.name.lower().endswith(suffixes) and not path.name.startswith(".")


def find_files(folder: Folder) -> Iterator[str | Diagnostic]:
    """The names of YAML files, chapters and images of chapters below `folder` in a fixed order, without hidden folders
    and our own output; and why others that seem to belong to them are not read, or may get lost on other systems."""
    seen: dict[str, str] = {}
    for found, file in enumerate(_Walk(folder).files(), 1):
        name = file if isinstance(file, str) else file.place.file
        if found > MAX_FILES:
            yield _too_many(name, f"{MAX_FILES:,} YAML")
            return
        if isinstance(file, str) and (twin := seen.setdefault(same_name(name), name)) != name:
            yield _twin(name, twin)
        yield file


class _Walk:
    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.entries = 0

    def files(self) -> Iterator[str | Diagnostic]:
        waiting = [""]  # folders still to be looked at, relative to the root
        while waiting:
            inner: list[str] = []
            here = waiting.pop()
            try:
                entries = self.folder.entries(here, MAX_ENTRIES - self.entries + 1)
            except OSError as error:
                if not here:
                    raise
                yield cannot_open(here, error)
                continue
            self.entries += len(entries)
            for entry in entries:
                yield from self.entry(entry, here, inner)
            if self.entries > MAX_ENTRIES:
                yield _too_many(here or ".", f"{MAX_ENTRIES:,}")
                return
            waiting.extend(reversed(inner))

    def entry(self, entry: Entry, here: str, inner: list[str]) -> Iterator[str | Diagnostic]:
        if entry.name.startswith("."):
            return
        name = f"{here}/{entry.name}" if here else entry.name
        if not entry.is_folder and not entry.name.lower().endswith(_SUFFIXES) and not is_beside(name):
            return
        if entry.is_folder and self.folder.has(f"{name}/{OUTPUT_MARKER}"):
            return
        if problem := name_problem(entry.name):
            yield unreadable(shown_name(name), *problem)
        elif entry.is_folder:
            yield from self.subfolder(entry, name, inner)
        else:
            yield name

    def subfolder(self, entry: Entry, name: str, inner: list[str]) -> Iterator[Diagnostic]:
        if entry.name.lower().endswith(_SUFFIXES):
            yield unreadable(
                name,
                Text(zh="这是文件夹，不是 YAML 文件", en="This is a folder, not a YAML file"),
                Text(zh="给文件夹换一个名称", en="Give the folder another name"),
            )
        if self.folder.is_link_to_folder(name):
            yield unreadable(
                name,
                Text(
                    zh="这是指向另一个文件夹的链接，不读其内容", en="This is a link to a folder; links are not followed"
                ),
                Text(zh="换成文件夹本身，或删掉链接", en="Put the folder itself in its place, or delete the link"),
            )
        elif name.count("/") >= MAX_FOLDER_DEPTH:
            yield unreadable(
                name,
                Text(zh=f"文件夹超过 {MAX_FOLDER_DEPTH} 层", en=f"More than {MAX_FOLDER_DEPTH} levels of folders"),
                Text(zh="移到上层", en="Move it further up"),
            )
        else:
            inner.append(name)


def _too_many(name: str, limit: str) -> Diagnostic:
    return unreadable(
        name,
        Text(zh=f"超过 {limit} 个文件，从这里起不再读取", en=f"More than {limit} files: from here on none is read"),
        _FEWER,
    )


def _twin(name: str, other: str) -> Diagnostic:
    return unreadable(
        name,
        Text(
            zh=f"与“{other}”只差大小写，在 Windows 和 macOS 上是同一个文件",
            en=f"It differs from “{other}” in case only: on Windows and macOS both are one file",
        ),
        Text(zh="给其中一个改名", en="Rename one of the two"),
    )
