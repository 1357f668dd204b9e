"""The files that a run has read: no report, picture or site is ever written over one of them."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.output.reason import shown
from sevenstep.source.chapters import is_beside
from sevenstep.source.folder import Folder
from sevenstep.source.project import PROJECT_FILE
from sevenstep.source.walk import find_files

_YAML: Final = (".yaml", ".yml")
_ELSEWHERE: Final = Text(zh="换一个文件名，或写到别的文件夹", en="Choose another name, or another folder")

_Identity = tuple[int, int]


class Sources:
    """The files of the engagement in `folder`, those of its settings, and `others` that are read.

    They are told apart by what they are, so that hard links, names in another case and ways round through links are
    seen through. As an output's guard it refuses these files, and new ones that would be read as part of the engagement
    from then on. Without a folder there are the others alone.
    """

    def __init__(self, folder: Path | None, others: Iterable[Path] = ()) -> None:
        self.folder = folder
        self._root = Path(os.path.realpath(folder)) if folder is not None else None
        self._read: dict[_Identity, Path] = {}
        self._folders: set[_Identity] = set()
        for path in _files(folder) if folder is not None else ():
            self._add(path)
            if (parent := identity(path.parent)) is not None:
                self._folders.add(parent)
        settings = (place / PROJECT_FILE for place in (self._root, *self._root.parents)) if self._root else ()
        for path in (*others, *settings):
            self._add(path)
        self._written: dict[_Identity, Path] = {}

    def _add(self, path: Path) -> None:
        if (found := identity(path)) is not None:
            self._read.setdefault(found, path)

    def __call__(self, path: Path) -> None:
        """Raise Failure where `path` is one of the files, or would become one."""
        found = identity(path)
        if found is not None and found in self._read:
            raise _is_read(path, self._read[found])
        if found is not None and found in self._written:
            raise twice(path)
        if self._would_be_read(path):
            raise _would_be_read(path)

    def wrote(self, path: Path) -> None:
        """From now on `path` is an output of this run, too; nothing else of it goes there."""
        if (found := identity(path)) is not None:
            self._written[found] = path

    def keep_folder(self, out: Path) -> None:
        """Raise Failure where files of the engagement stand in the folder `out` itself, among which others would go."""
        found = identity(out)
        own = identity(self.folder) if self.folder is not None else None
        if found is not None and found in {*self._folders, own}:
            raise _holds_model(out)

    def _would_be_read(self, path: Path) -> bool:
        real = Path(os.path.realpath(path.parent)) / path.name
        if self._root is None:
            return False
        if real.name.casefold() == PROJECT_FILE and self._root.is_relative_to(real.parent):
            return True
        if not real.is_relative_to(self._root):
            return False
        name = real.relative_to(self._root)
        if any(part.startswith(".") for part in name.parts):
            return False
        return name.name.lower().endswith(_YAML) or is_beside(name.as_posix())


def keep_tree(folder: Path, target: Path) -> None:
    """Raise Failure where the engagement in `folder` would go if the folder `target` were replaced."""
    found, root = identity(target), Path(os.path.realpath(folder))
    if found is not None and any(identity(above) == found for above in (root, *root.parents)):
        raise _holds_model(target)


def _files(folder: Path) -> list[Path]:
    try:
        with Folder(folder) as opened:
            return [folder / (found if isinstance(found, str) else found.place.file) for found in find_files(opened)]
    except (OSError, ValueError):  # whoever reads it will say what is wrong
        return []


def identity(path: Path) -> _Identity | None:
    """What tells a file from all others, whatever it is called; None where there is none."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def twice(path: Path) -> Failure:
    """That two things were to go into one file."""
    return Failure(
        Text(zh=f"{shown(path)} 被指定了两次", en=f"{shown(path)} is named twice: one would replace the other"),
        Text(zh="给每一份输出一个自己的文件", en="Give each output a file of its own"),
    )


def _is_read(path: Path, read: Path) -> Failure:
    same = path == read
    return Failure(
        Text(
            zh=f"{shown(path)} 是这次读取的文件{'' if same else f'（{shown(read)}）'}，不会被替换",
            en=f"{shown(path)} is a file that is read here{'' if same else f' ({shown(read)})'} and will not be "
            "replaced",
        ),
        _ELSEWHERE,
    )


def _would_be_read(path: Path) -> Failure:
    return Failure(
        Text(
            zh=f"{shown(path)} 会被当作项目的文件或设置来读",
            en=f"{shown(path)} would be read as a part of the engagement, or as its settings",
        ),
        _ELSEWHERE,
    )


def _holds_model(target: Path) -> Failure:
    return Failure(
        Text(
            zh=f"{shown(target)} 是模型所在的文件夹，不会被替换，也不往里面写",
            en=f"{shown(target)} holds the model and will not be replaced, nor is anything put among its files",
        ),
        Text(zh="换一个输出文件夹", en="Choose another folder"),
    )
