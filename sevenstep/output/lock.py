"""One writer at a time: a lock that goes with its process, and leaves no file behind."""

import contextlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from sevenstep.failure import Failure
from sevenstep.language import Text
from sevenstep.output.door import lstat
from sevenstep.output.progress import Tell
from sevenstep.output.reason import cannot_write, shown

LOCK_SUFFIX: Final = ".sevenstep.lock"
PATIENCE: Final = 180.0
"""Seconds that a writer waits for those before it."""
_SILENT: Final = 1.0


@contextmanager
def one_writer(folder: Path, tell: Tell | None = None, patience: float = PATIENCE) -> Iterator[None]:
    """Be the only one that writes beside the model in `folder`; the others wait, and `tell` why.

    Raises Failure where somebody else is still writing when `patience` ends.
    """
    path = folder / LOCK_SUFFIX
    with contextlib.ExitStack() as held:
        try:
            held.enter_context(_locked(path, folder, min(_SILENT, patience)))
        except Timeout:
            if tell is not None:
                tell(
                    Text(
                        zh=f"另一个 sevenstep 正在写 {shown(folder)}，等它结束……",
                        en=f"Another run of sevenstep is writing in {shown(folder)}; waiting for it to end …",
                    )
                )
            try:
                held.enter_context(_locked(path, folder, max(0.0, patience - _SILENT)))
            except Timeout:
                raise _busy(folder) from None
        yield


@contextmanager
def only_writer(target: Path) -> Iterator[None]:
    """Be the only one that writes `target`; raises Failure where another run does."""
    with contextlib.ExitStack() as held:
        try:
            held.enter_context(_locked(lock_of(target), target, 0))
        except Timeout:
            raise _busy(target) from None
        yield


def lock_of(target: Path) -> Path:
    """The file that stands for the right to write `target`."""
    return target.parent / f".{target.name}{LOCK_SUFFIX}"


@contextmanager
def _locked(path: Path, target: Path, timeout: float) -> Iterator[None]:
    """Hold the lock of `target`; raises Timeout, and Failure where it cannot be made.

    The file goes while the lock is still held: whoever has it open already then holds a file without a name, which
    filelock notices and begins anew. (Windows keeps a file that is open, so there it goes afterwards.)
    """
    lock = FileLock(path, timeout=timeout)
    try:
        status = lstat(path)
        if status is not None and not stat.S_ISREG(status.st_mode):
            raise _no_lock(path)
        lock.acquire()
    except Timeout:
        raise
    except (OSError, ValueError) as error:
        raise cannot_write(target, error) from error
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            path.unlink()
        lock.release()
        if os.name == "nt":
            with contextlib.suppress(OSError):
                path.unlink()


def _no_lock(path: Path) -> Failure:
    return Failure(
        Text(
            zh=f"{shown(path)} 应当是 sevenstep 的锁文件，但那里是别的东西",
            en=f"{shown(path)} should be a lock of sevenstep, but something else is there",
        ),
        Text(zh="把它移开后再试", en="Move it away, and try again"),
    )


def _busy(target: Path) -> Failure:
    return Failure(
        Text(zh=f"另一个 sevenstep 正在写 {shown(target)}", en=f"Another run of sevenstep is writing {shown(target)}"),
        Text(zh="等它结束后再试", en="Try again when it has finished"),
    )
