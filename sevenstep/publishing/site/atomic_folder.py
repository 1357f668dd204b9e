"""The whole site or none: built beside the target, checked, then swapped in."""

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.output.door import ON_WINDOWS, is_device_name, leads_elsewhere, lstat
from sevenstep.output.files import made
from sevenstep.output.lock import LOCK_SUFFIX, only_writer
from sevenstep.output.reason import cannot_write, is_of_the_system, shown
from sevenstep.source.files import HEADER_FILE, OUTPUT_MARKER

_NEW: Final = ".sevenstep-new-"
_OLD: Final = ".sevenstep-old-"
"""Folders beside the target: what is being built, or thrown away; and the site that makes room for a new one."""
_LENGTH_OF_MARK: Final = 8
_OF_OTHERS: Final = frozenset({OUTPUT_MARKER, HEADER_FILE, ".git"})


@contextmanager
def atomic_folder(target: Path) -> Iterator[Path]:
    """Gives an empty folder to build in; when the block ends without an exception, it becomes `target`.

    Raises Failure where `target` is not empty and not ours, cannot be written, or is being built by another run. In
    every such case, and when the block raises, `target` is as it was.
    """
    target = _settled(target)
    look_at_folder(target)
    made(target.parent)
    with only_writer(target):
        _sweep(target)
        new = _folder_beside(target)
        try:
            yield new
            (new / OUTPUT_MARKER).write_text("sevenstep\n", encoding="utf-8")
            look_at_folder(target)  # somebody may have put something there meanwhile
            _swap(new, target)
        except OSError as error:
            if is_of_the_system(error):  # a full disk, in the temporary folder perhaps
                raise cannot_write(_meant(error, new, target), error) from error
            raise
        finally:
            shutil.rmtree(new, ignore_errors=True)


def _meant(error: OSError, new: Path, target: Path) -> Path:
    """The file that could not be written, where it is one that a person can know: not one of those in `new`."""
    written = error.filename2 or error.filename
    if not written or (path := Path(os.fsdecode(written))).is_relative_to(new):
        return target
    return path


def put_back(target: Path) -> None:
    """Give back the site that a killed run has left aside, where nothing new is to be built; it may fail in silence."""
    target = _settled(target)
    with contextlib.suppress(Failure, OSError, ValueError):
        if any(_leftovers(target, _OLD)):
            with only_writer(target):
                _sweep(target)


def look_at_folder(target: Path) -> None:
    """Raise Failure unless `target` is a folder of ours, an empty one, or nothing."""
    target = _settled(target)
    name = target.name
    if ON_WINDOWS and is_device_name(name):
        raise _no_folder(target)
    if name.startswith((_NEW, _OLD)) or name.endswith(LOCK_SUFFIX):
        raise _our_own_name(target)
    try:
        lstat(target.with_name(f"{_NEW}{name}-{'x' * _LENGTH_OF_MARK}"))  # is that too long a name?
        status = lstat(target)
        if status is None:
            return
        if stat.S_ISLNK(status.st_mode):
            raise leads_elsewhere(target)
        if not stat.S_ISDIR(status.st_mode):
            raise _no_folder(target)
        is_foreign = any(target.iterdir()) and not (target / OUTPUT_MARKER).is_file()
    except (OSError, ValueError) as error:
        raise cannot_write(target, error) from error
    if is_foreign:
        raise _not_ours(target)
    if (inner := next(_of_others(target), None)) is not None:
        raise _holds(target, inner)


def _of_others(target: Path) -> Iterator[Path]:
    """What somebody put into our site that stands for itself: another site, a model, a repository."""
    for here, folders, files in os.walk(target):
        found = {*folders, *files} & (_OF_OTHERS if here != os.fspath(target) else _OF_OTHERS - {OUTPUT_MARKER})
        yield from (Path(here) / name for name in sorted(found))


def _settled(target: Path) -> Path:
    """The same place without links and ``..`` on the way to it; a link at its end stays one."""
    if target.name in {"", ".."}:
        return Path(os.path.realpath(target))
    return Path(os.path.realpath(target.parent)) / target.name


def _folder_beside(target: Path) -> Path:
    try:
        new = Path(tempfile.mkdtemp(prefix=f"{_NEW}{target.name}-", dir=target.parent))
        new.chmod(0o755)
    except OSError as error:
        raise cannot_write(target, error) from error
    return new


def _swap(new: Path, target: Path) -> None:
    """Put `new` in the place of `target`; if that fails half-way, the old one goes back."""
    old = target.parent / f"{_OLD}{target.name}-{os.getpid()}"
    try:
        if target.exists():
            target.rename(old)
        try:
            new.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
    except OSError as error:
        raise cannot_write(target, error) from error
    _throw_away(old, target)


def _throw_away(old: Path, target: Path) -> None:
    """Delete the old site; under a name first from which nobody would ever put back what is left of it."""
    with contextlib.suppress(OSError):
        if old.exists():
            bin_ = Path(tempfile.mkdtemp(prefix=f"{_NEW}{target.name}-", dir=target.parent))
            old.rename(bin_ / "old")
            shutil.rmtree(bin_, ignore_errors=True)


def _sweep(target: Path) -> None:
    """Clear what a run that was killed has left; if it was killed amid the swap, put the old site back.

    Only while the lock of `target` is held: what bears its name then belongs to nobody who is alive.
    """
    try:
        for old in sorted(_leftovers(target, _OLD), key=lambda path: path.lstat().st_mtime, reverse=True):
            if lstat(target) is None:
                old.rename(target)
            else:
                _throw_away(old, target)
        for new in _leftovers(target, _NEW):
            shutil.rmtree(new, ignore_errors=True)
    except OSError as error:
        raise cannot_write(target, error) from error


def _leftovers(target: Path, beginning: str) -> list[Path]:
    """The folders that bear exactly the name of `target` between their beginning and the mark at the end.

    Neither the process's number nor the mark of a temporary folder holds a hyphen, so the last one ends the name.
    """
    return [
        path
        for path in target.parent.iterdir()
        if path.name.startswith(beginning)
        and path.name.removeprefix(beginning).rpartition("-")[0] == target.name
        and stat.S_ISDIR(path.lstat().st_mode)
    ]


def _not_ours(target: Path) -> Failure:
    return Failure(
        Text(
            zh=f"{shown(target)} 中有其他内容，不会被替换",
            en=f"{shown(target)} holds something else and will not be replaced",
        ),
        Text(zh="换一个空的或新的文件夹", en="Choose an empty or a new folder"),
    )


def _holds(target: Path, inner: Path) -> Failure:
    return Failure(
        Text(
            zh=f"{shown(target)} 中还有其他内容（{shown(inner)}），会随旧站点一起丢失，所以没有替换",
            en=f"{shown(target)} holds something else, too ({shown(inner)}), which would go with the old site: "
            "it is not replaced",
        ),
        Text(zh="把它移到别处，或换一个输出文件夹", en="Move that elsewhere, or choose another folder"),
    )


def _no_folder(target: Path) -> Failure:
    return Failure(
        Text(
            zh=f"{shown(target)} 不是文件夹，不会被替换",
            en=f"{shown(target)} holds something else (it is not a folder of its own) and will not be replaced",
        ),
        Text(zh="换一个空的或新的文件夹", en="Choose an empty or a new folder"),
    )


def _our_own_name(target: Path) -> Failure:
    return Failure(
        Text(
            zh=f"{shown(target)} 是 sevenstep 生成站点时自己用的名称",
            en=f"{shown(target)} is a name that sevenstep itself uses while it builds",
        ),
        Text(zh="换一个名称", en="Choose another name"),
    )
