"""Writing single files: whole or not at all."""

import contextlib
import os
import shutil
import stat
import tempfile
from pathlib import Path

from sevenstep.output.door import Guard, look, lstat, unguarded
from sevenstep.output.reason import cannot_write


def write_file(path: Path, content: bytes, guard: Guard = unguarded, *, below: Path | None = None) -> None:
    """Write `content` to `path`, making its folders; the file appears whole or stays as it was. Raises Failure.

    It is looked at before anything is written and once more at the moment of replacing: see `look`. A file that is
    replaced keeps its permissions.
    """
    look(path, guard, below=below)
    made: list[Path] = []
    temporary: Path | None = None
    try:
        made = make_folders(path.parent)
        temporary = written_beside(path, content)
        before = lstat(path)
        if before is None:
            let_others_read(temporary)
        else:
            take_over(path, before, temporary)
        look(path, guard, below=below)
        temporary.replace(path)
    except BaseException as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()
        for folder in reversed(made):
            with contextlib.suppress(OSError):
                folder.rmdir()
        if isinstance(error, OSError | ValueError):
            raise cannot_write(path, error) from error
        raise


def made(folder: Path) -> Path:
    """The folder, which is made where it is missing. Raises Failure."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise cannot_write(folder, error) from error
    return folder


def written_beside(path: Path, content: bytes) -> Path:
    """A new file with `content` in the folder of `path`, safely on the disk; nothing where that fails."""
    handle, name = tempfile.mkstemp(prefix=".sevenstep-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    return Path(name)


def take_over(path: Path, status: os.stat_result, new: Path) -> bool:
    """Give `new` the owner, permissions and attributes of the file at `path`; whether its owner could be given."""
    is_owner_kept = True
    if os.name == "posix" and ((now := new.stat()).st_uid, now.st_gid) != (status.st_uid, status.st_gid):
        try:
            os.chown(new, status.st_uid, status.st_gid)
        except OSError:
            is_owner_kept = False
    with contextlib.suppress(OSError):
        shutil.copystat(path, new)  # extended attributes and access lists, where the system has them
    new.chmod(stat.S_IMODE(status.st_mode))
    os.utime(new)
    return is_owner_kept


def make_folders(folder: Path) -> list[Path]:
    """The folders that had to be made, the outermost first."""
    missing: list[Path] = []
    while lstat(folder) is None and folder != folder.parent:
        missing.append(folder)
        folder = folder.parent
    for absent in reversed(missing):
        absent.mkdir(exist_ok=True)
    return missing[::-1]


def let_others_read(path: Path) -> None:
    """Give the file the permissions of any new file: a temporary one is readable by its owner only."""
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        path.chmod(0o666 & ~mask)
