"""All files of an engagement as documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sevenstep.diagnostic import Diagnostic
from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.source.document import Document
from sevenstep.source.files import HEADER_FILE, SourceFile, find_files, read_file
from sevenstep.source.reader import read

_MAX_HINTS: Final = 5


@dataclass(frozen=True, slots=True)
class Loaded:
    """The documents of a folder, and the files that could not become one."""

    documents: tuple[Document, ...]
    unread: tuple[Diagnostic, ...]


def load(folder: Path, earlier: Iterable[Document] = ()) -> Loaded:
    """Read every YAML file below `folder`; raises Failure where `folder` is no engagement.

    Of files whose text has not changed, the `earlier` document is given back as it is.
    """
    if not folder.is_dir():
        raise _no_folder(folder)
    paths = list(find_files(folder))
    if not (folder / HEADER_FILE).exists():
        raise _no_engagement(folder, any_file=bool(paths))
    known = {one.name: one for one in earlier if one.text or one.complete}
    documents: list[Document] = []
    unread: list[Diagnostic] = []
    for path in paths:
        found = read_file(path, folder)
        if isinstance(found, SourceFile):
            before = known.get(found.name)
            documents.append(before if before is not None and before.text == found.text else read(found))
        else:
            unread.append(found)
            documents.append(Document(found.place.file, "", None, complete=False))
    return Loaded(tuple(documents), tuple(unread))


def _no_folder(folder: Path) -> Failure:
    if folder.exists():
        return Failure(
            Text(zh=f"{folder} 不是文件夹", en=f"{folder} is not a folder"),
            Text(
                zh="给出项目所在的文件夹，不是其中的文件",
                en="Name the folder of the engagement, not a file in it",
            ),
        )
    return Failure(
        Text(zh=f"没有文件夹 {folder}", en=f"There is no folder {folder}"),
        Text(zh="检查路径", en="Look at the path"),
    )


def _no_engagement(folder: Path, *, any_file: bool) -> Failure:
    nearby = sorted(found.parent for found in folder.glob(f"*/{HEADER_FILE}"))[:_MAX_HINTS]
    if nearby:
        names = ", ".join(str(path) for path in nearby)
        remedy = Text(zh=f"是不是 {names}？", en=f"Did you mean {names}?")
    else:
        remedy = Text(
            zh=f"新建 {folder / HEADER_FILE}，写上 id: 和 title:",
            en=f"Create {folder / HEADER_FILE} with id: and title:",
        )
    if any_file:
        said = Text(zh=f"{folder} 里没有 {HEADER_FILE}", en=f"{folder} holds no {HEADER_FILE}")
    else:
        said = Text(
            zh=f"{folder} 里没有项目：没有任何 YAML 文件",
            en=f"{folder} holds no engagement: not one YAML file",
        )
    return Failure(said, remedy)
