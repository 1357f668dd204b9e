"""What a writer may replace: a regular file, or nothing; and never a file that must stay as it is."""

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.output.reason import cannot_write, shown

Guard = Callable[[Path], None]
"""Raises Failure where a path is that of a file which must stay as it is."""

ON_WINDOWS = os.name == "nt"
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)
_KINDS: Final = (
    (stat.S_ISFIFO, Text(zh="命名管道", en="a named pipe")),
    (stat.S_ISSOCK, Text(zh="套接字", en="a socket")),
    (stat.S_ISCHR, Text(zh="设备", en="a device")),
    (stat.S_ISBLK, Text(zh="设备", en="a device")),
)
_ANOTHER: Final = Text(
    zh="换一个文件名；要打印到标准输出，写 -", en="Choose another file; for standard output, write -"
)


def unguarded(_path: Path) -> None:
    """The guard of those who have read nothing."""


def look(path: Path, guard: Guard = unguarded, *, below: Path | None = None) -> None:
    """Raise Failure unless `path` is a regular file that may be replaced, or nothing is there.

    Folders on the way to it may be links where the person named them; those beneath `below` may not.
    """
    if ON_WINDOWS and is_device_name(path.name):
        raise _refused(path, Text(zh="设备", en="a device"), _ANOTHER)
    try:
        status = lstat(path)
        if below is not None and (link := _link_beneath(path, below)) is not None:
            raise leads_elsewhere(link)
        if status is not None:
            _look_at(path, status)
    except (OSError, ValueError) as error:
        raise cannot_write(path, error) from error
    guard(path)


def lstat(path: Path) -> os.stat_result | None:
    """What stands at `path` itself, a link not followed; None where nothing does."""
    try:
        return path.lstat()
    except FileNotFoundError:
        return None


def is_device_name(name: str) -> bool:
    """Whether Windows takes a file of that name for a device, whatever follows its first dot."""
    return _DEVICE.fullmatch(name.split(".", maxsplit=1)[0].split(":", maxsplit=1)[0].rstrip()) is not None


def _look_at(path: Path, status: os.stat_result) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise leads_elsewhere(path)
    if stat.S_ISDIR(status.st_mode):
        raise _refused(
            path,
            Text(zh="文件夹", en="a folder"),
            Text(zh="在后面写上文件名", en="Name a file in it, or another one"),
        )
    if not stat.S_ISREG(status.st_mode):
        kind = next((said for is_kind, said in _KINDS if is_kind(status.st_mode)), Text(zh="设备", en="a device"))
        raise _refused(path, kind, _ANOTHER)
    if not os.access(path, os.W_OK):
        raise Failure(
            Text(zh=f"{shown(path)} 是只读文件，不会被替换", en=f"{shown(path)} is read-only and will not be replaced"),
            Text(zh="取消它的只读属性，或换一个文件", en="Make it writable, or choose another file"),
        )


def _link_beneath(path: Path, below: Path) -> Path | None:
    """The first folder on the way from `below` to `path` that is a link."""
    here, real = below, Path(os.path.realpath(below))
    for part in path.relative_to(below).parts[:-1]:
        here, real = here / part, real / part
        if os.path.realpath(here) != os.fspath(real):
            return here
    return None


def leads_elsewhere(path: Path) -> Failure:
    """That a link is in the way."""
    target = Path(os.path.realpath(path))
    return Failure(
        Text(
            zh=f"{shown(path)} 是指向 {shown(target)} 的链接，不会被替换，也不会跟随",
            en=f"{shown(path)} is a link to {shown(target)}: it is neither replaced nor followed",
        ),
        Text(
            zh="直接写出要写的位置，或先删掉这个链接",
            en="Name the place itself that is meant, or delete the link first",
        ),
    )


def _refused(path: Path, kind: Text, remedy: Text) -> Failure:
    return Failure(
        kind.inserted_into(
            zh=f"{shown(path)} 是{{}}，不会被替换", en=f"{shown(path)} is {{}} and will not be replaced"
        ),
        remedy,
    )
