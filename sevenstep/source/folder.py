"""The engagement's folder, held open: what is put in the place of one of its files meanwhile is not read instead.

Every name is opened from the folder's handle, step by step, and no step follows a link. A link is looked up first, and
what it means is opened in the same way, so that nothing outside the folder can be reached. Windows knows no such
handles: there the file is opened by its path, and given up unless that path leads, in the folder, to what is open.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sevenstep.language import Text
from sevenstep.source.regular import OPEN_FLAGS, Unreadable, not_regular, read_open

_HANDLES: Final = {os.open, os.stat} <= os.supports_dir_fd and os.scandir in os.supports_fd
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_DIRECTORY: Final = OPEN_FLAGS | getattr(os, "O_DIRECTORY", 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a folder under a name; of a link, `is_folder` says whether it leads to one."""

    name: str
    is_folder: bool
    is_link: bool


class Folder:
    """A folder to read from; `path` is what the person called it, `root` where it really is."""

    def __init__(self, path: Path) -> None:
        """Raises OSError where there is no such folder."""
        self.path = path
        try:
            self.root = os.path.realpath(path)
            self._handle = os.open(self.root, _DIRECTORY) if _HANDLES else -1
        except ValueError:  # a name that no folder can have
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path)) from None
        if not _HANDLES and not os.path.isdir(self.root):  # noqa: PTH112
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def entries(self, inner: str, most: int) -> list[Entry]:
        """What stands in the folder `inner` (empty: this one), by name, at most so many; raises OSError."""
        with self._inner(inner.split("/") if inner else []) as place, os.scandir(place) as listing:
            found = [Entry(entry.name, _is_folder(entry), entry.is_symlink()) for entry in islice(listing, most)]
        return sorted(found, key=lambda entry: entry.name)

    def has(self, name: str) -> bool:
        """Whether anything stands under that name, without following links on the way to it."""
        *above, last = name.split("/")
        try:
            with self._inner(above) as place:
                _status(place, last)
        except (OSError, ValueError):
            return False
        return True

    def is_inside(self, name: str) -> bool:
        """Whether what the name leads to, links followed, lies in the folder."""
        return Path(os.path.realpath(self._path(name))).is_relative_to(self.root)

    def is_link_to_folder(self, name: str) -> bool:
        """Whether a folder's name leads to another place than its own (a mount or junction on Windows, too)."""
        return os.path.realpath(self._path(name)) != self._path(name)

    def read(self, name: str, most: int) -> bytes:
        """The bytes of a file of the folder, of at most `most`; raises OSError."""
        found = self._read(name, most)
        if found is None:  # a link: what it leads to is opened by its own name, and is none itself
            if not self.is_inside(name):
                raise _leads_out()
            target = os.path.relpath(os.path.realpath(self._path(name)), self.root)
            found = self._read(target.replace(os.sep, "/"), most)
        if found is None:
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        return found

    # -- how -------------------------------------------------------------------------

    def _path(self, name: str) -> str:
        return os.path.join(self.root, *name.split("/"))  # noqa: PTH118

    def _read(self, name: str, most: int) -> bytes | None:
        """The bytes of a file; None for a link."""
        *above, last = name.split("/")
        with self._inner(above) as place:
            mode = _status(place, last).st_mode
            if stat.S_ISLNK(mode):
                return None
            if not stat.S_ISREG(mode):  # to open a device can already have consequences
                raise not_regular()
            return read_open(self._opener(place, last), most)

    @contextmanager
    def _inner(self, parts: list[str]) -> Iterator[int | str]:
        """The folder that the names lead to: its handle, or its path where there are no handles."""
        if not _HANDLES:
            yield os.path.join(self.root, *parts)  # noqa: PTH118
            return
        opened: list[int] = []
        try:
            for part in parts:
                opened.append(os.open(part, _DIRECTORY | _NO_LINK, dir_fd=opened[-1] if opened else self._handle))
            yield opened[-1] if opened else self._handle
        finally:
            for handle in opened:
                os.close(handle)

    def _opener(self, place: int | str, last: str) -> Callable[[], int]:
        if isinstance(place, int):
            return lambda: os.open(last, OPEN_FLAGS | _NO_LINK, dir_fd=place)
        return lambda: self._opened_by_path(os.path.join(place, last))  # noqa: PTH118

    def _opened_by_path(self, path: str) -> int:
        """The file, if what was opened is what the path leads to, and that lies in the folder."""
        handle = os.open(path, OPEN_FLAGS)
        real = os.path.realpath(path)
        try:
            if not Path(real).is_relative_to(self.root) or not os.path.samestat(os.lstat(real), os.fstat(handle)):
                raise _leads_out()
        except BaseException:
            os.close(handle)
            raise
        return handle


def _status(place: int | str, name: str) -> os.stat_result:
    if isinstance(place, int):
        return os.stat(name, dir_fd=place, follow_symlinks=False)
    return os.lstat(os.path.join(place, name))  # noqa: PTH118


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # such as a link in a circle: to open it will say what is wrong
        return False


def _leads_out() -> Unreadable:
    return Unreadable(
        Text(zh="链接指到文件夹之外", en="This link leads out of the folder"),
        Text(zh="换成文件本身", en="Put the file itself in its place"),
    )
